import type { ReadDb } from '#backend/db/driver.ts';
import type { CommandContext, Environment } from '#backend/context.ts';
import type { SettingKey } from '#shared/contract/events.ts';
import {
  appearanceSchema,
  profileSchema,
  workspaceSchema,
  type Appearance,
  type Profile,
} from '#shared/contract/settings.ts';
import { cleanUnitSettings } from '#shared/domain/clean-unit-settings.ts';
import {
  readUnitSettings,
  refuseFutureUnitSettings,
  versionedUnitSettings,
} from '#shared/domain/unit-settings-migrations.ts';
import { defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { z } from 'zod';
import { findSetting, putSetting } from './queries.ts';

/** Each setting is one row. A value lacking a key that came later gets that key from the default. */
const settings = {
  unitConfigured: z.boolean(),
  profile: profileSchema,
  appearance: appearanceSchema,
  workspace: workspaceSchema,
  exportFolder: z.string().nullable(),
};
type Settings = { [K in keyof typeof settings]: z.infer<(typeof settings)[K]> };

export interface SettingsService {
  /** @throws DafuError UNIT_SETTINGS_FROM_FUTURE, UNIT_SETTINGS_INVALID */
  unit(db: ReadDb): UnitSettings;
  isUnitConfigured(db: ReadDb): boolean;
  profile(db: ReadDb): Profile;
  appearance(db: ReadDb): Appearance;
  workspace(db: ReadDb): Record<string, unknown>;
  exportFolder(db: ReadDb): string | null;
  /** @throws DafuError UNIT_SETTINGS_FROM_FUTURE: what a newer program stored is never overwritten */
  saveUnit(context: CommandContext, unit: UnitSettings): void;
  saveName(context: CommandContext, name: string): void;
  saveAppearance(context: CommandContext, appearance: Appearance): void;
  saveWorkspace(context: CommandContext, workspace: Record<string, unknown>): void;
  saveExportFolder(context: CommandContext, folder: string): void;
  /** Gives the person at this PC an id. To be called when the store was opened. */
  ensureProfile(context: CommandContext): void;
}

export function createSettingsService(
  { clock, ids }: Environment,
  options: { locale: Appearance['language'] },
): SettingsService {
  const defaults: Settings = {
    unitConfigured: false,
    profile: { authorId: '', name: '' },
    appearance: { language: options.locale, colorScheme: 'auto', uiScale: 100, dimPaper: false },
    workspace: {},
    exportFolder: null,
  };

  function read<K extends keyof Settings>(db: ReadDb, key: K): Settings[K] {
    const text = findSetting(db, key);
    if (text === undefined) return defaults[key];
    const value: unknown = JSON.parse(text);
    const isRecord = typeof value === 'object' && value !== null;
    return settings[key].parse(isRecord ? { ...(defaults[key] as object), ...value } : value) as Settings[K];
  }

  function write<K extends keyof Settings>(context: CommandContext, key: K, value: Settings[K]): void {
    put(context, key, JSON.stringify(value));
  }

  function put({ db, emit }: CommandContext, key: SettingKey, value: string): void {
    putSetting(db, { key, value, updatedAt: clock() });
    emit('settings.changed', { keys: [key] });
  }

  /** The unit's settings are read by their version; see `unit-settings-migrations.ts`. */
  function unit(db: ReadDb): UnitSettings {
    const text = findSetting(db, 'unit');
    return text === undefined ? defaultUnitSettings : readUnitSettings(JSON.parse(text), '');
  }

  return {
    unit,
    isUnitConfigured: (db) => read(db, 'unitConfigured'),
    profile: (db) => read(db, 'profile'),
    appearance: (db) => read(db, 'appearance'),
    workspace: (db) => read(db, 'workspace'),
    exportFolder: (db) => read(db, 'exportFolder'),
    saveUnit(context, value) {
      const stored = findSetting(context.db, 'unit');
      if (stored !== undefined) refuseFutureUnitSettings(JSON.parse(stored), '');
      const json = JSON.stringify(versionedUnitSettings(cleanUnitSettings(value)));
      put(context, 'unit', json);
      if (!read(context.db, 'unitConfigured')) write(context, 'unitConfigured', true);
    },
    saveName: (context, name) => write(context, 'profile', { ...read(context.db, 'profile'), name }),
    saveAppearance: (context, appearance) => write(context, 'appearance', appearance),
    saveWorkspace: (context, workspace) => write(context, 'workspace', workspace),
    saveExportFolder: (context, folder) => write(context, 'exportFolder', folder),
    ensureProfile(context) {
      const profile = read(context.db, 'profile');
      if (profile.authorId === '') write(context, 'profile', { ...profile, authorId: ids() });
    },
  };
}
