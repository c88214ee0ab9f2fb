import {
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableRowNode,
  $isTableSelection,
  $mergeCells,
  $unmergeCell,
  TableCellHeaderStates,
  type TableCellNode,
  TableNode,
} from '@lexical/table';
import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  type LexicalEditor,
} from 'lexical';
import { columnsState, headerRowsState, slotState } from '../nodes/state.ts';
import { $isInCell, $isLinePart, $topBlockOf } from './block-tree.ts';

/** The type area, 156 mm, in CSS px; columns of a new table share it. */
const TABLE_WIDTH = (156 / 25.4) * 96;

export function $currentTable(): TableNode | null {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return $findTableNode(selection.anchor.getNode());
  return $isRangeSelection(selection) ? $findTableNode(selection.anchor.getNode()) : null;
}

/** After the paragraph of the caret, or in its place when that is empty. Not inside another table, title, salutation. */
export function $insertTable(rows: number, columns: number): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const anchor = selection.anchor.getNode();
  const block = $topBlockOf(anchor);
  if (!block || $isInCell(anchor) || $isLinePart(anchor)) return;
  const table = $createTableNodeWithDimensions(rows, columns, { rows: rows > 1, columns: false });
  table.setColWidths(Array.from({ length: columns }, () => TABLE_WIDTH / columns));
  $setState(table, headerRowsState, rows > 1 ? 1 : 0);
  $setState(table, columnsState, JSON.stringify(Array.from({ length: columns }, () => ({ width: 1 }))));
  block.insertAfter(table);
  const isOwnHeading = $getState(block, slotState) !== '';
  if (block.getTextContentSize() === 0 && block.getType() === 'paragraph' && !isOwnHeading) block.remove();
  table.getFirstDescendant()?.selectStart();
}

/** Both ends of the selection stand in cells; the table package throws where one does not. */
function $isInCells(): boolean {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return true;
  if (!$isRangeSelection(selection)) return false;
  const [start, end] = [selection.anchor, selection.focus].map((point) =>
    $findMatchingParent(point.getNode(), $isTableCellNode),
  );
  return Boolean(start && end && $findTableNode(start)?.is($findTableNode(end)));
}

export const $insertRow = (where: 'above' | 'below') =>
  $changeTable(() => $insertTableRowAtSelection(where === 'below')?.getFirstChild<TableCellNode>());
export const $insertColumn = (where: 'left' | 'right') =>
  $changeTable(() => $insertTableColumnAtSelection(where === 'right'));
export const $deleteRow = () => $changeTable($deleteTableRowAtSelection);
export const $deleteColumn = () => $changeTable($deleteTableColumnAtSelection);
export const $splitCurrentCell = () => $changeTable($unmergeCell);
export const $mergeSelectedCells = () =>
  $changeTable(() => {
    const selection = $getSelection();
    return $isTableSelection(selection) ? $mergeCells(selection.getNodes().filter($isTableCellNode)) : null;
  });

/**
 * Changes rows, columns or cells and leaves a caret: in the cell the change names, else where the table package put it,
 * else as near as can be to the first cell that was selected. Without one the next key would write at the start of the
 * letter.
 */
function $changeTable(change: () => TableCellNode | null | undefined | void): void {
  const table = $currentTable();
  const selection = $getSelection();
  if (!table || !selection || !$isInCells()) return;
  const first = selection.getNodes().flatMap((node) => $findMatchingParent(node, $isTableCellNode) ?? [])[0];
  const row = first?.getParent()?.getIndexWithinParent() ?? 0;
  const column = first?.getIndexWithinParent() ?? 0;
  const neighbour = table.getNextSibling() ?? table.getPreviousSibling();
  const cell = change();
  if (!table.isAttached() || table.isEmpty()) {
    if (neighbour?.isAttached()) neighbour.selectStart();
    return;
  }
  if (cell?.isAttached()) cell.selectStart();
  else if (!$isCaretInCell()) $cellNear(table, row, column)?.selectStart();
}

function $isCaretInCell(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  return [selection.anchor.key, selection.focus.key].every((key) => {
    const node = $getNodeByKey(key);
    return node?.isAttached() === true && $isInCell(node);
  });
}

function $cellNear(table: TableNode, row: number, column: number): TableCellNode | undefined {
  const rows = table.getChildren().filter($isTableRowNode);
  const cells = rows[Math.min(row, rows.length - 1)]?.getChildren().filter($isTableCellNode) ?? [];
  return (
    cells[Math.min(column, cells.length - 1)] ??
    rows.flatMap((other) => other.getChildren().filter($isTableCellNode))[0]
  );
}

/** Tab in the last cell makes a new row, as in Word. False anywhere else. */
export function $growTable(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const cell = $findMatchingParent(selection.anchor.getNode(), $isTableCellNode);
  const row = cell?.getParent();
  if (!cell || !$isTableRowNode(row) || cell.getNextSibling() || row.getNextSibling()) return false;
  const added = $insertTableRowAtSelection(true);
  added?.getFirstChild<TableCellNode>()?.selectStart();
  return added !== null;
}

export function $deleteTable(): void {
  const table = $currentTable();
  if (!table) return;
  const neighbour = table.getNextSibling() ?? table.getPreviousSibling();
  table.remove();
  neighbour?.selectStart();
}

export function $toggleTableHeader(): void {
  const table = $currentTable();
  if (table) $setState(table, headerRowsState, $getState(table, headerRowsState) > 0 ? 0 : 1);
}

/** Cells look like header cells exactly in the rows the table counts as its head. */
export function registerTableHeaders(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TableNode, (table) => {
    const rows = table.getChildren().filter($isTableRowNode);
    const headerRows = Math.min($getState(table, headerRowsState), rows.length);
    if (headerRows !== $getState(table, headerRowsState)) $setState(table, headerRowsState, headerRows);
    rows.forEach((row, index) => {
      const wanted = index < headerRows ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
      for (const cell of row.getChildren().filter($isTableCellNode)) {
        if (cell.getHeaderStyles() !== wanted) cell.setHeaderStyles(wanted, TableCellHeaderStates.BOTH);
      }
    });
  });
}
