import { DafuError } from '#shared/contract/errors.ts';
import { cleanUnitSettings } from '#shared/domain/clean-unit-settings.ts';
import { readUnitSettings, versionedUnitSettings } from '#shared/domain/unit-settings-migrations.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';

export const UNIT_FILE_EXTENSION = 'dafu-unit';

/** Settings are a page of text; what is larger is none. */
export const MAX_UNIT_FILE_BYTES = 1_000_000;

/**
 * Reads the JSON of a file of unit settings, of this or an earlier version.
 *
 * @param name of the file, for the error
 * @throws DafuError IMPORT_UNSUPPORTED (not JSON, or another kind of file), UNIT_SETTINGS_INVALID, UNIT_SETTINGS_FROM_FUTURE
 */
export function parseUnitFile(json: string, name: string): UnitSettings {
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
  return cleanUnitSettings(readUnitSettings(value, name));
}

export function stringifyUnitFile(unit: UnitSettings): string {
  return `${JSON.stringify(versionedUnitSettings(unit), null, 2)}\n`;
}
