import { $isTableSelection } from '@lexical/table';
import {
  $getSelection,
  $getState,
  $isRangeSelection,
  $isTextNode,
  $setState,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';
import { $isRunObjectNode } from '../nodes/run-object-node.ts';
import { redactState } from '../nodes/state.ts';

const $isRunOfText = (node: LexicalNode) => $isTextNode(node) || $isRunObjectNode(node);

/** True when something is selected and all of it is left out of the public version. */
export function $isRedacted(): boolean {
  const selection = $getSelection();
  if (!$isTableSelection(selection) && (!$isRangeSelection(selection) || selection.isCollapsed())) return false;
  const runs = selection.getNodes().filter((node) => $isRunOfText(node) && !$isOnlyTouched(node, selection));
  return runs.length > 0 && runs.every((run) => $getState(run, redactState) !== '');
}

/** A range also holds the runs at its ends of which not a character is selected. */
function $isOnlyTouched(node: LexicalNode, selection: BaseSelection): boolean {
  if (!$isRangeSelection(selection)) return false;
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const key = node.getKey();
  return (key === start.key && start.offset === node.getTextContentSize()) || (key === end.key && end.offset === 0);
}

/** Splits runs at the ends of the selection, so that exactly what is selected gets or loses the mark. */
export function $toggleRedaction(): void {
  const selection = $getSelection();
  if (!$isTableSelection(selection) && (!$isRangeSelection(selection) || selection.isCollapsed())) return;
  const value = $isRedacted() ? '' : '1';
  const nodes = $isRangeSelection(selection) ? selection.extract() : selection.getNodes();
  for (const run of nodes.filter($isRunOfText)) $setState(run, redactState, value);
}
