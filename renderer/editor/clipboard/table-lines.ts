import type { Run, Table } from '#shared/document/schema.ts';

/** The words of a table where none can stand: a line for each row, the cells side by side. */
export function linesOfTable(table: Table): Run[][] {
  return table.rows.map((row) =>
    row.cells.flatMap((cell, index) => {
      const runs = cell.blocks.flatMap(({ runs: cellRuns }, line) =>
        line > 0 ? [{ text: ' ' }, ...cellRuns] : cellRuns,
      );
      return index > 0 ? [{ text: ' ' }, ...runs] : runs;
    }),
  );
}
