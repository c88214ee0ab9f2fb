import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKey } from './sort-key.ts';

const collator = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });
/** As SQLite compares texts: by their bytes. */
const compareKeys = (a: string, b: string) =>
  Math.sign(Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))));

describe('the sort key', () => {
  it('puts titles in the order of their pronunciation', () => {
    const titles = ['关于停车的提案', '关于养老的提案', '关于AI的提案', '关于城市的提案', '对建议的答复'];
    expect(titles.toSorted(compareKeys)).toEqual(titles.toSorted(collator.compare));
    expect(titles.toSorted(compareKeys)[0]).toBe('对建议的答复');
  });

  it('puts numbers in the order of their values, wherever they stand', () => {
    expect(['68', '0529', '9', '温36', '温4', 'JY100012050700', 'JY99'].toSorted(compareKeys)).toEqual([
      '9',
      '68',
      '0529',
      '温4',
      '温36',
      'JY99',
      'JY100012050700',
    ]);
  });

  it('makes no difference between widths and cases', () => {
    expect(sortKey('（ＡＩ）')).toBe(sortKey('(ai)'));
  });

  it('orders any texts as the collation does', () => {
    const part = fc.constantFrom(
      '关',
      '于',
      '云',
      '岭',
      '的',
      '重',
      '行',
      '〔',
      '（',
      '、',
      '《',
      'A',
      'b',
      '7',
      '12',
      '0',
      ' ',
      '-',
    );
    const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareKeys(a, b)).toBe(Math.sign(collator.compare(a, b)));
      }),
    );
  });
});
