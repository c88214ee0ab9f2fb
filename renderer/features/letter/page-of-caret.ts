import type { LetterSession } from '../../editor/api.ts';
import type { LivePreview } from '../preview/live-preview.ts';

/** The page on which the block of the caret begins; 1 while nothing is known. */
export function pageOfCaret(preview: LivePreview, letter: LetterSession): number {
  const { facts, marks } = preview.store.state.get();
  const caret = letter.caret.get();
  if (caret === null || facts === null) return 1;
  if (caret.part === 'tail') return facts.pages;
  const own = marks.find(({ blockId, part }) =>
    caret.blockId === null ? part !== null && part === caret.part : blockId === caret.blockId,
  );
  return own?.page ?? 1;
}
