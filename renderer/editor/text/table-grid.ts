import {
  $computeTableMapSkipCellCheck,
  $createTableCellNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableNode,
  TableRowNode,
} from '@lexical/table';
import { $createParagraphNode, mergeRegister, type LexicalEditor } from 'lexical';

/**
 * Tools of the table may leave a row that holds no cell of its own, cells that reach below the last row, or no row at
 * all; nothing of that can be printed or pointed at.
 */
export function registerTableGrid(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TableNode, $keepGrid),
    // A row that loses its cells does not make its table run through transforms.
    editor.registerNodeTransform(TableRowNode, (row) => {
      const table = row.getParent();
      if ($isTableNode(table) && row.isEmpty()) $keepGrid(table);
    }),
  );
}

function $keepGrid(table: TableNode): void {
  if (!table.isAttached()) return;
  for (const row of $rows(table)) if (row.isEmpty()) $removeCoveredRow(table, row);
  const rows = $rows(table);
  if (rows.length === 0) {
    table.remove();
    return;
  }
  rows.forEach((row, index) => {
    for (const cell of row.getChildren().filter($isTableCellNode)) {
      if (cell.getRowSpan() > rows.length - index) cell.setRowSpan(rows.length - index);
    }
  });
}

const $rows = (table: TableNode): TableRowNode[] => table.getChildren().filter($isTableRowNode);

/** All its places belong to cells of rows above, which get lower by one. */
function $removeCoveredRow(table: TableNode, row: TableRowNode): void {
  const place = row.getIndexWithinParent();
  $rows(table).forEach((above, index) => {
    for (const cell of above.getChildren().filter($isTableCellNode)) {
      if (index < place && index + cell.getRowSpan() > place) cell.setRowSpan(cell.getRowSpan() - 1);
    }
  });
  row.remove();
}

/** Ends short rows with empty cells: what fills one table from another demands rows of one length. */
export function $completeRows(table: TableNode): void {
  const [places] = $computeTableMapSkipCellCheck(table, null, null);
  const columns = Math.max(...places.map(({ length }) => length));
  $rows(table).forEach((row, index) => {
    const missing = columns - (places[index] ?? []).filter(Boolean).length;
    for (let count = 0; count < missing; count += 1) {
      row.append($createTableCellNode().append($createParagraphNode()));
    }
  });
}
