import { describe, expect, it } from 'vitest';
import { formatNumber } from './number-format.ts';

describe('formatNumber', () => {
  it.each([
    ['chineseCounting', 21, '二十一'],
    ['chineseCounting', 100, '一○○'],
    ['chineseCountingThousand', 101, '一百〇一'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographDigital', 20, '二〇'],
    ['ideographTraditional', 11, '11'],
    ['decimalFullWidth', 10, '１０'],
    ['decimalEnclosedCircle', 50, '㊿'],
    ['lowerLetter', 27, 'aa'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['ordinal', 112, '112th'],
    ['001', 7, '007'],
    ['none', 7, ''],
    ['constructor', 7, '7'],
    [undefined, 7, '7'],
  ])('%s of %d is %s', (format, value, text) => {
    expect(formatNumber(format, value)).toBe(text);
  });
});
