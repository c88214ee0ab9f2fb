import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter, smallLines } from './letters.ts';

test.describe('copy and paste', () => {
  test('copied blocks get ids of their own, moved ones keep theirs', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b1', 0, 'b3', 0);
    await letter.page.keyboard.press('Control+c');
    await letter.caret('b4', 5);
    await letter.page.keyboard.press('Control+v');
    await letter.page.keyboard.press('Control+v');
    const ids = await letter.run((harness) => harness.ids());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, 3)).toEqual(['b1', 'b2', 'b3']);
    expect((await letter.lines()).filter((line) => line.includes('各有关单位')).length).toBe(3);
  });

  test('a phrase stays inside its line and keeps the bold of its source', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b2', 6, 'b2', 10);
    await letter.page.keyboard.press('Control+c');
    await letter.caret('b1', 3);
    await letter.page.keyboard.press('Control+v');
    expect((await letter.document()).sections[0]?.blocks[0]?.runs).toEqual([
      { text: '各有关' },
      { text: '通知如下', format: { bold: true } },
      { text: '单位要高度重视。' },
    ]);
  });

  test('review marks do not travel', async ({ letter }) => {
    const marked = smallLetter();
    marked.sections[0]!.blocks[0]!.runs = [
      { text: '甲' },
      { text: '乙乙', ins: 'r1', threads: ['t1'] },
      { text: '丙' },
    ];
    await letter.open(marked);
    await letter.caret('b1', 0, 'b1', 4);
    await letter.page.keyboard.press('Control+c');
    await letter.caret('b4', 5);
    await letter.page.keyboard.press('Control+v');
    expect((await letter.document()).sections[1]?.blocks[0]?.runs).toEqual([{ text: '特此函复。甲乙乙丙' }]);
  });

  test('lines of plain text become paragraphs', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b1', 3);
    await letter.paste({ text: '　　甲甲\r\n乙乙\r\n\r\n丙丙' });
    expect((await letter.lines()).slice(2, 5)).toEqual(['各有关甲甲', '乙乙', '丙丙单位要高度重视。']);
    await letter.page.keyboard.type('|');
    expect(await letter.lines()).toContain('丙丙|单位要高度重视。');
  });

  test('an empty line takes headings and tables as they are', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b3', 0);
    await letter.paste({ html: '<h2>小标题</h2><p>正文</p><table><tr><td>1</td><td>2</td></tr></table>' });
    const { blocks } = (await letter.document()).sections[0]!;
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph', 'table']);
    expect(blocks[4]?.table?.rows[0]?.cells.map((cell) => cell.blocks[0]?.runs[0]?.text)).toEqual(['1', '2']);
  });

  test('the title takes words only, the salutation one line', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('title', 13);
    await letter.paste({ html: '<h1>甲</h1><table><tr><td>乙</td></tr></table>' });
    await letter.caret('salutation', 5);
    await letter.paste({ text: '丙\n丁' });
    expect((await letter.lines()).slice(0, 2)).toEqual([`${smallLines[0]}甲\n乙`, '李明委员：丙丁']);
    expect((await letter.document()).head.title.every((run) => run.format === undefined)).toBe(true);
  });

  test('a range of a spreadsheet fills the cells of a table', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('cp10', 0);
    await letter.paste({ html: '<table><tr><td>甲</td><td>11</td></tr><tr><td>乙</td><td>22</td></tr></table>' });
    const table = (await letter.document()).sections[1]!.blocks.find(({ type }) => type === 'table')?.table;
    const text = table?.rows.map((row) =>
      row.cells.map((cell) => cell.blocks.map((block) => block.runs[0]?.text).join()),
    );
    expect(text).toEqual([
      ['项目', '数量', '完成率'],
      ['甲', '11', '96%'],
      ['乙', '22', '88%'],
    ]);
  });

  test('other programs get the numbers with the text', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('h3', 0, 't2', 3);
    const copied = await letter.copy();
    expect(copied.text).toBe('（二）推动车位信息共享\n1.开展车位摸底\n梳理各');
    const [heading] = await letter.page.evaluate(
      (html) =>
        [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('h2')].map((line) => line.outerHTML),
      copied.html,
    );
    expect(heading).toContain('楷体_GB2312');
    expect(heading?.replaceAll(/<[^>]*>/g, '')).toBe('（二）推动车位信息共享');
  });

  test('lists in cells go with their numbers, and a copied title with its look', async ({ letter }) => {
    const full = fullLetter();
    const cells = full.sections[1]!.blocks.find(({ type }) => type === 'table')!.table!.rows[1]!.cells;
    cells[0]!.blocks = ['甲', '乙'].map((text, index) => ({
      id: `li${index}`,
      type: 'list-item',
      level: 1,
      props: { list: 'paren' },
      runs: [{ text }],
    }));
    await letter.open(full);
    await letter.caret('title', 0, 'l1', 2);
    const { text, html } = await letter.copy();
    expect(text).toContain('（1）甲 （2）乙\t38000');
    expect(html).toMatch(/text-align:center[^>]*方正小标宋简体[^>]*font-size:22pt/u);
    expect(html).toContain('thead');
  });
});

