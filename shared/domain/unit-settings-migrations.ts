import { DafuError } from '#shared/contract/errors.ts';
import { defaultUnitSettings, UNIT_SETTINGS_SCHEMA, unitSettingsSchema, type UnitSettings } from './unit-settings.ts';

const MAX_ISSUES = 20;

/**
 * Steps from version n to n + 1, in order: `migrations[0]` leads from the settings of before there were versions
 * (no `schema`) to 1. Each is a pure function that changes only what it must. Never edit one that was released.
 *
 * They run when settings are read, as those of letters do; the stored row gets the new shape with the next save. So
 * the database needs no migration of its own, and a file takes the same way as the row.
 */
const migrations: readonly ((settings: Record<string, unknown>) => Record<string, unknown>)[] = [fromUnversioned];

/**
 * One list of categories for both kinds of case became one a kind. Units that never chose a form wrote without a head,
 * and go on so.
 */
function fromUnversioned(settings: Record<string, unknown>): Record<string, unknown> {
  const withForm = { form: 'plain', ...settings };
  const { categories } = settings;
  if (!Array.isArray(categories)) return withForm;
  return { ...withForm, categories: { proposal: categories, suggestion: categories } };
}

/**
 * Settings of this or an earlier version from a row or a file: migrate → fill → validate. A group or key that came
 * later within a version has its default; properties this version does not know are left out.
 *
 * @param value parsed JSON
 * @param name of the file, for the error; '' for the stored settings
 * @throws DafuError UNIT_SETTINGS_FROM_FUTURE, UNIT_SETTINGS_INVALID with the places that are wrong
 */
export function readUnitSettings(value: unknown, name: string): UnitSettings {
  if (!isRecord(value)) throw new DafuError('UNIT_SETTINGS_INVALID', { name, issues: [': not an object'] });
  refuseFutureUnitSettings(value, name);
  const version = versionOf(value, name);
  const migrated = migrations.slice(version).reduce((settings, step) => step(settings), value);
  const parsed = unitSettingsSchema.safeParse(filled(migrated, defaultUnitSettings));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, MAX_ISSUES)
    .map((issue) => `${issue.path.join('.')}: ${issue.message.slice(0, 200)}`);
  throw new DafuError('UNIT_SETTINGS_INVALID', { name, issues }, { cause: parsed.error });
}

/** Settings as they stand in a row or a file, with their version first. */
export function versionedUnitSettings(unit: UnitSettings): { schema: string } & UnitSettings {
  return { schema: UNIT_SETTINGS_SCHEMA, ...unit };
}

/** @throws DafuError UNIT_SETTINGS_FROM_FUTURE for settings a newer program wrote, which nothing may replace */
export function refuseFutureUnitSettings(value: unknown, name: string): void {
  const schema = isRecord(value) ? value['schema'] : undefined;
  if (typeof schema !== 'string' || !/^dafu\.unit\/[1-9]\d{0,3}$/.test(schema)) return;
  if (Number(schema.slice('dafu.unit/'.length)) > migrations.length) {
    throw new DafuError('UNIT_SETTINGS_FROM_FUTURE', { name, schema });
  }
}

function versionOf(settings: Record<string, unknown>, name: string): number {
  const { schema } = settings;
  if (schema === undefined) return 0;
  const version = typeof schema === 'string' ? /^dafu\.unit\/([1-9]\d{0,3})$/.exec(schema)?.[1] : undefined;
  if (version === undefined) {
    throw new DafuError('UNIT_SETTINGS_INVALID', { name, issues: [`schema: ${JSON.stringify(schema).slice(0, 100)}`] });
  }
  return Number(version);
}

/** What is missing from the defaults, group by group. What is there stays, of whatever type. */
function filled(value: Record<string, unknown>, defaults: object): Record<string, unknown> {
  const result = { ...value };
  for (const [key, standard] of Object.entries(defaults)) {
    const own = Object.hasOwn(value, key) ? value[key] : undefined;
    if (own === undefined) result[key] = standard;
    else if (isRecord(own) && isRecord(standard)) result[key] = filled(own, standard);
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
