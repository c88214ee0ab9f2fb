import type { PresenceMarks } from '../revision-marks.ts';
import type { Block, Span, Table, TableCell } from '../schema.ts';
import { hasOpenText, isMarked } from './open-marks.ts';
import { withoutLines, withSpans } from './table-grid.ts';
import { resolveChanges, resolveField, resolvePresence, type VerdictOf } from './values.ts';

/**
 * A table with what was decided; undefined when no row or no column of it is left.
 *
 * Cells are merged and parted before rows and columns go: what a merged cell covers is said in rows and columns that
 * are there. So those wait while a merge is open, and a merge, which takes in text, waits for the text of the cells.
 */
export function resolveTable(
  source: Table,
  verdictOf: VerdictOf,
  resolveCellBlocks: (blocks: Block[]) => Block[],
): Table | undefined {
  const resolved: Table = resolveChanges(
    {
      ...source,
      columns: source.columns.map((column) => resolveChanges(column, verdictOf)),
      rows: source.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: resolveCellBlocks(cell.blocks) })),
      })),
    },
    verdictOf,
  );
  const cells = resolved.rows.flatMap((row) => row.cells);
  const changed = cells.filter(({ changes }) => changes);
  if (changed.some((cell) => hasOpenSpan(cell, verdictOf)) || (changed.length > 0 && cells.some(isOpenCell))) {
    return resolved;
  }
  const spans = new Map(changed.map((cell) => [cell.id, decidedSpan(cell, verdictOf)]));
  const merged = changed.length > 0 ? withSpans(withoutSpanChanges(resolved), spans) : resolved;
  const table = withoutLines(merged, {
    rows: goneLines(merged.rows, verdictOf),
    columns: goneLines(merged.columns, verdictOf),
  });
  if (table.rows.length === 0 || table.columns.length === 0) return undefined;
  return {
    ...table,
    columns: table.columns.map((column) => resolvePresence(column, verdictOf)!),
    rows: table.rows.map((row) => resolvePresence(row, verdictOf)!),
  };
}

function goneLines(lines: readonly PresenceMarks[], verdictOf: VerdictOf): Set<number> {
  return new Set(lines.flatMap((line, index) => (resolvePresence(line, verdictOf) ? [] : [index])));
}

function hasOpenSpan({ changes = [] }: TableCell, verdictOf: VerdictOf): boolean {
  return changes.some(({ revision }) => verdictOf(revision) === undefined);
}

function isOpenCell({ blocks }: TableCell): boolean {
  return blocks.some((block) => hasOpenText(block) || isMarked(block));
}

function decidedSpan({ changes = [] }: TableCell, verdictOf: VerdictOf): Span {
  return resolveField(changes, changes.at(-1)?.after, verdictOf).value as Span;
}

function withoutSpanChanges(table: Table): Table {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ changes: _changes, ...cell }) => cell as TableCell),
  }));
  return { ...table, rows };
}
