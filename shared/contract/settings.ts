import { z } from 'zod';
import { formSchema } from '../domain/form.ts';
import { unitSettingsSchema } from '../domain/unit-settings.ts';
import { always, command, job, query } from './procedure.ts';

/** The person at this PC; named as the author of versions. */
export const profileSchema = z.object({ authorId: z.string(), name: z.string() });
export type Profile = z.infer<typeof profileSchema>;

/** How the app looks on this PC. */
export const appearanceSchema = z.object({
  language: z.enum(['zh-CN', 'en']),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  /** Per cent, 90–150. */
  uiScale: z.number().int().min(90).max(150),
  dimPaper: z.boolean(),
});
export type Appearance = z.infer<typeof appearanceSchema>;

/** Where the person left: route, panels, zoom. Written by the window, opaque to the backend. */
export const workspaceSchema = z.record(z.string(), z.unknown());

export const settingsProcedures = {
  'settings.get': query(
    z.object({}),
    z.object({
      unit: unitSettingsSchema,
      unitConfigured: z.boolean(),
      profile: profileSchema,
      appearance: appearanceSchema,
      workspace: workspaceSchema,
    }),
    { on: { 'settings.changed': always } },
  ),
  /** Stores them cleaned, and tells what is stored. Also marks the first-start assistant as done. */
  'settings.saveUnit': command(z.object({ unit: unitSettingsSchema }), z.object({ unit: unitSettingsSchema })),
  /** Asks for a place and writes the stored unit settings there. */
  'settings.exportUnit': job(z.object({}), z.object({ saved: z.boolean() })),
  /**
   * Asks for a file of unit settings and reads it; nothing is stored before `settings.saveUnit`. Null when the person
   * cancelled.
   */
  'settings.readUnitFile': job(
    z.object({}),
    z.object({
      read: z
        .object({
          name: z.string(),
          unit: unitSettingsSchema,
          /** The form of `unit.form`, where it is none that is shipped; to be stored first (`forms.restore`). */
          ownForm: formSchema.nullable(),
        })
        .nullable(),
    }),
  ),
  /** Settings of invented units to start from. They are shipped and never change. */
  'settings.listProfiles': query(
    z.object({}),
    z.array(z.object({ id: z.string(), name: z.string(), description: z.string(), unit: unitSettingsSchema })),
    {},
  ),
  'settings.saveProfile': command(z.object({ name: z.string().max(50) }), z.object({ profile: profileSchema })),
  'settings.saveAppearance': command(
    z.object({ appearance: appearanceSchema }),
    z.object({ appearance: appearanceSchema }),
  ),
  'settings.saveWorkspace': command(z.object({ workspace: workspaceSchema }), z.object({ workspace: workspaceSchema })),
} as const;
