import { z } from 'zod';
import { failureSchema } from './errors.ts';

/** What settings are stored under, each by itself. */
export const settingKeys = ['unit', 'unitConfigured', 'profile', 'appearance', 'workspace', 'exportFolder'] as const;
export type SettingKey = (typeof settingKeys)[number];

/**
 * Past tense; names the ids touched. The window's query cache follows these and nothing else: each query of the contract
 * says which of them make it stale.
 */
export const events = {
  'cases.changed': z.object({ caseIds: z.array(z.string()) }),
  /** `onlyText`: letters were saved, and nothing beside their text has changed. */
  'documents.changed': z.object({ documentIds: z.array(z.string()), onlyText: z.boolean().optional() }),
  'templates.changed': z.object({ templateIds: z.array(z.string()) }),
  'forms.changed': z.object({ formIds: z.array(z.string()) }),
  'settings.changed': z.object({ keys: z.array(z.enum(settingKeys)) }),
  'backups.changed': z.object({}),
  /** A backup nobody asked for did not succeed; one somebody asked for fails its call. */
  'backups.failed': failureSchema,
  /** The store was opened, closed or replaced: whatever was read before may be old. */
  'app.statusChanged': z.object({}),
} as const;

export type EventName = keyof typeof events;
export const eventNames = Object.keys(events) as EventName[];
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;
