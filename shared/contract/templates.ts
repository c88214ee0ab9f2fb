import { z } from 'zod';
import { letterKinds, templateSchema } from '../domain/template.ts';
import { documentId } from './documents.ts';
import { always, command, job, query } from './procedure.ts';

export const templateSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  kind: z.enum(letterKinds),
  /** Shipped templates can be copied, not changed or deleted. */
  shipped: z.boolean(),
  updatedAt: z.number(),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

export const templateProcedures = {
  'templates.list': query(z.object({}), z.array(templateSummarySchema), { on: { 'templates.changed': always } }),
  'templates.get': query(z.object({ templateId: z.string() }), templateSchema, {
    on: { 'templates.changed': ({ templateId }, { templateIds }) => templateIds.includes(templateId) },
  }),
  'templates.copy': command(
    z.object({ templateId: z.string(), name: z.string().max(100) }),
    z.object({ templateId: z.string() }),
  ),
  /** Stores the whole template; what the list shows of it is told, its text is not sent back. */
  'templates.save': command(z.object({ template: templateSchema }), templateSummarySchema),
  'templates.saveFromDocument': command(
    z.object({
      documentId,
      name: z.string().min(1).max(100),
      description: z.string().max(500),
      kind: z.enum(letterKinds),
    }),
    z.object({ templateId: z.string() }),
  ),
  'templates.delete': command(z.object({ templateId: z.string() }), z.object({})),
  /** Puts back a template deleted in this session (undo). */
  'templates.restore': command(z.object({ templateId: z.string() }), z.object({})),
  /** Asks for a file. `imported` is null when the person cancelled. */
  'templates.import': job(z.object({}), z.object({ imported: z.string().nullable() })),
  'templates.export': job(z.object({ templateId: z.string() }), z.object({ saved: z.boolean() })),
} as const;
