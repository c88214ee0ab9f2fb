import type { CellElement, LetterElement } from '../letter/element.ts';
import { isWholeRow } from '../letter/whole-rows.ts';

type TableElement = Extract<LetterElement, { kind: 'table' }>;

/** A cell at its place in the grid of the table. */
export interface PlacedCell extends CellElement {
  column: number;
  row: number;
  isHeader: boolean;
  /** Its row stays on one page; cells over several rows leave that to the others. */
  isWhole: boolean;
}

/**
 * Gives every cell its column and row, as in HTML: cells fill a row from the left, leaving out places covered by a cell
 * that spans down from above. Spans that reach out of the table, or out of its header, are cut; a row with more cells
 * than the table has columns widens the table, so that nothing is lost.
 */
export function placeCells(table: TableElement): { columns: number[]; cells: PlacedCell[] } {
  const rowCount = table.rows.length;
  const headerRows = Math.min(table.headerRows, rowCount);
  const covered = new Set<string>();
  const cells: PlacedCell[] = [];
  let columnCount = table.columns.length;
  for (const [row, rowCells] of table.rows.entries()) {
    const isHeader = row < headerRows;
    const isWhole = isWholeRow(rowCells);
    let column = 0;
    for (const cell of rowCells) {
      while (covered.has(`${column},${row}`)) column += 1;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, (isHeader ? headerRows : rowCount) - row));
      let colSpan = 1;
      while (colSpan < cell.colSpan && column + colSpan < columnCount && !covered.has(`${column + colSpan},${row}`)) {
        colSpan += 1;
      }
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < colSpan; right += 1) covered.add(`${column + right},${row + down}`);
      }
      cells.push({ ...cell, colSpan, rowSpan, column, row, isHeader, isWhole: isWhole && rowSpan === 1 });
      column += colSpan;
      columnCount = Math.max(columnCount, column);
    }
  }
  const columns = Array.from({ length: columnCount }, (_, index) => table.columns[index] ?? 1);
  return { columns, cells };
}

/** A table parted so that its last rows can be kept on the page of what follows it. */
export interface PartedTable<C extends Cell> {
  cells: C[];
  /** From row 0 again; with the rows of the header, to be repeated where they begin a page. */
  end: { head: C[]; headRows: number; cells: C[] };
}
type Cell = Pick<PlacedCell, 'row' | 'rowSpan' | 'isHeader'>;

/**
 * Parts a table before its last row, or before more of them where cells span. Null when too little would be left to
 * part: a table of a header and one row.
 */
export function partLastRow<C extends Cell>(cells: readonly C[]): PartedTable<C> | null {
  const head = cells.filter(({ isHeader }) => isHeader);
  const headRows = Math.max(0, ...head.map(({ row, rowSpan }) => row + rowSpan));
  let at = Math.max(0, ...cells.map(({ row }) => row));
  for (
    let spanning: C | undefined;
    (spanning = cells.find(({ row, rowSpan }) => row < at && row + rowSpan > at)) !== undefined;
  ) {
    at = spanning.row;
  }
  if (at <= headRows) return null;
  const end = cells.filter(({ row }) => row >= at).map((cell) => ({ ...cell, row: cell.row - at }));
  return { cells: cells.filter(({ row }) => row < at), end: { head, headRows, cells: end } };
}
