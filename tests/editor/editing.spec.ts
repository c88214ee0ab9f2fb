import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter, smallLines } from './letters.ts';

/** Longer than the time in which typing merges into one undo step. */
const STEP = 600;

test.describe('history', () => {
  test('loading is no step, and an unchanged letter is given back byte for byte', async ({ letter }) => {
    await letter.open(fullLetter());
    const before = await letter.run((harness) => harness.session.getDocumentJson());
    await letter.caret('t1', 4);
    for (let time = 0; time < 5; time += 1) await letter.page.keyboard.press('Control+z');
    expect(await letter.run((harness) => harness.session.getDocumentJson())).toBe(before);
    expect(await letter.run((harness) => harness.session.selection.get().canUndo)).toBe(false);
  });

  test('the very first change can be undone, even one made by a command', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.run((harness) => harness.session.changeHead((head) => ({ ...head, category: 'B' })));
    expect((await letter.document()).head.category).toBe('B');
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(fullLetter());
  });

  test('text and forms share one history', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b1', 3);
    await letter.page.keyboard.type('A');
    await letter.page.waitForTimeout(STEP);
    await letter.page.getByLabel('成文日期').fill('2026-4-7');
    await letter.page.waitForTimeout(STEP);
    await letter.caret('b4', 5);
    await letter.page.keyboard.type('B');
    expect((await letter.document()).tail.date).toBe('2026-04-07');
    await letter.page.keyboard.press('Control+z');
    expect(await letter.lines()).toContain('特此函复。');
    await letter.page.keyboard.press('Control+z');
    expect((await letter.document()).tail.date).toBeUndefined();
    await letter.page.keyboard.press('Control+z');
    expect(await letter.lines()).toEqual(smallLines);
    for (let time = 0; time < 3; time += 1) await letter.page.keyboard.press('Control+y');
    expect(await letter.lines()).toContain('特此函复。B');
    await expect(letter.page.getByLabel('成文日期')).toHaveValue('2026年4月7日');
  });

  test('a form keeps the focus when it undoes', async ({ letter }) => {
    await letter.open(smallLetter());
    const number = letter.page.getByLabel('发文字号');
    await number.fill('云工信函〔2026〕8号');
    expect((await letter.document()).head.docNumber).toEqual({ code: '云工信函', year: 2026, serial: 8 });
    await number.press('Control+z');
    expect((await letter.document()).head.docNumber).toBeUndefined();
    await expect(number).toBeFocused();
  });

  test('another text in place of the whole letter is one step', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.run((harness, next) => harness.session.replaceDocument(next, { undoable: true }), {
      ...fullLetter(),
      id: 'small',
    });
    expect((await letter.document()).sections).toHaveLength(4);
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(smallLetter());
  });
});

test.describe('Enter', () => {
  test('after a heading begins a paragraph, inside it two headings', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('h3', 8);
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('p');
    await letter.caret('h2', 4);
    await letter.page.keyboard.press('Enter');
    const { blocks } = (await letter.document()).sections[1]!;
    expect(blocks.slice(0, 2).map(({ type, level }) => [type, level])).toEqual([
      ['heading', 2],
      ['heading', 2],
    ]);
    const place = blocks.findIndex(({ id }) => id === 'h3');
    expect(blocks[place + 1]).toMatchObject({ type: 'paragraph', runs: [{ text: 'p' }] });
  });

  test('at the start of a heading the heading keeps its id', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('h3', 0);
    await letter.page.keyboard.press('Enter');
    const { blocks } = (await letter.document()).sections[1]!;
    const place = blocks.findIndex(({ id }) => id === 'h3');
    expect(blocks[place]?.runs).toEqual([{ text: '推动数据资源共享' }]);
    expect(blocks[place - 1]).toMatchObject({ type: 'paragraph', runs: [] });
  });

  test('continues a list and leaves it on an empty item', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('l2', 9);
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('x');
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('y');
    const { blocks } = (await letter.document()).sections[1]!;
    expect(blocks.slice(-2)).toMatchObject([
      { type: 'list-item', level: 1, props: { list: 'decimal' }, runs: [{ text: 'x' }] },
      { type: 'paragraph', runs: [{ text: 'y' }] },
    ]);
    expect(blocks.at(-1)?.level).toBeUndefined();
  });

  test('in the title breaks the line, in the salutation goes on to the text', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('title', 6);
    await letter.page.keyboard.press('Enter');
    await letter.caret('salutation', 5);
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('Z');
    const document = await letter.document();
    expect(document.head.title[1]).toEqual({ text: '\n', object: { type: 'break' } });
    expect(await letter.lines()).toContain('Z各有关单位要高度重视。');
  });
});

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
});

