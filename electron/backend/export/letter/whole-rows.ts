import type { CellElement } from './element.ts';

/** A row kept whole must fit on a page; with more characters than this in one of its cells it may not. */
const longestWholeCell = 300;

/** Whether a row of a table stays on one page. `cells` are those that begin in it. */
export function isWholeRow(cells: readonly Pick<CellElement, 'paragraphs'>[]): boolean {
  return cells.every(
    ({ paragraphs }) =>
      paragraphs.flatMap(({ spans }) => spans).reduce((sum, { text }) => sum + text.length, 0) <= longestWholeCell,
  );
}
