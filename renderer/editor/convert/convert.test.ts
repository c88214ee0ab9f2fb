import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyReplyDocument } from '#shared/document/create.ts';
import { checkReplyDocument } from '#shared/document/parse.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { replyDocumentArbitrary } from '../../../tests/support/reply-arbitrary.ts';
import { letterNodes } from '../nodes/index.ts';
import { lexicalToModel, modelToLexical } from './document.ts';

const editor = createHeadlessEditor({
  nodes: letterNodes,
  onError: (error) => {
    throw error;
  },
});

function throughEditor(document: ReplyDocument): ReplyDocument {
  editor.setEditorState(editor.parseEditorState(JSON.stringify(modelToLexical(document))));
  return lexicalToModel(editor.getEditorState().toJSON());
}

/** Hundreds of random documents, on a machine that may be busy. */
const PATIENCE = 60_000;

describe('model and editor', () => {
  it(
    'generates documents that fit the schema',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, (document) => {
          checkReplyDocument(document);
        }),
      );
    },
    PATIENCE,
  );

  it(
    'gives every document back as it was, unknown properties and review marks included (law 2)',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, (document) => {
          expect(stringifyReplyDocument(throughEditor(document))).toBe(stringifyReplyDocument(document));
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE,
  );

  it('keeps an empty section empty though the editor shows a line in it', () => {
    const document = { ...emptyReplyDocument(), sections: [{ id: 's1', role: 'opening' as const, blocks: [] }] };
    expect(modelToLexical(document).root.children?.[2]?.children).toHaveLength(1);
    expect(throughEditor(document)).toEqual(document);
  });

  it('keeps an unknown property whatever its name', () => {
    const odd = JSON.parse('{"constructor":1,"toString":"a","__proto__":{"b":2}}') as Record<string, unknown>;
    const block = { id: 'b', type: 'paragraph' as const, runs: [{ ...odd, text: '经研究' }], ...odd };
    const document = { ...emptyReplyDocument(), sections: [{ id: 's1', role: 'opening' as const, blocks: [block] }] };
    expect(JSON.stringify(throughEditor(document).sections[0]?.blocks[0])).toContain('"constructor":1,"toString":"a"');
    expect(JSON.stringify(throughEditor(document).sections[0]?.blocks[0]?.runs)).toContain('"__proto__":{"b":2}');
  });

  it('drops the helper character of a composition', () => {
    const state = modelToLexical(emptyReplyDocument());
    const paragraph = state.root.children?.[0]?.children?.[0];
    if (!paragraph) throw new Error('no title line');
    const text = (value: string) => ({ type: 'text', version: 1, text: value, format: 0 });
    paragraph.children = [text('\u200b'), text('你\u200b好')];
    expect(lexicalToModel(state).head.title).toEqual([{ text: '你好' }]);
  });

  it('waits for the second half of a character that comes in two', () => {
    const state = modelToLexical(emptyReplyDocument());
    const paragraph = state.root.children?.[2]?.children?.[0];
    if (!paragraph) throw new Error('no line');
    const typed = (value: string) => {
      paragraph.children = [{ type: 'text', version: 1, text: value, format: 0 }];
      return lexicalToModel(state).sections[0]?.blocks[0]?.runs;
    };
    expect(typed('吉\ud842')).toEqual([{ text: '吉' }]);
    expect(typed('吉\ud842\udfb7')).toEqual([{ text: '吉𠮷' }]);
    expect(typed('\ud842')).toEqual([]);
  });

  it('keeps the stored column shares until a width is changed', () => {
    const document = emptyReplyDocument();
    document.sections[0]!.blocks = [
      {
        id: 't',
        type: 'table',
        runs: [],
        table: {
          headerRows: 1,
          columns: [{ width: 1 }, { width: 3, ins: 'r1' }],
          rows: [{ id: 'r', cells: [{ id: 'c', colSpan: 2, blocks: [{ id: 'p', type: 'paragraph', runs: [] }] }] }],
        },
      },
    ];
    const state = modelToLexical(document);
    const table = state.root.children?.[2]?.children?.[0];
    if (!table) throw new Error('no table');
    table['colWidths'] = [100, 300.456];
    expect(lexicalToModel(state).sections[0]?.blocks[0]?.table?.columns).toEqual([
      { width: 100 },
      { width: 300.46, ins: 'r1' },
    ]);
  });
});
