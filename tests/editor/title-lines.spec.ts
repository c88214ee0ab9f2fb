import type { Page } from '@playwright/test';
import { namesInTitle, titleLines } from '#shared/document/title-lines.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { expect, test } from './fixtures.ts';
import { InputMethod, nihao } from './ime.ts';
import { fullLetter } from './letters.ts';

const unit = { fullName: '云川市工业和信息化局', shortName: '' };
const titles = [
  '关于城市绿化的答复',
  '云川市工业和信息化局关于市政协十五届三次会议第0123号提案的答复',
  '关于云川市第十六届人大六次会议第88号建议的答复',
  '关于省十三届人民代表大会第四次会议第0456号建议《关于加快推进城市更新中老旧小区改造的建议》办理情况的答复函',
];

function letterWith(title: string) {
  const letter = fullLetter();
  letter.head.title = [{ text: title }];
  return letter;
}

const printed = (title: string) => titleLines(title, { names: namesInTitle(fullLetter(), unit, emptyCaseFacts()) });

/** The title's characters by the line they stand on. */
const linesOnPaper = (page: Page) =>
  page.evaluate(() => {
    const lines: string[] = [];
    let bottom = -Infinity;
    const walker = document.createTreeWalker(
      document.querySelector('.letter-section[data-part="title"] p')!,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const [index, character] of [...(node.textContent ?? '')].entries()) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        if (box.top >= bottom - 1) lines.push('');
        bottom = box.bottom;
        lines.push(lines.pop()! + character);
      }
    }
    return lines;
  });

test.describe('the title on the paper', () => {
  for (const zoom of [1, 1.5]) {
    test(`ends its lines where print ends them, at ${zoom * 100} %`, async ({ letter }) => {
      for (const title of titles) {
        await letter.open(letterWith(title), { zoom });
        await expect.poll(() => linesOnPaper(letter.page), title).toEqual(printed(title));
      }
    });
  }

  test('ends them anew while one writes in it with an input method, and stays one text', async ({ letter }) => {
    await letter.open(letterWith(titles[1]!));
    await letter.caret('title', 12);
    await new InputMethod(letter.cdp, true).write('你好', ...nihao);
    const title = '云川市工业和信息化局关于你好市政协十五届三次会议第0123号提案的答复';
    expect((await letter.document()).head.title).toEqual([{ text: title }]);
    await expect.poll(() => linesOnPaper(letter.page)).toEqual(printed(title));
  });
});
