import type { Block } from '#shared/document/schema.ts';
import { runsText } from '#shared/document/plain-text.ts';
import type { RefusedPaste } from '../api.ts';

/** Far beyond any letter, and what the editor still takes in within seconds. */
const pasteLimits = { characters: 200_000, paragraphs: 2000, cells: 5000 } as const;

/** Markup around the text of Word is many times as long as the text. */
const MAX_MARKUP = 50 * pasteLimits.characters;

/** Looked at before anything is made of it. */
export function tooMuchText(data: DataTransfer): RefusedPaste | null {
  const markup = data.getData('text/html').length;
  return (
    overLimit('characters', data.getData('text/plain').length) ??
    (markup > MAX_MARKUP ? overLimit('characters', markup) : null)
  );
}

/** Whatever the blocks were read from: markup may hold much where the plain text beside it holds nothing. */
export function tooManyBlocks(blocks: Block[]): RefusedPaste | null {
  const cells = blocks.flatMap(({ table }) => table?.rows.flatMap((row) => row.cells) ?? []);
  const characters = [...blocks, ...cells.flatMap((cell) => cell.blocks)].reduce(
    (sum, { runs }) => sum + runsText(runs).length,
    0,
  );
  return (
    overLimit('paragraphs', blocks.length) ?? overLimit('cells', cells.length) ?? overLimit('characters', characters)
  );
}

/** What is on the clipboard when it holds no text in a form that can be read; pictures are told on their own. */
export function unreadable(data: DataTransfer): RefusedPaste | null {
  const types = new Set(data.types);
  if (types.has('text/plain') || types.has('text/html')) return null;
  if (types.has('text/rtf') || types.has('application/rtf')) return { unreadable: 'clipboardRtf' };
  return [...data.files].some(({ type }) => !type.startsWith('image/')) ? { unreadable: 'clipboardFiles' } : null;
}

function overLimit(limit: keyof typeof pasteLimits, actual: number): RefusedPaste | null {
  const allowed = pasteLimits[limit];
  return actual > allowed ? { limit, actual, allowed } : null;
}
