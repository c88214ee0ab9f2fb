import { z } from 'zod';
import { formIdSchema } from '../domain/form.ts';
import {
  decisionsSchema,
  findingActions,
  findingSchema,
  publicationOptionsSchema,
} from '../document/redaction/finding.ts';
import { openPointSchema } from '../document/open-points.ts';
import { reviewCountsSchema } from '../document/review-state.ts';
import { disclosureKinds } from '../document/schema.ts';
import { concernsDocuments, documentId } from './documents.ts';
import { failureSchema } from './errors.ts';
import type { SettingKey } from './events.ts';
import { job, query, type Staleness } from './procedure.ts';

export const exportFormats = ['docx', 'pdf', 'html', 'txt'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A font the format asks for that this PC lacks, and what the PDF used in its place. */
export const fontSubstitutionSchema = z.object({ wanted: z.string(), used: z.string() });
export type FontSubstitution = z.infer<typeof fontSubstitutionSchema>;

export const exportedFileSchema = z.object({
  documentId,
  format: z.enum(exportFormats),
  /** Full path, for showing; opening goes by `fileId`. */
  path: z.string(),
  /** Names the file to `exports.open` and `exports.reveal` while the app runs. */
  fileId: z.string(),
  bytes: z.number().int(),
  substitutions: z.array(fontSubstitutionSchema),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;

/** What an export does with open comments and tracked changes; comments are never in the file. */
export const reviewTreatments = ['refuse', 'accept', 'reject'] as const;
export type ReviewTreatment = (typeof reviewTreatments)[number];

/** How the public version (网页公开版) is made; `decisions` by letter, what they do not name follows the suggestions. */
export const publicationSchema = z.object({
  options: publicationOptionsSchema,
  decisions: z.record(documentId, decisionsSchema),
});
export type Publication = z.infer<typeof publicationSchema>;

/** Absent `review`: refuse. Absent `publication`: the full version. */
const treatment = { review: z.enum(reviewTreatments).optional(), publication: publicationSchema.optional() };

/** Why a letter has no public version: 不予公开, or 密级. */
export const refusalSchema = z.object({ why: z.enum(['withheld', 'secret']), reason: z.string() });
export type Refusal = z.infer<typeof refusalSchema>;

const lettersAndUnit: Staleness<{ documentIds: string[] }>['on'] = {
  'documents.changed': concernsDocuments,
  'settings.changed': (_input, { keys }) => keys.includes('unit'),
};
const namesFiles = new Set<SettingKey>(['unit', 'exportFolder']);

export const exportProcedures = {
  /** `folder` is null until one was chosen. */
  'exports.getFolder': query(z.object({}), z.object({ folder: z.string().nullable() }), {
    on: { 'settings.changed': (_input, { keys }) => keys.includes('exportFolder') },
  }),
  'exports.pickFolder': job(z.object({}), z.object({ folder: z.string().nullable() })),
  /** What is to be asked before letters are exported, in the order given. */
  'exports.review': query(
    z.object({ documentIds: z.array(documentId).min(1).max(1000) }),
    z.object({
      letters: z.array(
        z.object({
          documentId,
          title: z.string(),
          review: reviewCountsSchema,
          /** Null: nobody decided yet. */
          disclosure: z.enum(disclosureKinds).nullable(),
          refusal: refusalSchema.nullable(),
          /** What the letter still lacks. */
          open: z.array(openPointSchema),
        }),
      ),
    }),
    { on: lettersAndUnit },
  ),
  /** Personal data of letters that may be published; letters that may not have none. */
  'exports.findPersonalData': query(
    z.object({
      documentIds: z.array(documentId).min(1).max(1000),
      review: z.enum(['accept', 'reject']),
      options: publicationOptionsSchema,
    }),
    z.object({ letters: z.array(z.object({ documentId, findings: z.array(findingSchema) })) }),
    { on: lettersAndUnit },
  ),
  /** Names the export would write, so that overwriting can be asked before; none of letters it would refuse. */
  'exports.plan': query(
    z.object({
      documentIds: z.array(documentId).min(1).max(1000),
      formats: z.array(z.enum(exportFormats)).min(1),
      namePattern: z.string().max(200),
      ...treatment,
    }),
    z.object({
      files: z.array(z.object({ documentId, format: z.enum(exportFormats), name: z.string(), exists: z.boolean() })),
    }),
    {
      on: { ...lettersAndUnit, 'settings.changed': (_input, { keys }) => keys.some((key) => namesFiles.has(key)) },
      outside: true,
    },
  ),
  /**
   * Into the chosen folder. `FILE_EXISTS` when a target exists and `overwrite` is false; nothing is written then. A
   * letter with an open review that nobody decided on fails with `REVIEW_OPEN`, one that is not for the public with
   * `PUBLICATION_REFUSED`; no file of it is written.
   */
  'exports.run': job(
    z.object({
      documentIds: z.array(documentId).min(1).max(1000),
      formats: z.array(z.enum(exportFormats)).min(1),
      namePattern: z.string().max(200),
      overwrite: z.boolean(),
      pdfStandard: z.enum(['none', 'a-2b']),
      /** Absent: the unit's. The public version has no red head, whatever the form. */
      form: formIdSchema.optional(),
      ...treatment,
    }),
    z.object({
      files: z.array(exportedFileSchema),
      failed: z.array(z.object({ documentId, format: z.enum(exportFormats), error: failureSchema })),
      /** Of public versions: what was found in each letter written and what became of it. */
      redacted: z.array(
        z.object({
          documentId,
          redactions: z.array(z.object({ finding: findingSchema, action: z.enum(findingActions) })),
        }),
      ),
    }),
  ),
  'exports.open': job(z.object({ fileId: z.string() }), z.object({})),
  'exports.reveal': job(z.object({ fileId: z.string() }), z.object({})),
} as const;
