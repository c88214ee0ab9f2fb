import { z } from 'zod';

/** Past tense; names the ids touched. The window's query cache is invalidated by these and by nothing else. */
export const events = {
  'documents.changed': z.object({ documentIds: z.array(z.string()) }),
  'templates.changed': z.object({ templateIds: z.array(z.string()) }),
  'settings.changed': z.object({}),
  'backups.changed': z.object({}),
  'app.statusChanged': z.object({}),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;
