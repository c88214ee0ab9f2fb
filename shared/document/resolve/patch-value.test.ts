import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameValue, patchedValue } from './patch-value.ts';

describe('a step taken on a list that has changed meanwhile', () => {
  it('puts in and takes out what it did, and leaves what others did', () => {
    expect(patchedValue(['甲', '乙', '丙'], ['甲', '乙'], ['甲', '乙', '丁'])).toEqual(['甲', '乙', '丁', '丙']);
    expect(patchedValue(['甲', '乙', '丙'], ['甲', '乙'], ['乙'])).toEqual(['乙', '丙']);
    expect(patchedValue(['甲', '丙'], ['甲', '乙'], ['甲', '乙', '丁'])).toEqual(['甲', '丁', '丙']);
  });

  it('puts in once what another put in too, and counts what stands there twice', () => {
    expect(patchedValue(['甲', '丙'], ['甲'], ['甲', '丙'])).toEqual(['甲', '丙']);
    expect(patchedValue(['', '', '甲'], ['', ''], ['', '', ''])).toEqual(['', '', '', '甲']);
  });

  it('keeps the order it made', () => {
    expect(patchedValue(['甲', '乙', '丙', '丁'], ['甲', '乙', '丙'], ['丙', '甲', '乙'])).toEqual([
      '丙',
      '甲',
      '乙',
      '丁',
    ]);
  });

  it('changes items that have an id where they stand', () => {
    const [before, after] = [[{ id: 'a', title: '清单' }], [{ id: 'a', title: '项目清单' }]];
    const now = [
      { id: 'b', title: '示意图' },
      { id: 'a', title: '清单', isNew: true },
    ];
    expect(patchedValue(now, before, after)).toEqual([now[0], { id: 'a', title: '项目清单', isNew: true }]);
  });
});

it('changes the properties of an object it changed, and replaces other values', () => {
  const number = { code: '津云发函', year: 2026, serial: 12 };
  expect(patchedValue({ ...number, year: 2027 }, number, { ...number, serial: 13 })).toEqual({
    code: '津云发函',
    year: 2027,
    serial: 13,
  });
  expect(patchedValue({ bold: true, italic: true }, { bold: true }, {})).toEqual({ italic: true });
  expect(patchedValue('乙', '甲', '丙')).toBe('丙');
  expect(patchedValue('乙', '甲', undefined)).toBeUndefined();
});

it('is the step itself where nothing has changed, and nothing where it was none', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(isSameValue(patchedValue(before, before, after), after)).toBe(true);
      expect(isSameValue(patchedValue(after, before, before), after)).toBe(true);
    }),
  );
});
