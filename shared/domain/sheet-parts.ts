import { z } from 'zod';
import { sheetTextProblem } from './sheet-text.ts';

/** The parts of a sheet. Lengths in mm from the upper left corner of the page, type sizes in pt. */
export const sheetLength = z.number().min(0).max(500);
const weight = z.number().min(0.1).max(3);
const typeSize = z.number().multipleOf(0.5).min(5).max(72);
export const sheetStyleName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/);

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
export const sheetStyleSchema = z.strictObject({
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
export type SheetStyle = z.infer<typeof sheetStyleSchema>;

const linesSchema = z.strictObject({
  kind: z.literal('lines'),
  style: sheetStyleName,
  /** Each is a line of its own; `\n` inside one begins another. */
  lines: z.array(text).min(1).max(20),
  /** Room above and below. */
  before: sheetLength.optional(),
  after: sheetLength.optional(),
});

const cellSchema = z.strictObject({
  text,
  style: sheetStyleName,
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
  left: sheetLength,
  top: sheetLength,
  width: z.number().min(1).max(500),
  height: z.number().min(1).max(500),
  text,
  style: sheetStyleName,
  align: align.optional(),
  verticalAlign: verticalAlign.optional(),
  /** Weight of a rule around it, which pre-printed paper has already. */
  frame: weight.optional(),
  /** One character in each of `count` boxes of this width, `gap` apart: 邮政编码. */
  split: z.strictObject({ count: z.number().int().min(2).max(12), gap: sheetLength }).optional(),
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
      stepX: sheetLength,
      stepY: sheetLength,
    })
    .optional(),
});
export type SheetPlaced = z.infer<typeof placedSchema>;

export const sheetBlockSchema = z.discriminatedUnion('kind', [linesSchema, tableSchema, placedSchema]);
export type SheetBlock = z.infer<typeof sheetBlockSchema>;
