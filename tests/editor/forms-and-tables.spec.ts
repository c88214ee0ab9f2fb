import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

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

  test('Tab walks the cells and makes a row after the last', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('cp21', 0);
    await letter.page.keyboard.press('Tab');
    await letter.page.keyboard.press('Tab');
    await letter.page.keyboard.type('新');
    const table = (await letter.document()).sections[1]!.blocks.find(({ type }) => type === 'table')?.table;
    expect(table?.rows).toHaveLength(4);
    expect(table?.headerRows).toBe(1);
    expect(table?.rows[3]?.cells.map((cell) => cell.blocks[0]?.runs[0]?.text)).toEqual(['新', undefined, undefined]);
  });

  test('columns are dragged wider, one step, at any zoom, and the table keeps its width', async ({ letter }) => {
    await letter.open(fullLetter(), { zoom: 1.25 });
    const { page } = letter;
    const columns = async () =>
      (await letter.document()).sections[1]!.blocks.find(({ type }) => type === 'table')!.table!.columns.map(
        ({ width }) => width,
      );
    const cell = page.locator('.letter-cell').first();
    await cell.scrollIntoViewIfNeeded();
    const before = (await cell.boundingBox())!;
    const from = { x: before.x + before.width, y: before.y + before.height / 2 };
    await page.mouse.move(from.x, from.y);
    await expect(page.locator('.letter-text')).toHaveClass(/letter-resizing/);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y, { steps: 4 });
    expect(await columns()).toEqual([2, 1, 1]);
    await page.mouse.up();
    const shares = await columns();
    const total = shares.reduce((sum, share) => sum + share, 0);
    expect((await cell.boundingBox())!.width).toBeCloseTo(before.width - 60, 0);
    expect(shares[0]! / total).toBeCloseTo(0.5 * (1 - 60 / before.width), 2);
    expect(shares[2]! / total).toBeCloseTo(0.25, 2);
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(fullLetter());
    // A click elsewhere in the table still puts the caret there.
    await page.locator('.letter-cell').nth(4).click();
    await page.keyboard.type('Q');
    expect((await letter.lines()).join()).toContain('Q');
  });

  test('tools of the table do nothing over its border', async ({ letter }) => {
    await letter.open(fullLetter());
    for (const [from, to] of [
      ['cp11', 't3'],
      ['t2', 'cp11'],
    ] as const) {
      await letter.caret(from, 1, to, 1);
      await letter.run(({ session: { commands } }) => {
        commands.insertRow('below');
        commands.insertColumn('right');
        commands.deleteRow();
        commands.deleteColumn();
        commands.splitCell();
      });
      expect(await letter.document()).toEqual(fullLetter());
    }
  });

  test('keep headings out of their cells', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('cp11', 1);
    await letter.page.keyboard.press('Control+Alt+1');
    const table = (await letter.document()).sections[1]!.blocks.find(({ type }) => type === 'table')?.table;
    expect(table?.rows[1]?.cells[1]?.blocks[0]?.type).toBe('paragraph');
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
    const changed = await letter.run(
      (harness, unit) =>
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
          unit,
        ),
      defaultUnitSettings,
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
      '您提出的关于加快云川市公共停车设施建设共治共享的提案，经会同X研究，现答复如下：',
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
  // Of the plain form: the number, the door to the rarer parts, the category. Of 信函: the issuer before them.
  for (const { form, first, head } of [
    { form: 'plain', first: '发文字号', head: ['head', 'head', 'head'] },
    { form: 'letter', first: '发文机关标志 1', head: ['head', 'head', 'head', 'head'] },
  ]) {
    test(`Tab walks head, title, salutation and text, and ↓ goes on to the tail: ${form}`, async ({ letter }) => {
      await letter.open(smallLetter(), { unit: { form } });
      await letter.page.getByLabel(first).focus();
      const part = () => letter.run((harness) => harness.session.selection.get().part);
      const walked = [await part()];
      const expected = [...head, 'title', 'salutation', 'body', 'body'];
      while (walked.length < expected.length) {
        await letter.page.keyboard.press('Tab');
        walked.push(await part());
      }
      expect(walked).toEqual(expected);
      await letter.page.keyboard.press('Control+End');
      // The browser moves the caret first and tells it a moment later.
      const isAtEnd = () =>
        letter.run((harness) => harness.session.selection.get().blockId === harness.textIds().at(-1));
      await expect.poll(isAtEnd).toBe(true);
      await letter.page.keyboard.press('ArrowDown');
      await expect.poll(part).toBe('tail');
    });
  }

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

  test('a contact keeps what else is said of it, and takes more', async ({ letter }) => {
    const { page } = letter;
    const details = [
      { label: '联系单位', text: '云川市交通局客运科', place: 'before' as const },
      { label: '', text: '（科长）', place: 'between' as const },
    ];
    const source = fullLetter();
    await letter.open({
      ...source,
      tail: { ...source.tail, contacts: [{ name: '王芳', phones: ['83600000'], details }] },
    });
    const note = page.locator('.letter-note').first();
    await page.getByRole('button', { name: '传真、地址等' }).click();
    await page.getByLabel('项目名称').last().fill('地址');
    await note.getByLabel('地址', { exact: true }).fill('云川市湖滨路8号');
    await page.getByLabel('联系单位', { exact: true }).fill('云川市交通局');
    expect((await letter.document()).tail.contacts).toEqual([
      {
        name: '王芳',
        phones: ['83600000'],
        details: [{ ...details[0], text: '云川市交通局' }, details[1], { label: '地址', text: '云川市湖滨路8号' }],
      },
    ]);
    await page.getByRole('button', { name: '删除地址' }).click();
    await letter.run((harness) => harness.session.commands.undo());
    expect((await letter.document()).tail.contacts[0]?.details).toHaveLength(3);
  });

  test('a value that means the same is no step, typing elsewhere ends one', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.run((harness) => harness.session.changeTail((tail) => ({ ...tail })));
    expect(await letter.run((harness) => harness.session.selection.get().canUndo)).toBe(false);
    const unit = letter.page.getByLabel('署名单位 1');
    await unit.fill('甲');
    await letter.caret('t1', 0);
    await letter.page.keyboard.type('乙');
    await unit.fill('丙');
    await letter.run((harness) => harness.session.commands.undo());
    expect((await letter.document()).tail.units).toEqual(['甲']);
    expect((await letter.lines()).join('')).toContain('乙出台');
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

test.describe('templates', () => {
  test('get fields and placeholders from the bar', async ({ letter }) => {
    await letter.open(smallLetter(), { template: true });
    const { page } = letter;
    await letter.caret('b3', 0);
    await page.getByRole('button', { name: '填写提示' }).click();
    await page.getByRole('textbox', { name: '填写提示' }).fill('写明办理情况');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-prompt="写明办理情况"]')).toBeVisible();
    expect((await letter.document()).sections[0]?.blocks[2]).toEqual({
      id: 'b3',
      type: 'paragraph',
      props: { prompt: '写明办理情况' },
      runs: [],
    });
    await letter.caret('b4', 0);
    await page.getByRole('button', { name: '插入案件信息' }).click();
    await page.getByRole('menuitem', { name: '案号' }).click();
    expect((await letter.document()).sections[1]?.blocks[0]?.runs[0]).toEqual({
      text: '',
      object: { type: 'field', field: 'caseNumber' },
    });
    await page.keyboard.type('Q');
    expect(await letter.lines()).toContain('Q特此函复。');
  });
});
