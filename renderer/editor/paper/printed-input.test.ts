import { describe, expect, it } from 'vitest';
import { cleanLine, readDate, readDocNumber, readList } from './printed-input.ts';

const own = { code: '云工信函', year: 2026 };

describe('head and tail as typed', () => {
  it('leaves out what does not belong in a letter, and keeps to one line', () => {
    expect(cleanLine('\u200b云川市\u2028财政局\ufeff\v\u00ad')).toBe('云川市 财政局 ');
    expect(cleanLine('李䶮、赵𠮷')).toBe('李䶮、赵𠮷');
  });

  it('takes a bare figure for the serial of the own code', () => {
    expect(readDocNumber('12', own)).toEqual({ docNumber: { code: '云工信函', year: 2026, serial: 12 } });
    expect(readDocNumber('12', { ...own, code: '' })).toEqual({ docNumberText: '12' });
  });

  it.each([
    ['云发函〔2026〕12号', '云发函', 2026, 12],
    ['云发函[2026]012号', '云发函', 2026, 12],
    ['云 发函（2026）第7号', '云 发函', 2026, 7],
    ['云发函〔2026〕12', '云发函', 2026, 12],
  ])('reads the document number %s', (text, code, year, serial) => {
    expect(readDocNumber(text, own)).toEqual({ docNumber: { code, year, serial } });
  });

  it('keeps an unfinished document number as typed', () => {
    expect(readDocNumber('云发函〔2026〕号', own)).toEqual({ docNumberText: '云发函〔2026〕号' });
    expect(readDocNumber('云发函〔2026〕0号', own)).toEqual({ docNumberText: '云发函〔2026〕0号' });
    expect(readDocNumber('  ', own)).toEqual({});
  });

  it.each(['2026年4月7日', '2026-4-7', '2026.04.07', '20260407', '2026年04月07'])('reads the date %s', (text) => {
    expect(readDate(text)).toEqual({ date: '2026-04-07' });
  });

  it('does not invent a day', () => {
    expect(readDate('2026年2月30日')).toEqual({ dateText: '2026年2月30日' });
    expect(readDate('二〇二六年')).toEqual({ dateText: '二〇二六年' });
  });

  it('splits lists at any comma', () => {
    expect(readList('市政协提案委，市政府督查室、市档案局。')).toEqual(['市政协提案委', '市政府督查室', '市档案局']);
  });
});
