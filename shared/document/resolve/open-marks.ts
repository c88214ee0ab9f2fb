import type { Block, Table } from '../schema.ts';

/** Whether the paragraph mark may still come or go. */
export function isMarked({ mark }: Block): boolean {
  return (mark?.ins ?? mark?.del) !== undefined;
}

/** Whether a row or column may still come or go, and the table with the last of them. */
export function mayGo({ rows, columns }: Table): boolean {
  return [...rows, ...columns].some(({ ins, del }) => ins ?? del);
}

/** Whether text may still come or go. */
export function hasOpenText({ runs }: Block): boolean {
  return runs.some(({ ins, del }) => ins ?? del);
}
