import { $getSelection, $getState, $isRangeSelection, type LexicalEditor } from 'lexical';
import { blockIdState } from '../nodes/state.ts';
import { writeNext } from '../write/write.ts';
import { $isLinePart, $paragraphs, $sectionOf } from './block-tree.ts';
import { $caretPlace, $putCaret, type CaretPlace } from './caret-place.ts';

/**
 * Undo back to the letter as it was opened, or another text in place of the whole letter, may leave no selection: the
 * browser would write at the start of the letter then. The caret stays in its line, or goes to the end of the nearest
 * line before it that is left.
 */
export function registerKeptCaret(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState }) => {
    if (editorState.read($getSelection) !== null || !editor.getRootElement()) return;
    const places = prevEditorState.read($placesOfCaret);
    if (places.length === 0) return;
    writeNext(editor, 'keptCaret', () => void places.some($putCaret));
  });
}

/** Where the caret stands and, from there to the start of the letter, the ends of the lines before. */
function $placesOfCaret(): CaretPlace[] {
  const selection = $getSelection();
  const place = $isRangeSelection(selection) ? $caretPlace(selection.focus) : null;
  if (!place) return [];
  const lines = [...$paragraphs()].map((paragraph) =>
    $isLinePart(paragraph) ? ($sectionOf(paragraph)?.getPart() ?? '') : $getState(paragraph, blockIdState),
  );
  const before = lines.slice(0, lines.indexOf(place.line)).toReversed();
  return [place, ...before.map((line) => ({ line, offset: Infinity }))];
}
