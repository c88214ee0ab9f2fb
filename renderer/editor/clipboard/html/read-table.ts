import { newId } from '#shared/lib/ids.ts';
import type { Block, TableCell } from '#shared/document/schema.ts';
import { linesOfTable } from '../table-lines.ts';
import { hasNoExtent, widthOf } from './element-style.ts';
import { placeCells, type PlacedCell } from './table-grid.ts';

interface TableReading {
  isHidden: (element: Element) => boolean;
  read: (parent: Element) => Block[];
}

/**
 * A table as one block with a complete grid, after its caption. Rows and columns hidden in the sheet are left out. A
 * table of a single cell only frames its text: spreadsheets copy one cell so, and pages are laid out that way.
 */
export function readTable(table: Element, { isHidden, read }: TableReading): Block[] {
  const own = (selector: string) =>
    [...table.querySelectorAll(selector)].filter((part) => part.closest('table') === table);
  const captions = own('caption')
    .filter((caption) => !isHidden(caption))
    .flatMap(read);
  const rows = own('tr').map((row) => ({
    isHidden: isHidden(row) || hasNoExtent(row, 'height') || isHidden(row.parentElement ?? row),
    isHeader: row.closest('thead') !== null || [...row.children].every((cell) => cell.tagName === 'TH'),
    cells: [...row.children]
      .filter(({ tagName }) => /^T[DH]$/.test(tagName))
      .map((element) => ({ element, isHidden: isHidden(element), isEmptied: hasNoExtent(element, 'width') })),
  }));
  const grid = placeCells(rows, columnsOf(own('col'), isHidden));
  if (grid.rows.length === 0) return captions;
  const [only, ...others] = grid.rows.flatMap(({ cells }) => cells);
  if (only?.element && others.length === 0) return [...captions, ...read(only.element)];
  const firstBodyRow = grid.rows.findIndex(({ isHeader }) => !isHeader);
  return [
    ...captions,
    {
      id: newId(),
      type: 'table',
      runs: [],
      table: {
        headerRows: Math.max(0, firstBodyRow),
        columns: grid.columns.map((width) => ({ width })),
        rows: grid.rows.map(({ cells }) => ({ id: newId(), cells: cells.map((cell) => cellOf(cell, read)) })),
      },
    },
  ];
}

function columnsOf(elements: Element[], isHidden: TableReading['isHidden']) {
  return elements.flatMap((element) => {
    const count = Math.min(64, Math.max(1, Number(element.getAttribute('span')) || 1));
    const column = { isHidden: isHidden(element) || hasNoExtent(element, 'width'), width: widthOf(element) };
    return Array.from({ length: count }, () => column);
  });
}

function cellOf({ element, colSpan, rowSpan }: PlacedCell, read: TableReading['read']): TableCell {
  const blocks = element ? read(element).flatMap(asCellBlocks) : [];
  return {
    id: newId(),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    blocks: blocks.length > 0 ? blocks : [{ id: newId(), type: 'paragraph', runs: [] }],
  };
}

/** Cells hold paragraphs and lists only; a table in a cell leaves its words there, a line for each of its rows. */
function asCellBlocks(block: Block): Block[] {
  if (block.type === 'page-break') return [];
  if (block.table) return linesOfTable(block.table).map((runs) => ({ id: newId(), type: 'paragraph', runs }));
  return block.type === 'heading' ? [{ id: block.id, type: 'paragraph', runs: block.runs }] : [block];
}
