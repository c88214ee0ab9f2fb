import type { UnitSettings } from './unit-settings.ts';

/** Every setting of a unit by group, in the order of the screen. An id is the path of its value. */
export const settingGroups = {
  names: ['fullName', 'shortName', 'selfName', 'docCode', 'docCodes.suggestion', 'docCodes.opinion'],
  contacts: ['leader', 'contact'],
  categories: ['categories.proposal', 'categories.suggestion', 'categoryPlace', 'wording.category'],
  wording: [
    'wording.title.proposal',
    'wording.title.suggestion',
    'wording.title.opinion',
    'wording.opening.proposal',
    'wording.opening.suggestion',
    'wording.opening.opinion',
    'wording.closing.proposal',
    'wording.closing.suggestion',
    'wording.closing.opinion',
    'wording.disclosure.public',
    'wording.disclosure.onRequest',
    'wording.disclosure.withheld',
    'wording.contact',
  ],
  layout: [
    'form',
    'seal',
    'layout.fonts.title',
    'layout.fonts.body',
    'layout.fonts.heading1',
    'layout.fonts.heading2',
    'layout.fonts.pageNumber',
    'layout.latinFont',
    'layout.isLevel3Bold',
    'layout.pageNumberStyle',
    'layout.pageNumberPlace',
    'layout.linePitch',
    'layout.wordGrid',
    'layout.preprintedOffset',
  ],
  copyTo: ['copyTo.proposal', 'copyTo.suggestion', 'copyTo.opinion'],
  deadlines: [
    'answerMonths',
    'opinionMonths',
    'extensionMonths',
    'reanswerMonths',
    'returnWorkingDays',
    'publicationWorkingDays',
  ],
  approval: ['approvers'],
  export: ['fileNamePattern'],
} as const;

export type SettingGroup = keyof typeof settingGroups;
export type SettingId = (typeof settingGroups)[SettingGroup][number];
export const settingGroupNames = Object.keys(settingGroups) as SettingGroup[];
export const settingIds = settingGroupNames.flatMap((group): readonly SettingId[] => settingGroups[group]);

/** Groups that have a standard; names and people are everybody's own. */
export const groupsWithStandard: readonly SettingGroup[] = settingGroupNames.filter(
  (group) => group !== 'names' && group !== 'contacts',
);

export function groupOf(id: SettingId): SettingGroup {
  const group = settingGroupNames.find((name) => (settingGroups[name] as readonly SettingId[]).includes(id));
  return group ?? 'names';
}

/** The setting a place inside the settings (`approvers.0.step`) belongs to. */
export function settingAt(path: string): SettingId | undefined {
  return settingIds.find((id) => path === id || path.startsWith(`${id}.`));
}

export function valueAt(unit: UnitSettings, id: SettingId): unknown {
  return id.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], unit);
}

/** The settings with another value at one place. */
export function withValueAt(unit: UnitSettings, id: SettingId, value: unknown): UnitSettings {
  return put(unit, id.split('.'), value) as UnitSettings;
}

function put(target: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const object = target as Record<string, unknown>;
  return { ...object, [key]: put(object[key], rest, value) };
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Where two settings differ, in the order of the screen. */
export function changedSettings(before: UnitSettings, after: UnitSettings): SettingId[] {
  return settingIds.filter((id) => !isSame(valueAt(before, id), valueAt(after, id)));
}

/** `own` with the settings of these ids taken from `other`. */
export function withSettingsFrom(own: UnitSettings, other: UnitSettings, ids: readonly SettingId[]): UnitSettings {
  return ids.reduce((unit, id) => withValueAt(unit, id, valueAt(other, id)), own);
}

/** What is being edited, when the stored settings behind it changed: what was touched stays, the rest follows. */
export function rebase(edited: UnitSettings, base: UnitSettings, stored: UnitSettings): UnitSettings {
  return withSettingsFrom(stored, edited, changedSettings(base, edited));
}