test.describe('find and replace', () => {
  test('finds across formats, ignoring case, in the whole letter', async ({ letter }) => {
    const document = smallLetter();
    document.sections[1]!.blocks[0]!.runs = [{ text: '事项通' }, { text: '知 abc', format: { bold: true } }];
    await letter.open(document);
    await letter.run((harness) => harness.session.find.open());
    const total = (query: string, matchCase = false) =>
      letter.run(
        (harness, given) => {
          harness.session.find.setMatchCase(given.matchCase);
          harness.session.find.setQuery(given.query);
          return harness.session.find.get().total;
        },
        { query, matchCase },
      );
    expect(await total('事项通知')).toBe(2);
    expect(await total('ABC')).toBe(1);
    expect(await total('ABC', true)).toBe(0);
    expect(await total('李明')).toBe(1);
    expect(await total('.*')).toBe(0);
    expect(await letter.page.evaluate(() => CSS.highlights.has('letter-find'))).toBe(true);
  });

  test('replaces one and goes on, then all in one step, and keeps the format', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.run((harness) => harness.session.find.open({ replace: true }));
    await letter.page.getByLabel('查找', { exact: true }).fill('知');
    await letter.page.getByLabel('替换为').fill('知知');
    await letter.page.getByRole('button', { name: '替换', exact: true }).click();
    expect(await letter.run((harness) => harness.session.find.get())).toMatchObject({ total: 2 });
    expect(await letter.lines()).toContain('现将有关事项通知知如下，请遵照执行。');
    await letter.page.getByLabel('查找', { exact: true }).fill('。');
    await letter.page.getByLabel('替换为').fill('！');
    await letter.page.getByRole('button', { name: '全部替换' }).click();
    await expect(letter.page.getByText('已替换 3 处')).toBeVisible();
    expect((await letter.lines()).join('')).not.toContain('。');
    expect((await letter.document()).sections[0]?.blocks[1]?.runs[1]).toEqual({
      text: '通知知如下',
      format: { bold: true },
    });
    await letter.run((harness) => harness.session.commands.undo());
    expect((await letter.lines()).join('').split('。')).toHaveLength(4);
  });

  test('steps through matches and leaves the current one selected', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('title', 0);
    await letter.run((harness) => harness.session.find.open());
    const input = letter.page.getByLabel('查找', { exact: true });
    await input.fill('有关');
    await expect(letter.page.getByText('1/2')).toBeVisible();
    await input.press('Enter');
    await expect(letter.page.getByText('2/2')).toBeVisible();
    await input.press('Shift+Enter');
    await input.press('Enter');
    await input.press('Escape');
    expect(await letter.run((harness) => harness.selectedText())).toBe('有关');
    await letter.page.keyboard.type('X');
    expect(await letter.lines()).toContain('现将X事项通知如下，请遵照执行。');
    expect(await letter.page.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});

test.describe('tables', () => {
  test('are inserted, grown, shrunk and removed', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b3', 0);
    await letter.run((harness) => harness.session.commands.insertTable(2, 2));
    await letter.page.keyboard.type('a');
    await letter.page.keyboard.press('Tab');
    await letter.page.keyboard.type('b');
    const table = async () => (await letter.document()).sections[0]?.blocks.find(({ type }) => type === 'table')?.table;
    expect((await table())?.rows[0]?.cells.map((cell) => cell.blocks[0]?.runs[0]?.text)).toEqual(['a', 'b']);
    expect((await table())?.headerRows).toBe(1);
    await letter.run((harness) => harness.session.commands.insertRow('below'));
    await letter.run((harness) => harness.session.commands.insertColumn('right'));
    expect((await table())?.rows.map((row) => row.cells.length)).toEqual([3, 3, 3]);
    expect((await table())?.columns).toHaveLength(3);
    await letter.run((harness) => harness.session.commands.toggleTableHeader());
    expect((await table())?.headerRows).toBe(0);
    await letter.caret('b1', 0);
    const cell = (await table())?.rows[1]?.cells[0]?.blocks[0]?.id;
    await letter.caret(cell!, 0);
    await letter.run((harness) => harness.session.commands.deleteRow());
    expect((await table())?.rows).toHaveLength(2);
    await letter.run((harness) => harness.session.commands.deleteColumn());
    expect((await table())?.columns).toHaveLength(2);
    const ids = await letter.run((harness) => harness.ids());
    expect(new Set(ids).size).toBe(ids.length);
    await letter.run((harness) => harness.session.commands.deleteTable());
    expect(await table()).toBeUndefined();
  });

  test('keep headings out of their cells', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('cp11', 1);
    await letter.page.keyboard.press('Control+Alt+1');
    const table = (await letter.document()).sections[1]!.blocks.find(({ type }) => type === 'table')?.table;
    expect(table?.rows[1]?.cells[1]?.blocks[0]?.type).toBe('paragraph');
  });
});