test('says that pictures were left out, and takes the words beside them', async ({ letter }) => {
  await letter.open(smallLetter());
  await letter.caret('b3', 0);
  await letter.paste({ html: '<p>甲<img src="data:image/png;base64,AA==" width="200">乙</p><img width="1" src="x">' });
  expect(await letter.lines()).toContain('甲乙');
  expect(await letter.run((harness) => harness.picturesDropped())).toBe(1);
});

test('takes the shown part of a sheet, also where its columns stand loose in the table', async ({ letter }) => {
  await letter.open(smallLetter());
  await letter.caret('b3', 0);
  await letter.paste({
    html: `<html><head><style>td.xl9 {display:none}</style></head><body><!--StartFragment--><table><col width=72 span=1><col
      width=0 style='display:none'><col width=216><tr><td>甲</td><td>密</td><td>乙</td></tr><tr height=0
      style='display:none'><td>一</td><td>密</td><td>二</td></tr><tr><td>三</td><td>密</td><td>四<table><tr><td>五</td></tr></table></td>
      </tr></table><!--EndFragment--></body></html>`,
  });
  const table = (await letter.document()).sections[0]!.blocks.find(({ type }) => type === 'table')?.table;
  expect(table?.columns.map(({ width }) => Math.round((width / table.columns[0]!.width) * 10) / 10)).toEqual([1, 3]);
  expect(
    table?.rows.map((row) => row.cells.map((cell) => cell.blocks.map((block) => block.runs[0]?.text).join('|'))),
  ).toEqual([
    ['甲', '乙'],
    ['三', '四|五'],
  ]);
});

test('refuses in words what it cannot read and what is too much, whatever form it comes in', async ({ letter }) => {
  await letter.open(smallLetter());
  const before = await letter.lines();
  await letter.caret('b3', 0);
  await letter.paste({ rtf: '{\\rtf1 \\u30002?}' });
  await letter.paste({ html: `<p>${'长'.repeat(200_001)}</p>` });
  await letter.paste({ html: `<table>${'<tr><td>1</td><td>2</td></tr>'.repeat(2501)}</table>` });
  expect(await letter.lines()).toEqual(before);
  expect(await letter.run((harness) => harness.refusedPastes())).toEqual([
    { unreadable: 'clipboardRtf' },
    { limit: 'characters', actual: 200_001, allowed: 200_000 },
    { limit: 'cells', actual: 5002, allowed: 5000 },
  ]);
});

test('pasted text is clean in the fields of head and tail too', async ({ letter }) => {
  await letter.open(fullLetter());
  const field = letter.page.getByLabel('署名单位 1');
  await field.focus();
  await field.evaluate((input: HTMLInputElement) => input.select());
  await letter.page.evaluate(() => document.execCommand('insertText', false, '\u200b云川市\ufeff财政局\u00ad'));
  await expect(field).toHaveValue('云川市财政局');
  expect((await letter.document()).tail.units).toEqual(['云川市财政局']);
  await letter.page.keyboard.type('办');
  await expect(field).toHaveValue('云川市财政局办');
});
