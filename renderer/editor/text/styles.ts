import { $isTableSelection } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  $setState,
  type ParagraphNode,
} from 'lexical';
import type { ListStyle } from '#shared/document/schema.ts';
import type { BlockStyle, CellAlign } from '../api.ts';
import { $blockProps, $setBlockProps, $setKind, bodyState, kindState, levelState, slotState } from '../nodes/state.ts';
import { $isInCell, $isLinePart } from './block-tree.ts';
import { $dropTypedNumber } from './typed-numbers.ts';

/** Paragraphs of the body the selection touches, in order. Title and salutation have no style of their own. */
export function $selectedParagraphs(): ParagraphNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return [];
  const found = new Map<string, ParagraphNode>();
  for (const node of selection.getNodes()) {
    const paragraph = $findMatchingParent(node, $isParagraphNode);
    if (paragraph && !$isLinePart(paragraph)) found.set(paragraph.getKey(), paragraph);
  }
  return [...found.values()];
}

export function $styleOf(paragraph: ParagraphNode): BlockStyle {
  const kind = $getState(paragraph, kindState);
  if (kind === 'heading') return `heading${headingLevel($getState(paragraph, levelState))}`;
  if (kind === 'list-item') return `list-${$blockProps(paragraph).list ?? 'bullet'}`;
  return 'body';
}

/** Beyond the first and the last level it stays. */
export function $setHeadingLevel(heading: ParagraphNode, level: number): void {
  $setState(heading, levelState, Math.min(4, Math.max(1, level)));
}

function headingLevel(level: number): 1 | 2 | 3 | 4 {
  return level === 2 || level === 3 || level === 4 ? level : 1;
}

const headingLevels: Partial<Record<BlockStyle, 1 | 2 | 3 | 4>> = {
  heading1: 1,
  heading2: 2,
  heading3: 3,
  heading4: 4,
};
const listStyleOf: Partial<Record<BlockStyle, ListStyle>> = {
  'list-bullet': 'bullet',
  'list-decimal': 'decimal',
  'list-paren': 'paren',
  'list-circled': 'circled',
};

export function $setStyle(style: BlockStyle): void {
  for (const paragraph of $selectedParagraphs()) $setParagraphStyle(paragraph, style);
}

function $setParagraphStyle(paragraph: ParagraphNode, style: BlockStyle): void {
  const { list: _list, start: _start, ...props } = $blockProps(paragraph);
  const level = headingLevels[style];
  const list = listStyleOf[style];
  // Cells hold paragraphs and lists, no headings.
  if (level && $isInCell(paragraph)) return;
  if (level ?? list) $dropTypedNumber(paragraph, level ? 'heading' : 'list');
  if (level) {
    $setKind(paragraph, 'heading', level);
    $setBlockProps(paragraph, props);
    return;
  }
  // A section's own heading stays one: without it the section would have no name.
  if ($getState(paragraph, slotState) !== '') return;
  for (const text of paragraph.getAllTextNodes()) if ($getState(text, bodyState) !== '') $setState(text, bodyState, '');
  const depth = $getState(paragraph, kindState) === 'list-item' ? $getState(paragraph, levelState) || 1 : 1;
  $setKind(paragraph, list ? 'list-item' : 'paragraph', list ? depth : 0);
  $setBlockProps(paragraph, list ? { ...props, list } : props);
}

/** Moves list items by one level; false when the selection holds none. */
export function $shiftListLevel(by: 1 | -1): boolean {
  const items = $selectedParagraphs().filter((paragraph) => $getState(paragraph, kindState) === 'list-item');
  for (const item of items) {
    const level = $getState(item, levelState) || 1;
    $setState(item, levelState, Math.min(4, Math.max(1, level + by)));
  }
  return items.length > 0;
}

/** The selected lines that stand in cells. */
function $selectedCellLines(): ParagraphNode[] {
  return $selectedParagraphs().filter($isInCell);
}

/** The alignment all selected lines of cells share; null when they differ, or none is in a cell. */
export function $cellAlign(): CellAlign | null {
  const aligned = new Set($selectedCellLines().map((line) => $blockProps(line).align ?? 'left'));
  const [only] = aligned;
  return aligned.size === 1 && only !== undefined ? only : null;
}

export function $alignCells(align: CellAlign): void {
  for (const line of $selectedCellLines()) $setBlockProps(line, { ...$blockProps(line), align });
}
