import type { Sheet } from '#shared/domain/sheet.ts';
import type { SheetCell, SheetRow, SheetStyle, SheetTable } from '#shared/domain/sheet-parts.ts';
import { leastRowHeight } from '#shared/domain/sheet-check.ts';
import { fillSheetText } from '#shared/domain/sheet-text.ts';
import { withStep, type SheetData } from '#shared/domain/sheet-values.ts';
import { cutToFit, firstSize, fittingSize, pitchOf, smallestOf, textHeight } from './fit.ts';
import type { LaidOutCell, LaidOutGrid } from './laid-out.ts';

/** Between a rule and the text in it. */
export const cellInset = { x: 1.6, y: 0.7 } as const;
/** Office programs give a row the height of its text and of a rule. */
const ruleRoom = 0.3;

interface Row {
  height: number;
  grow: number;
  cells: Cell[];
}
interface Cell {
  source: SheetCell;
  style: SheetStyle;
  text: string;
  size: number;
  column: number;
  row: number;
  colSpan: number;
  rowSpan: number;
}

/** Columns in mm: fixed ones have what they ask for, the others share the rest. */
export function columnWidths(columns: SheetTable['columns'], width: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + ('mm' in column ? column.mm : 0), 0);
  const shares = columns.reduce((sum, column) => sum + ('share' in column ? column.share : 0), 0);
  const rest = Math.max(0, width - fixed);
  const scale = shares === 0 ? width / fixed : 1;
  return columns.map((column) => ('mm' in column ? column.mm * scale : (rest * column.share) / shares));
}

