import { expect, it } from 'vitest';
import { dateAtEnd, dateLine } from './dates.ts';
import { fold } from './fold.ts';

it.each([
  ['2026年3月9日星期一', '2026-03-09'],
  ['2026年3月9日（星期一）', '2026-03-09'],
  ['二〇二六年三月九日 周一', '2026-03-09'],
  ['二O二六年三月九日', '2026-03-09'],
  ['二0二六年三月九日', '2026-03-09'],
  ['2 0 2 6年3月9日', '2026-03-09'],
  ['2026年3月9日（盖章）', '2026-03-09'],
  ['2O26年3月9日', null],
  ['2026年3月O9日', null],
  ['26年3月9日', null],
  ['××年×月×日', null],
  ['2026年2月30日', null],
])('%s', (text, iso) => {
  expect(dateLine(fold(text), text)).toEqual({ iso, text });
});

it('ends a line with its weekday', () => {
  const text = '云江市水务局 2026年3月9日 星期一';
  expect(dateAtEnd(fold(text))).toEqual({ iso: '2026-03-09', start: 7 });
});
