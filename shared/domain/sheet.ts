import { z } from 'zod';
import { sheetProblems } from './sheet-check.ts';
import { sheetBlockSchema, sheetLength, sheetStyleName, sheetStyleSchema } from './sheet-parts.ts';

/**
 * A paper that goes with the letter (随附表单): the slip on which it is signed off, the form that asks the member's
 * opinion, envelopes, labels. One file each in `resources/sheets`; Word and PDF are both made from it.
 */
export const SHEET_SCHEMA = 'dafu.sheet/1';

export const sheetIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export type SheetId = string;

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
      margin: z.strictObject({ top: sheetLength, right: sheetLength, bottom: sheetLength, left: sheetLength }),
    }),
    styles: z.record(sheetStyleName, sheetStyleSchema),
    blocks: z.array(sheetBlockSchema).min(1).max(20),
  })
  .superRefine((sheet, context) => {
    for (const { path, message } of sheetProblems(sheet)) context.addIssue({ code: 'custom', path, message });
  });
export type Sheet = z.infer<typeof sheetSchema>;
