import {
  $createRangeSelection,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type PointType,
} from 'lexical';
import { blockText, runsText } from '#shared/document/plain-text.ts';
import { allBlockIds, blocksOf, everyBlock } from '#shared/document/walk.ts';
import { replyDocumentSchema, type ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterSession, RefusedPaste } from '../../../renderer/editor/api.ts';
import { internalsOf } from '../../../renderer/editor/session/letter-session.ts';
import { lexicalToModel, modelToLexical } from '../../../renderer/editor/convert/document.ts';
import { $blockById, $sectionOf, $sections } from '../../../renderer/editor/text/block-tree.ts';

/** A block id, or a line that is no block. */
export type Place = string;

export interface Harness {
  session: LetterSession;
  document: () => ReplyDocument;
  /** Title, salutation, and the text of every block. */
  lines: () => string[];
  ids: () => string[];
  sections: () => string[];
  caret: (place: Place, offset: number, toPlace?: Place, toOffset?: number) => void;
  selectedText: () => string;
  /** Ids of blocks a caret can stand in, table cells included. */
  textIds: () => string[];
  /** What must hold after every single thing a person does. */
  soundness: () => { problems: string[]; sections: string[] };
  isComposing: () => boolean;
  /** How many pictures were pasted and left out. */
  picturesDropped: () => number;
  /** What was refused when it was pasted. */
  refusedPastes: () => RefusedPaste[];
  /** The letter's text as the page has it. */
  html: () => string;
}

export interface HarnessOptions {
  zoom?: number;
  readOnly?: boolean;
  template?: boolean;
  unit?: Partial<UnitSettings>;
  dark?: boolean;
}

declare global {
  interface Window {
    openHarness: (documentJson: string, options?: HarnessOptions) => void;
    harness: Harness;
    /** Errors nobody caught. */
    problems: string[];
  }
}

export function harnessOf(
  session: LetterSession,
  { picturesDropped, refusedPastes }: Pick<Harness, 'picturesDropped' | 'refusedPastes'>,
): Harness {
  const { editor } = internalsOf(session);

  const $line = (place: Place): ElementNode => {
    const section = $sections().find((candidate) => candidate.getPart() === place);
    const node = section ? section.getFirstChild() : $blockById(place);
    if (!$isElementNode(node)) throw new Error(`no line ${place}`);
    return node;
  };
  const $set = (point: PointType, place: Place, offset: number) => {
    const line = $line(place);
    let rest = offset;
    const texts = line.getAllTextNodes();
    for (const text of texts) {
      if (rest <= text.getTextContentSize()) {
        point.set(text.getKey(), rest, 'text');
        return;
      }
      rest -= text.getTextContentSize();
    }
    point.set(line.getKey(), texts.length === 0 ? 0 : line.getChildrenSize(), 'element');
  };

  return {
    session,
    picturesDropped,
    refusedPastes,
    document: () => session.getDocument(),
    lines: () => {
      const document = session.getDocument();
      return [
        runsText(document.head.title),
        runsText(document.head.salutation),
        ...[...blocksOf(document)].map(({ block }) => blockText(block)),
      ];
    },
    ids: () => allBlockIds(session.getDocument()),
    sections: () => session.getDocument().sections.map(({ id, role }) => `${role} ${id}`),
    caret: (place, offset, toPlace = place, toOffset = offset) => {
      editor.update(
        () => {
          const selection = $createRangeSelection();
          $set(selection.anchor, place, offset);
          $set(selection.focus, toPlace, toOffset);
          const anchor = selection.anchor.getNode();
          if ($isTextNode(anchor)) selection.format = anchor.getFormat();
          $setSelection(selection);
        },
        { discrete: true },
      );
      editor.getRootElement()?.focus({ preventScroll: true });
    },
    selectedText: () =>
      editor.getEditorState().read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection) ? selection.getTextContent() : '';
      }),
    textIds: () =>
      [...everyBlock(session.getDocument())]
        .filter(({ type }) => type !== 'table' && type !== 'page-break')
        .map(({ id }) => id),
    soundness: () => {
      const document = session.getDocument();
      const problems: string[] = [];
      const result = replyDocumentSchema.safeParse(document);
      if (!result.success)
        problems.push(...result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
      const ids = allBlockIds(document);
      if (new Set(ids).size !== ids.length) problems.push('ids are not unique');
      if (session.getDocumentJson().includes('\u200b') && !editor.isComposing())
        problems.push('helper character in the text');
      const again = lexicalToModel(editor.parseEditorState(JSON.stringify(modelToLexical(document))).toJSON());
      if (stringifyReplyDocument(again) !== session.getDocumentJson()) problems.push('not the same after a round trip');
      if (document.head.title.some(({ format }) => format?.bold || format?.italic || format?.underline))
        problems.push('format in the title');
      for (const block of everyBlock(document)) {
        const nested = block.table?.rows.some((row) =>
          row.cells.some((cell) => cell.blocks.some(({ type }) => type !== 'paragraph' && type !== 'list-item')),
        );
        if (nested) problems.push('a cell holds what it may not');
      }
      const written = document.sections.map(({ attachment }) =>
        attachment ? document.tail.attachments.findIndex(({ id }) => id === attachment.itemId) : -1,
      );
      const isOutOfOrder = written.some((place, index) => index > 0 && place < (written[index - 1] ?? -1));
      const isLost = document.sections.some(({ role }, index) => (role === 'attachment') !== written[index]! >= 0);
      if (isOutOfOrder || isLost) problems.push(`texts of attachments: ${written.join()}`);
      const selection = editor.getEditorState().read(() => {
        const current = $getSelection();
        return $isRangeSelection(current) && !$sectionOf(current.anchor.getNode());
      });
      if (selection) problems.push('the caret is outside the letter');
      return { problems, sections: document.sections.map(({ id, role }) => `${role} ${id}`) };
    },
    isComposing: () => editor.isComposing(),
    html: () => editor.getRootElement()?.innerHTML ?? '',
  };
}
