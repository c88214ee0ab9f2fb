import type { Block, Span, Table, TableCell, TableRow } from '../schema.ts';

/** A cell with the place it stands in; places are counted from 0. */
export interface PlacedCell {
  cell: TableCell;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The places of all cells, from left to right and from above, each in the first place that is free. */
export function placedCells(rows: readonly TableRow[]): PlacedCell[] {
  const taken = new Set<string>();
  return rows.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.map((cell): PlacedCell => {
      while (taken.has(`${row},${column}`)) column += 1;
      const placed = { cell, row, column, rows: cell.rowSpan ?? 1, columns: cell.colSpan ?? 1 };
      for (const place of covered(placed)) taken.add(place);
      return placed;
    });
  });
}

/** A table without the rows and columns named by their index; cells over them get narrower and shorter. */
export function withoutLines(table: Table, gone: { rows: ReadonlySet<number>; columns: ReadonlySet<number> }): Table {
  if (gone.rows.size === 0 && gone.columns.size === 0) return table;
  const cells = placedCells(table.rows).flatMap((placed): PlacedCell[] => {
    const rows = numbers(placed.row, placed.rows).filter((row) => !gone.rows.has(row));
    const columns = numbers(placed.column, placed.columns).filter((column) => !gone.columns.has(column));
    const [row] = rows;
    if (row === undefined || columns.length === 0) return [];
    return [{ ...placed, row, rows: rows.length, columns: columns.length }];
  });
  return {
    ...withCells(table, cells, gone.rows),
    columns: table.columns.filter((_, column) => !gone.columns.has(column)),
  };
}

/**
 * A table in which cells cover other spans, given by the ids of the cells. A cell takes in the text of the cells it
 * comes to cover; where it gets smaller, empty cells fill the room. A span that would cut through another cell is left
 * as it was.
 */
export function withSpans(table: Table, spans: ReadonlyMap<string, Span>): Table {
  let cells = placedCells(table.rows);
  for (const [id, { rows, columns }] of spans) {
    const before = cells.find(({ cell }) => cell.id === id);
    if (before === undefined) continue;
    const after = { ...before, rows, columns };
    const area = new Set(covered(after));
    const touched = cells.filter((other) => other !== before && covered(other).some((place) => area.has(place)));
    if (touched.some((other) => covered(other).some((place) => !area.has(place)))) continue;
    const whole = { ...after, cell: withTextOf(before.cell, touched) };
    const free = covered(before).filter((place) => !area.has(place));
    const fillers = free.map((place, index) => emptyCell(place, `${id}.${index + 1}`));
    cells = [...cells.filter((other) => other !== before && !touched.includes(other)), whole, ...fillers];
  }
  return withCells(table, cells, new Set());
}

function withTextOf(cell: TableCell, taken: readonly PlacedCell[]): TableCell {
  const more = taken.flatMap((other) => other.cell.blocks).filter(hasRuns);
  if (more.length === 0) return cell;
  return { ...cell, blocks: [...(cell.blocks.some(hasRuns) ? cell.blocks : []), ...more] };
}

function hasRuns({ runs }: Block): boolean {
  return runs.length > 0;
}

function emptyCell(place: string, id: string): PlacedCell {
  const [row = 0, column = 0] = place.split(',').map(Number);
  const blocks: Block[] = [{ id: `${id}.p`, type: 'paragraph', runs: [] }];
  return { cell: { id, blocks }, row, column, rows: 1, columns: 1 };
}

function withCells(table: Table, cells: readonly PlacedCell[], goneRows: ReadonlySet<number>): Table {
  const rows = table.rows.flatMap((row, index) =>
    goneRows.has(index)
      ? []
      : [
          {
            ...row,
            cells: cells
              .filter((placed) => placed.row === index)
              .toSorted((a, b) => a.column - b.column)
              .map(spanned),
          },
        ],
  );
  return { ...table, rows };
}

/** A span that is what it was stays written as it was. */
function spanned({ cell, rows, columns }: PlacedCell): TableCell {
  if (rows === (cell.rowSpan ?? 1) && columns === (cell.colSpan ?? 1)) return cell;
  const { rowSpan: _rows, colSpan: _columns, ...rest } = cell;
  return { ...rest, ...(columns > 1 && { colSpan: columns }), ...(rows > 1 && { rowSpan: rows }) };
}

function covered({ row, column, rows, columns }: PlacedCell): string[] {
  return numbers(row, rows).flatMap((y) => numbers(column, columns).map((x) => `${y},${x}`));
}

function numbers(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => start + index);
}
