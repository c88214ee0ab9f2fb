import type { Table, TableCell } from '../schema.ts';

/** Two tables without merged cells, or with the same ones, can be shown as one. */
export function areMergeable(a: Table, b: Table): boolean {
  return (isGrid(a) && isGrid(b)) || hasSameShape(a, b);
}

export function isGrid({ columns, rows }: Table): boolean {
  return rows.every(({ cells }) => cells.length === columns.length && cells.every((cell) => spanOf(cell) === '1 1'));
}

function hasSameShape(a: Table, b: Table): boolean {
  const shape = ({ columns, rows }: Table) =>
    JSON.stringify([columns.length, rows.map(({ cells }) => cells.map(spanOf))]);
  return shape(a) === shape(b);
}

function spanOf({ colSpan = 1, rowSpan = 1 }: TableCell): string {
  return `${colSpan} ${rowSpan}`;
}
