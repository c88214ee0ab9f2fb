import { $getSelection, $getState, $isRangeSelection, $isTextNode, $nodesOfType, $setState, TextNode } from 'lexical';
import type { RunObject } from '#shared/document/schema.ts';
import type { Reword } from '../api.ts';
import { RunObjectNode } from '../nodes/run-object-node.ts';
import { blockIdState, objectState, objectTextState } from '../nodes/state.ts';
import { $isLinePart, $paragraphOf } from '../text/block-tree.ts';

type FieldObject = Extract<RunObject, { type: 'field' }>;

/**
 * Gives every field the text `textOf` says; `reword` also changes the words beside it, and text that is no field. Inside
 * an update.
 *
 * @returns how many runs changed
 */
export function $applyFields(textOf: (object: FieldObject) => string, reword?: Reword): number {
  let changed = 0;
  for (const node of $nodesOfType(RunObjectNode)) {
    const object = node.getObject();
    if (object.type !== 'field') continue;
    const blockId = $blockIdOf(node);
    const around = (['before', 'after'] as const).filter((side) => (object[side] ?? '') !== '');
    const reworded = reword
      ? { ...object, ...Object.fromEntries(around.map((side) => [side, reword(object[side] ?? '', blockId)])) }
      : object;
    const json = JSON.stringify(reworded);
    const text = textOf(reworded);
    if (text === $getState(node, objectTextState) && json === JSON.stringify(object)) continue;
    if (json !== JSON.stringify(object)) $setState(node, objectState, json);
    $setState(node, objectTextState, text);
    changed += 1;
  }
  if (!reword) return changed;
  for (const node of $nodesOfType(TextNode)) {
    const text = node.getTextContent();
    const said = reword(text, $blockIdOf(node));
    if (said === text) continue;
    node.setTextContent(said);
    changed += 1;
  }
  $keepSelectionInText();
  return changed;
}

function $blockIdOf(node: TextNode | RunObjectNode): string | null {
  const paragraph = $paragraphOf(node);
  return paragraph === null || $isLinePart(paragraph) ? null : $getState(paragraph, blockIdState);
}

/** A caret behind the end of a text that became shorter stands at its end. */
function $keepSelectionInText(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    const node = point.getNode();
    if ($isTextNode(node)) point.set(node.getKey(), Math.min(point.offset, node.getTextContentSize()), 'text');
  }
}
