import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

test.describe('the place of the caret', () => {
  test('is told in characters of the innermost block, and taken up again', async ({ letter }) => {
    await letter.open(fullLetter());
    const caret = () => letter.run((harness) => harness.session.caret.get());
    await letter.caret('t1', 3);
    expect(await caret()).toEqual({ part: 'body', blockId: 't1', offset: 3 });
    await letter.page.keyboard.type('甲');
    expect(await caret()).toEqual({ part: 'body', blockId: 't1', offset: 4 });
    await letter.caret('title', 5);
    expect(await caret()).toEqual({ part: 'title', blockId: null, offset: 5 });
    await letter.page.getByLabel('成文日期').focus();
    expect(await caret()).toEqual({ part: 'tail', blockId: null, offset: 0 });
    // A cell, and a place after a field, whose text counts.
    const after = '您提出的关于加快云川市公共停车设施建设共治共享的';
    for (const [blockId, offset] of [
      ['cp11', 2],
      ['o1', after.length],
      ['t4', 0],
    ] as const) {
      const found = await letter.run((harness, at) => harness.session.focusBlock(at.blockId, at.offset), {
        blockId,
        offset,
      });
      expect(found).toBe(true);
      expect(await caret()).toEqual({ part: 'body', blockId, offset });
    }
    await letter.run((harness, offset) => harness.session.focusBlock('o1', offset), after.length);
    await letter.page.keyboard.type('Q');
    expect((await letter.lines())[2]).toContain(`${after}Q提案`);
    expect(await letter.run((harness) => harness.session.focusBlock('nowhere', 1))).toBe(false);
  });
});

test.describe('text left out of the public version', () => {
  test('is marked exactly as selected, seen, stored, and freed again', async ({ letter }) => {
    await letter.open(smallLetter());
    const { page } = letter;
    const button = page.getByRole('button', { name: '公开时删去' });
    await letter.caret('b1', 0);
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await letter.caret('b1', 2, 'b1', 4);
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('[data-redact]')).toHaveText('关单');
    expect((await letter.document()).sections[0]?.blocks[0]?.runs).toEqual([
      { text: '各有' },
      { text: '关单', format: { redact: true } },
      { text: '位要高度重视。' },
    ]);
    await page.keyboard.press('Control+z');
    expect(await letter.document()).toEqual(smallLetter());
    await page.keyboard.press('Control+y');
    await letter.caret('b1', 2, 'b1', 4);
    await button.click();
    expect(await letter.document()).toEqual(smallLetter());
  });

  test('runs over paragraphs and formats, takes fields along, and survives copying', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('o1', 4, 'o1', 31);
    await letter.run((harness) => harness.session.commands.toggleRedaction());
    const runs = (await letter.document()).sections[0]?.blocks[0]?.runs ?? [];
    const marked = runs.filter((run) => run.format?.redact);
    expect(marked.map((run) => run.object?.type ?? 'text')).toContain('field');
    expect((await letter.run((harness) => harness.soundness())).problems).toEqual([]);
    // Copied text keeps the mark: what must not be published must not be published from another place either.
    await letter.page.keyboard.press('Control+c');
    await letter.caret('c1', 0);
    await letter.page.keyboard.press('Control+v');
    const pasted = (await letter.document()).sections[3]?.blocks[0]?.runs ?? [];
    expect(pasted.filter((run) => run.format?.redact).map((run) => run.text)).toEqual(marked.map((run) => run.text));
  });
});
