import { $createTabNode, $getSelection, $getState, $isRangeSelection, type ParagraphNode } from 'lexical';
import { $blockProps, kindState, levelState, slotState } from '../nodes/state.ts';
import { $isInCell, $isLinePart, $paragraphOf, $paragraphs } from './block-tree.ts';
import { $isAtStart } from './enter.ts';
import { $setHeadingLevel } from './styles.ts';

/**
 * Tab among the lines of the text: to the next prompt still unwritten, or, where a line is written, one heading level
 * deeper at its start and a tab within it. True in every case: Tab never leaves the text for the fields after it.
 */
export function $tabInText(back: boolean): boolean {
  const selection = $getSelection();
  const paragraph = $isRangeSelection(selection) ? $paragraphOf(selection.anchor.getNode()) : null;
  if (!$isRangeSelection(selection) || !paragraph) return true;
  const isAtStart = selection.isCollapsed() && $isAtStart(selection, paragraph);
  if (isAtStart && !paragraph.isEmpty() && $shiftHeading(paragraph, back ? -1 : 1)) return true;
  const prompt = $unwritten(paragraph, back);
  if (prompt) prompt.select(0, 0);
  else if (!back && !isAtStart && selection.isCollapsed()) selection.insertNodes([$createTabNode()]);
  return true;
}

/** The next empty line after this one, or the last before it, that says what belongs there. */
function $unwritten(from: ParagraphNode, back: boolean): ParagraphNode | undefined {
  const lines = [...$paragraphs()];
  const place = lines.findIndex((line) => line.is(from));
  const candidates = back ? lines.slice(0, place).toReversed() : lines.slice(place + 1);
  return candidates.find((line) => line.isEmpty() && $blockProps(line).prompt !== undefined);
}

/** A section's own heading keeps its level. */
function $shiftHeading(paragraph: ParagraphNode, by: 1 | -1): boolean {
  if ($getState(paragraph, kindState) !== 'heading' || $isLinePart(paragraph) || $isInCell(paragraph)) return false;
  if ($getState(paragraph, slotState) !== '') return true;
  $setHeadingLevel(paragraph, ($getState(paragraph, levelState) || 1) + by);
  return true;
}
