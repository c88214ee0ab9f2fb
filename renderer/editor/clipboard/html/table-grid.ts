import { widthOf } from './element-style.ts';

export const MAX_COLUMNS = 64;

export interface SourceRow {
  isHidden: boolean;
  isHeader: boolean;
  /** `isEmptied`: drawn without any width, which hides its whole column. */
  cells: { element: Element; isHidden: boolean; isEmptied: boolean }[];
}
export interface SourceColumn {
  isHidden: boolean;
  /** px, or null where none is given. */
  width: number | null;
}
export interface PlacedCell {
  /** Null for a place the source has no cell for. */
  element: Element | null;
  colSpan: number;
  rowSpan: number;
}
export interface Grid {
  /** Widths, or all 1 where the source does not give every one. */
  columns: number[];
  rows: { isHeader: boolean; cells: PlacedCell[] }[];
}

interface Placement extends PlacedCell {
  element: Element;
  row: number;
  column: number;
}

/** The shown part of a table: every place of it covered by exactly one cell, spans cut to what is shown. */
export function placeCells(source: SourceRow[], columns: SourceColumn[]): Grid {
  const placements: Placement[] = [];
  const hiddenColumns = new Set(columns.flatMap(({ isHidden }, place) => (isHidden ? [place] : [])));
  const coveredUntil: number[] = [];
  const isFree = (column: number, row: number) => (coveredUntil[column] ?? 0) <= row;
  for (const [row, { cells }] of source.entries()) {
    let column = 0;
    for (const { element, isHidden, isEmptied } of cells) {
      while (!isFree(column, row)) column += 1;
      // What is not displayed takes no place of its own, except in a column that is not displayed either.
      if (column >= MAX_COLUMNS || (isHidden && !hiddenColumns.has(column))) continue;
      const rowSpan = spanOf(element, 'rowspan', source.length - row);
      let colSpan = 0;
      for (const wanted = spanOf(element, 'colspan', MAX_COLUMNS - column); colSpan < wanted; colSpan += 1) {
        if (!isFree(column + colSpan, row)) break;
        coveredUntil[column + colSpan] = row + rowSpan;
      }
      if (isEmptied && colSpan === 1) hiddenColumns.add(column);
      placements.push({ element, row, column, colSpan, rowSpan });
    }
  }
  const shownColumns = Array.from({ length: coveredUntil.length }, (_, place) => place).filter(
    (place) => !hiddenColumns.has(place),
  );
  const shownRows = source.flatMap(({ isHidden, cells }, place) => (isHidden || cells.length === 0 ? [] : [place]));
  if (shownColumns.length === 0) return { columns: [], rows: [] };
  return {
    columns: columnWidths(shownColumns, columns, placements),
    rows: shownGrid(placements, shownRows, shownColumns).map((cells, index) => ({
      isHeader: source[shownRows[index] ?? 0]?.isHeader ?? false,
      cells,
    })),
  };
}

function shownGrid(placements: Placement[], rows: number[], columns: number[]): PlacedCell[][] {
  const grid = rows.map((): (PlacedCell | 'covered' | undefined)[] => columns.map(() => undefined));
  for (const { element, row, column, colSpan, rowSpan } of placements) {
    const [top, bottom] = shownRange(rows, row, rowSpan);
    const [left, right] = shownRange(columns, column, colSpan);
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        const isCorner = y === top && x === left;
        grid[y]![x] = isCorner ? { element, colSpan: right - left, rowSpan: bottom - top } : 'covered';
      }
    }
  }
  return grid.map((cells) =>
    cells.flatMap((cell) => (cell === 'covered' ? [] : [cell ?? { element: null, colSpan: 1, rowSpan: 1 }])),
  );
}

/** First and one past the last of the shown places that lie in a span. */
function shownRange(shown: number[], start: number, span: number): [number, number] {
  const first = shown.findIndex((place) => place >= start);
  const after = shown.findIndex((place) => place >= start + span);
  const end = after < 0 ? shown.length : after;
  return first < 0 ? [end, end] : [first, end];
}

function columnWidths(shown: number[], columns: SourceColumn[], placements: Placement[]): number[] {
  const widths = shown.map(
    (place) =>
      columns[place]?.width ??
      placements
        .filter(({ column, colSpan }) => column === place && colSpan === 1)
        .reduce<number | null>((found, { element }) => found ?? widthOf(element), null),
  );
  return widths.every((width) => width !== null) ? widths : shown.map(() => 1);
}

/** A span of 0 rows reaches to the end of the table. */
function spanOf(element: Element, name: 'colspan' | 'rowspan', most: number): number {
  const written = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  const span = name === 'rowspan' && written === 0 ? most : written;
  return Math.min(most, Math.max(1, Number.isNaN(span) ? 1 : span));
}
