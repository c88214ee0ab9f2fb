import { blockText } from '../plain-text.ts';
import type { Block, Table, TableCell, TableColumn, TableRow } from '../schema.ts';
import { alignBlocks, entryOf } from './align-blocks.ts';
import type { ChangePlace } from './change-place.ts';
import { differences } from './differences.ts';
import { withFreshIds, withoutThreads, type Merging } from './merging.ts';
import { isGrid } from './table-shape.ts';

/** Indexes of lines that stand for each other; only one of the two where a line is gone or new. */
interface Line {
  a?: number;
  b?: number;
}

type MergeCell = (a: readonly Block[], b: readonly Block[]) => Block[];

/** A table in both; `mergeCell` merges what two cells hold. Two for which `areMergeable` does not hold cannot be shown as one. */
export function mergeTables(a: Table, b: Table, place: ChangePlace, merging: Merging, mergeCell: MergeCell): Table {
  const free = isGrid(a) && isGrid(b);
  const columns = free ? alignedColumns(a, b) : sameLines(a.columns.length);
  const rows = free ? alignedRows(a, b, columns) : sameLines(a.rows.length);
  const changes = headerChanges(a, b, place, merging);
  const { changes: _changes, ...table } = b;
  return {
    ...table,
    columns: mergedColumns(a, b, columns, place, merging),
    rows: rows.map((line) => {
      const [before, after] = [a.rows[line.a ?? -1], b.rows[line.b ?? -1]];
      return free
        ? mergedRow(before, after, { columns, place, merging, mergeCell })
        : pairedRow(before!, after!, mergeCell);
    }),
    ...(changes.length > 0 && { changes }),
  };
}

function sameLines(count: number): Line[] {
  return Array.from({ length: count }, (_, index) => ({ a: index, b: index }));
}

function cellText(cell: TableCell | undefined): string {
  return cell?.blocks.map(blockText).join('\n') ?? '';
}

/** Columns by what their first cell says; as many on both sides stand for each other in their order. */
function alignedColumns(a: Table, b: Table): Line[] {
  if (a.columns.length === b.columns.length) return sameLines(a.columns.length);
  const heads = ({ rows, columns }: Table) => columns.map((_, index) => cellText(rows[0]?.cells[index]));
  const lines: Line[] = [];
  let [aDone, bDone] = [0, 0];
  const all = { aStart: a.columns.length, aEnd: a.columns.length, bStart: b.columns.length, bEnd: b.columns.length };
  for (const { aStart, aEnd, bStart, bEnd } of [...differences(heads(a), heads(b)), all]) {
    while (aDone < aStart) lines.push({ a: aDone++, b: bDone++ });
    while (aDone < aEnd && bDone < bEnd && aEnd - aStart === bEnd - bStart) lines.push({ a: aDone++, b: bDone++ });
    while (aDone < aEnd) lines.push({ a: aDone++ });
    while (bDone < bEnd) lines.push({ b: bDone++ });
  }
  return lines;
}

function alignedRows(a: Table, b: Table, columns: readonly Line[]): Line[] {
  const both = columns.filter((line) => line.a !== undefined && line.b !== undefined);
  const entries = ({ rows }: Table, side: 'a' | 'b') =>
    rows.map(({ id, cells }, index) => {
      const text = both.map((line) => cellText(cells[line[side]!])).join('\t');
      // Each in a section of its own: rows are neither split nor joined.
      return entryOf({ id, type: 'paragraph', runs: [] }, index, '', text);
    });
  return alignBlocks(entries(a, 'a'), entries(b, 'b'), { moves: false }).map((step) => ({
    ...(step.a[0] && { a: step.a[0].section }),
    ...(step.b[0] && { b: step.b[0].section }),
  }));
}

function headerChanges(a: Table, b: Table, place: ChangePlace, { recorder }: Merging) {
  if (a.headerRows === b.headerRows || recorder.ignores('format')) return [];
  const revision = recorder.revision();
  const said = ({ headerRows }: Table) => JSON.stringify({ headerRows });
  recorder.add({ revision, kind: 'format', of: 'table', before: said(a), after: said(b), place });
  return [{ field: 'headerRows', revision, before: a.headerRows, after: b.headerRows }];
}

