import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import { readUnitSettings, versionedUnitSettings } from './unit-settings-migrations.ts';
import { defaultUnitSettings, UNIT_SETTINGS_SCHEMA } from './unit-settings.ts';

/** As the program stored them before settings had a version, letter for letter. */
const unversioned = {
  fullName: '云川市工业和信息化局',
  shortName: '市工信局',
  selfName: '我局',
  docCode: '云工信函',
  contact: { name: '何明', role: '联系人', phone: '0899-1234567' },
  categories: [
    { mark: '甲', meaning: '已经解决' },
    { mark: '乙', meaning: '列入计划' },
  ],
  answerMonths: 2,
  opinionMonths: 1,
  seal: 'unsealed',
  form: 'letter',
  fileNamePattern: '{title}',
};

function refused(value: unknown): { code: string; details: unknown } {
  try {
    readUnitSettings(value, '单位.dafu-unit');
  } catch (error) {
    if (error instanceof DafuError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('was not refused');
}

describe('unit settings', () => {
  it('come back from the shape in which they are kept', () => {
    const stored = versionedUnitSettings({ ...defaultUnitSettings, fullName: '云川市工业和信息化局' });
    expect(stored.schema).toBe('dafu.unit/1');
    expect(readUnitSettings(JSON.parse(JSON.stringify(stored)), '')).toEqual({
      ...defaultUnitSettings,
      fullName: '云川市工业和信息化局',
    });
  });

  it('of before there were versions keep all they say, and have the standard for the rest', () => {
    const { categories, ...rest } = unversioned;
    expect(readUnitSettings(unversioned, '')).toEqual({
      ...defaultUnitSettings,
      ...rest,
      categories: { proposal: categories, suggestion: categories },
    });
  });

  it('of units that never chose a form go on without a head', () => {
    const { form: _form, ...early } = unversioned;
    expect(readUnitSettings(early, '').form).toBe('plain');
    expect(defaultUnitSettings.form).toBe('letter');
  });

  it('that already had the new groups but no version stay as they are', () => {
    const unit = { ...defaultUnitSettings, categories: { proposal: [], suggestion: [{ mark: 'A', meaning: '' }] } };
    expect(readUnitSettings(unit, '')).toEqual(unit);
  });

  it('lacking what came later get its default, however deep', () => {
    const { wording, layout, ...rest } = versionedUnitSettings(defaultUnitSettings);
    const early = {
      ...rest,
      wording: { title: { proposal: '关于{届次}提案的答复' } },
      layout: { latinFont: 'Times New Roman', linePitch: { kind: 'fixed', points: 28 } },
    };
    expect(readUnitSettings(early, '')).toEqual({
      ...defaultUnitSettings,
      wording: { ...wording, title: { ...wording.title, proposal: '关于{届次}提案的答复' } },
      layout: { ...layout, latinFont: 'Times New Roman', linePitch: { kind: 'fixed', points: 28 } },
    });
  });

  it('are not changed in place', () => {
    const frozen = Object.freeze({ ...unversioned, categories: Object.freeze([...unversioned.categories]) });
    expect(() => readUnitSettings(frozen, '')).not.toThrow();
  });

  it('of a newer version are refused', () => {
    expect(refused({ ...unversioned, schema: 'dafu.unit/2' })).toEqual({
      code: 'UNIT_SETTINGS_FROM_FUTURE',
      details: { name: '单位.dafu-unit', schema: 'dafu.unit/2' },
    });
  });

  it.each([
    ['nothing', null, ': not an object'],
    ['a list', [], ': not an object'],
    ['another kind of file', { schema: 'dafu.template/1' }, 'schema: "dafu.template/1"'],
    ['a version that is none', { schema: 'dafu.unit/0' }, 'schema: "dafu.unit/0"'],
    ['a version in an object', { schema: { a: 1 } }, 'schema: {"a":1}'],
  ])('that are none are refused: %s', (_name, value, issue) => {
    expect(refused(value)).toEqual({
      code: 'UNIT_SETTINGS_INVALID',
      details: { name: '单位.dafu-unit', issues: [issue] },
    });
  });

  it.each([
    [{ fullName: 5 }, 'fullName'],
    [{ answerMonths: 0 }, 'answerMonths'],
    [{ categories: { proposal: 'A', suggestion: [] } }, 'categories.proposal'],
    [{ copyTo: { proposal: ['市政府', 7] } }, 'copyTo.proposal.1'],
    [{ layout: null }, 'layout'],
    [{ layout: { fonts: { body: '仿宋' } } }, 'layout.fonts.body'],
    [{ layout: { linePitch: { kind: 'fixed', points: 400 } } }, 'layout.linePitch.points'],
    [{ wording: { opening: { proposal: '您提出的{案由' } } }, 'wording.opening.proposal'],
    [{ form: '../../etc/passwd' }, 'form'],
    [{ approvers: [{ step: '', name: '' }] }, 'approvers.0.step'],
    [{ fullName: '局'.repeat(201) }, 'fullName'],
  ])('with a wrong value name its place: %j', (part, place) => {
    const { code, details } = refused({ ...part, schema: UNIT_SETTINGS_SCHEMA });
    expect(code).toBe('UNIT_SETTINGS_INVALID');
    const { issues } = details as { issues: string[] };
    expect(issues.some((issue) => issue.startsWith(`${place}: `))).toBe(true);
  });

  it('cannot reach beyond themselves', () => {
    const hostile: unknown = JSON.parse('{"schema":"dafu.unit/1","__proto__":{"fullName":"x"},"constructor":{"a":1}}');
    expect(readUnitSettings(hostile, '').fullName).toBe('');
    expect({}).not.toHaveProperty('fullName');
  });
});
