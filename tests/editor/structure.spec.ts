import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { InputMethod, nihao } from './ime.ts';
import { fullLetter, letterWithAttachments, smallLetter, smallLines } from './letters.ts';

interface Tools {
  page: Page;
  ime: InputMethod;
  caret: (place: string, offset: number, toPlace?: string, toOffset?: number) => Promise<void>;
}
const all = async (page: Page) => {
  // The first press selects the part of the caret, the second the whole letter.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
};
const title = smallLines[0]!.length;

/** What a person, or a cat, can do to make parts of the letter vanish. */
const attacks: [name: string, act: (tools: Tools) => Promise<void>][] = [
  [
    'select all, Delete',
    async ({ page }) => {
      await all(page);
      await page.keyboard.press('Delete');
    },
  ],
  [
    'select all, Backspace',
    async ({ page }) => {
      await all(page);
      await page.keyboard.press('Backspace');
    },
  ],
  [
    'select all, Delete, three times',
    async ({ page }) => {
      for (let time = 0; time < 3; time += 1) {
        await all(page);
        await page.keyboard.press('Delete');
      }
    },
  ],
  [
    'select all, type',
    async ({ page }) => {
      await all(page);
      await page.keyboard.type('x');
    },
  ],
  [
    'select all, compose',
    async ({ page, ime }) => {
      await all(page);
      await ime.write('你好', ...nihao);
    },
  ],
  [
    'select all, Enter',
    async ({ page }) => {
      await all(page);
      await page.keyboard.press('Enter');
    },
  ],
  [
    'select all, cut',
    async ({ page }) => {
      await all(page);
      await page.keyboard.press('Control+x');
    },
  ],
  [
    'copy all, paste at the end',
    async ({ page, caret }) => {
      await all(page);
      await page.keyboard.press('Control+c');
      await caret('b4', 5);
      await page.keyboard.press('Control+v');
    },
  ],
  [
    'Backspace at the start of the text',
    async ({ page, caret }) => {
      await caret('b1', 0);
      await page.keyboard.press('Backspace');
    },
  ],
  [
    'Backspace at the start of the last section',
    async ({ page, caret }) => {
      await caret('b4', 0);
      await page.keyboard.press('Backspace');
    },
  ],
  [
    'Delete at the end of the title',
    async ({ page, caret }) => {
      await caret('title', title);
      await page.keyboard.press('Delete');
    },
  ],
  [
    'Delete at the end of a section, in its empty paragraph',
    async ({ page, caret }) => {
      await caret('b3', 0);
      await page.keyboard.press('Delete');
    },
  ],
  [
    'Delete over a border',
    async ({ page, caret }) => {
      await caret('title', 5, 'b2', 3);
      await page.keyboard.press('Delete');
    },
  ],
  [
    'type over a border',
    async ({ page, caret }) => {
      await caret('title', 5, 'b2', 3);
      await page.keyboard.type('x');
    },
  ],
  [
    'compose over a border',
    async ({ caret, ime }) => {
      await caret('title', 5, 'b2', 3);
      await ime.write('你好', ...nihao);
    },
  ],
  [
    'Delete over whole sections',
    async ({ page, caret }) => {
      await caret('title', 0, 'b3', 0);
      await page.keyboard.press('Delete');
    },
  ],
  [
    'empty the title and go on',
    async ({ page, caret }) => {
      await caret('title', title);
      for (let time = 0; time < title + 3; time += 1) await page.keyboard.press('Backspace');
    },
  ],
  [
    'empty the last section and go on',
    async ({ page, caret }) => {
      await caret('b4', 0, 'b4', 5);
      await page.keyboard.press('Delete');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
    },
  ],
  [
    'select all, Delete, undo',
    async ({ page }) => {
      await page.waitForTimeout(600);
      await all(page);
      await page.keyboard.press('Delete');
      await page.waitForTimeout(600);
      await page.keyboard.press('Control+z');
    },
  ],
];

for (const [kind, make] of [
  ['', smallLetter],
  [', the text of attachments too', letterWithAttachments],
] as const) {
  test.describe(`parts of the letter survive${kind}`, () => {
    for (const [name, act] of attacks) {
      test(name, async ({ letter }) => {
        const before = make();
        await letter.open(before);
        const lines = await letter.lines();
        const { caret } = letter;
        await caret('b1', 2);
        await act({ page: letter.page, ime: new InputMethod(letter.cdp, true), caret });
        await expect.poll(() => letter.run((harness) => harness.isComposing())).toBe(false);
        const document = await letter.document();
        const shape = ({ sections }: typeof document) =>
          sections.map(({ id, role, attachment }) => [id, role, attachment]);
        expect(shape(document)).toEqual(shape(before));
        expect(document.tail).toEqual(before.tail);
        const ids = await letter.run((harness) => harness.ids());
        expect(new Set(ids).size).toBe(ids.length);
        if (name.endsWith('undo')) expect(await letter.lines()).toEqual(lines);
        // Typing still works: the caret is in the letter.
        await letter.page.keyboard.type('Q');
        expect((await letter.lines()).join('')).toContain('Q');
      });
    }
  });
}

test.describe('parts of the letter', () => {
  test('a deletion over a border keeps the text of each part in its part', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.run((harness) => harness.caret('title', 5, 'b2', 3));
    await letter.page.keyboard.press('Delete');
    const lines = await letter.run((harness) => harness.lines());
    expect(lines[0]).toBe('关于做好公');
    expect(lines.join('|')).toContain('关事项通知如下，请遵照执行。');
    expect(lines.at(-1)).toBe('特此函复。');
  });

  test('a section with a heading of its own keeps it through editing its text', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.run((harness) => harness.caret('h5', 5));
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('new');
    const section = await letter.run((harness) => harness.document().sections[2]);
    expect(section?.heading?.id).toBe('h5');
    expect(section?.blocks[0]).toMatchObject({ type: 'paragraph', runs: [{ text: 'new' }] });
  });

  test('arrow keys go from part to part and never between them', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('title', 3);
    const { keyboard } = letter.page;
    const place = () =>
      letter.run((harness) => {
        const { part, blockId } = harness.session.selection.get();
        return `${part} ${blockId}`;
      });
    const walked: string[] = [];
    for (const key of [...Array<string>(6).fill('ArrowDown'), ...Array<string>(6).fill('ArrowUp')]) {
      await keyboard.press(key);
      walked.push(await place());
    }
    expect(walked.filter((step) => step.startsWith('null'))).toEqual([]);
    expect(walked).toContain('body b4');
    // The browser moves the caret first and tells it a moment later.
    await expect.poll(place).toBe('title null');
    await letter.caret('salutation', 5);
    await keyboard.press('ArrowRight');
    expect(await place()).toBe('body b1');
    await keyboard.press('ArrowLeft');
    expect(await place()).toBe('salutation null');
    // A click into the gap below the title.
    const box = await letter.page.locator('[data-part="title"]').boundingBox();
    await letter.page.mouse.click(box!.x + 5, box!.y + box!.height + 10);
    await keyboard.type('Q');
    const lines = await letter.lines();
    expect(lines).toHaveLength(smallLines.length);
    expect(lines.join('')).toContain('Q');
  });
});
