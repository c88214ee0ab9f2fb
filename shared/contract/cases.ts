import { z } from 'zod';
import { caseFactsSchema, caseKinds } from '../domain/case.ts';
import { caseId, documentId, documentStates, pageSchema } from './documents.ts';
import { always, command, query } from './procedure.ts';

/** A case stands on its own: it may be there before its first letter, have several, and stay when they are gone. */
export const caseProcedures = {
  'cases.list': query(
    z.object({
      search: z.string().max(200),
      kind: z.enum([...caseKinds, 'all']),
      sort: z.enum(['updatedAt', 'receivedOn', 'dueOn', 'number', 'title']),
      direction: z.enum(['asc', 'desc']),
      page: pageSchema,
    }),
    z.object({
      cases: z.array(
        z.object({
          id: caseId,
          caseFacts: caseFactsSchema,
          /** How many, those in the trash included. */
          letters: z.number().int(),
          updatedAt: z.number(),
        }),
      ),
      /** Cases on all pages. */
      total: z.number().int(),
    }),
    { on: { 'cases.changed': always, 'documents.changed': always } },
  ),
  'cases.get': query(
    z.object({ caseId }),
    z.object({
      caseFacts: caseFactsSchema,
      /** In the order they were made. */
      letters: z.array(
        z.object({
          documentId,
          title: z.string(),
          state: z.enum(documentStates),
          trashedAt: z.number().nullable(),
        }),
      ),
    }),
    { on: { 'cases.changed': (input, { caseIds }) => caseIds.includes(input.caseId), 'documents.changed': always } },
  ),
  'cases.create': command(z.object({ caseFacts: caseFactsSchema }), z.object({ caseId })),
  /**
   * Stores the case of a letter, which is that of all letters of the case, and tells what is stored: the due date may
   * have been filled in. The fields of the letter are updated by the window in the open document, as one undo step.
   */
  'cases.save': command(z.object({ documentId, caseFacts: caseFactsSchema }), z.object({ caseFacts: caseFactsSchema })),
  /** Only a case without letters. */
  'cases.remove': command(z.object({ caseId }), z.object({})),
} as const;
