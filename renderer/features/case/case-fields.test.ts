import { describe, expect, it } from 'vitest';
import { parseDate } from './case-fields.tsx';

describe('dates as people type them', () => {
  it.each(['2026年4月7日', '2026-4-7', '2026.04.07', '2026/4/7', '20260407', ' 2026 4 7 '])('%s', (text) => {
    expect(parseDate(text)).toBe('2026-04-07');
  });
  it('takes the present year when none is given', () => {
    expect(parseDate('4月7日')).toBe(`${new Date().getFullYear()}-04-07`);
  });
  it.each(['', '2026年', '2026-13-01', '2026-02-30', '明天'])('refuses %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});
