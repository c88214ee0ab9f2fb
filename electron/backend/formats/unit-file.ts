import { checkForm } from './forms.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { cleanUnitSettings } from '#shared/domain/clean-unit-settings.ts';
import { readUnitSettings, versionedUnitSettings } from '#shared/domain/unit-settings-migrations.ts';
import { isShippedForm, type Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';

export const UNIT_FILE_EXTENSION = 'dafu-unit';

/** Settings are a page of text; what is larger is none. */
export const MAX_UNIT_FILE_BYTES = 1_000_000;

export interface UnitFile {
  unit: UnitSettings;
  /** The form the unit prints in, where it is the unit's own and not a shipped one. */
  ownForm: Form | null;
}

/**
 * Reads the JSON of a file of unit settings, of this or an earlier version.
 *
 * @param name of the file, for the error
 * @throws DafuError IMPORT_UNSUPPORTED (not JSON, or another kind of file), UNIT_SETTINGS_INVALID,
 *   UNIT_SETTINGS_FROM_FUTURE, FORM_INVALID
 */
export function parseUnitFile(json: string, name: string): UnitFile {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'not-unit-settings' }, { cause: error });
  }
  // Settings of before there were versions were never written to files: without its schema it is any JSON.
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (typeof schema !== 'string' || !schema.startsWith('dafu.unit/')) {
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'not-unit-settings' });
  }
  const unit = cleanUnitSettings(readUnitSettings(value, name));
  if (isShippedForm(unit.form)) return { unit, ownForm: null };
  // Without its form the settings would be of no use on another PC: nothing could be printed.
  const ownForm = checkForm((value as { ownForm?: unknown }).ownForm, name);
  if (ownForm.id !== unit.form) throw new DafuError('FORM_INVALID', { name, issues: [`ownForm.id: ${ownForm.id}`] });
  return { unit, ownForm };
}

export function stringifyUnitFile({ unit, ownForm }: UnitFile): string {
  const file = { ...versionedUnitSettings(unit), ...(ownForm && { ownForm }) };
  return `${JSON.stringify(file, null, 2)}\n`;
}
