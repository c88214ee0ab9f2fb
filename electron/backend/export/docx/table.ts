import type { CellElement, ElementOf } from '../letter/element.ts';
import { isWholeRow } from '../letter/whole-rows.ts';
import { characterPitch, smallPitch } from './grid.ts';
import { borderWidth, cellMarginXml, smallLine } from './cells.ts';
import { paragraphXml } from './paragraph.ts';
import { spansXml } from './spans.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';

type TableElement = ElementOf<'table'>;

/** Where a cell starts in the grid, or that a cell of an earlier row reaches down into this place. */
type GridCell = { column: number; span: number } & ({ cell: CellElement } | { continued: true });

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const borders = edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');

export interface TableFlow {
  pageBreakBefore: boolean;
  /** Keeps the last row on the page of what follows. */
  keepNext: boolean;
  /** Of the type area, in twips. */
  width: number;
  /** Of the letter. A row of one line is as high, so that the lines after a table stand where they would without it. */
  linePitch: number;
  /** Twips between the line above and the table, which its rows make up for. */
  roomAbove: number;
}

/** `w:tbl` over the whole type area; columns get their share of it. */
export function tableXml(table: TableElement, flow: TableFlow): string {
  const rows = gridRows(table.rows);
  const columnCount = Math.max(1, table.columns.length, ...rows.map(rowWidth));
  const widths = columnWidths(table.columns, columnCount, flow.width);
  // A row is a line high with its upper border; a twip less, so that a page full of rows has room for the last border.
  const lowered = 1 + Math.ceil(flow.roomAbove / rows.length);
  const bottom = flow.linePitch - smallLine - borderWidth - lowered;
  const lastMargin = cellMarginXml('tcMar', { bottom: bottom - borderWidth });
  const rowXml = (row: GridCell[], index: number): string => {
    const isLast = index === rows.length - 1;
    const filled = fillRow(row, columnCount);
    const props =
      (isWholeRow(table.rows[index] ?? []) ? '<w:cantSplit/>' : '') +
      (index < table.headerRows ? '<w:tblHeader/>' : '');
    const cells = filled.map((cell, position) =>
      cellXml(cell, widths, {
        pageBreakBefore: flow.pageBreakBefore && index === 0 && position === 0,
        keepNext: flow.keepNext && isLast,
        marginXml: isLast ? lastMargin : '',
      }),
    );
    return `<w:tr>${props === '' ? '' : `<w:trPr>${props}</w:trPr>`}${cells.join('')}</w:tr>`;
  };
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${flow.width}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/>${cellMarginXml('tblCellMar', { sides: 0.4 * smallPitch, bottom })}</w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${rows.map(rowXml).join('')}</w:tbl>`
  );
}

const rowWidth = (row: GridCell[]): number => row.reduce((width, cell) => Math.max(width, cell.column + cell.span), 0);

/** Lays the cells out on the grid: covered places, which the model leaves out, become continued cells. */
function gridRows(rows: CellElement[][]): GridCell[][] {
  let reaching: { column: number; span: number; rowsLeft: number }[] = [];
  return rows.map((cells, rowIndex) => {
    const row: GridCell[] = reaching.map(({ column, span }) => ({ column, span, continued: true }));
    const next = reaching.map((cell) => ({ ...cell, rowsLeft: cell.rowsLeft - 1 }));
    const isTaken = (column: number): boolean =>
      reaching.some((cell) => column >= cell.column && column < cell.column + cell.span);
    let column = 0;
    for (const cell of cells) {
      while (isTaken(column)) column += 1;
      row.push({ column, span: cell.colSpan, cell });
      const rowsLeft = Math.min(cell.rowSpan, rows.length - rowIndex) - 1;
      next.push({ column, span: cell.colSpan, rowsLeft });
      column += cell.colSpan;
    }
    reaching = next.filter((cell) => cell.rowsLeft > 0);
    return row.sort((a, b) => a.column - b.column);
  });
}

const emptyCell: CellElement = { colSpan: 1, rowSpan: 1, paragraphs: [] };

/** Empty cells where the row leaves places of the grid free: Word would shift or drop them. */
function fillRow(row: GridCell[], columnCount: number): GridCell[] {
  const filled: GridCell[] = [];
  let column = 0;
  for (const cell of [...row, { column: columnCount, span: 0, continued: true as const }]) {
    for (; column < cell.column; column += 1) filled.push({ column, span: 1, cell: emptyCell });
    if (cell.span > 0) filled.push(cell);
    column = Math.max(column, cell.column + cell.span);
  }
  return filled;
}

/** Whole twips that add up to the type area. */
function columnWidths(shares: number[], count: number, textWidth: number): number[] {
  const average = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length) || 1;
  const all = Array.from({ length: count }, (_, index) => shares[index] ?? average);
  const total = all.reduce((sum, share) => sum + share, 0);
  let used = 0;
  let sum = 0;
  return all.map((share) => {
    sum += share;
    const end = Math.round((sum / total) * textWidth);
    const width = end - used;
    used = end;
    return width;
  });
}

function cellXml(
  entry: GridCell,
  widths: number[],
  flow: { pageBreakBefore: boolean; keepNext: boolean; marginXml: string },
): string {
  const width = widths.slice(entry.column, entry.column + entry.span).reduce((sum, part) => sum + part, 0);
  const isContinued = !('cell' in entry);
  const startsMerge = !isContinued && entry.cell.rowSpan > 1;
  const props =
    `<w:tcW w:w="${width}" w:type="dxa"/>` +
    (entry.span > 1 ? `<w:gridSpan w:val="${entry.span}"/>` : '') +
    (isContinued ? '<w:vMerge/>' : startsMerge ? '<w:vMerge w:val="restart"/>' : '') +
    `${flow.marginXml}<w:vAlign w:val="center"/>`;
  const paragraphs = isContinued ? [] : entry.cell.paragraphs;
  const empty = { label: '', spans: [], align: 'left' as const };
  const content = (paragraphs.length > 0 ? paragraphs : [empty]).map((paragraph, index) =>
    paragraphXml(
      {
        style: styleId.tableText,
        ...(flow.keepNext && { keepNext: true }),
        ...(flow.pageBreakBefore && index === 0 && { pageBreakBefore: true }),
        align: paragraph.align,
      },
      runXml(paragraph.label) + spansXml(paragraph.spans),
      characterPitch,
    ),
  );
  return `<w:tc><w:tcPr>${props}</w:tcPr>${content.join('')}</w:tc>`;
}
