import { z } from 'zod';
import { concernsDocument, documentId } from './documents.ts';
import { command, query } from './procedure.ts';

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

export const revisionProcedures = {
  'revisions.list': query(z.object({ documentId }), z.array(revisionSchema), {
    on: { 'documents.changed': concernsDocument },
  }),
  /** Never changes. */
  'revisions.get': query(z.object({ documentId, revision: z.number().int() }), z.object({ body: z.string() }), {}),
  /** Names the newest revision. */
  'revisions.name': command(z.object({ documentId, name: z.string().max(100) }), z.object({})),
  /** Makes a new revision with the text of an old one. */
  'revisions.restore': command(
    z.object({ documentId, baseRevision: z.number().int(), revision: z.number().int() }),
    z.object({ revision: z.number().int() }),
  ),
} as const;
