import { $getRoot, $getSelection, $isRangeSelection, $parseSerializedNode, $setSelection, $setState } from 'lexical';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { modelToLexical } from '../convert/document.ts';
import { stateOfLetter } from '../nodes/state.ts';
import { $caretPlace, $putCaret } from '../text/caret-place.ts';

/** Puts another text in place of the whole letter, inside an update. The caret stays in its block where that is kept. */
export function $replaceLetter(document: ReplyDocument): void {
  const selection = $getSelection();
  const place = $isRangeSelection(selection) ? $caretPlace(selection.focus) : null;
  const root = $getRoot();
  const { root: serialized } = modelToLexical(document);
  $setSelection(null);
  root.clear();
  for (const state of stateOfLetter) {
    const value = serialized.$?.[state.key];
    $setState(root, state, typeof value === 'string' ? value : '');
  }
  root.append(...(serialized.children ?? []).map((child) => $parseSerializedNode(child)));
  if (place) $putCaret(place);
}
