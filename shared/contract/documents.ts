import { z } from 'zod';
import { caseFactsSchema } from '../domain/case.ts';
import { importReportSchema } from '../domain/import-report.ts';
import type { EventPayload } from './events.ts';
import { always, command, query } from './procedure.ts';

export const documentId = z.string().min(1).max(64);
export const caseId = z.string().min(1).max(64);

/** A part of a sorted list. */
export const pageSchema = z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) });

/** Whether an event of letters concerns a question about one of them, or about several. */
export const concernsDocument = (
  input: { documentId: string },
  { documentIds }: EventPayload<'documents.changed'>,
): boolean => documentIds.includes(input.documentId);
export const concernsDocuments = (
  input: { documentIds: string[] },
  { documentIds }: EventPayload<'documents.changed'>,
): boolean => input.documentIds.some((id) => documentIds.includes(id));

export const documentStates = ['drafting', 'finished'] as const;

/** One row of the desk. */
export const documentSummarySchema = z.object({
  id: documentId,
  caseId,
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

/** What is stored of a draft beside its text. */
export const draftFactsSchema = z.object({
  caseFacts: caseFactsSchema,
  state: z.enum(documentStates),
  importReport: importReportSchema.nullable(),
});
export type DraftFacts = z.infer<typeof draftFactsSchema>;

export const openDocumentSchema = draftFactsSchema.extend({
  id: documentId,
  caseId,
  /** Number of the newest version; a save names the one it was made from. */
  version: z.number().int(),
  /** The document as stored: JSON text of a `ReplyDocument`, already migrated to the current schema. */
  body: z.string(),
});
export type OpenDocument = z.infer<typeof openDocumentSchema>;

export const documentProcedures = {
  'documents.list': query(
    z.object({
      search: z.string().max(200),
      state: z.enum([...documentStates, 'all', 'trash']),
      sort: z.enum(['updatedAt', 'dueOn', 'caseNumber', 'title']),
      direction: z.enum(['asc', 'desc']),
      /** Absent: all. */
      page: pageSchema.optional(),
    }),
    z.array(documentSummarySchema),
    { on: { 'documents.changed': always } },
  ),
  'documents.get': query(z.object({ documentId }), openDocumentSchema, {
    on: { 'documents.changed': concernsDocument },
  }),
  'documents.facts': query(z.object({ documentId }), draftFactsSchema, {
    on: { 'documents.changed': (input, payload) => payload.onlyText !== true && concernsDocument(input, payload) },
  }),
  /**
   * From a template: its document is copied with fresh ids and its fields are filled from the case and the unit. With
   * `caseFacts` it is the first letter of a new case, with `caseId` a further one of that case.
   */
  'documents.create': command(
    z.union([
      z.object({ templateId: z.string(), caseFacts: caseFactsSchema }),
      z.object({ templateId: z.string(), caseId }),
    ]),
    z.object({ documentId }),
  ),
  /** With a case of its own, which begins as the other one's. */
  'documents.duplicate': command(z.object({ documentId }), z.object({ documentId })),
  /**
   * Compare-and-set: `CONFLICT` when `baseVersion` is not the newest. The version is written in the same
   * transaction. `FORBIDDEN` for a finished letter, unless it is the text it has.
   */
  'documents.save': command(
    z.object({ documentId, baseVersion: z.number().int(), body: z.string() }),
    z.object({ version: z.number().int(), savedAt: z.number() }),
  ),
  'documents.setState': command(
    z.object({ documentIds: z.array(documentId).min(1).max(1000), state: z.enum(documentStates) }),
    z.object({ state: z.enum(documentStates) }),
  ),
  'documents.trash': command(z.object({ documentIds: z.array(documentId).max(1000) }), z.object({})),
  'documents.untrash': command(z.object({ documentIds: z.array(documentId).max(1000) }), z.object({})),
  /** Only drafts that are in the trash. The case of a draft stays, unless nothing is known of it. */
  'documents.purge': command(z.object({ documentIds: z.array(documentId).max(1000) }), z.object({})),
} as const;
