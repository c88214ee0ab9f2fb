import { expect, it } from 'vitest';
import { undoImportChange } from '#shared/document/import-undo.ts';
import { plainText, runsText } from '#shared/document/plain-text.ts';
import { everyBlock } from '#shared/document/walk.ts';
import { importHtml, importText, takeLettersApart } from '../index.ts';

const letter = (number: number, who: string, what: string) =>
  [
    `云江市水务局关于市政协六届二次会议第${number}号提案的答复`,
    '',
    `${who}委员：`,
    `您提出的《关于${what}的提案》（第${number}号）收悉，现答复如下：`,
    '一、工作进展',
    `${what}已经列入计划。`,
    '感谢您对水务工作的关心和支持。',
    '云江市水务局',
    '2026年3月9日',
    '（联系人：郑思远；联系电话：80012345）',
    '',
  ].join('\n');
const codes = (text: string) => importText(text).report.warnings.map(({ code }) => code);
const three = [letter(31, '周宁', '改造管网'), letter(45, '吴菲', '清理河道'), letter(46, '吴菲', '保护水源')];

it('a file of several letters says so and loses nothing', () => {
  const { document, report, caseFacts } = importText(three.join('\n'));
  expect(report.warnings.filter(({ code }) => code === 'letter.second').map(({ quote }) => quote)).toEqual([
    expect.stringContaining('第45号') as string,
    expect.stringContaining('第46号') as string,
  ]);
  expect(caseFacts.number).toBe('31');
  const printed = plainText(document);
  for (const words of ['清理河道已经列入计划。', '保护水源已经列入计划。']) expect(printed).toContain(words);
  expect(printed).not.toContain('二、');
  const undone = report.changes.toReversed().reduce(undoImportChange, document);
  const lines = three
    .join('\n')
    .split('\n')
    .filter((line) => line !== '');
  expect([...everyBlock(undone)].map((block) => runsText(block.runs)).filter((line) => line !== '')).toEqual(lines);
});

it('its letters are taken apart as if each had come alone', () => {
  const { document, report } = importText(three.join('\n'));
  const apart = takeLettersApart(document, report);
  expect(apart.map((one) => one.caseFacts.number)).toEqual(['31', '45', '46']);
  expect(apart.map((one) => plainText(one.document))).toEqual(
    three.map((text) => plainText(importText(text).document)),
  );
  const alone = importText(three[0] ?? '');
  expect(takeLettersApart(alone.document, alone.report)).toEqual([]);
});

it('keeps formats and tables of the second', () => {
  const html = (number: number, what: string) =>
    letter(number, '周宁', what)
      .split('\n')
      .map((line) =>
        line.includes('列入')
          ? `<p><b>${line}</b></p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>`
          : `<p>${line}</p>`,
      )
      .join('');
  const { document, report } = importHtml(`<html><body>${html(31, '改造管网')}${html(45, '清理河道')}</body></html>`);
  const [, second] = takeLettersApart(document, report);
  const blocks = second ? [...everyBlock(second.document)] : [];
  expect(blocks.some(({ type }) => type === 'table')).toBe(true);
  expect(blocks.flatMap(({ runs }) => runs).find(({ text }) => text.includes('清理河道已经'))?.format).toEqual({
    bold: true,
  });
});

it.each([
  ['a letter alone', three[0] ?? ''],
  ['a letter printed twice', `${three[0]}\n${three[0]}`],
  ['an attachment that is no letter', `${three[0]}\n附件\n工作台账\n管网改造共完成三十公里，均已通过验收。`],
])('%s holds no second', (_, text) => {
  expect(codes(text)).not.toContain('letter.second');
});
