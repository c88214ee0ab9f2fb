import { blockText } from '#shared/document/plain-text.ts';
import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

test.describe('what the system replaces', () => {
  test('a replacement takes the place of the word its range names', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b1', 11);
    const replace = (line: string, from: number, to: number, text: string, asData: boolean) =>
      letter.page.evaluate(
        ({ line: content, from: start, to: end, text: words, asData: plain }) => {
          const paragraphs = [...document.querySelectorAll('.letter-text p')];
          const found = paragraphs.find(({ textContent }) => textContent === content);
          const node = found?.querySelector('span')?.firstChild ?? found?.firstChild?.firstChild;
          if (!node) throw new Error('no such line');
          const range = new StaticRange({
            startContainer: node,
            startOffset: start,
            endContainer: node,
            endOffset: end,
          });
          const transfer = new DataTransfer();
          transfer.setData('text/plain', words);
          const event = new InputEvent('beforeinput', {
            inputType: 'insertReplacementText',
            bubbles: true,
            cancelable: true,
            ...(plain ? { data: words } : { dataTransfer: transfer }),
            targetRanges: [range],
          });
          document.querySelector('.letter-text')?.dispatchEvent(event);
        },
        { line, from, to, text, asData },
      );
    await replace('各有关单位要高度重视。', 3, 5, '部门', false);
    expect((await letter.lines())[2]).toBe('各有关部门要高度重视。');
    await replace('各有关部门要高度重视。', 1, 3, '相关的', true);
    expect((await letter.lines())[2]).toBe('各相关的部门要高度重视。');
    // With another selection elsewhere, the range still says where.
    await letter.caret('b4', 0, 'b4', 2);
    await replace('各相关的部门要高度重视。', 0, 1, '请各', false);
    expect(await letter.lines()).toEqual([
      smallLetter().head.title[0]!.text,
      '李明委员：',
      '请各相关的部门要高度重视。',
      '现将有关事项通知如下，请遵照执行。',
      '',
      '特此函复。',
    ]);
    await letter.page.keyboard.type('Q');
    expect((await letter.lines())[2]).toBe('请各Q相关的部门要高度重视。');
  });
});

test.describe('the heading of a section', () => {
  const heading = async (letter: { document: () => Promise<ReturnType<typeof fullLetter>> }) =>
    (await letter.document()).sections[1]!.heading;

  test('stays its heading against Enter, lists, styles and pasted lines', async ({ letter }) => {
    const steps: Record<string, () => Promise<unknown>> = {
      enterAtStart: async () => {
        await letter.caret('h1', 0);
        await letter.page.keyboard.press('Enter');
      },
      enterInMiddle: async () => {
        await letter.caret('h1', 2);
        await letter.page.keyboard.press('Enter');
      },
      list: async () => {
        await letter.caret('h1', 1);
        await letter.run((harness) => harness.session.commands.toggleList('decimal'));
      },
      body: async () => {
        await letter.caret('h1', 1);
        await letter.page.keyboard.press('Control+Shift+N');
      },
      pasteAtStart: async () => {
        await letter.caret('h1', 0);
        await letter.paste({ text: '一行\n两行' });
      },
      pasteOverAll: async () => {
        await letter.caret('h1', 0, 'h1', 4);
        await letter.paste({ text: '一行\n两行' });
      },
      pasteBlock: async () => {
        await letter.caret('h1', 0);
        await letter.paste({ html: '<h2>标题</h2><p>文</p>' });
      },
      pageBreak: async () => {
        await letter.caret('h1', 0);
        await letter.run((harness) => harness.session.commands.insertPageBreak());
      },
      table: async () => {
        await letter.caret('h1', 0);
        await letter.run((harness) => harness.session.commands.insertTable(2, 2));
      },
    };
    for (const [name, step] of Object.entries(steps)) {
      await letter.open(fullLetter());
      await step();
      const kept = await heading(letter);
      expect(kept?.id, name).toBe('h1');
      expect(kept?.type, name).toBe('heading');
      expect(blockText(kept!).length, name).toBeGreaterThan(0);
      expect((await letter.run((harness) => harness.soundness())).problems, name).toEqual([]);
    }
  });
});

test.describe('the caret is never lost', () => {
  test('undoing everything leaves it where one was writing', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.page.locator('.letter-text p', { hasText: '梳理各区' }).click();
    await letter.page.keyboard.press('End');
    await letter.page.keyboard.type('甲');
    await letter.page.keyboard.press('Control+z');
    expect(await letter.document()).toEqual(fullLetter());
    await letter.page.keyboard.type('Q');
    expect((await letter.lines()).filter((line) => line.includes('Q'))).toEqual([
      '梳理各区和各街道公共车位目录共38000个。Q',
    ]);
  });

  test('a letter put in its place keeps it in its line, or in the nearest that is left', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('t2', 4);
    const without = fullLetter();
    without.sections[1]!.blocks = without.sections[1]!.blocks.filter(({ id }) => id !== 't2');
    await letter.run((harness, document) => harness.session.replaceDocument(document, { undoable: true }), without);
    await letter.page.keyboard.type('Q');
    expect((await letter.lines()).filter((line) => line.includes('Q'))).toEqual(['开展车位摸底Q']);
  });
});

test.describe('a selected field', () => {
  for (const times of [1, 2, 3]) {
    test(`is what is typed over, clicked ${times} times`, async ({ letter }) => {
      await letter.open(fullLetter());
      const field = letter.page.locator('[data-field="caseTitle"]');
      for (let time = 0; time < times; time += 1) {
        await field.click();
        // Two clicks, no double click.
        await letter.page.waitForFunction(() => document.querySelector('[data-field="caseTitle"][data-selected]'));
      }
      await letter.page.keyboard.type('Q');
      expect((await letter.document()).head.title).toEqual(fullLetter().head.title);
      const text = (await letter.lines())[2];
      expect(text).toContain('Q');
    });
  }
});
