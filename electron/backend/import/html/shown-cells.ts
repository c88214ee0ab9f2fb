import { defaultTreeAdapter } from 'parse5';
import { attribute, type HtmlElement } from './dom.ts';
import { isHidden } from './left-out.ts';
import { styleOf } from './style.ts';

export interface ShownCell {
  element: HtmlElement;
  colSpan: number;
  rowSpan: number;
}
export interface ShownRow {
  isHead: boolean;
  cells: ShownCell[];
}

const mostColumns = 64;
const mostRows = 1000;

function* elements(parent: HtmlElement, ...tags: string[]): Generator<HtmlElement> {
  for (const child of parent.childNodes) {
    if (defaultTreeAdapter.isElementNode(child) && tags.includes(child.tagName)) yield child;
  }
}

const isElementHidden = (element: HtmlElement): boolean => isHidden(element, styleOf(attribute(element, 'style')));

/**
 * The rows and cells of a table that are printed. Rows and columns hidden in a spreadsheet come along in its HTML; each
 * goes to `onHidden`, and merged cells over them are narrowed.
 */
export function shownRows(table: HtmlElement, onHidden: (element: HtmlElement) => void): ShownRow[] {
  const rows = rowsOf(table);
  const isRowHidden = rows.map(({ row }) => isElementHidden(row));
  const hiddenColumns = columnsHidden(table);
  /** Rows a merged cell still covers, by column. */
  const covered: number[] = [];
  return rows.flatMap(({ row, isHead }, index): ShownRow[] => {
    const cells: ShownCell[] = [];
    let column = 0;
    for (const element of elements(row, 'td', 'th')) {
      while ((covered[column] ?? 0) > 0) column++;
      const width = span(element, 'colspan', mostColumns);
      const height = span(element, 'rowspan', mostRows);
      const own = Array.from({ length: width }, (_, offset) => column + offset);
      for (const at of own) covered[at] = height;
      column += width;
      const colSpan = own.filter((at) => !hiddenColumns.has(at)).length;
      const rowSpan = height - isRowHidden.slice(index, index + height).filter((hidden) => hidden).length;
      if (colSpan === 0 || isRowHidden[index] || isElementHidden(element)) onHidden(element);
      else cells.push({ element, colSpan, rowSpan });
    }
    for (const [at, left] of covered.entries()) covered[at] = Math.max(0, (left ?? 0) - 1);
    return isRowHidden[index] ? [] : [{ isHead, cells }];
  });
}

function rowsOf(table: HtmlElement): { row: HtmlElement; isHead: boolean }[] {
  const rows: { row: HtmlElement; isHead: boolean }[] = [];
  for (const child of elements(table, 'tr', 'thead', 'tbody', 'tfoot')) {
    if (child.tagName === 'tr') rows.push({ row: child, isHead: false });
    else for (const row of elements(child, 'tr')) rows.push({ row, isHead: child.tagName === 'thead' });
  }
  const first = rows[0];
  if (first && [...elements(first.row, 'th')].length > 0 && [...elements(first.row, 'td')].length === 0)
    first.isHead = true;
  return rows;
}

function columnsHidden(table: HtmlElement): ReadonlySet<number> {
  const hidden = new Set<number>();
  let column = 0;
  const columns = [
    ...elements(table, 'col'),
    ...[...elements(table, 'colgroup')].flatMap((group) => [...elements(group, 'col')]),
  ];
  for (const element of columns) {
    const width = span(element, 'span', mostColumns);
    if (isElementHidden(element)) for (let offset = 0; offset < width; offset++) hidden.add(column + offset);
    column += width;
  }
  return hidden;
}

function span(element: HtmlElement, name: 'colspan' | 'rowspan' | 'span', most: number): number {
  const value = Number.parseInt(attribute(element, name), 10);
  return Number.isFinite(value) && value > 1 ? Math.min(value, most) : 1;
}
