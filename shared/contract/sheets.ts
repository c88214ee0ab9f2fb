import { z } from 'zod';
import { sheetIdSchema } from '../domain/sheet.ts';
import { concernsDocuments, documentId } from './documents.ts';
import { failureSchema } from './errors.ts';
import { job, query, type Staleness } from './procedure.ts';
import { exportedFileSchema } from './exports.ts';

/** The papers that go with a letter (随附表单): slip, opinion form, envelopes, labels. */
export const sheetFormats = ['docx', 'pdf'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

const documentIds = z.array(documentId).min(1).max(1000);
const format = z.enum(sheetFormats);
const address = z.string().max(200);
const postcode = z.string().max(20);

const sheetSummarySchema = z.object({
  id: sheetIdSchema,
  name: z.string(),
  /** A file of the unit's own. */
  isOwn: z.boolean(),
  for: z.enum(['letter', 'member', 'labels']),
  /** mm */
  page: z.object({ width: z.number(), height: z.number() }),
  /** It has places for addresses, which are typed for each print. */
  isAddressed: z.boolean(),
  /** It has a place for the unit's own address. */
  hasSender: z.boolean(),
  /** Parts of it are left out on paper that has them already. */
  hasPreprinted: z.boolean(),
  /** Labels on a page; 0 for sheets without. */
  labels: z.number().int(),
});
export type SheetSummary = z.infer<typeof sheetSummarySchema>;

/** What is typed for one print and kept nowhere: a case holds no address. */
const printSchema = z.object({
  /** Who gets an envelope, label or form. Members of a letter not named here get none; absent: its lead, or all on labels and envelopes. */
  recipients: z
    .array(z.object({ documentId, name: z.string().max(100), address, postcode }))
    .max(5000)
    .optional(),
  sender: z.object({ address, postcode }),
  /** Labels used up already on the first page. */
  labelsUsed: z.number().int().min(0).max(400),
  isPreprinted: z.boolean(),
});
export type SheetPrintOptions = z.infer<typeof printSchema>;

const place = { left: z.number(), top: z.number() };

/** A page to be drawn small: boxes with a rule around them, and texts. mm; sizes and pitches in pt. */
const sheetPictureSchema = z.object({
  width: z.number(),
  height: z.number(),
  /** In the whole file. */
  pages: z.number().int(),
  rules: z.array(z.object({ ...place, right: z.number(), bottom: z.number(), weight: z.number() })),
  texts: z.array(
    z.object({
      ...place,
      width: z.number(),
      height: z.number(),
      text: z.string(),
      face: z.enum(['title', 'body', 'heading1', 'heading2', 'pageNumber']),
      size: z.number(),
      pitch: z.number(),
      align: z.enum(['left', 'center', 'right', 'both']),
      verticalAlign: z.enum(['top', 'center', 'bottom']),
    }),
  ),
});
export type SheetPicture = z.infer<typeof sheetPictureSchema>;

/** Letters, the unit, and the files of the unit's own sheets. */
const onPaper: Staleness<{ documentIds: string[] }> = {
  on: { 'documents.changed': concernsDocuments, 'settings.changed': (_input, { keys }) => keys.includes('unit') },
  outside: true,
};

export const sheetProcedures = {
  /** `broken`: files of the unit's own that are refused, with the places that are wrong. */
  'sheets.list': query(
    z.object({}),
    z.object({
      sheets: z.array(sheetSummarySchema),
      broken: z.array(z.object({ name: z.string(), issues: z.array(z.string()) })),
    }),
    { outside: true },
  ),
  /** Puts a shipped sheet into the unit's folder of sheets, to be changed there, and shows it; one that is there stays. */
  'sheets.copy': job(z.object({ sheetId: sheetIdSchema }), z.object({ path: z.string() })),
  /** What a sheet asks for and what is known of it; '' is left blank on paper. */
  'sheets.fields': query(
    z.object({ sheetId: sheetIdSchema, documentIds }),
    z.object({
      letters: z.array(
        z.object({
          documentId,
          title: z.string(),
          fields: z.array(z.object({ name: z.string(), value: z.string() })),
          /** Who may get it, the lead first: members, or the host unit where envelopes of a 会办 opinion go. */
          members: z.array(z.object({ name: z.string(), isLead: z.boolean() })),
        }),
      ),
    }),
    onPaper,
  ),
  /** How the first page will look. */
  'sheets.picture': query(
    z.object({ sheetId: sheetIdSchema, documentIds, print: printSchema }),
    sheetPictureSchema,
    onPaper,
  ),
  /** Names the print would write, so that overwriting can be asked before. Labels of all letters are one file. */
  'sheets.plan': query(
    z.object({ sheetId: sheetIdSchema, documentIds, formats: z.array(format).min(1) }),
    z.object({ files: z.array(z.object({ documentId, format, name: z.string(), exists: z.boolean() })) }),
    onPaper,
  ),
  /** Into the folder of the exports. `FILE_EXISTS` when a target exists and `overwrite` is false; nothing is written then. */
  'sheets.run': job(
    z.object({
      sheetId: sheetIdSchema,
      documentIds,
      formats: z.array(format).min(1),
      overwrite: z.boolean(),
      print: printSchema,
    }),
    z.object({
      files: z.array(exportedFileSchema),
      failed: z.array(z.object({ documentId, format, error: failureSchema })),
      /** Texts that did not fit even at their smallest size and were cut. */
      cut: z.array(z.string()),
    }),
  ),
} as const;