test.describe('styles, numbers and outline', () => {
  const labels = (page: { evaluate: <T>(action: () => T) => Promise<T> }) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.letter-text [data-label]')].map(
        (element) => `${element.dataset['label']}${element.textContent}`,
      ),
    );

  test('numbers follow the structure at once', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('t1', 2);
    await letter.page.keyboard.press('Control+Alt+2');
    expect((await labels(letter.page)).slice(0, 4)).toEqual([
      '一、工作进展',
      '（一）人工智能政策支持',
      expect.stringMatching(/^（二）出台/),
      '（三）推动数据资源共享',
    ]);
    await letter.page.keyboard.press('Control+Shift+N');
    expect((await labels(letter.page))[2]).toBe('（二）推动数据资源共享');
    const outline = await letter.run((harness) => harness.session.outline.get());
    expect(outline.filter(({ kind }) => kind === 'heading').map(({ label, level }) => [label, level])).toEqual([
      ['一、', 1],
      ['（一）', 2],
      ['（二）', 2],
      ['1.', 3],
      ['二、', 1],
      ['（一）', 2],
    ]);
  });

  test('a heading moves with everything under it', async ({ letter }) => {
    await letter.open(fullLetter());
    const moved = await letter.run((harness) =>
      harness.session.moveOutlineEntry('h3', { sectionId: 's-plan', before: 'h6' }),
    );
    expect(moved).toBe(true);
    const document = await letter.document();
    expect(document.sections[1]?.blocks.map(({ id }) => id)).toEqual(['h2', 't1']);
    expect(document.sections[2]?.blocks.map(({ id }) => id)).toEqual([
      't3',
      'h3',
      'h4',
      't2',
      'tbl',
      'l1',
      'l2',
      'h6',
      't4',
    ]);
    expect(
      await letter.run((harness) => harness.session.moveOutlineEntry('h3', { sectionId: 's-plan', before: 'h4' })),
    ).toBe(false);
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(fullLetter());
  });

  test('bold is for the text, not for the title', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b1', 0, 'b1', 2);
    await letter.page.keyboard.press('Control+b');
    await letter.caret('title', 0, 'title', 4);
    await letter.page.keyboard.press('Control+b');
    const document = await letter.document();
    expect(document.sections[0]?.blocks[0]?.runs[0]).toEqual({ text: '各有', format: { bold: true } });
    expect(document.head.title).toEqual([{ text: smallLines[0] }]);
  });

  test('lists change their level with Tab', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('l2', 2);
    await letter.page.keyboard.press('Tab');
    expect((await letter.document()).sections[1]?.blocks.at(-1)?.level).toBe(2);
    await letter.page.keyboard.press('Shift+Tab');
    expect((await letter.document()).sections[1]?.blocks.at(-1)?.level).toBe(1);
  });
});

