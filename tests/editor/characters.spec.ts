import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

test('symbols come from a palette, at the caret, several in a row', async ({ letter }) => {
  await letter.open(smallLetter());
  const { page } = letter;
  await letter.caret('b1', 3);
  await page.getByRole('button', { name: '符号' }).click();
  for (const symbol of ['℃', '㎡', '№']) await page.getByRole('button', { name: symbol, exact: true }).click();
  expect((await letter.lines())[2]).toBe('各有关℃㎡№单位要高度重视。');
  await page.keyboard.press('Control+z');
  expect((await letter.lines())[2]).toBe('各有关℃㎡单位要高度重视。');
  await page.keyboard.type('甲');
  expect((await letter.lines())[2]).toBe('各有关℃㎡甲单位要高度重视。');
});

test('a selection changes its width, keeps its formats, and goes back in one step', async ({ letter }) => {
  const small = smallLetter();
  small.sections[0]!.blocks[0]!.runs = [
    { text: '共ABC,' },
    { text: '12 %', format: { bold: true } },
    { text: '（Ｘ）' },
  ];
  await letter.open(small);
  const runs = async () => (await letter.document()).sections[0]!.blocks[0]!.runs;
  await letter.caret('b1', 2, 'b1', 9);
  await letter.run((harness) => harness.session.commands.changeWidth('full'));
  expect(await runs()).toEqual([
    { text: '共AＢＣ，' },
    { text: '１２　％', format: { bold: true } },
    { text: '（Ｘ）' },
  ]);
  expect(await letter.run((harness) => harness.selectedText())).toBe('ＢＣ，１２　％');
  await letter.run((harness) => harness.session.commands.changeWidth('half'));
  expect((await runs())[1]).toEqual({ text: '12 %', format: { bold: true } });
  await letter.page.keyboard.press('Control+z');
  await letter.page.keyboard.press('Control+z');
  expect(await runs()).toEqual(small.sections[0]!.blocks[0]!.runs);
});

test('cells are aligned from the table menu, and their lines say so', async ({ letter }) => {
  await letter.open(fullLetter());
  const { page } = letter;
  await letter.caret('cp11', 2);
  await page.getByRole('button', { name: '表格' }).click();
  await page.getByRole('menuitem', { name: '单元格右对齐' }).click();
  const cell = async () =>
    (await letter.document()).sections[1]!.blocks.find(({ type }) => type === 'table')!.table!.rows[1]!.cells[1]!;
  expect((await cell()).blocks[0]?.props).toEqual({ align: 'right' });
  await expect(page.locator('.letter-cell p', { hasText: '38000' })).toHaveCSS('text-align', 'right');
  expect(await letter.run((harness) => harness.session.selection.get().cellAlign)).toBe('right');
  await page.keyboard.press('Control+z');
  expect((await cell()).blocks[0]?.props).toBeUndefined();
});

test('selected words are dragged to another place, in one undo step', async ({ letter }) => {
  await letter.open(smallLetter());
  const { page } = letter;
  await letter.caret('b1', 0, 'b1', 3);
  const placeOf = (text: string, offset: number) =>
    page.evaluate(
      ([needle, at]) => {
        const walker = document.createTreeWalker(document.querySelector('.letter-text')!, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() && !walker.currentNode.textContent?.includes(needle));
        const range = document.createRange();
        const start = walker.currentNode.textContent!.indexOf(needle) + at;
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, start + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left + 1, y: top + height / 2 };
      },
      [text, offset] as const,
    );
  const from = await placeOf('各有关', 1);
  const onto = await placeOf('特此函复', 2);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 10, { steps: 3 });
  await page.mouse.move(onto.x, onto.y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await letter.lines()).at(-1)).toBe('特此各有关函复。');
  expect((await letter.lines())[2]).toBe('单位要高度重视。');
  await page.keyboard.press('Control+z');
  expect((await letter.lines()).slice(2)).toEqual([
    '各有关单位要高度重视。',
    '现将有关事项通知如下，请遵照执行。',
    '',
    '特此函复。',
  ]);
});
