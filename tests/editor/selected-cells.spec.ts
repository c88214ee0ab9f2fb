import type { ReplyDocument, Table } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/plain-text.ts';
import { expect, test } from './fixtures.ts';
import { InputMethod, nihao } from './ime.ts';
import { fullLetter } from './letters.ts';
import { cellTexts, selectCells, tableOf, textWithoutTable } from './table-steps.ts';

const before = cellTexts(fullLetter());

/** The table with other text in some cells, named by row and column. */
function withCells(changes: Record<string, string>): string[][] {
  return before.map((row, y) => row.map((text, x) => changes[`${y},${x}`] ?? text));
}

test.describe('selected cells', () => {
  test.afterEach(async ({ letter }) => {
    const document = await letter.document();
    expect(textWithoutTable(document), 'nothing outside the table changes').toEqual(textWithoutTable(fullLetter()));
    expect((await letter.run((harness) => harness.soundness())).problems).toEqual([]);
    await letter.run((harness) => {
      for (let time = 0; time < 20; time += 1) harness.session.commands.undo();
    });
    expect(await letter.document(), 'everything can be taken back').toEqual(fullLetter());
  });

  for (const [name, from, to] of [
    ['forwards', [1, 0], [1, 1]],
    ['backwards', [1, 1], [1, 0]],
    ['upwards', [2, 1], [1, 0]],
  ] as const) {
    test(`what is typed stands in the first of them: ${name}`, async ({ letter }) => {
      await letter.open(fullLetter());
      await selectCells(letter, from, to);
      await letter.page.keyboard.type('甲a');
      expect(cellTexts(await letter.document())).toEqual(withCells({ '1,0': '甲a' }));
      await expect(letter.page.locator('.letter-cell').nth(3)).toHaveText('甲a');
    });

    for (const withKeyDown of [true, false]) {
      test(`what is composed stands in the first of them: ${name}, keydown ${withKeyDown}`, async ({ letter }) => {
        await letter.open(fullLetter());
        await selectCells(letter, from, to);
        await new InputMethod(letter.cdp, withKeyDown).write('你好', ...nihao);
        await letter.page.keyboard.type('b');
        expect(cellTexts(await letter.document())).toEqual(withCells({ '1,0': '你好b' }));
        await expect(letter.page.locator('.letter-cell').nth(3)).toHaveText('你好b');
      });
    }
  }

  test('text that comes without a key stands in the first of them', async ({ letter }) => {
    await letter.open(fullLetter());
    await selectCells(letter, [1, 0], [2, 0]);
    await letter.cdp.send('Input.insertText', { text: '口述' });
    expect(cellTexts(await letter.document())).toEqual(withCells({ '1,0': '口述' }));
  });

  test('a caret of the browser stays in them, or the system would switch the input method off', async ({ letter }) => {
    await letter.open(fullLetter());
    const caretIsIn = (index: number) =>
      letter.page.evaluate((place) => {
        const cell = document.querySelectorAll('.letter-cell')[place];
        return cell?.contains(getSelection()?.anchorNode ?? null);
      }, index);
    await selectCells(letter, [1, 0], [2, 1]);
    await expect.poll(() => caretIsIn(3)).toBe(true);
    await letter.page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => caretIsIn(3)).toBe(true);
    await letter.page.keyboard.press('Control+c');
    await expect.poll(() => caretIsIn(3)).toBe(true);
    await expect(letter.page.locator('.letter-cell-selected')).toHaveCount(6);
  });

  test('bold is theirs alone, on and off', async ({ letter }) => {
    await letter.open(fullLetter());
    const bold = async () =>
      tableOf(await letter.document()).rows.map((row) =>
        row.cells.map((cell) => cell.blocks.every((block) => block.runs.every((run) => run.format?.bold === true))),
      );
    await selectCells(letter, [1, 0], [1, 1]);
    await letter.page.keyboard.press('Control+b');
    expect(await bold()).toEqual([
      [false, false, false],
      [true, true, false],
      [false, false, false],
    ]);
    expect(await letter.run((harness) => harness.session.selection.get().bold)).toBe(true);
    await letter.page.keyboard.press('Control+b');
    expect((await bold()).flat()).not.toContain(true);
    expect(cellTexts(await letter.document())).toEqual(before);
  });

  test('the whole table selected is made bold and typed into', async ({ letter }) => {
    await letter.open(fullLetter());
    await selectCells(letter, [0, 0], [2, 2]);
    await letter.page.keyboard.press('Control+b');
    await letter.page.keyboard.type('x');
    expect(cellTexts(await letter.document())).toEqual(withCells({ '0,0': 'x' }));
  });

  test('Enter breaks a line in the first of them', async ({ letter }) => {
    await letter.open(fullLetter());
    await selectCells(letter, [1, 1], [2, 1]);
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('x');
    const texts = cellTexts(await letter.document());
    expect(texts.map((row) => row[1]!.replaceAll('\n', ''))).toEqual(['数量', 'x', '412']);
  });

  for (const keys of [
    ['Control+Shift+ArrowRight'],
    ['Control+ArrowRight'],
    ['Home'],
    ['Shift+End'],
    ['End'],
    ['Shift+Home'],
  ]) {
    test(`${keys.join()} and typing stay in them`, async ({ letter }) => {
      await letter.open(fullLetter());
      await selectCells(letter, [1, 0], [1, 1]);
      for (const key of keys) await letter.page.keyboard.press(key);
      await letter.page.keyboard.type('x');
      const texts = cellTexts(await letter.document());
      expect([texts[0], texts[2], texts[1]![2]]).toEqual([before[0], before[2], before[1]![2]]);
      expect(texts[1]!.join('')).toContain('x');
    });
  }

  for (const key of ['Delete', 'Backspace', 'Control+Backspace', 'Control+x']) {
    test(`${key} empties them and leaves a caret in the first`, async ({ letter }) => {
      await letter.open(fullLetter());
      await selectCells(letter, [1, 1], [2, 2]);
      await letter.page.keyboard.press(key);
      expect(cellTexts(await letter.document())).toEqual(withCells({ '1,1': '', '1,2': '', '2,1': '', '2,2': '' }));
      await letter.page.keyboard.type('x');
      expect(cellTexts(await letter.document())).toEqual(withCells({ '1,1': 'x', '1,2': '', '2,1': '', '2,2': '' }));
    });
  }

  test('Delete empties a table that is selected as a whole, Tab goes on to the next cell', async ({ letter }) => {
    await letter.open(fullLetter());
    await selectCells(letter, [0, 0], [2, 2]);
    await letter.page.keyboard.press('Delete');
    expect(
      cellTexts(await letter.document())
        .flat()
        .join(''),
    ).toBe('');
    await selectCells(letter, [0, 0], [1, 0]);
    await letter.page.keyboard.press('Tab');
    await letter.page.keyboard.type('x');
    expect(cellTexts(await letter.document())[1]).toEqual(['', 'x', '']);
  });

  test('lines pasted over them stand in the first, a table in all of them', async ({ letter }) => {
    await letter.open(fullLetter());
    await selectCells(letter, [1, 0], [1, 1]);
    await letter.paste({ text: '一行\n两行' });
    expect(cellTexts(await letter.document())).toEqual(withCells({ '1,0': '一行\n两行' }));
    await selectCells(letter, [1, 0], [2, 1]);
    await letter.paste({ html: '<table><tr><td>甲<td>乙</tr><tr><td>丙<td>丁</tr></table>' });
    expect(cellTexts(await letter.document())).toEqual(
      withCells({ '1,0': '甲', '1,1': '乙', '2,0': '丙', '2,1': '丁' }),
    );
  });

  test('rows of uneven length pasted into a cell complete the grid, words and all', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('cp10', 0);
    await letter.paste({ html: '<table><tr><td>甲</tr><tr><td>丙<td>丁</tr></table>' });
    const document: ReplyDocument = await letter.document();
    expect(cellTexts(document)).toEqual(withCells({ '1,0': '甲', '1,1': '', '2,0': '丙', '2,1': '丁' }));
    const table: Table = tableOf(document);
    expect(table.rows.every(({ cells }) => cells.length === 3)).toBe(true);
  });
});

