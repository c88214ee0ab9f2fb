import { describe, expect, it } from 'vitest';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { parseDate, withDueDate } from './case-fields.tsx';

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

describe('the due date', () => {
  const received = { ...emptyCaseFacts(), receivedOn: '2026-01-31' };
  it('follows the receipt by the months of the unit, to the end of a shorter month', () => {
    const unit = { ...defaultUnitSettings, answerMonths: 1, opinionMonths: 2 };
    expect(withDueDate(received, 'receivedOn', unit).dueOn).toBe('2026-02-28');
    expect(withDueDate({ ...received, role: 'co' }, 'receivedOn', unit).dueOn).toBe('2026-03-31');
  });
  it('is never changed once it is set', () => {
    const set = { ...received, dueOn: '2026-05-01' };
    expect(withDueDate(set, 'receivedOn', defaultUnitSettings)).toBe(set);
  });
});
