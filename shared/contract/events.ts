import { z } from 'zod';
import { failureSchema } from './errors.ts';

/** Past tense; names the ids touched. The window's query cache is invalidated by these and by nothing else. */
export const events = {
  'documents.changed': z.object({ documentIds: z.array(z.string()) }),
  'templates.changed': z.object({ templateIds: z.array(z.string()) }),
  'forms.changed': z.object({ formIds: z.array(z.string()) }),
  'settings.changed': z.object({}),
  'backups.changed': z.object({}),
  /** A backup nobody asked for did not succeed; one somebody asked for fails its call. */
  'backups.failed': failureSchema,
  'app.statusChanged': z.object({}),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;
