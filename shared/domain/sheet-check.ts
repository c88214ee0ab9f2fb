import type { SheetBlock, SheetBox, SheetPlaced, SheetStyle, SheetTable } from './sheet-parts.ts';

interface CheckedSheet {
  for: string;
  page: {
    width: number;
    height: number;
    margin: { top: number; right: number; bottom: number; left: number };
  };
  styles: Record<string, SheetStyle>;
  blocks: SheetBlock[];
}

export interface SheetProblem {
  path: (string | number)[];
  message: string;
}

/** What rows may shrink to when the page is full: to write a line in by hand. mm. */
export const leastRowHeight = 7;
/** Of a column that shares what the fixed ones leave. mm. */
const leastColumn = 5;
/** Closer edges are the same edge. */
const tolerance = 0.01;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** What the parts of a sheet must agree in, which no part can say by itself. */
export function sheetProblems(sheet: CheckedSheet): SheetProblem[] {
  const firstTable = sheet.blocks.findIndex(({ kind }) => kind === 'table');
  return sheet.blocks.flatMap((block, index) => {
    const problems = blockProblems(sheet, block);
    if (block.kind === 'table' && index > firstTable) problems.push({ path: [], message: 'one table a sheet' });
    if (block.kind === 'placed' && sheet.blocks.length > 1) {
      problems.push({ path: [], message: 'placed boxes stand alone' });
    }
    if ((sheet.for === 'labels') !== (block.kind === 'placed' && block.repeat !== undefined)) {
      const message = sheet.for === 'labels' ? 'labels are placed boxes with repeat' : 'repeat is for labels';
      problems.push({ path: [], message });
    }
    return problems.map(({ path, message }) => ({ path: ['blocks', index, ...path], message }));
  });
}

function blockProblems(sheet: CheckedSheet, block: SheetBlock): SheetProblem[] {
  switch (block.kind) {
    case 'lines':
      return styleProblems(sheet, block.style);
    case 'table':
      return [
        ...block.rows.flatMap(({ cells }, row) =>
          cells.flatMap(({ style }, cell) => within(['rows', row, 'cells', cell], styleProblems(sheet, style))),
        ),
        ...gridProblems(block),
        ...roomProblems(sheet, block),
      ];
    case 'placed':
      return [
        ...block.boxes.flatMap(({ style }, box) => within(['boxes', box], styleProblems(sheet, style))),
        ...placeProblems(sheet, block),
      ];
  }
}

function within(path: SheetProblem['path'], problems: readonly SheetProblem[]): SheetProblem[] {
  return problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

function styleProblems({ styles }: CheckedSheet, name: string): SheetProblem[] {
  return Object.hasOwn(styles, name) ? [] : [{ path: ['style'], message: `no style ${name}` }];
}

function roomProblems({ page }: CheckedSheet, { columns, rows }: SheetTable): SheetProblem[] {
  const width = page.width - page.margin.left - page.margin.right;
  const height = page.height - page.margin.top - page.margin.bottom;
  const problems: SheetProblem[] = [];
  if (sum(columns.map((column) => ('mm' in column ? column.mm : leastColumn))) > width + tolerance) {
    problems.push({ path: ['columns'], message: `wider than the ${width} mm between the margins` });
  }
  if (sum(rows.map((row) => Math.min(row.height, leastRowHeight))) > height) {
    problems.push({ path: ['rows'], message: `more than the ${height} mm between the margins can hold` });
  }
  return problems;
}

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function rectangle({ left, top, width, height, split }: SheetBox): Rectangle {
  const { count, gap } = split ?? { count: 1, gap: 0 };
  return { left, top, right: left + count * width + (count - 1) * gap, bottom: top + height };
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  const isApart = (end: number, start: number): boolean => end <= start + tolerance;
  return !(
    isApart(one.right, other.left) ||
    isApart(other.right, one.left) ||
    isApart(one.bottom, other.top) ||
    isApart(other.bottom, one.top)
  );
}

/** Boxes that reach over the page or lie on each other: they are the cells of one table. */
function placeProblems({ page }: CheckedSheet, { boxes, repeat }: SheetPlaced): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const places = boxes.map(rectangle);
  const { columns, rows, stepX, stepY } = repeat ?? { columns: 1, rows: 1, stepX: 0, stepY: 0 };
  for (const [box, place] of places.entries()) {
    const path = ['boxes', box];
    const isOver =
      place.right + (columns - 1) * stepX > page.width + tolerance ||
      place.bottom + (rows - 1) * stepY > page.height + tolerance;
    if (isOver) problems.push({ path, message: 'reaches over the page' });
    const under = places.slice(0, box).findIndex((other) => overlap(place, other));
    if (under >= 0) problems.push({ path, message: `lies on boxes.${under}` });
  }
  const width = Math.max(...places.map(({ right }) => right)) - Math.min(...places.map(({ left }) => left));
  const height = Math.max(...places.map(({ bottom }) => bottom)) - Math.min(...places.map(({ top }) => top));
  if (columns > 1 && stepX < width - tolerance) {
    problems.push({ path: ['repeat', 'stepX'], message: `less than the ${width} mm of a label` });
  }
  if (rows > 1 && stepY < height - tolerance) {
    problems.push({ path: ['repeat', 'stepY'], message: `less than the ${height} mm of a label` });
  }
  return problems;
}

/** Rows whose cells do not fill the columns, cells that reach down out of the table or into repeated rows. */
function gridProblems({ columns, rows }: SheetTable): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const reach: number[] = columns.map(() => 0);
  for (const [index, row] of rows.entries()) {
    const free = reach.filter((left) => left === 0).length;
    const width = row.cells.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0);
    if (width !== free)
      problems.push({ path: ['rows', index], message: `${width} columns, the table has ${free} here` });
    if (row.eachApproverExcept && (free < columns.length || row.cells.some((cell) => cell.rowSpan !== undefined))) {
      problems.push({ path: ['rows', index], message: 'a repeated row has no cells over several rows' });
    }
    let column = 0;
    const next = reach.map((left) => Math.max(0, left - 1));
    for (const cell of row.cells) {
      while (column < columns.length && (reach[column] ?? 0) > 0) column += 1;
      for (let span = 0; span < (cell.colSpan ?? 1); span += 1) {
        if (column < columns.length) next[column] = (cell.rowSpan ?? 1) - 1;
        column += 1;
      }
      if (index + (cell.rowSpan ?? 1) > rows.length)
        problems.push({ path: ['rows', index], message: 'rowSpan out of the table' });
    }
    for (const [place, left] of next.entries()) reach[place] = left;
  }
  return problems;
}
