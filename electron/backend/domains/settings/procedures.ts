import type { DomainHandlers } from '#backend/context.ts';
import type { SettingsService } from './service.ts';

export type SettingsProcedure =
  'settings.get' | 'settings.saveUnit' | 'settings.saveProfile' | 'settings.saveAppearance' | 'settings.saveWorkspace';

export function settingsHandlers(settings: SettingsService): DomainHandlers<SettingsProcedure> {
  return {
    'settings.get': (_input, { db }) => ({
      unit: settings.unit(db),
      unitConfigured: settings.isUnitConfigured(db),
      profile: settings.profile(db),
      appearance: settings.appearance(db),
      workspace: settings.workspace(db),
    }),
    'settings.saveUnit'({ unit }, context) {
      settings.saveUnit(context, unit);
      return {};
    },
    'settings.saveProfile'({ name }, context) {
      settings.saveName(context, name);
      return {};
    },
    'settings.saveAppearance'({ appearance }, context) {
      settings.saveAppearance(context, appearance);
      return {};
    },
    'settings.saveWorkspace'({ workspace }, context) {
      settings.saveWorkspace(context, workspace);
      return {};
    },
  };
}