function mergedColumns(
  a: Table,
  b: Table,
  lines: readonly Line[],
  place: ChangePlace,
  { recorder }: Merging,
): TableColumn[] {
  let widths: string | undefined;
  return lines.map((line) => {
    const [before, after] = [a.columns[line.a ?? -1], b.columns[line.b ?? -1]];
    if (before && after) {
      if (before.width === after.width || recorder.ignores('format')) return after;
      if (widths === undefined) {
        widths = recorder.revision();
        const said = ({ columns }: Table) => JSON.stringify({ widths: columns.map(({ width }) => width) });
        recorder.add({ revision: widths, kind: 'format', of: 'table', before: said(a), after: said(b), place });
      }
      const change = { field: 'width', revision: widths, before: before.width, after: after.width };
      return { ...after, changes: [change] };
    }
    const revision = recorder.revision();
    const said = ({ rows }: Table, index: number) => rows.map(({ cells }) => cellText(cells[index])).join('\n');
    if (before) {
      const text = said(a, line.a!);
      noteLine({ revision, kind: 'deleted', of: 'column', before: text, after: '', place }, recorder);
      return { ...before, del: [revision] };
    }
    const text = said(b, line.b!);
    noteLine({ revision, kind: 'inserted', of: 'column', before: '', after: text, place }, recorder);
    return { ...after!, ins: revision };
  });
}

function noteLine(change: Parameters<Merging['recorder']['add']>[0], recorder: Merging['recorder']): void {
  const { before, after, place } = change;
  recorder.add(change);
  const changed = [{ aStart: 0, aEnd: before.length, bStart: 0, bEnd: after.length }];
  recorder.compared({ a: before, b: after, changed, place });
}

function mergedRow(
  before: TableRow | undefined,
  after: TableRow | undefined,
  around: { columns: readonly Line[]; place: ChangePlace; merging: Merging; mergeCell: MergeCell },
): TableRow {
  const { columns, place, merging, mergeCell } = around;
  const cells = columns.map((column): TableCell => {
    const [aCell, bCell] = [before?.cells[column.a ?? -1], after?.cells[column.b ?? -1]];
    if (aCell && bCell) return pairedCell(aCell, bCell, mergeCell);
    if (aCell) return plainCell(aCell);
    return bCell ? newCell(bCell, merging) : emptyCell(merging);
  });
  if (before && after) return { ...after, id: before.id, cells };
  const text = (row: TableRow) => row.cells.map(cellText).join('\t');
  const revision = merging.recorder.revision();
  if (before) {
    const change = { revision, kind: 'deleted', of: 'row', before: text(before), after: '', place } as const;
    noteLine(change, merging.recorder);
    return { ...before, cells, del: [revision] };
  }
  const change = { revision, kind: 'inserted', of: 'row', before: '', after: text(after!), place } as const;
  noteLine(change, merging.recorder);
  return { ...after!, id: merging.freshId(after!.id), cells, ins: revision };
}

function pairedRow(before: TableRow, after: TableRow, mergeCell: MergeCell): TableRow {
  const cells = before.cells.map((cell, index) => pairedCell(cell, after.cells[index]!, mergeCell));
  return { ...after, id: before.id, cells };
}

function pairedCell(a: TableCell, b: TableCell, mergeCell: MergeCell): TableCell {
  return { ...b, id: a.id, blocks: mergeCell(a.blocks, b.blocks) };
}

function plainCell(cell: TableCell): TableCell {
  return { ...cell, blocks: cell.blocks.map((block) => ({ ...block, runs: block.runs.map(withoutThreads) })) };
}

function newCell(cell: TableCell, merging: Merging): TableCell {
  const blocks = cell.blocks.map((block) => withFreshIds(block, merging));
  return plainCell({ ...cell, id: merging.freshId(cell.id), blocks });
}

/** Where a row and a column cross that are not in the same letter. */
function emptyCell(merging: Merging): TableCell {
  return { id: merging.freshId(), blocks: [{ id: merging.freshId(), type: 'paragraph', runs: [] }] };
}
