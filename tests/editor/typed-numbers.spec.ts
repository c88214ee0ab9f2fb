import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { InputMethod } from './ime.ts';
import { smallLetter } from './letters.ts';

const blocks = async (letter: { document: () => Promise<{ sections: { blocks: object[] }[] }> }) =>
  (await letter.document()).sections[0]!.blocks.slice(2) as {
    type: string;
    level?: number;
    props?: { list?: string; start?: number };
    runs: { text: string; format?: object }[];
  }[];
const said = async (letter: Parameters<typeof blocks>[0]) =>
  (await blocks(letter)).map(
    ({ type, level, runs }) => `${type}${level ?? ''} ${runs.map(({ text }) => text).join('')}`,
  );
const typeLines = async (page: Page, ...lines: string[]) => {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
};

test.describe('a number typed before a line', () => {
  test('makes it a heading with the number of the letter', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b3', 0);
    await typeLines(letter.page, '一、工作进展', '（一）摸底', '1.登记', '（1）甲区', '1.5亿元');
    expect(await said(letter)).toEqual([
      'heading1 工作进展',
      'heading2 摸底',
      'heading3 登记',
      'heading4 甲区',
      'paragraph 1.5亿元',
    ]);
    expect(
      await letter.page
        .locator('[data-label]')
        .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset['label'])),
    ).toEqual(['一、', '（一）', '1.', '（1）']);
  });

  test('stays as typed once it was taken back', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b3', 0);
    await letter.page.keyboard.type('一、工');
    expect(await said(letter)).toEqual(['heading1 工']);
    await letter.page.keyboard.press('Control+z');
    expect(await said(letter)).toEqual(['paragraph 一、工']);
    await letter.page.keyboard.type('作');
    expect(await said(letter)).toEqual(['paragraph 一、工作']);
    for (let step = 0; step < 4; step += 1) await letter.page.keyboard.press('Backspace');
    await letter.page.keyboard.type('（二）分工');
    expect(await said(letter)).toEqual(['paragraph （二）分工']);
  });

  test('is no number inside a word, a cell, a title or an existing line', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b3', 0);
    await typeLines(letter.page, '1.5亿元', '一、二、三产业', '12月31日', '（见附件）');
    expect(await said(letter)).toEqual([
      'paragraph 1.5亿元',
      'paragraph 一、二、三产业',
      'paragraph 12月31日',
      'paragraph （见附件）',
    ]);
    await letter.caret('title', 0);
    await letter.page.keyboard.type('一、关于');
    expect((await letter.lines())[0]).toBe('一、关于关于做好公文处理工作的答复');
  });

  for (const withKeyDown of [true, false]) {
    test(`waits for an input method to end, ${withKeyDown ? 'with' : 'without'} key events`, async ({ letter }) => {
      await letter.open(smallLetter());
      await letter.caret('b3', 0);
      const ime = new InputMethod(letter.cdp, withKeyDown);
      await ime.write('一', 'y', 'yi');
      await letter.page.keyboard.insertText('、');
      await ime.compose('g', 'go', 'gong');
      expect(await letter.run((harness) => harness.isComposing())).toBe(true);
      expect(await said(letter)).toEqual(['paragraph 一、gong']);
      await ime.commit('工作进展');
      expect(await said(letter)).toEqual(['heading1 工作进展']);
      await ime.write('情况', 'q', 'qing');
      expect(await said(letter)).toEqual(['heading1 工作进展情况']);
      await letter.page.keyboard.press('Control+z');
      await letter.page.keyboard.press('Control+z');
      expect(await said(letter)).toEqual(['paragraph 一、工作进展']);
      await ime.compose('x', 'xi');
      await ime.cancel();
      expect(await said(letter)).toEqual(['paragraph 一、工作进展']);
    });
  }

  test('is not doubled when the style is chosen by hand', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b3', 0);
    await letter.paste({ text: '一、您提出的建议我们已采纳' });
    await letter.page.keyboard.press('Control+Alt+2');
    expect(await said(letter)).toEqual(['heading2 您提出的建议我们已采纳']);
    await letter.page.keyboard.press('Control+z');
    expect(await said(letter)).toEqual(['paragraph 一、您提出的建议我们已采纳']);
  });
});

test('pasted numbers become those of the letter, in an undo step after the pasting', async ({ letter }) => {
  await letter.open(smallLetter());
  await letter.caret('b3', 0);
  await letter.paste({
    text: '一、工作进展\n（一）摸清底数。组织街道逐户排查，建立台账。\n3.2024年新建泊位820个；\n4.2025年再建300个。\n正文',
  });
  expect(await said(letter)).toEqual([
    'heading1 工作进展',
    'heading2 摸清底数。组织街道逐户排查，建立台账。',
    'list-item1 2024年新建泊位820个；',
    'list-item1 2025年再建300个。',
    'paragraph 正文',
  ]);
  const [, runIn, third, fourth] = await blocks(letter);
  expect(runIn?.runs.map(({ format }) => format)).toEqual([undefined, { body: true }]);
  expect([third?.props, fourth?.props]).toEqual([{ list: 'decimal', start: 3 }, { list: 'decimal' }]);
  await letter.page.keyboard.press('Control+z');
  expect((await said(letter))[0]).toBe('paragraph 一、工作进展');
  await letter.page.keyboard.type('。');
  expect((await said(letter)).slice(-1)).toEqual(['paragraph 正文。']);
  await letter.page.keyboard.press('Control+z');
  await letter.page.keyboard.press('Control+z');
  expect(await said(letter)).toEqual(['paragraph ']);
});
