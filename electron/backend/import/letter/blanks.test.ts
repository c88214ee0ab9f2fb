import { expect, it } from 'vitest';
import { undoImportChange } from '#shared/document/import-undo.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { importText } from '../index.ts';

const letter = (sentence: string) =>
  `关于市政协六届二次会议第3 1号提案的答复\n周宁委员：\n您提出的《关于供水的提案》收悉，现答复如下：\n${sentence}\n感谢您的关心和支持。\n云江市水务局\n2026年3月9日`;
const read = (sentence: string) => {
  const { document, report } = importText(letter(sentence));
  return {
    text: plainText(document),
    codes: report.warnings.map(({ code }) => code),
    quotes: report.warnings.map(({ quote }) => quote),
    undone: plainText(report.changes.toReversed().reduce(undoImportChange, document)),
  };
};

it.each([
  ['我局已完成管网改造三十公里， 惠及群众一万人。', '我局已完成管网改造三十公里，惠及群众一万人。'],
  ['我局已完成管网改造三十公里 ，惠及群众一万人。', '我局已完成管网改造三十公里，惠及群众一万人。'],
  ['我局依据《供水条例》 和有关规定，加快改造管网。', '我局依据《供水条例》和有关规定，加快改造管网。'],
  ['我局（含 下属单位） 全部完成管网改造，惠及群众。', '我局（含 下属单位）全部完成管网改造，惠及群众。'],
])('a blank beside a mark goes, and comes back: %s', (before, after) => {
  const { text, undone } = read(before);
  expect(text).toContain(after);
  expect(undone).toContain(before);
});

it('tells where a paragraph may have ended', () => {
  const { text, codes, quotes } = read('我局已完成管网改造三十公里。 市财政局安排专项资金，支持水源保护。');
  expect(text).toContain('三十公里。市财政局');
  expect(codes).toContain('paragraph.glued');
  expect(quotes.join()).toContain('三十公里。 市财政局');
});

it('keeps a blank that may part words, and tells', () => {
  const { text, codes } = read('参加座谈的有郑思远 吴菲 周宁三位委员，意见已经采纳。');
  expect(text).toContain('郑思远 吴菲 周宁三位委员');
  expect(codes).toContain('blanks.kept');
});

it.each(['使用 Word 2016 和 3 台设备，完成改造 12 处。', '我局已完成管网改造三十公里，惠及群众一万人。'])(
  'finds nothing in: %s',
  (sentence) => {
    const { text, codes } = read(sentence);
    expect(text).toContain(sentence);
    expect(codes).not.toContain('blanks.kept');
    expect(codes).not.toContain('paragraph.glued');
  },
);
