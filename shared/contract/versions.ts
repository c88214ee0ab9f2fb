import { z } from 'zod';
import { concernsDocument, documentId } from './documents.ts';
import { command, query } from './procedure.ts';

export const versionSchema = z.object({
  version: z.number().int(),
  createdAt: z.number(),
  author: z.string(),
  kind: z.enum(['created', 'imported', 'edit', 'named', 'restore']),
  /** Given by the person (Ctrl+S), or ''. Named versions are never thinned. */
  name: z.string(),
  characters: z.number().int(),
});
export type VersionInfo = z.infer<typeof versionSchema>;

export const versionProcedures = {
  'versions.list': query(z.object({ documentId }), z.array(versionSchema), {
    on: { 'documents.changed': concernsDocument },
  }),
  /** Never changes. */
  'versions.get': query(z.object({ documentId, version: z.number().int() }), z.object({ body: z.string() }), {}),
  /** Names the newest version, and tells it as it is now. */
  'versions.name': command(z.object({ documentId, name: z.string().max(100) }), versionSchema),
  /** Makes a new version with the text of an old one. */
  'versions.restore': command(
    z.object({ documentId, baseVersion: z.number().int(), version: z.number().int() }),
    z.object({ version: z.number().int() }),
  ),
} as const;
