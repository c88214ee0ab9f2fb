import { expect, it } from 'vitest';
import type { CellElement } from '../letter/element.ts';
import { partLastRow, placeCells } from './table-cells.ts';

const cell = (colSpan = 1, rowSpan = 1): CellElement => ({ colSpan, rowSpan, paragraphs: [] });
function placed(rows: CellElement[][], columns: number[], headerRows = 0): string[] {
  const result = placeCells({ kind: 'table', blockId: 't', headerRows, columns, rows });
  return [
    `${result.columns.length} columns`,
    ...result.cells.map(
      (item) => `${item.column},${item.row} ${item.colSpan}x${item.rowSpan}${item.isHeader ? ' head' : ''}`,
    ),
  ];
}

it('fills rows from the left around cells that span down', () => {
  expect(placed([[cell(1, 2), cell()], [cell()], [cell(2)]], [1, 1], 1)).toEqual([
    '2 columns',
    '0,0 1x1 head',
    '1,0 1x1 head',
    '0,1 1x1',
    '0,2 2x1',
  ]);
  expect(placed([[cell(1, 2), cell()], [cell()], [cell(2)]], [1, 1])).toEqual([
    '2 columns',
    '0,0 1x2',
    '1,0 1x1',
    '1,1 1x1',
    '0,2 2x1',
  ]);
});

it('cuts spans that reach out of the table and widens it for cells too many', () => {
  expect(placed([[cell(5, 9)], [cell()]], [1, 1])).toEqual(['3 columns', '0,0 2x2', '2,1 1x1']);
  expect(placed([[cell(), cell(), cell()]], [3])).toEqual(['3 columns', '0,0 1x1', '1,0 1x1', '2,0 1x1']);
});

it('keeps the widths it was given', () => {
  expect(
    placeCells({ kind: 'table', blockId: 't', headerRows: 0, columns: [3, 1], rows: [[cell(), cell()]] }).columns,
  ).toEqual([3, 1]);
});

const at = (row: number, rowSpan = 1, isHeader = false) => ({ row, rowSpan, isHeader });

it('parts the last row from a table, or as many as cells span over', () => {
  const head = at(0, 1, true);
  expect(partLastRow([head, at(1), at(2)])).toEqual({
    cells: [head, at(1)],
    end: { head: [head], headRows: 1, cells: [at(0)] },
  });
  expect(partLastRow([head, at(1), at(2, 3), at(2), at(3), at(4)])).toEqual({
    cells: [head, at(1)],
    end: { head: [head], headRows: 1, cells: [at(0, 3), at(0), at(1), at(2)] },
  });
});

it('does not part what would leave nothing', () => {
  expect(partLastRow([at(0, 1, true), at(1)])).toBeNull();
  expect(partLastRow([at(0), at(0, 1)])).toBeNull();
  expect(partLastRow([at(0, 2), at(1)])).toBeNull();
  expect(partLastRow([])).toBeNull();
});
