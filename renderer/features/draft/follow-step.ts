import type { LetterSession } from '../../editor/api.ts';

/**
 * Hears when undo takes a step of the letter back, and when redo does it again, so that what belongs to the step beside
 * the text can follow. The letter before and after the step is given as JSON text. Lasts as long as the letter is open.
 */
export function followStep(
  letter: Pick<LetterSession, 'onChange' | 'getDocumentJson' | 'selection'>,
  { before, after }: { before: string; after: string },
  onTurn: (isDone: boolean) => void,
): void {
  let isDone = true;
  letter.onChange(() => {
    // Only undo leaves something to redo: what is typed costs no comparison.
    if (isDone && !letter.selection.get().canRedo) return;
    if (letter.getDocumentJson() !== (isDone ? before : after)) return;
    isDone = !isDone;
    onTurn(isDone);
  });
}
