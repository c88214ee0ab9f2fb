import { expect, it } from 'vitest';
import { pagesOfRange } from './page-range.ts';

it.each([
  ['1-3,5', [1, 2, 3, 5]],
  ['5，1－2', [1, 2, 5]],
  ['2、2、3至4', [2, 3, 4]],
  [' 8 ', [8]],
])('reads %s', (text, pages) => {
  expect(pagesOfRange(text, 8)).toEqual(pages);
});

it.each(['', ',', '0', '9', '3-1', 'a', '1-', '1-2-3', '-1', '1.5'])('refuses %s', (text) => {
  expect(pagesOfRange(text, 8)).toBeNull();
});
