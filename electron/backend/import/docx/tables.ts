import type { WordBlock, WordCell, CellLevel, WordRow, RowLevel, WordTable } from '#backend/word/read/model.ts';
import { storedText } from '#backend/word/read/walk.ts';
import type { SourceBlock, SourceCell, SourceLine, SourceTable } from '../source.ts';
import { flattenControl } from './controls.ts';
import { isDeleted } from './accepted.ts';
import type { Story } from './story.ts';

interface GridCell {
  column: number;
  span: number;
  merge: 'start' | 'continued' | undefined;
  lines: SourceLine[];
}
interface GridRow {
  isHeader: boolean;
  cells: GridCell[];
}

/** Flattens the paragraphs and tables inside a cell. */
type FlattenContent = (content: readonly WordBlock[]) => SourceBlock[];
interface Context {
  story: Story;
  flattenContent: FlattenContent;
}

/** The model's limits for a table (shared/document/schema.ts). */
const mostColumns = 64;
const mostMergedRows = 1000;

/**
 * A table, or its lines where it only lays out a page: a box of one cell, the 版记 with 抄送 and 印发, or more columns
 * than a letter's table can have.
 */
export function flattenTable(table: WordTable, story: Story, flattenContent: FlattenContent): SourceBlock[] {
  const rows: GridRow[] = [];
  flattenRows(table.content, rows, { story, flattenContent });
  if (rows.length === 0) return [];
  const isBox = rows.length === 1 && rows[0]?.cells.length === 1;
  const width = Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.span)));
  if (isBox || width > mostColumns || rows.some(isColophonRow)) return rows.flatMap(rowLines);
  const columns = gridWidths(table);
  return [{ ...sourceTable(rows), ...(columns.length === width && { columns }) }];
}

/** Column widths in twips; empty when one is missing. */
function gridWidths({ grid }: WordTable): number[] {
  return grid.every((width) => width !== undefined && width > 0) ? grid.map((width) => width ?? 0) : [];
}

function flattenRows(content: readonly RowLevel[], rows: GridRow[], context: Context): void {
  for (const item of content) {
    if (item.kind === 'row') {
      const row = flattenRow(item, context);
      if (row && row.cells.length > 0) rows.push(row);
    } else if (item.kind === 'control') {
      flattenControl(item, context.story, (inner) => {
        flattenRows(inner, rows, context);
      });
    } else if (item.kind === 'group' || (item.kind === 'revised' && item.change === 'insertion')) {
      flattenRows(item.content, rows, context);
    }
  }
}

/** Null for a row whose tracked deletion is taken as accepted. */
function flattenRow(element: WordRow, context: Context): GridRow | null {
  const { properties } = element;
  if (properties.insertion ?? properties.deletion) {
    context.story.findings.add('revisions.present', 'a tracked change was taken as accepted', '');
  }
  if (isDeleted(properties)) return null;
  if (properties.isHidden) {
    context.story.findings.add('hidden.dropped', 'a hidden row was left out', storedText([element]));
    return null;
  }
  const row: GridRow = { isHeader: properties.isHeader, cells: [] };
  const before = Math.min(properties.gridBefore, mostColumns);
  if (before > 0) row.cells.push({ column: 0, span: before, merge: undefined, lines: [] });
  flattenCells(element.content, row, context);
  return row;
}

function flattenCells(content: readonly CellLevel[], row: GridRow, context: Context): void {
  for (const item of content) {
    if (item.kind === 'cell') {
      const cell = flattenCell(item, row, context);
      if (cell) row.cells.push(cell);
    } else if (item.kind === 'control') {
      flattenControl(item, context.story, (inner) => {
        flattenCells(inner, row, context);
      });
    } else if (item.kind === 'group') {
      flattenCells(item.content, row, context);
    }
  }
}

function flattenCell({ properties, content }: WordCell, row: GridRow, context: Context): GridCell | null {
  if (properties.inserted ?? properties.deleted ?? properties.merged) {
    context.story.findings.add('revisions.present', 'a tracked change was taken as accepted', '');
  }
  if (properties.deleted) return null;
  const last = row.cells.at(-1);
  return {
    column: last ? last.column + last.span : 0,
    span: Math.max(1, Math.min(properties.span, mostColumns)),
    merge: properties.merge,
    lines: context.flattenContent(content).flatMap(linesOf),
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
