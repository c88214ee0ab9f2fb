import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headingLabels, listLabels } from '#shared/document/numbering.ts';
import { withoutPrompts } from '#shared/document/printed.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { replyDocumentArbitrary } from '../../../tests/support/reply-arbitrary.ts';
import { modelToLexical } from '../convert/document.ts';
import { letterNodes } from '../nodes/index.ts';
import { $readLetterTree } from './letter-tree.ts';

/** Labels of top-level blocks by block id, as the window shows them. */
function shownLabels(document: ReplyDocument): Map<string, string> {
  const editor = createHeadlessEditor({
    nodes: letterNodes,
    onError: (error) => {
      throw error;
    },
  });
  editor.setEditorState(editor.parseEditorState(JSON.stringify(modelToLexical(document))));
  const { sections, labels } = editor.getEditorState().read($readLetterTree);
  const shown = sections.flatMap(({ blocks }) => blocks.map(({ id, key }) => [id, labels.get(key)] as const));
  return new Map(shown.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

it('numbers on screen are those of Word, PDF and plain text, for every document', () => {
  fc.assert(
    fc.property(replyDocumentArbitrary, (document) => {
      const printed = withoutPrompts(document);
      const topLevel = new Set(
        printed.sections.flatMap(({ heading, blocks }) => [
          ...(heading ? [heading.id] : []),
          ...blocks.map(({ id }) => id),
        ]),
      );
      const expected = [...headingLabels(printed), ...listLabels(printed)].filter(([id]) => topLevel.has(id));
      expect(shownLabels(document)).toEqual(new Map(expected));
    }),
  );
}, 60_000);
