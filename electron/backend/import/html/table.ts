import { defaultTreeAdapter } from 'parse5';
import type { SourceBlock, SourceCell, SourceLine } from '../source.ts';
import type { HtmlElement } from './dom.ts';
import { shownRows } from './shown-cells.ts';

/** Longest text a cell of a table of data has; beyond, the table only lays out a page. */
const longestCell = 400;
const mostColumns = 64;

function holdsTable(element: HtmlElement): boolean {
  const open = [...element.childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    if (node.tagName === 'table') return true;
    open.push(...node.childNodes);
  }
  return false;
}

/** How the insides of a table are read, and what is told of hidden ones. */
export interface CellReader {
  linesIn(cell: HtmlElement): SourceLine[];
  onHidden(element: HtmlElement): void;
}

/** A table as one block; 'layout' when it only places the parts of a page (its cells are then read as plain text). */
export function readTable(table: HtmlElement, reader: CellReader): SourceBlock[] | 'layout' {
  if (holdsTable(table)) return 'layout';
  const hidden: HtmlElement[] = [];
  const shown = shownRows(table, (element) => hidden.push(element)).filter(({ cells }) => cells.length > 0);
  const rows = shown.map(({ cells }) =>
    cells.map(({ element, colSpan, rowSpan }): SourceCell => {
      return { lines: reader.linesIn(element), ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
    }),
  );
  const widest = Math.max(0, ...rows.map((row) => row.length));
  if (
    rows.length === 0 ||
    rows.length + hidden.length < 2 ||
    (widest < 2 && hidden.length === 0) ||
    widest > mostColumns
  )
    return 'layout';
  const isLong = (cell: SourceCell): boolean =>
    cell.lines.reduce((sum, line) => sum + line.text.length, 0) > longestCell;
  if (rows.flat().some(isLong)) return 'layout';
  for (const element of hidden) reader.onHidden(element);
  return [{ kind: 'table', headerRows: shown.filter(({ isHead }) => isHead).length, rows }];
}
