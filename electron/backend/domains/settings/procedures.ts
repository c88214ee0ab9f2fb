import { basename, join } from 'node:path';
import type { DomainHandlers } from '#backend/context.ts';
import { createShippedProfiles } from '#backend/formats/profiles.ts';
import type { Appearance } from '#shared/contract/settings.ts';
import type { settingsProcedures } from '#shared/contract/settings.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { ReadDb } from '#backend/db/driver.ts';
import { safeFileName } from '#backend/files/file-name.ts';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { readCapped } from '#backend/files/read-capped.ts';
import { writeWhole } from '#backend/files/write-whole.ts';
import { isShippedForm, type Form, type FormId } from '#shared/domain/form.ts';
import { createSettingsService, type SettingsService } from './service.ts';
import {
  MAX_UNIT_FILE_BYTES,
  parseUnitFile,
  stringifyUnitFile,
  UNIT_FILE_EXTENSION,
} from '#backend/formats/unit-file.ts';

export function createSettingsDomain(
  { host, paths, clock, ids }: Ground,
  options: {
    locale: Appearance['language'];
    /** A form of the unit's own. */
    ownForm: (db: ReadDb, formId: FormId) => Form;
  },
): Domain<keyof typeof settingsProcedures, SettingsService> {
  const { locale, ownForm } = options;
  const settings = createSettingsService({ clock, ids }, { locale });
  const profiles = createShippedProfiles(join(paths.resources, 'profiles'));
  const handlers: DomainHandlers<keyof typeof settingsProcedures> = {
    'settings.get': (_input, { db }) => ({
      unit: settings.unit(db),
      unitConfigured: settings.isUnitConfigured(db),
      profile: settings.profile(db),
      appearance: settings.appearance(db),
      workspace: settings.workspace(db),
    }),
    'settings.saveUnit'({ unit }, context) {
      settings.saveUnit(context, unit);
      return { unit: settings.unit(context.db) };
    },
    async 'settings.exportUnit'(_input, { db }) {
      const unit = settings.unit(db);
      const path = await host.pickSaveFile({
        purpose: 'unit',
        suggestedName: safeFileName(unit.fullName, '单位设置'),
        extension: UNIT_FILE_EXTENSION,
        startAt: null,
      });
      if (path === null) return { saved: false };
      const bytes = new TextEncoder().encode(
        stringifyUnitFile({ unit, ownForm: isShippedForm(unit.form) ? null : ownForm(db, unit.form) }),
      );
      withFileErrors(path, 'user', () => writeWhole(path, bytes, ids()));
      return { saved: true };
    },
    async 'settings.readUnitFile'() {
      const extensions = [UNIT_FILE_EXTENSION, 'json'];
      const [path] = await host.pickFiles({ purpose: 'unit', extensions, multiple: false });
      if (path === undefined) return { read: null };
      const name = basename(path);
      const json = new TextDecoder().decode(readCapped(path, MAX_UNIT_FILE_BYTES));
      return { read: { name, ...parseUnitFile(json, name) } };
    },
    'settings.listProfiles': () => profiles(),
    'settings.saveProfile'({ name }, context) {
      settings.saveName(context, name);
      return { profile: settings.profile(context.db) };
    },
    'settings.saveAppearance'({ appearance }, context) {
      settings.saveAppearance(context, appearance);
      return { appearance: settings.appearance(context.db) };
    },
    'settings.saveWorkspace'({ workspace }, context) {
      settings.saveWorkspace(context, workspace);
      return { workspace: settings.workspace(context.db) };
    },
  };
  return { service: settings, handlers, prepare: (context) => settings.ensureProfile(context) };
}