test.describe('tools of the table', () => {
  test('leave a caret in the table, and what is typed next stands there', async ({ letter }) => {
    const tools: Record<string, [readonly [number, number], readonly [number, number]]> = {
      mergeCells: [
        [1, 1],
        [2, 2],
      ],
      insertRow: [
        [1, 1],
        [1, 2],
      ],
      insertColumn: [
        [1, 1],
        [1, 2],
      ],
      deleteRow: [
        [1, 0],
        [1, 1],
      ],
      deleteColumn: [
        [1, 1],
        [2, 1],
      ],
      toggleTableHeader: [
        [1, 1],
        [2, 1],
      ],
    };
    for (const [tool, [from, to]] of Object.entries(tools)) {
      await letter.open(fullLetter());
      await selectCells(letter, from, to);
      await letter.run(({ session: { commands } }, name) => {
        if (name === 'insertRow') commands.insertRow('below');
        else if (name === 'insertColumn') commands.insertColumn('right');
        else commands[name as 'mergeCells' | 'deleteRow' | 'deleteColumn' | 'toggleTableHeader']();
      }, tool);
      await letter.page.keyboard.type('Q');
      const document = await letter.document();
      expect(cellTexts(document).flat().join('|'), tool).toContain('Q');
      expect(textWithoutTable(document), tool).toEqual(textWithoutTable(fullLetter()));
    }
  });

  test('a click near the former border of a merged cell sets the caret', async ({ letter }) => {
    await letter.open(fullLetter());
    await selectCells(letter, [1, 0], [1, 1]);
    await letter.run((harness) => harness.session.commands.mergeCells());
    const [first, merged] = [
      (await letter.page.locator('.letter-cell').first().boundingBox())!,
      (await letter.page.locator('.letter-cell').nth(3).boundingBox())!,
    ];
    await letter.caret('t1', 0);
    await letter.page.mouse.click(first.x + first.width, merged.y + merged.height / 2);
    await letter.page.keyboard.type('Q');
    expect(cellTexts(await letter.document())[1]!.join('|')).toContain('Q');
  });

  test('deleting all rows or columns leaves the caret where the table was', async ({ letter }) => {
    for (const tool of ['deleteRow', 'deleteColumn', 'deleteTable'] as const) {
      await letter.open(fullLetter());
      await selectCells(letter, [0, 0], [2, 2]);
      await letter.run((harness, name) => harness.session.commands[name](), tool);
      await letter.page.keyboard.type('Q');
      const lines = await letter.lines();
      expect(lines.filter((line) => line.includes('Q')).join(), tool).toMatch(/^(梳理各区|Q?建立公共).*$/);
    }
  });
});