test.describe('placeholders and fields', () => {
  test('a placeholder goes with the first character and is never text', async ({ letter }) => {
    await letter.open(fullLetter());
    const prompt = letter.page.locator('[data-prompt^="写明下一步"]');
    await expect(prompt).toHaveCount(1);
    await letter.caret('t4', 0);
    await letter.page.keyboard.type('甲');
    await expect(prompt).toHaveCount(0);
    const block = (await letter.document()).sections[2]?.blocks.at(-1);
    expect(block?.runs).toEqual([{ text: '甲' }]);
    await letter.page.keyboard.press('Backspace');
    await expect(prompt).toHaveCount(1);
  });

  test('fields follow the case in one step and can be made plain text', async ({ letter }) => {
    await letter.open(fullLetter());
    const changed = await letter.run((harness) =>
      harness.session.applyFields(
        {
          kind: 'proposal',
          body: '',
          session: '',
          number: '',
          title: '建设智慧交通',
          members: [],
          role: 'host',
          coUnits: ['市交通局'],
          hostUnit: '',
          receivedOn: null,
          dueOn: null,
        },
        {
          fullName: '',
          shortName: '',
          selfName: '',
          docCode: '',
          contact: { name: '', role: '', phone: '' },
          categories: [],
          answerMonths: 3,
          opinionMonths: 1,
          seal: 'sealed',
          fileNamePattern: '',
        },
      ),
    );
    expect(changed).toBe(2);
    expect(await letter.lines()).toContain('您提出的关于建设智慧交通的提案，经会同市交通局研究，现答复如下：');
    await letter.page.locator('[data-field="caseTitle"]').click();
    expect(await letter.run((harness) => harness.session.selection.get().field)).toBe('caseTitle');
    await letter.run((harness) => harness.session.commands.detachField());
    expect((await letter.document()).sections[0]?.blocks[0]?.runs[0]).toEqual({
      text: '您提出的关于建设智慧交通的提案，经会同',
    });
    await letter.run((harness) => harness.session.commands.undo());
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(fullLetter());
  });

  test('typing over a selected field replaces it', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.page.locator('[data-field="coUnits"]').click();
    await letter.page.keyboard.type('X');
    expect(await letter.lines()).toContain(
      '您提出的关于推动云川市人工智能大语言模型创新发展的提案，经会同X研究，现答复如下：',
    );
  });

  test('a page break is a block of its own and goes with Backspace', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b2', 0);
    await letter.run((harness) => harness.session.commands.insertPageBreak());
    expect((await letter.document()).sections[0]?.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'page-break',
      'paragraph',
      'paragraph',
    ]);
    await letter.page.keyboard.press('Backspace');
    expect(await letter.document()).toEqual(smallLetter());
  });
});

test.describe('the letter as a form', () => {
  test('Tab walks head, title, salutation, text and tail', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.page.getByLabel('办理结果类别').focus();
    const part = () => letter.run((harness) => harness.session.selection.get().part);
    const walked = [await part()];
    for (let step = 0; step < 5; step += 1) {
      await letter.page.keyboard.press('Tab');
      walked.push(await part());
    }
    expect(walked).toEqual(['head', 'head', 'title', 'salutation', 'body', 'tail']);
  });

  test('every head and tail value is edited where it stands', async ({ letter }) => {
    await letter.open(smallLetter());
    const { page } = letter;
    await page.getByLabel('办理结果类别').selectOption('B');
    await page.getByRole('button', { name: '附件', exact: true }).click();
    await page.keyboard.type('清单');
    await page.keyboard.press('Enter');
    await page.keyboard.type('进度表');
    await page.getByLabel('署名单位 1').fill('云川市交通局');
    await page.getByLabel('成文日期').fill('2026.5.9');
    await page.getByRole('button', { name: '联系人', exact: true }).click();
    await page.getByLabel('联系人姓名').fill('王芳');
    await page.getByLabel('联系电话').fill('1234、5678');
    await page.getByLabel('公开属性').selectOption('public');
    await page.getByRole('button', { name: '抄送', exact: true }).click();
    await page.keyboard.type('市政协提案委，市政府督查室');
    const { head, tail } = await letter.document();
    expect(head).toMatchObject({ category: 'B', disclosure: { kind: 'public' } });
    expect(tail).toMatchObject({
      attachments: [{ title: '清单' }, { title: '进度表' }],
      units: ['云川市交通局'],
      date: '2026-05-09',
      contacts: [{ role: '联系人', name: '王芳', phones: ['1234', '5678'] }],
      copyTo: ['市政协提案委', '市政府督查室'],
    });
  });

  test('nothing can be changed in a letter that is read only', async ({ letter }) => {
    await letter.open(fullLetter(), { readOnly: true });
    await letter.page.locator('.letter-text p').nth(3).click();
    await letter.page.keyboard.type('abc');
    await letter.paste({ text: '甲' });
    await letter.run((harness) => harness.session.commands.setStyle('heading1'));
    await letter.run((harness) => harness.session.changeTail((tail) => ({ ...tail, units: [] })));
    expect(await letter.document()).toEqual(fullLetter());
    await expect(letter.page.getByLabel('成文日期')).toHaveAttribute('readonly');
  });
});
