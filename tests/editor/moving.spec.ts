import { expect, test } from './fixtures.ts';
import { fullLetter, letterWithAttachments, smallLetter } from './letters.ts';

test.describe('Alt+Shift with an arrow', () => {
  test('moves the paragraph of the caret on into the next section and back, each an undo step', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b2', 3);
    const ids = async () =>
      (await letter.document()).sections.map(({ blocks }) => blocks.map(({ id }) => id).join(' '));
    const { keyboard } = letter.page;
    await keyboard.press('Alt+Shift+ArrowUp');
    expect(await ids()).toEqual(['b2 b1 b3', 'b4']);
    await keyboard.type('|');
    expect(await letter.lines()).toContain('现将有|关事项通知如下，请遵照执行。');
    await keyboard.press('Control+z');
    await keyboard.press('Alt+Shift+ArrowUp');
    expect(await ids()).toEqual(['b2 b1 b3', 'b4']);
    for (let step = 0; step < 3; step += 1) await keyboard.press('Alt+Shift+ArrowDown');
    expect(await ids()).toEqual(['b1 b3', 'b2 b4']);
    await keyboard.press('Alt+Shift+ArrowDown');
    await keyboard.press('Alt+Shift+ArrowDown');
    expect(await ids()).toEqual(['b1 b3', 'b4 b2']);
    for (let step = 0; step < 5; step += 1) await keyboard.press('Control+z');
    expect(await ids()).toEqual(['b1 b2 b3', 'b4']);
    await keyboard.press('Control+y');
    expect(await ids()).toEqual(['b2 b1 b3', 'b4']);
  });

  test('moves headings, list items and tables, and renumbers; a heading of a section stays', async ({ letter }) => {
    await letter.open(fullLetter());
    const ids = async () => (await letter.document()).sections[1]!.blocks.map(({ id }) => id).join(' ');
    const { keyboard } = letter.page;
    await letter.caret('l2', 0);
    await keyboard.press('Alt+Shift+ArrowUp');
    expect(await ids()).toBe('h2 t1 h3 h4 t2 tbl l2 l1');
    await expect(letter.page.locator('p[data-kind="list-item"]').first()).toHaveAttribute('data-label', '1.');
    await letter.caret('l2', 0);
    await keyboard.press('Alt+Shift+ArrowUp');
    expect(await ids()).toBe('h2 t1 h3 h4 t2 l2 tbl l1');
    await letter.caret('h3', 0, 'h4', 2);
    await keyboard.press('Alt+Shift+ArrowUp');
    expect(await ids()).toBe('h2 h3 h4 t1 t2 l2 tbl l1');
    await letter.caret('h1', 2);
    await keyboard.press('Alt+Shift+ArrowUp');
    await keyboard.press('Alt+Shift+ArrowDown');
    expect((await letter.document()).sections[1]?.heading?.id).toBe('h1');
    await letter.caret('h2', 2);
    await keyboard.press('Alt+Shift+ArrowUp');
    const { sections } = await letter.document();
    expect(sections[0]?.blocks.map(({ id }) => id)).toEqual(['o1', 'h2']);
    expect(sections[1]?.heading?.id).toBe('h1');
  });

  test('moves a row within its table, and the table at the edge', async ({ letter }) => {
    await letter.open(fullLetter());
    const rows = async () =>
      (await letter.document()).sections[1]!.blocks.find(({ type }) => type === 'table')!.table!.rows.map(
        ({ id }) => id,
      );
    const place = async () => (await letter.document()).sections[1]!.blocks.findIndex(({ type }) => type === 'table');
    await letter.caret('cp21', 1);
    await letter.page.keyboard.press('Alt+Shift+ArrowUp');
    expect(await rows()).toEqual(['row0', 'row2', 'row1']);
    const before = await place();
    await letter.page.keyboard.press('Alt+Shift+ArrowUp');
    expect(await rows()).toEqual(['row0', 'row2', 'row1']);
    expect(await place()).toBe(before - 1);
  });

  test('moves nothing into the text of an attachment, nor in a letter that cannot be changed', async ({ letter }) => {
    await letter.open(letterWithAttachments());
    const before = await letter.document();
    await letter.caret('b4', 1);
    await letter.page.keyboard.press('Alt+Shift+ArrowDown');
    await letter.caret('f1', 1);
    await letter.page.keyboard.press('Alt+Shift+ArrowUp');
    await letter.caret('title', 1);
    await letter.page.keyboard.press('Alt+Shift+ArrowDown');
    expect(await letter.document()).toEqual(before);
  });
});
