import { $findCellNode, $findTableNode, $isTableCellNode, $isTableRowNode, $isTableSelection } from '@lexical/table';
import { $getSelection, $getState, $isRangeSelection, $setSelection, type LexicalNode } from 'lexical';
import { fillerState, headerRowsState, slotState } from '../nodes/state.ts';
import { $isSectionNode, type SectionNode } from '../nodes/section-node.ts';
import { $isLinePart, $sections, $topBlockOf, type BlockNode } from './block-tree.ts';

/**
 * Moves what the selection touches past its neighbour, as Alt+Shift+↑ and ↓ do in Word: paragraphs, headings, list
 * items and whole tables within their section and on into the next one, a row within its table. False when there is
 * nothing to move or nowhere to go; the caret stays in what was moved.
 */
export function $moveSelectedBlocks(direction: 'up' | 'down'): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return false;
  const kept = selection.clone();
  const moved = $moveRow(direction) || $movePastNeighbour($selectedBlocks(), direction);
  if (moved) $setSelection(kept);
  return moved;
}

/** Neighbours in one section, all of them touched by the selection; a section's own heading cannot leave its place. */
function $selectedBlocks(): BlockNode[] {
  const selection = $getSelection();
  const touched = new Map(
    (selection?.getNodes() ?? [])
      .map($topBlockOf)
      .filter((block) => block !== null)
      .map((block) => [block.getKey(), block]),
  );
  const blocks = [...touched.values()];
  const section = blocks[0]?.getParent();
  const canMove = (block: BlockNode) =>
    section?.is(block.getParent()) && !$isLinePart(block) && $getState(block, slotState) === '';
  return blocks.every(canMove) ? blocks.toSorted((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent()) : [];
}

function $movePastNeighbour(blocks: BlockNode[], direction: 'up' | 'down'): boolean {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return false;
  const neighbour = direction === 'up' ? first.getPreviousSibling() : last.getNextSibling();
  if (!neighbour || $stays(neighbour)) return $moveToNextSection(blocks, direction);
  if (direction === 'up') last.insertAfter(neighbour);
  else first.insertBefore(neighbour);
  return true;
}

/** A section's own heading, and the empty line that only keeps the caret in an empty place. */
function $stays(node: LexicalNode): boolean {
  return $getState(node, slotState) !== '' || $getState(node, fillerState) !== '';
}

/** Texts of attachments are on other pages; nothing moves in or out of them by a key. */
function $moveToNextSection(blocks: BlockNode[], direction: 'up' | 'down'): boolean {
  const home = blocks[0]?.getParent();
  const sections = $sections().filter((section) => section.getPart() === 'section');
  const place = sections.findIndex((section) => section.is(home));
  const target = sections[place + (direction === 'up' ? -1 : 1)];
  if (!$isSectionNode(home) || !target || home.getAttachment() || target.getAttachment()) return false;
  for (const child of target.getChildren()) if ($getState(child, fillerState) !== '') child.remove();
  $putIn(target, blocks, direction);
  return true;
}

function $putIn(section: SectionNode, blocks: BlockNode[], direction: 'up' | 'down'): void {
  const first = section.getFirstChild();
  const heading = first && $getState(first, slotState) !== '' ? 1 : 0;
  section.splice(direction === 'up' ? section.getChildrenSize() : heading, 0, blocks);
}

/** False outside tables, at the edge of the rows, and where a cell covers several rows: then the table goes as a whole. */
function $moveRow(direction: 'up' | 'down'): boolean {
  const anchor = $getSelection()?.getNodes()[0];
  const cell = anchor && $findCellNode(anchor);
  const row = cell?.getParent();
  const table = row && $findTableNode(row);
  if (!table || !$isTableRowNode(row)) return false;
  const rows = table.getChildren().filter($isTableRowNode);
  const place = row.getIndexWithinParent();
  const target = direction === 'up' ? place - 1 : place + 1;
  const headerRows = $getState(table, headerRowsState);
  const other = rows[target];
  const isSpanned = rows.some((line) =>
    line.getChildren().some((part) => $isTableCellNode(part) && part.getRowSpan() > 1),
  );
  if (!other || isSpanned || place < headerRows || target < headerRows) return false;
  if (direction === 'up') other.insertBefore(row);
  else other.insertAfter(row);
  return true;
}
