import { defaultTreeAdapter } from 'parse5';
import type { SourceBlock, SourceCell, SourceLine } from '../source.ts';
import { attribute, type HtmlElement } from './dom.ts';

/** Longest text a cell of a table of data has; beyond, the table only lays out a page. */
const longestCell = 400;

function* elements(parent: HtmlElement, ...tags: string[]): Generator<HtmlElement> {
  for (const child of parent.childNodes) {
    if (defaultTreeAdapter.isElementNode(child) && tags.includes(child.tagName)) yield child;
  }
}

function rowsOf(table: HtmlElement): { row: HtmlElement; head: boolean }[] {
  const rows: { row: HtmlElement; head: boolean }[] = [];
  for (const child of elements(table, 'tr', 'thead', 'tbody', 'tfoot')) {
    if (child.tagName === 'tr') rows.push({ row: child, head: false });
    else for (const row of elements(child, 'tr')) rows.push({ row, head: child.tagName === 'thead' });
  }
  return rows;
}

function holdsTable(element: HtmlElement): boolean {
  const open = [...element.childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    if (node.tagName === 'table') return true;
    open.push(...node.childNodes);
  }
  return false;
}

function span(element: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(attribute(element, name), 10);
  return Number.isFinite(value) && value > 1 ? Math.min(value, most) : 1;
}

/** A table as one block; 'layout' when it only places the parts of a page (its cells are then read as plain text). */
export function readTable(table: HtmlElement, linesIn: (cell: HtmlElement) => SourceLine[]): SourceBlock[] | 'layout' {
  if (holdsTable(table)) return 'layout';
  const rows = rowsOf(table);
  const cells = rows.map(({ row }) =>
    [...elements(row, 'td', 'th')].map((element) => ({ element, lines: linesIn(element) })),
  );
  const widest = Math.max(0, ...cells.map((row) => row.length));
  if (rows.length < 2 || widest < 2 || widest > 64) return 'layout';
  if (cells.flat().some(({ lines }) => lines.reduce((sum, line) => sum + line.text.length, 0) > longestCell))
    return 'layout';
  const headerRows = rows.filter(
    ({ row, head }, index) =>
      head || (index === 0 && [...elements(row, 'th')].length > 0 && [...elements(row, 'td')].length === 0),
  ).length;
  return [
    {
      kind: 'table',
      headerRows,
      rows: cells
        .filter((row) => row.length > 0)
        .map((row) =>
          row.map(({ element, lines }): SourceCell => {
            const colSpan = span(element, 'colspan', 64);
            const rowSpan = span(element, 'rowspan', 1000);
            return { lines, ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
          }),
        ),
    },
  ];
}
