import { describe, expect, it } from 'vitest';
import { defaultUnitSettings, type UnitSettings } from './unit-settings.ts';
import { changedSettings, rebase, settingAt, settingIds, valueAt, withValueAt } from './unit-setting-index.ts';

/** Paths of everything that is no object, lists and the parts of a person taken as one. */
function leaves(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

describe('the index of settings', () => {
  it('has a place for every value of the settings, and each once', () => {
    const places = leaves(defaultUnitSettings, '').map((path) => settingAt(path));
    expect(places).not.toContain(undefined);
    expect(new Set(places)).toEqual(new Set(settingIds));
    expect(new Set(settingIds).size).toBe(settingIds.length);
  });

  it('finds and replaces a value without touching the rest', () => {
    const unit = withValueAt(defaultUnitSettings, 'wording.title.opinion', '关于{届次}');
    expect(valueAt(unit, 'wording.title.opinion')).toBe('关于{届次}');
    expect(changedSettings(defaultUnitSettings, unit)).toEqual(['wording.title.opinion']);
    expect(defaultUnitSettings.wording.title.opinion).toBe('');
    expect(unit.wording.title.proposal).toBe('');
  });

  it('tells which setting a wrong place belongs to', () => {
    expect(settingAt('approvers.0.step')).toBe('approvers');
    expect(settingAt('copyTo.proposal.3')).toBe('copyTo.proposal');
    expect(settingAt('docCode')).toBe('docCode');
    expect(settingAt('docCodes.suggestion')).toBe('docCodes.suggestion');
    expect(settingAt('nothing')).toBeUndefined();
  });
});

describe('settings under edit', () => {
  const base: UnitSettings = { ...defaultUnitSettings, fullName: '甲局', answerMonths: 3 };

  it('follow what was stored meanwhile, and keep what was touched', () => {
    const edited = { ...base, fullName: '乙局' };
    const stored = { ...base, answerMonths: 2 };
    expect(rebase(edited, base, stored)).toEqual({ ...base, fullName: '乙局', answerMonths: 2 });
  });

  it('keep what was touched even where the stored value changed too', () => {
    expect(rebase({ ...base, fullName: '乙局' }, base, { ...base, fullName: '丙局' }).fullName).toBe('乙局');
  });
});
