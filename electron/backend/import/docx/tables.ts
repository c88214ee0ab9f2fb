import type { SourceBlock, SourceCell, SourceLine, SourceTable } from '../source.ts';
import { readControl } from './inline.ts';
import { isDeleted } from './revisions.ts';
import type { Story } from './story.ts';
import { child, childNumber, childrenOf, childToggle, deepText, type XmlElement } from '#backend/word/read/xml.ts';

interface GridCell {
  column: number;
  span: number;
  merge: 'none' | 'start' | 'continued';
  lines: SourceLine[];
}
interface GridRow {
  isHeader: boolean;
  cells: GridCell[];
}

/** Reads the paragraphs and tables inside a cell. */
export type ReadContent = (parent: XmlElement) => SourceBlock[];
interface Context {
  story: Story;
  readContent: ReadContent;
}

/** The model's limits for a table (shared/document/schema.ts). */
const mostColumns = 64;
const mostMergedRows = 1000;

/**
 * A table, or its lines where it only lays out a page: a box of one cell, the 版记 with 抄送 and 印发, or more columns
 * than a letter's table can have.
 */
export function readTable(table: XmlElement, story: Story, readContent: ReadContent): SourceBlock[] {
  const rows: GridRow[] = [];
  readRows(table, rows, { story, readContent });
  if (rows.length === 0) return [];
  const isBox = rows.length === 1 && rows[0]?.cells.length === 1;
  const width = Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.span)));
  if (isBox || width > mostColumns || rows.some(isColophonRow)) return rows.flatMap(rowLines);
  const columns = gridWidths(table);
  return [{ ...sourceTable(rows), ...(columns.length === width && { columns }) }];
}

/** Column widths in twips; empty when one is missing. */
function gridWidths(table: XmlElement): number[] {
  const widths = childrenOf(child(table, 'w:tblGrid'), 'w:gridCol').map((column) => Number(column.attributes['w:w']));
  return widths.every((width) => Number.isFinite(width) && width > 0) ? widths : [];
}

function readRows(parent: XmlElement, rows: GridRow[], context: Context): void {
  for (const element of parent.children) {
    if (element.name === 'w:tr') {
      const row = readRow(element, context);
      if (row && row.cells.length > 0) rows.push(row);
    } else if (element.name === 'w:sdt') {
      readControl(element, context.story, (content) => {
        readRows(content, rows, context);
      });
    } else if (element.name === 'w:customXml' || element.name === 'w:ins' || element.name.startsWith('?:')) {
      readRows(element, rows, context);
    }
  }
}

/** Null for a row whose tracked deletion is taken as accepted. */
function readRow(element: XmlElement, context: Context): GridRow | null {
  const props = child(element, 'w:trPr');
  if (child(props, 'w:ins') ?? child(props, 'w:del')) {
    context.story.findings.add('revisions.present', 'a tracked change was taken as accepted', '');
  }
  if (isDeleted(props)) return null;
  if (childToggle(props, 'w:hidden')) {
    context.story.findings.add('hidden.dropped', 'a hidden row was left out', deepText(element));
    return null;
  }
  const row: GridRow = { isHeader: childToggle(props, 'w:tblHeader') ?? false, cells: [] };
  const before = Math.min(childNumber(props, 'w:gridBefore') ?? 0, mostColumns);
  if (before > 0) row.cells.push({ column: 0, span: before, merge: 'none', lines: [] });
  readCells(element, row, context);
  return row;
}

function readCells(parent: XmlElement, row: GridRow, context: Context): void {
  for (const element of parent.children) {
    if (element.name === 'w:tc') {
      const cell = readCell(element, row, context);
      if (cell) row.cells.push(cell);
    } else if (element.name === 'w:sdt') {
      readControl(element, context.story, (content) => {
        readCells(content, row, context);
      });
    } else if (element.name === 'w:customXml') {
      readCells(element, row, context);
    }
  }
}

function readCell(element: XmlElement, row: GridRow, context: Context): GridCell | null {
  const props = child(element, 'w:tcPr');
  if (child(props, 'w:cellIns') ?? child(props, 'w:cellDel') ?? child(props, 'w:cellMerge')) {
    context.story.findings.add('revisions.present', 'a tracked change was taken as accepted', '');
  }
  if (child(props, 'w:cellDel')) return null;
  const last = row.cells.at(-1);
  const merge = child(props, 'w:vMerge') ?? child(props, 'w:vmerge');
  return {
    column: last ? last.column + last.span : 0,
    span: Math.max(1, Math.min(childNumber(props, 'w:gridSpan') ?? 1, mostColumns)),
    merge: merge === undefined ? 'none' : merge.attributes['w:val'] === 'restart' ? 'start' : 'continued',
    lines: context.readContent(element).flatMap(linesOf),
  };
}

/** Tables do not nest in a letter: an inner one reads row by row; a page cannot break inside a cell. */
function linesOf(block: SourceBlock): SourceLine[] {
  if (block.kind === 'line') return [block];
  if (block.kind === 'page-break') return [];
  return block.rows.map((row) => ({
    kind: 'line',
    text: row.map((cell) => cell.lines.map((line) => line.text).join(' ')).join('\t'),
  }));
}

const textOf = (cell: GridCell): string => cell.lines.map((line) => line.text).join('');

function isColophonRow(row: GridRow): boolean {
  return row.cells.some((cell) => /^\s*(?:抄\s*[送报]|主\s*送)\s*[:：]|\d日\s*印\s*发\s*$/.test(textOf(cell)));
}

/** The only cell line by line; several cells of a row beside each other on one line. */
function rowLines(row: GridRow): SourceLine[] {
  const [first] = row.cells;
  if (first && row.cells.length === 1) return first.lines;
  const texts = row.cells.map(textOf).filter((text) => text !== '');
  return [{ kind: 'line', text: texts.join('\t') }];
}

function sourceTable(rows: GridRow[]): SourceTable {
  const firstPlain = rows.findIndex((row) => !row.isHeader);
  return {
    kind: 'table',
    headerRows: firstPlain === -1 ? rows.length : firstPlain,
    rows: rows.map((row, index) =>
      row.cells.filter((cell) => !isCovered(rows, index, cell)).map((cell) => sourceCell(rows, index, cell)),
    ),
  };
}

function isCovered(rows: GridRow[], index: number, cell: GridCell): boolean {
  if (cell.merge !== 'continued') return false;
  for (let above = index - 1; above >= 0 && index - above < mostMergedRows; above -= 1) {
    const candidate = rows[above]?.cells.find(({ column }) => column === cell.column);
    if (candidate?.merge === 'start') return true;
    if (candidate?.merge !== 'continued') return false;
  }
  return false;
}

function sourceCell(rows: GridRow[], index: number, cell: GridCell): SourceCell {
  let rowSpan = 1;
  if (cell.merge === 'start') {
    while (
      rowSpan < mostMergedRows &&
      rows[index + rowSpan]?.cells.some(({ column, merge }) => column === cell.column && merge === 'continued')
    ) {
      rowSpan += 1;
    }
  }
  return {
    lines: cell.lines,
    ...(cell.span > 1 && { colSpan: cell.span }),
    ...(rowSpan > 1 && { rowSpan }),
  };
}
