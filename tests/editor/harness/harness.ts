import { $findTableNode, $isTableCellNode, $isTableSelection } from '@lexical/table';
import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { blockText, runsText } from '#shared/document/plain-text.ts';
import { allBlockIds, blocksOf, everyBlock } from '#shared/document/walk.ts';
import { replyDocumentSchema, type ReplyDocument, type Table } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterSession, RefusedPaste } from '../../../renderer/editor/api.ts';
import { internalsOf } from '../../../renderer/editor/session/letter-session.ts';
import { lexicalToModel, modelToLexical } from '../../../renderer/editor/convert/document.ts';
import { blockIdState } from '../../../renderer/editor/nodes/state.ts';
import {
  $blockById,
  $isInCell,
  $paragraphOf,
  $sectionOf,
  $sections,
} from '../../../renderer/editor/text/block-tree.ts';

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
  /** Where the next character belongs. */
  place: () => WritingPlace;
  /** Ids of the lines that hold a text in the store, and how often it stands on the paper. */
  find: (text: string) => { lines: string[]; inStore: number; onPaper: number };
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

export interface WritingPlace {
  /** Lines that may take it: more than one where several cells or blocks are selected. */
  lines: string[];
  /** Title, salutation or the id of the section. */
  part: string;
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

  const $lineId = (node: LexicalNode): string => {
    const section = $sectionOf(node);
    if (section && section.getPart() !== 'section') return section.getPart();
    const paragraph = $paragraphOf(node);
    return paragraph ? $getState(paragraph, blockIdState) : '';
  };
  const $place = (): WritingPlace => {
    const selection = $getSelection();
    if ($isTableSelection(selection)) {
      const [cell] = selection.getNodes().filter($isTableCellNode);
      if (!cell) throw new Error('no cell is selected');
      return { lines: cell.getChildren().map($lineId), part: $sectionOf(cell)?.getSectionId() ?? '' };
    }
    if (!$isRangeSelection(selection)) throw new Error('nothing is selected');
    const start = (selection.isBackward() ? selection.focus : selection.anchor).getNode();
    const end = (selection.isBackward() ? selection.anchor : selection.focus).getNode();
    const section = $sectionOf(start);
    const part = section?.getSectionId() || (section?.getPart() ?? '');
    // Blocks that are selected as a whole give way to a new line.
    const isWhole = !$paragraphOf(start) || ($isInCell(start) && !$findTableNode(start)?.is($findTableNode(end)));
    return { lines: isWhole ? [] : [$lineId(start)], part };
  };

  return {
    session,
    picturesDropped,
    place: () => editor.getEditorState().read($place),
    find: (text) => {
      const document = session.getDocument();
      const lines = [...everyBlock(document)].filter((block) => !block.table && blockText(block).includes(text));
      const parts = (['title', 'salutation'] as const).filter((part) => runsText(document.head[part]).includes(text));
      const paper = editor.getRootElement()?.closest('.letter-paper');
      const inputs = [...(paper?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])].map(
        ({ value }) => value,
      );
      const onPaper = [editor.getRootElement()?.textContent ?? '', ...inputs].join('\n');
      return {
        lines: [...parts, ...lines.map(({ id }) => id)],
        inStore: session.getDocumentJson().split(text).length - 1,
        onPaper: onPaper.split(text).length - 1,
      };
    },
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
        if (block.table) problems.push(...gridProblems(block.table));
      }
      const written = document.sections.map(({ attachment }) =>
        attachment ? document.tail.attachments.findIndex(({ id }) => id === attachment.itemId) : -1,
      );
      const isOutOfOrder = written.some((place, index) => index > 0 && place < (written[index - 1] ?? -1));
      const isLost = document.sections.some(({ role }, index) => (role === 'attachment') !== written[index]! >= 0);
      if (isOutOfOrder || isLost) problems.push(`texts of attachments: ${written.join()}`);
      problems.push(...editor.getEditorState().read($selectionProblems));
      return { problems, sections: document.sections.map(({ id, role }) => `${role} ${id}`) };
    },
    isComposing: () => editor.isComposing(),
    html: () => editor.getRootElement()?.innerHTML ?? '',
  };
}

/** A selection that names what is no longer there swallows the next key, or writes it elsewhere. */
function $selectionProblems(): string[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return [];
  const nodes = [selection.anchor.key, selection.focus.key].map((key) => $getNodeByKey(key));
  if (nodes.some((node) => !node?.isAttached())) return ['the selection names what is gone'];
  if (nodes.some((node) => !node || !$sectionOf(node))) return ['the caret is outside the letter'];
  return [];
}

/** Every place of a grid belongs to exactly one cell. */
function gridProblems({ rows, columns }: Table): string[] {
  const taken = rows.map(() => new Set<number>());
  const problems: string[] = [];
  rows.forEach(({ cells }, y) => {
    if (cells.length === 0) problems.push('a row without cells');
    let x = 0;
    for (const { colSpan = 1, rowSpan = 1 } of cells) {
      while (taken[y]?.has(x)) x += 1;
      for (let row = y; row < y + rowSpan; row += 1) {
        for (let column = x; column < x + colSpan; column += 1) {
          const places = taken[row];
          if (!places || places.has(column)) problems.push(`a cell too many at ${row},${column}`);
          places?.add(column);
        }
      }
    }
  });
  if (taken.some(({ size }) => size !== columns.length))
    problems.push(`rows of ${taken.map(({ size }) => size).join()} in ${columns.length} columns`);
  return problems;
}
