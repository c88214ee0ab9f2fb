import type { PreviewMark } from '#shared/contract/preview.ts';
import { headingLabels, listLabels } from '#shared/document/numbering.ts';
import type { Block, ReplyDocument } from '#shared/document/schema.ts';
import { runsText } from '#shared/document/plain-text.ts';
import { blocksOf, everyBlock } from '#shared/document/walk.ts';
import type { Caret, LetterPart } from '../../editor/api.ts';
import { drawnOffsets, type LetterPlaces, type PlacedCharacter } from './letter-places.ts';

/** A place in the text that a place on a page stands for. */
export type TextPlace = { blockId: string; offset: number } | { part: LetterPart };

/** The mark the caret belongs to, found by ids alone: no page need be here. */
export function markOfCaret(places: LetterPlaces, document: ReplyDocument, caret: Caret): PreviewMark | undefined {
  if (caret.blockId !== null) {
    const own = places.markOf({ blockId: caret.blockId });
    if (own) return own;
    const table = tableAround(document, caret.blockId);
    if (table) return places.markOf({ blockId: table.id });
    return undefined;
  }
  if (caret.part === 'title' || caret.part === 'salutation' || caret.part === 'head') {
    return places.markOf({ part: caret.part });
  }
  const parts = ['attachments', 'signature', 'note', 'colophon'] as const;
  return caret.part === 'tail' ? parts.map((part) => places.markOf({ part })).find((mark) => mark) : undefined;
}

/** Where the character before or behind the caret stands; where its block begins if that cannot be said exactly. */
export function placeOfCaret(places: LetterPlaces, document: ReplyDocument, caret: Caret): PlacedCharacter | null {
  const mark = markOfCaret(places, document, caret);
  if (!mark) return null;
  const start = { page: mark.page, x: mark.x, y: mark.y };
  const characters = places.charactersOf(mark);
  const offsets = characters && drawnOf(document, caret.blockId, caret.part, characters.length);
  if (characters === null || offsets === null) return characters?.[0] ?? start;
  const behind = offsets.findIndex((offset) => offset > caret.offset);
  // The caret stands before the last character that does not begin behind it.
  const next = behind === -1 ? offsets.length - 1 : Math.max(0, offsets[behind - 1] === -1 ? behind : behind - 1);
  return characters[next] ?? start;
}

/** Null where there is no text; `missing` are pages whose pictures have to be here first. */
export function textOfPlace(
  places: LetterPlaces,
  document: ReplyDocument,
  place: PlacedCharacter,
): { text: TextPlace } | { missing: number[] } | null {
  const found = places.at(place);
  if (!found) return null;
  const { mark, character, isBehind } = found;
  if (mark.blockId === null) return { text: { part: partOf(mark) } };
  const characters = places.charactersOf(mark);
  if (characters === null) return { missing: places.pagesOf(mark) };
  const { blockId } = mark;
  if (!blockWith(document, blockId)) return beginningOf(document, blockId);
  const offsets = drawnOf(document, blockId, 'body', characters.length);
  const index = characters.findIndex(
    ({ page, x, y }) => page === character.page && x === character.x && y === character.y,
  );
  if (offsets === null || index === -1) return { text: { blockId, offset: 0 } };
  const before = offsets[index] ?? 0;
  if (before === -1) return { text: { blockId, offset: 0 } };
  return { text: { blockId, offset: isBehind ? before + widthAt(document, blockId, before) : before } };
}

/** The mark over the text of an attachment is the section's. */
function beginningOf(document: ReplyDocument, sectionId: string): { text: TextPlace } | null {
  const first = document.sections.find(({ id }) => id === sectionId)?.blocks[0];
  return first ? { text: { blockId: first.id, offset: 0 } } : null;
}

function partOf(mark: PreviewMark): LetterPart {
  return mark.part === 'title' || mark.part === 'salutation' || mark.part === 'head' ? mark.part : 'tail';
}

/** Null for what has no single line of text, such as a table, or draws another number of characters. */
function drawnOf(document: ReplyDocument, blockId: string | null, part: LetterPart, count: number): number[] | null {
  if (blockId === null) {
    if (part === 'title') return drawnOffsets('', document.head.title, count);
    return part === 'salutation' ? drawnOffsets('', document.head.salutation, count) : null;
  }
  const block = blockWith(document, blockId);
  if (!block || block.table) return null;
  return drawnOffsets(labelOf(document, block), block.runs, count);
}

/** Code units of the character at an offset. */
function widthAt(document: ReplyDocument, blockId: string, offset: number): number {
  const character = runsText(blockWith(document, blockId)?.runs ?? []).codePointAt(offset) ?? 0;
  return character > 0xffff ? 2 : 1;
}

/** Numbers are computed for a whole letter, so they are asked for only where there is one. */
function labelOf(document: ReplyDocument, { id, type }: Block): string {
  if (type === 'heading') return headingLabels(document).get(id) ?? '';
  return type === 'list-item' ? (listLabels(document).get(id) ?? '') : '';
}

function blockWith(document: ReplyDocument, blockId: string): Block | undefined {
  for (const block of everyBlock(document)) if (block.id === blockId) return block;
  return undefined;
}

function tableAround(document: ReplyDocument, blockId: string): Block | undefined {
  return [...blocksOf(document)].find(({ block }) =>
    block.table?.rows.some((row) => row.cells.some((cell) => cell.blocks.some((inner) => inner.id === blockId))),
  )?.block;
}
