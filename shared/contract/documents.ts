import { z } from 'zod';
import { caseFactsSchema } from '../domain/case.ts';
import { importReportSchema } from '../domain/import-report.ts';
import { command, query } from './procedure.ts';

export const documentId = z.string().min(1).max(64);

export const documentStates = ['drafting', 'finished'] as const;

/** One row of the desk. */
export const documentSummarySchema = z.object({
  id: documentId,
  title: z.string(),
  state: z.enum(documentStates),
  caseNumber: z.string(),
  /** 案由, which stands in for a title that is not written yet. */
  caseTitle: z.string(),
  /** Members joined with 、; the lead first. */
  members: z.string(),
  dueOn: z.string().nullable(),
  updatedAt: z.number(),
  updatedBy: z.string(),
  characters: z.number().int(),
  /** Set while the draft is in the trash. */
  trashedAt: z.number().nullable(),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

export const openDocumentSchema = z.object({
  id: documentId,
  /** Number of the newest revision; a save names the one it was made from. */
  revision: z.number().int(),
  /** The document as stored: JSON text of a `ReplyDocument`, already migrated to the current schema. */
  body: z.string(),
  caseFacts: caseFactsSchema,
  state: z.enum(documentStates),
  importReport: importReportSchema.nullable(),
});
export type OpenDocument = z.infer<typeof openDocumentSchema>;

export const revisionSchema = z.object({
  revision: z.number().int(),
  createdAt: z.number(),
  author: z.string(),
  kind: z.enum(['created', 'imported', 'edit', 'named', 'restore', 'fields']),
  /** Given by the person (Ctrl+S), or ''. Named revisions are never thinned. */
  name: z.string(),
  characters: z.number().int(),
});
export type RevisionInfo = z.infer<typeof revisionSchema>;

export const documentProcedures = {
  'documents.list': query(
    z.object({
      search: z.string().max(200),
      state: z.enum([...documentStates, 'all', 'trash']),
      sort: z.enum(['updatedAt', 'dueOn', 'caseNumber', 'title']),
      direction: z.enum(['asc', 'desc']),
    }),
    z.array(documentSummarySchema),
  ),
  'documents.get': query(z.object({ documentId }), openDocumentSchema),
  /** From a template: its document is copied with fresh ids and its fields are filled from the case and the unit. */
  'documents.create': command(
    z.object({ templateId: z.string(), caseFacts: caseFactsSchema }),
    z.object({ documentId }),
  ),
  'documents.duplicate': command(z.object({ documentId }), z.object({ documentId })),
  /**
   * Compare-and-set: `CONFLICT` when `baseRevision` is not the newest. The revision is written in the same
   * transaction.
   */
  'documents.save': command(
    z.object({ documentId, baseRevision: z.number().int(), body: z.string() }),
    z.object({ revision: z.number().int(), savedAt: z.number() }),
  ),
  'documents.setState': command(
    z.object({ documentIds: z.array(documentId).min(1).max(1000), state: z.enum(documentStates) }),
    z.object({}),
  ),
  'documents.trash': command(z.object({ documentIds: z.array(documentId).max(1000) }), z.object({})),
  'documents.untrash': command(z.object({ documentIds: z.array(documentId).max(1000) }), z.object({})),
  /** Only drafts that are in the trash. */
  'documents.purge': command(z.object({ documentIds: z.array(documentId).max(1000) }), z.object({})),
  /** Stores the case; the fields of the letter are updated by the window in the open document, as one undo step. */
  'cases.save': command(z.object({ documentId, caseFacts: caseFactsSchema }), z.object({})),
  'revisions.list': query(z.object({ documentId }), z.array(revisionSchema)),
  'revisions.get': query(z.object({ documentId, revision: z.number().int() }), z.object({ body: z.string() })),
  /** Names the newest revision. */
  'revisions.name': command(z.object({ documentId, name: z.string().max(100) }), z.object({})),
  /** Makes a new revision with the text of an old one. */
  'revisions.restore': command(
    z.object({ documentId, baseRevision: z.number().int(), revision: z.number().int() }),
    z.object({ revision: z.number().int() }),
  ),
  /**
   * Records that changes of the import were taken back, or that taking them back was undone (the text itself is changed
   * in the editor).
   */
  'imports.markUndone': command(
    z.object({ documentId, changeIds: z.array(z.string()), isUndone: z.boolean() }),
    z.object({}),
  ),
  /** Ticks off a warning of the import, or takes that back. `warning` is its place in the report. */
  'imports.markChecked': command(
    z.object({ documentId, warning: z.number().int().min(0), isChecked: z.boolean() }),
    z.object({}),
  ),
  /** Other drafts outside the trash that came from the very same file, newest first; none for what was pasted. */
  'imports.sameFile': query(
    z.object({ documentId }),
    z.object({ drafts: z.array(z.object({ documentId, title: z.string(), createdAt: z.number() })) }),
  ),
} as const;
