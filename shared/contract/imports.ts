import { z } from 'zod';
import { caseFactsSchema } from '../domain/case.ts';
import { importReportSchema } from '../domain/import-report.ts';
import { documentId } from './documents.ts';
import { failureSchema } from './errors.ts';
import { command, job, query } from './procedure.ts';

/** Of files a letter is read from. */
export const importExtensions: readonly string[] = [
  'docx',
  // Many old .doc and .wps are web pages by their content; the others are refused in words.
  'doc',
  'wps',
  'txt',
  'html',
  'htm',
  'mht',
  'mhtml',
  'xml',
  'json',
];

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

export const importProcedures = {
  'imports.run': job(
    importSourceSchema,
    z.object({
      /** `isAgain`: another draft outside the trash came from the very same file (`imports.sameFile` names it). */
      imported: z.array(z.object({ documentId, name: z.string(), isAgain: z.boolean() })),
      refused: z.array(z.object({ name: z.string(), error: failureSchema })),
    }),
  ),
  /**
   * A draft of its own for each letter of an imported draft that holds several (warning `letter.second`); the draft
   * itself goes to the trash. One that holds one letter stays, and no ids come back.
   */
  'imports.takeApart': job(z.object({ documentId }), z.object({ documentIds: z.array(documentId) })),
  /** The facts of a text (an assignment notice, say), to fill the case form. Stores nothing. */
  'imports.readCase': query(z.object({ text: z.string().max(200_000) }), z.object({ caseFacts: caseFactsSchema }), {
    on: { 'settings.changed': (_input, { keys }) => keys.includes('unit') },
  }),
  /**
   * Records that changes of the import were taken back, or that taking them back was undone (the text itself is changed
   * in the editor).
   */
  'imports.markUndone': command(
    z.object({ documentId, changeIds: z.array(z.string()), isUndone: z.boolean() }),
    z.object({ importReport: importReportSchema }),
  ),
  /** Ticks off a warning of the import, or takes that back. `warning` is its place in the report. */
  'imports.markChecked': command(
    z.object({ documentId, warning: z.number().int().min(0), isChecked: z.boolean() }),
    z.object({ importReport: importReportSchema }),
  ),
  /** Other drafts outside the trash that came from the very same file, newest first; none for what was pasted. */
  'imports.sameFile': query(
    z.object({ documentId }),
    z.object({ drafts: z.array(z.object({ documentId, title: z.string(), createdAt: z.number() })) }),
    { on: { 'documents.changed': (input, { documentIds }) => documentIds.some((id) => id !== input.documentId) } },
  ),
} as const;