/** The rows of a table with their texts; those for the unit's steps are there once for each. */
function expandRows(table: SheetTable, data: SheetData, styles: Sheet['styles']): Row[] {
  const rows = table.rows.flatMap((row): { row: SheetRow; values: SheetData['values'] }[] => {
    const except = row.eachApproverExcept;
    if (!except) return [{ row, values: data.values }];
    return data.approvers
      .filter(({ step }) => !except.includes(step))
      .map((approver) => ({ row, values: withStep(data.values, approver) }));
  });
  const reach = table.columns.map(() => 0);
  return rows.map(({ row, values }, index) => {
    let column = 0;
    const next = reach.map((left) => Math.max(0, left - 1));
    const cells = row.cells.map((source): Cell => {
      while ((reach[column] ?? 0) > 0) column += 1;
      const { colSpan = 1, rowSpan = 1 } = source;
      const style = styles[source.style]!;
      const filled = fillSheetText(source.text, values);
      const text = source.isVertical ? [...filled.replaceAll('\n', '')].join('\n') : filled;
      const cell = { source, style, text, size: style.size, column, row: index, colSpan, rowSpan };
      next.fill(rowSpan - 1, column, column + colSpan);
      column += colSpan;
      return cell;
    });
    for (const [place, left] of next.entries()) reach[place] = left;
    return { height: row.height, grow: row.grow ?? 0, cells };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * Lays a table out in the room there is. Long texts make their row higher, then set smaller, then take room from rows
 * for handwriting; what does not fit even then is cut and named.
 */
export function layOutTable(
  table: SheetTable,
  data: SheetData,
  styles: Sheet['styles'],
  place: { left: number; top: number; width: number; height: number },
): { grid: LaidOutGrid; height: number; cut: string[] } {
  const columns = columnWidths(table.columns, place.width);
  const rows = expandRows(table, data, styles);
  const cells = rows.flatMap((row) => row.cells);
  const widthOf = (cell: Cell): number => sum(columns.slice(cell.column, cell.column + cell.colSpan)) - 2 * cellInset.x;
  for (const cell of cells) cell.size = firstSize(cell.text, cell.style, widthOf(cell));
  const needOf = (cell: Cell): number =>
    textHeight(cell.text, cell.style, cell.size, widthOf(cell)) + 2 * cellInset.y + ruleRoom;
  const leastOf = (cell: Cell, least: (row: Row) => number): number =>
    sum(rows.slice(cell.row, cell.row + cell.rowSpan).map(least));
  const heightsFrom = (least: (row: Row) => number): number[] => {
    const heights = rows.map((row) =>
      Math.max(least(row), ...row.cells.filter((cell) => cell.rowSpan === 1).map(needOf)),
    );
    for (const cell of cells.filter(({ rowSpan }) => rowSpan > 1)) {
      const last = cell.row + cell.rowSpan - 1;
      const missing = needOf(cell) - sum(heights.slice(cell.row, last + 1));
      if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
    }
    return heights;
  };
  const wanted = (row: Row): number => row.height;
  const squeezed = (row: Row): number => Math.min(row.height, leastRowHeight);

  let heights = heightsFrom(wanted);
  const isTooHigh = (): boolean => sum(heights) > place.height + 0.01;
  while (isTooHigh()) {
    const shrinkable = cells.filter(
      (cell) => cell.size > smallestOf(cell.style) && needOf(cell) > leastOf(cell, wanted),
    );
    if (shrinkable.length === 0) break;
    for (const cell of shrinkable) cell.size = Math.max(smallestOf(cell.style), cell.size - 0.5);
    heights = heightsFrom(wanted);
  }
  const cut = new Map<Cell, string>();
  if (isTooHigh()) {
    for (const cell of cells) {
      if (needOf(cell) > leastOf(cell, squeezed)) cell.size = smallestOf(cell.style);
    }
    // What does not fit even on rows that are as low as can be is cut, the longest text first.
    for (let round = 0; sum(heightsFrom(squeezed)) > place.height && round < cells.length; round += 1) {
      const excess = sum(heightsFrom(squeezed)) - place.height;
      const over = (cell: Cell): number => needOf(cell) - leastOf(cell, squeezed);
      const longest = cells.reduce((most, cell) => (over(cell) > over(most) ? cell : most));
      if (over(longest) <= 0) break;
      if (!cut.has(longest)) cut.set(longest, longest.text);
      const room = Math.max(leastOf(longest, squeezed), needOf(longest) - excess);
      const inside = { width: widthOf(longest), height: room - 2 * cellInset.y - ruleRoom };
      longest.text = cutToFit(longest.text, longest.style, longest.size, inside);
    }
    // Then every row gives a share of what it has to spare.
    const least = heightsFrom(squeezed);
    heights = heightsFrom(wanted);
    const spare = heights.map((height, index) => height - (least[index] ?? 0));
    const share = Math.min(1, (sum(heights) - place.height) / Math.max(sum(spare), 0.001));
    heights = heights.map((height, index) => height - (spare[index] ?? 0) * Math.max(0, share));
  }
  const left = place.height - sum(heights);
  const grow = sum(rows.map((row) => row.grow));
  if (left > 0 && grow > 0) heights = heights.map((height, index) => height + (left * (rows[index]?.grow ?? 0)) / grow);
  // Where the room allows it, a text that shrank for its neighbours' sake goes back to its size.
  for (const cell of cells) {
    const room = sum(heights.slice(cell.row, cell.row + cell.rowSpan)) - 2 * cellInset.y - ruleRoom;
    const fitting = fittingSize(cell.text, cell.style, { width: widthOf(cell), height: room }) ?? cell.size;
    cell.size = Math.min(fitting, firstSize(cell.text, cell.style, widthOf(cell)));
  }
  const grid: LaidOutGrid = {
    kind: 'grid',
    top: place.top,
    left: place.left,
    columns,
    rows: heights,
    isExact: false,
    cells: cells.map((cell) => laidOutCell(cell, table, { columns: columns.length, rows: rows.length })),
  };
  return { grid, height: sum(heights), cut: [...cut.values()] };
}

function laidOutCell(cell: Cell, { rules }: SheetTable, count: { columns: number; rows: number }): LaidOutCell {
  const { source, style, text, size, column, row, colSpan, rowSpan } = cell;
  const { outer, inner } = rules;
  return {
    text,
    face: style.face,
    size,
    pitch: pitchOf(style, size),
    align: source.align ?? style.align ?? 'left',
    verticalAlign: source.verticalAlign ?? style.verticalAlign ?? 'center',
    column,
    row,
    colSpan,
    rowSpan,
    inset: cellInset,
    rules: {
      top: row === 0 ? outer : inner,
      right: column + colSpan === count.columns ? outer : inner,
      bottom: row + rowSpan === count.rows ? outer : inner,
      left: column === 0 ? outer : inner,
    },
  };
}