test.describe('a selection over the border of a table', () => {
  const sound = async (letter: { run: Parameters<typeof selectCells>[0]['run'] }) =>
    (await letter.run((harness) => harness.soundness())).problems;

  test('a drag from a cell into a paragraph takes the table as a whole', async ({ letter }) => {
    await letter.open(fullLetter());
    const { page } = letter;
    const cell = page.locator('.letter-cell').nth(4);
    await cell.scrollIntoViewIfNeeded();
    const from = (await cell.boundingBox())!;
    const to = (await page.locator('.letter-text p', { hasText: '完善数据安全' }).boundingBox())!;
    await page.mouse.move(from.x + 20, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + from.height / 2, { steps: 3 });
    await page.mouse.move(to.x + 120, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.type('Q');
    expect(await sound(letter)).toEqual([]);
    const document = await letter.document();
    const blocks = document.sections[1]!.blocks;
    expect(document.head.title).toEqual(fullLetter().head.title);
    // Either the whole table went, or none of it.
    const table = blocks.find(({ type }) => type === 'table');
    if (table) expect(cellTexts(document)).toEqual(before);
    expect(blocks.map(blockText).join('')).toContain('Q');
  });

  for (const how of ['type', 'compose', 'enter', 'cut', 'paste', 'deleteWord'] as const) {
    test(`goes with the table as a whole: ${how}`, async ({ letter }) => {
      for (const [from, fromAt, to, toAt] of [
        ['t2', 2, 'cp11', 2],
        ['cp11', 2, 'l2', 2],
        ['l2', 2, 'cp11', 2],
      ] as const) {
        await letter.open(fullLetter());
        await letter.caret(from, fromAt, to, toAt);
        const steps = {
          type: () => letter.page.keyboard.type('Q'),
          compose: () => new InputMethod(letter.cdp, true).write('Q', 'q'),
          enter: () => letter.page.keyboard.press('Enter').then(() => letter.page.keyboard.type('Q')),
          cut: () => letter.page.keyboard.press('Control+x').then(() => letter.page.keyboard.type('Q')),
          paste: () => letter.paste({ text: 'Q' }),
          deleteWord: () => letter.page.keyboard.press('Control+Backspace').then(() => letter.page.keyboard.type('Q')),
        };
        await steps[how]();
        expect(await sound(letter), `${from} ${to}`).toEqual([]);
        const { sections } = await letter.document();
        expect(
          sections[1]!.blocks.some(({ type }) => type === 'table'),
          `${from} ${to}`,
        ).toBe(false);
        expect(sections[1]!.blocks.map(blockText).join('\n'), `${from} ${to}`).toContain('Q');
        await letter.run((harness) => {
          for (let time = 0; time < 20; time += 1) harness.session.commands.undo();
        });
        expect(await letter.document()).toEqual(fullLetter());
      }
    });
  }

  for (const key of ['Control+Shift+End', 'Shift+PageDown', 'Shift+ArrowDown']) {
    test(`${key} to a table that is the last block, and typing`, async ({ letter }) => {
      const document = fullLetter();
      const blocks = document.sections[1]!.blocks;
      document.sections = [{ ...document.sections[1]!, blocks: blocks.slice(0, 6) }];
      await letter.open(document);
      await letter.caret('t2', 3);
      await letter.page.keyboard.press(key);
      await letter.page.keyboard.type('Q');
      expect(await sound(letter)).toEqual([]);
      const after = await letter.document();
      const table = after.sections[0]!.blocks.find(({ type }) => type === 'table');
      if (table) expect(cellTexts(after)).toEqual(before);
      expect(after.head.title).toEqual(document.head.title);
      expect(after.sections[0]!.blocks.map(blockText).join('')).toContain('梳理各Q');
    });
  }

  for (const key of ['Control+Backspace', 'Backspace', 'Control+Shift+Backspace']) {
    test(`${key} at the start of the line after a table never reaches into it`, async ({ letter }) => {
      await letter.open(fullLetter());
      await letter.caret('l1', 0);
      // The first takes the number of the list.
      await letter.page.keyboard.press(key);
      await letter.page.keyboard.press(key);
      await letter.page.keyboard.press(key);
      const document = await letter.document();
      const table = document.sections[1]!.blocks.find(({ type }) => type === 'table');
      if (table) expect(cellTexts(document)).toEqual(before);
      expect(await sound(letter)).toEqual([]);
      expect((await letter.lines()).join()).toContain('建立公共数据一本账');
      await letter.page.keyboard.type('Q');
      expect((await letter.lines()).filter((line) => line.includes('Q')).join()).toMatch(/Q建立公共/);
    });
  }

  test('Control+Delete before a table never reaches into it', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('t2', 22);
    await letter.page.keyboard.press('End');
    await letter.page.keyboard.press('Control+Delete');
    const document = await letter.document();
    const table = document.sections[1]!.blocks.find(({ type }) => type === 'table');
    if (table) expect(cellTexts(document)).toEqual(before);
    expect(await sound(letter)).toEqual([]);
    await letter.page.keyboard.type('Q');
    expect((await letter.lines()).filter((line) => line.includes('Q')).join()).toMatch(/38000个。Q/);
  });
});
