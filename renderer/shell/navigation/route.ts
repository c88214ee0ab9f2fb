import { z } from 'zod';

export const settingsSections = ['unit', 'forms', 'profile', 'appearance', 'data'] as const;
export type SettingsSection = (typeof settingsSections)[number];

const routeSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('desk') }),
  z.object({ name: z.literal('trash') }),
  z.object({ name: z.literal('draft'), documentId: z.string() }),
  z.object({ name: z.literal('templates') }),
  z.object({ name: z.literal('template'), templateId: z.string() }),
  z.object({ name: z.literal('settings'), section: z.enum(settingsSections) }),
]);

/** A screen of the window. */
export type Route = z.infer<typeof routeSchema>;

/** Where the person left, as stored with the workspace; the desk when that is not known, or not to this version. */
export function routeOf(workspace: Record<string, unknown>): Route {
  const parsed = routeSchema.safeParse(workspace['route']);
  return parsed.success ? parsed.data : { name: 'desk' };
}
