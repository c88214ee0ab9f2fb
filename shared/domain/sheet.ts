import { z } from 'zod';
import { sheetTextProblem } from './sheet-text.ts';

/**
 * A paper that goes with the letter (随附表单): the slip on which it is signed off, the form that asks the member's
 * opinion, envelopes, labels. One file each in `resources/sheets`; Word and PDF are both made from it. Lengths in mm
 * from the upper left corner of the page, type sizes in pt.
 */
export const SHEET_SCHEMA = 'dafu.sheet/1';

export const sheetIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export type SheetId = string;

const length = z.number().min(0).max(500);
const weight = z.number().min(0.1).max(3);
const typeSize = z.number().multipleOf(0.5).min(5).max(72);
const styleName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/);

const text = z
  .string()
  .max(1000)
  .superRefine((value, context) => {
    const problem = sheetTextProblem(value);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

const align = z.enum(['left', 'center', 'right', 'both']);
const verticalAlign = z.enum(['top', 'center', 'bottom']);

/** Typefaces are those of the letter by use: 小标宋, 仿宋, 黑体, 楷体, 宋体. Text that needs more room shrinks to `smallest`. */
const styleSchema = z.strictObject({
  face: z.enum(['title', 'body', 'heading1', 'heading2', 'pageNumber']),
  size: typeSize,
  smallest: typeSize.optional(),
  /** Line pitch as a multiple of the size. Default 1.3. */
  lines: z.number().min(1).max(3).optional(),
  align: align.optional(),
  verticalAlign: verticalAlign.optional(),
  /** Shrinks before it takes a second line: dates, telephone numbers. */
  isOneLine: z.literal(true).optional(),
});
export type SheetStyle = z.infer<typeof styleSchema>;

const linesSchema = z.strictObject({
  kind: z.literal('lines'),
  style: styleName,
  /** Each is a line of its own; `\n` inside one begins another. */
  lines: z.array(text).min(1).max(20),
  /** Room above and below. */
  before: length.optional(),
  after: length.optional(),
});

const cellSchema = z.strictObject({
  text,
  style: styleName,
  colSpan: z.number().int().min(2).max(24).optional(),
  rowSpan: z.number().int().min(2).max(40).optional(),
  /** One character a line. */
  isVertical: z.literal(true).optional(),
  align: align.optional(),
  verticalAlign: verticalAlign.optional(),
});
export type SheetCell = z.infer<typeof cellSchema>;

const rowSchema = z.strictObject({
  /** What it has at least: room to write by hand. */
  height: z.number().min(3).max(200),
  /** Share of what is left of the page. */
  grow: z.number().min(0).max(100).optional(),
  /** The row is there once for each of the unit's steps (审批流程) but those named here. */
  eachApproverExcept: z.array(z.string()).optional(),
  cells: z.array(cellSchema).min(1).max(24),
});
export type SheetRow = z.infer<typeof rowSchema>;

const tableSchema = z.strictObject({
  kind: z.literal('table'),
  /** Widths in mm, or shares of what the others leave. */
  columns: z
    .array(
      z.union([
        z.strictObject({ mm: z.number().min(2).max(500) }),
        z.strictObject({ share: z.number().min(0.1).max(100) }),
      ]),
    )
    .min(1)
    .max(24),
  rules: z.strictObject({ outer: weight, inner: weight }),
  rows: z.array(rowSchema).min(1).max(40),
});
export type SheetTable = z.infer<typeof tableSchema>;

const boxSchema = z.strictObject({
  left: length,
  top: length,
  width: length,
  height: length,
  text,
  style: styleName,
  align: align.optional(),
  verticalAlign: verticalAlign.optional(),
  /** Weight of a rule around it, which pre-printed paper has already. */
  frame: weight.optional(),
  /** One character in each of `count` boxes of this width, `gap` apart: 邮政编码. */
  split: z.strictObject({ count: z.number().int().min(2).max(12), gap: length }).optional(),
  /** Left out on paper that has it already (套打). */
  isPreprinted: z.literal(true).optional(),
});
export type SheetBox = z.infer<typeof boxSchema>;

const placedSchema = z.strictObject({
  kind: z.literal('placed'),
  boxes: z.array(boxSchema).min(1).max(40),
  /** For labels: the boxes are those of the first one, the others stand `stepX` and `stepY` from it. */
  repeat: z
    .strictObject({
      columns: z.number().int().min(1).max(10),
      rows: z.number().int().min(1).max(40),
      stepX: length,
      stepY: length,
    })
    .optional(),
});
export type SheetPlaced = z.infer<typeof placedSchema>;

const blockSchema = z.discriminatedUnion('kind', [linesSchema, tableSchema, placedSchema]);
export type SheetBlock = z.infer<typeof blockSchema>;

export const sheetSchema = z
  .strictObject({
    schema: z.literal(SHEET_SCHEMA),
    id: sheetIdSchema,
    name: z.string().min(1).max(50),
    /** `letter`: a page for each letter; `member`: one for each member of its case; `labels`: many members on a page. */
    for: z.enum(['letter', 'member', 'labels']),
    page: z.strictObject({
      width: z.number().min(50).max(500),
      height: z.number().min(50).max(500),
      margin: z.strictObject({ top: length, right: length, bottom: length, left: length }),
    }),
    styles: z.record(styleName, styleSchema),
    blocks: z.array(blockSchema).min(1).max(20),
  })
  .superRefine((sheet, context) => {
    for (const { path, message } of sheetProblems(sheet)) context.addIssue({ code: 'custom', path, message });
  });
export type Sheet = z.infer<typeof sheetSchema>;

/** What the parts of a sheet must agree in, which no part can say by itself. */
function sheetProblems(sheet: {
  for: string;
  page: { width: number; height: number };
  styles: Record<string, SheetStyle>;
  blocks: SheetBlock[];
}): { path: (string | number)[]; message: string }[] {
  const problems: { path: (string | number)[]; message: string }[] = [];
  const say = (path: (string | number)[], message: string): void => void problems.push({ path, message });
  const style = (path: (string | number)[], name: string): void => {
    if (!Object.hasOwn(sheet.styles, name)) say([...path, 'style'], `no style ${name}`);
  };
  const firstTable = sheet.blocks.findIndex(({ kind }) => kind === 'table');
  for (const [index, block] of sheet.blocks.entries()) {
    const path = ['blocks', index];
    if (block.kind === 'table' && index > firstTable) say(path, 'one table a sheet');
    if (block.kind === 'lines') style(path, block.style);
    else if (block.kind === 'table') {
      for (const [row, { cells }] of block.rows.entries()) {
        for (const [cell, { style: name }] of cells.entries()) style([...path, 'rows', row, 'cells', cell], name);
      }
      for (const { row, message } of gridProblems(block)) say([...path, 'rows', row], message);
    } else {
      if (sheet.blocks.length > 1) say(path, 'placed boxes stand alone');
      for (const [box, part] of block.boxes.entries()) {
        const place = [...path, 'boxes', box];
        style(place, part.style);
        const end = endOfBox(part, block.repeat);
        if (end.right > sheet.page.width || end.bottom > sheet.page.height) say(place, 'reaches over the page');
      }
    }
    if ((sheet.for === 'labels') !== (block.kind === 'placed' && block.repeat !== undefined)) {
      say(path, sheet.for === 'labels' ? 'labels are placed boxes with repeat' : 'repeat is for labels');
    }
  }
  return problems;
}

function endOfBox(box: SheetBox, repeat: SheetPlaced['repeat']): { right: number; bottom: number } {
  const { count, gap } = box.split ?? { count: 1, gap: 0 };
  return {
    right: box.left + count * box.width + (count - 1) * gap + (repeat ? (repeat.columns - 1) * repeat.stepX : 0),
    bottom: box.top + box.height + (repeat ? (repeat.rows - 1) * repeat.stepY : 0),
  };
}

/** Rows whose cells do not fill the columns, cells that reach down out of the table or into repeated rows. */
function gridProblems({ columns, rows }: SheetTable): { row: number; message: string }[] {
  const problems: { row: number; message: string }[] = [];
  const reach: number[] = columns.map(() => 0);
  for (const [index, row] of rows.entries()) {
    const free = reach.filter((left) => left === 0).length;
    const width = row.cells.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0);
    if (width !== free) problems.push({ row: index, message: `${width} columns, the table has ${free} here` });
    if (row.eachApproverExcept && (free < columns.length || row.cells.some((cell) => cell.rowSpan !== undefined))) {
      problems.push({ row: index, message: 'a repeated row has no cells over several rows' });
    }
    let column = 0;
    const next = reach.map((left) => Math.max(0, left - 1));
    for (const cell of row.cells) {
      while (column < columns.length && (reach[column] ?? 0) > 0) column += 1;
      for (let span = 0; span < (cell.colSpan ?? 1); span += 1) {
        if (column < columns.length) next[column] = (cell.rowSpan ?? 1) - 1;
        column += 1;
      }
      if (index + (cell.rowSpan ?? 1) > rows.length) problems.push({ row: index, message: 'rowSpan out of the table' });
    }
    for (const [place, left] of next.entries()) reach[place] = left;
  }
  return problems;
}
