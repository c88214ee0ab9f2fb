import { expect, it } from 'vitest';
import { fold } from './fold.ts';
import { joinBroken } from './paragraphs.ts';

const join = (...texts: string[]): string[] =>
  joinBroken(
    texts.map((text, index) => ({ id: String(index), text, key: fold(text), blankBefore: false, indent: 0 })),
  ).map((line) => line.text);

it.each([
  ['全县自来水普及率达到97.', '3%，比上年提高。'],
  ['全县自来水普及率达到97', '.3%，比上年提高。'],
  ['累计投入2,', '400万元，用于管网改造。'],
  ['占比为30%～', '40%，高于全市。'],
  ['会议审议了第2', '15号提案。'],
  ['该项工作自2024', '年启动以来进展顺利。'],
  ['共改造管网26', '公里，受益群众一万人。'],
])('a number broken by a line end is whole again: %s / %s', (first, second) => {
  expect(join(first, second)).toEqual([first + second]);
});

it.each([
  ['联系电话：0799-8123456', '2026年3月9日'],
  ['全县自来水普及率达到97.', '6.加强管理。继续推进。'],
  ['管网改造已全部完成。', '3处泵站正在建设。'],
])('two lines stay two: %s / %s', (first, second) => {
  expect(join(first, second)).toEqual([first, second]);
});
