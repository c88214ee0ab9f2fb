import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFromPattern, safeFileName, uniqueNames } from './file-name.ts';

describe('a file name', () => {
  it.each([
    ['关于“停车”的答复', '关于“停车”的答复'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a／b＼c：d＊e？f“g〈h〉i｜j'],
    ['两行\n标题', '两行标题'],
    ['三行 \r\n　的\n标题', '三行的标题'],
    ['in two\nlines', 'in two lines'],
    ['  .隐藏. ', '隐藏'],
    ['', '答复'],
    ['...', '答复'],
    ['CON', '_CON'],
    ['com1.x', '_com1.x'],
    ['零\u200b宽\u202e倒', '零宽倒'],
    ['𠮷野家', '𠮷野家'],
  ])('of %j is %j', (text, name) => expect(safeFileName(text)).toBe(name));

  it('is one every system takes, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const name = safeFileName(text);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(231);
        expect(name).not.toBe('');
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is not cut in the middle of a character', () => {
    expect(safeFileName('𠮷'.repeat(100))).toBe('𠮷'.repeat(57));
  });
});

describe('a name pattern', () => {
  const parts = { docNumber: '津云发函〔2026〕12号', title: '关于停车的答复', date: '2026-04-17', caseNumber: '0529' };
  it.each([
    ['{docNumber} {title}', '津云发函〔2026〕12号 关于停车的答复'],
    ['{caseNumber}-{date}', '0529-2026-04-17'],
    ['提案{caseNumber}号', '提案0529号'],
    ['{nonsense} {title}', '{nonsense} 关于停车的答复'],
    ['', '关于停车的答复'],
    ['../../{title}', '／..／关于停车的答复'],
  ])('%j gives %j', (pattern, name) => expect(nameFromPattern(pattern, parts)).toBe(name));

  it('drops the separator of a part that has no value', () => {
    const bare = { ...parts, docNumber: '', date: '' };
    expect(nameFromPattern('{docNumber} {title}', bare)).toBe('关于停车的答复');
    expect(nameFromPattern('{title}_{date}', bare)).toBe('关于停车的答复');
    expect(nameFromPattern('{caseNumber} - {date} - {title}', bare)).toBe('0529 关于停车的答复');
    expect(nameFromPattern('{docNumber}{date}', bare)).toBe('关于停车的答复');
    expect(nameFromPattern('{docNumber}', { ...bare, title: '' })).toBe('答复');
  });

  it('gives every letter of a batch its own name, case aside', () => {
    expect(uniqueNames(['答复', '答复', 'A', 'a', '答复（2）'])).toEqual([
      '答复',
      '答复（2）',
      'A',
      'a（2）',
      '答复（2）（2）',
    ]);
  });
});
