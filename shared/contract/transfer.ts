import { z } from 'zod';
import { caseFactsSchema } from '../domain/case.ts';
import { formIdSchema } from '../domain/form.ts';
import { documentId } from './documents.ts';
import { errorCodes, type ErrorCode } from './errors.ts';
import { job, query } from './procedure.ts';

/** Import and export: the two jobs that touch files. The window never sends a path. */
export const exportFormats = ['docx', 'pdf', 'txt'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const failure = z.object({ code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]), details: z.unknown() });

export const importSourceSchema = z.discriminatedUnion('from', [
  /** Asks the person for files. */
  z.object({ from: z.literal('picker') }),
  /** One-use tokens the shell gave for dropped files. */
  z.object({ from: z.literal('tokens'), tokens: z.array(z.string()).min(1).max(1000) }),
  z.object({ from: z.literal('text'), text: z.string() }),
  z.object({ from: z.literal('html'), html: z.string() }),
  /** The sample shipped with the app. */
  z.object({ from: z.literal('sample') }),
]);

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

export const transferProcedures = {
  'imports.run': job(
    importSourceSchema,
    z.object({
      imported: z.array(z.object({ documentId, name: z.string() })),
      refused: z.array(z.object({ name: z.string(), error: failure })),
    }),
  ),
  /** The facts of a text (an assignment notice, say), to fill the case form. Stores nothing. */
  'imports.readCase': query(z.object({ text: z.string().max(200_000) }), z.object({ caseFacts: caseFactsSchema })),
  /** `folder` is null until one was chosen. */
  'exports.getFolder': query(z.object({}), z.object({ folder: z.string().nullable() })),
  'exports.pickFolder': job(z.object({}), z.object({ folder: z.string().nullable() })),
  /** Names the export would write, so that overwriting can be asked before. */
  'exports.plan': query(
    z.object({
      documentIds: z.array(documentId).min(1).max(1000),
      formats: z.array(z.enum(exportFormats)).min(1),
      namePattern: z.string().max(200),
    }),
    z.object({
      files: z.array(z.object({ documentId, format: z.enum(exportFormats), name: z.string(), exists: z.boolean() })),
    }),
  ),
  /** Into the chosen folder. `FILE_EXISTS` when a target exists and `overwrite` is false; nothing is written then. */
  'exports.run': job(
    z.object({
      documentIds: z.array(documentId).min(1).max(1000),
      formats: z.array(z.enum(exportFormats)).min(1),
      namePattern: z.string().max(200),
      overwrite: z.boolean(),
      pdfStandard: z.enum(['none', 'a-2b']),
      /** Absent: the unit's. */
      form: formIdSchema.optional(),
    }),
    z.object({
      files: z.array(exportedFileSchema),
      failed: z.array(z.object({ documentId, format: z.enum(exportFormats), error: failure })),
    }),
  ),
  'exports.open': job(z.object({ fileId: z.string() }), z.object({})),
  'exports.reveal': job(z.object({ fileId: z.string() }), z.object({})),
} as const;
