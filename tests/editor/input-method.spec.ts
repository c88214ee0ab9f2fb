import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Harness } from './harness/harness.ts';
import { InputMethod, nihao } from './ime.ts';
import { smallLetter, smallLines } from './letters.ts';

interface Tools {
  page: Page;
  ime: InputMethod;
  caret: (place: string, offset: number, toPlace?: string, toOffset?: number) => Promise<void>;
  /** Longer than the time in which typing merges into one undo step. */
  pause: () => Promise<void>;
}
interface Scenario {
  name: string;
  act: (tools: Tools) => Promise<void>;
  lines: string[];
}

const withLine = (index: number, text: string) => smallLines.map((line, place) => (place === index ? text : line));

const scenarios: Scenario[] = [
  {
    name: 'in the middle of a paragraph',
    act: async ({ caret, ime }) => {
      await caret('b1', 3);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(2, '各有关你好单位要高度重视。'),
  },
  {
    name: 'at the start of a paragraph',
    act: async ({ caret, ime }) => {
      await caret('b1', 0);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(2, '你好各有关单位要高度重视。'),
  },
  {
    name: 'at the end of a paragraph',
    act: async ({ caret, ime }) => {
      await caret('b1', 11);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(2, '各有关单位要高度重视。你好'),
  },
  {
    name: 'in an empty paragraph',
    act: async ({ caret, ime }) => {
      await caret('b3', 0);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(4, '你好'),
  },
  {
    name: 'at the end of the title',
    act: async ({ caret, ime }) => {
      await caret('title', 13);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(0, `${smallLines[0]}你好`),
  },
  {
    name: 'at the start of the last section',
    act: async ({ caret, ime }) => {
      await caret('b4', 0);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(5, '你好特此函复。'),
  },
  {
    name: 'over a selection',
    act: async ({ caret, ime }) => {
      await caret('b1', 3, 'b1', 5);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(2, '各有关你好要高度重视。'),
  },
  {
    name: 'over a backward selection',
    act: async ({ caret, ime }) => {
      await caret('b1', 5, 'b1', 3);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(2, '各有关你好要高度重视。'),
  },
  {
    name: 'over a selection across two paragraphs',
    act: async ({ caret, ime }) => {
      await caret('b1', 5, 'b2', 6);
      await ime.write('你好', ...nihao);
    },
    lines: [smallLines[0]!, smallLines[1]!, '各有关单位你好通知如下，请遵照执行。', '', '特此函复。'],
  },
  {
    name: 'inside bold text',
    act: async ({ caret, ime }) => {
      await caret('b2', 8);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(3, '现将有关事项通知你好如下，请遵照执行。'),
  },
  {
    name: 'cancelled in the middle of text',
    act: async ({ caret, ime }) => {
      await caret('b1', 3);
      await ime.compose(...nihao);
      await ime.cancel();
    },
    lines: smallLines,
  },
  {
    name: 'cancelled in an empty paragraph',
    act: async ({ caret, ime }) => {
      await caret('b3', 0);
      await ime.compose(...nihao);
      await ime.cancel();
    },
    lines: smallLines,
  },
  {
    name: 'twice in a row',
    act: async ({ caret, ime }) => {
      await caret('b1', 3);
      await ime.write('你好', ...nihao);
      await ime.write('世界', 's', 'shi', "shi'jie");
    },
    lines: withLine(2, '各有关你好世界单位要高度重视。'),
  },
  {
    name: 'partly committed, then continued',
    act: async ({ caret, ime }) => {
      await caret('b1', 3);
      await ime.write('你', ...nihao);
      await ime.write('好', 'hao');
    },
    lines: withLine(2, '各有关你好单位要高度重视。'),
  },
  {
    name: 'then Backspace',
    act: async ({ caret, ime, page }) => {
      await caret('b1', 3);
      await ime.write('你好', ...nihao);
      await page.keyboard.press('Backspace');
    },
    lines: withLine(2, '各有关你单位要高度重视。'),
  },
  {
    name: 'then Enter and on',
    act: async ({ caret, ime, page }) => {
      await caret('b1', 3);
      await ime.write('你好', ...nihao);
      await page.keyboard.press('Enter');
      await ime.write('啊', 'a');
    },
    lines: [...smallLines.slice(0, 2), '各有关你好', '啊单位要高度重视。', ...smallLines.slice(3)],
  },
  {
    name: 'between Latin letters',
    act: async ({ caret, ime, page }) => {
      await caret('b1', 3);
      await page.keyboard.type('ab');
      await ime.write('你好', ...nihao);
      await page.keyboard.type('cd');
    },
    lines: withLine(2, '各有关ab你好cd单位要高度重视。'),
  },
  {
    name: 'then undo',
    act: async ({ caret, ime, page, pause }) => {
      await caret('b1', 3);
      await pause();
      await ime.write('你好', ...nihao);
      await pause();
      await page.keyboard.press('Control+z');
    },
    lines: smallLines,
  },
  {
    name: 'then undo and redo',
    act: async ({ caret, ime, page, pause }) => {
      await caret('b1', 3);
      await pause();
      await ime.write('你好', ...nihao);
      await pause();
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+y');
    },
    lines: withLine(2, '各有关你好单位要高度重视。'),
  },
  {
    name: 'inside commented text',
    act: async ({ caret, ime }) => {
      await caret('commented', 4);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(4, '此处有意见你好待商榷。').map((line, index) => (index === 4 ? '此处有意你好见待商榷。' : line)),
  },
  {
    name: 'at the edge of commented text',
    act: async ({ caret, ime }) => {
      await caret('commented', 5);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(4, '此处有意见你好待商榷。'),
  },
  {
    name: 'finished by a click elsewhere',
    act: async ({ caret, ime, page }) => {
      await caret('b1', 3);
      await ime.compose(...nihao);
      // A click through the protocol does not end a composition, as a real one does.
      await ime.commit("ni'hao");
      await page.locator('.letter-text p').last().click();
    },
    lines: withLine(2, "各有关ni'hao单位要高度重视。"),
  },
  {
    name: 'right after a field',
    act: async ({ caret, ime, page }) => {
      await caret('field', 2);
      await page.keyboard.press('ArrowRight');
      await ime.write('你好', ...nihao);
    },
    lines: withLine(4, '关于智慧交通你好的提案'),
  },
  {
    name: 'in a placeholder',
    act: async ({ caret, ime }) => {
      await caret('prompt', 0);
      await ime.write('你好', ...nihao);
    },
    lines: withLine(4, '你好'),
  },
];

function letterOf(name: string) {
  const letter = smallLetter();
  const blocks = letter.sections[0]!.blocks;
  if (name.includes('commented')) {
    const marks = { ins: 'r1', threads: ['t1'] };
    blocks[2] = {
      id: 'commented',
      type: 'paragraph',
      runs: [{ text: '此处' }, { text: '有意见', ...marks }, { text: '待商榷。' }],
    };
  }
  if (name.includes('field')) {
    blocks[2] = {
      id: 'field',
      type: 'paragraph',
      runs: [{ text: '关于' }, { text: '智慧交通', object: { type: 'field', field: 'caseTitle' } }, { text: '的提案' }],
    };
  }
  if (name.includes('placeholder')) {
    blocks[2] = { id: 'prompt', type: 'paragraph', props: { prompt: '写明进展' }, runs: [] };
  }
  return letter;
}

for (const withKeyDown of [true, false]) {
  test.describe(withKeyDown ? 'input method with keydown 229' : 'input method without keydown', () => {
    for (const { name, act, lines } of scenarios) {
      test(name, async ({ letter }) => {
        await letter.open(letterOf(name));
        await act({
          page: letter.page,
          ime: new InputMethod(letter.cdp, withKeyDown),
          caret: letter.caret,
          pause: () => letter.page.waitForTimeout(600),
        });
        await expect.poll(() => letter.run((harness) => harness.isComposing())).toBe(false);
        await expect.poll(() => letter.run((harness) => harness.lines())).toEqual(lines);
        const state = await letter.run((harness: Harness) => ({
          json: harness.session.getDocumentJson(),
          html: harness.html(),
          ids: harness.ids(),
        }));
        expect(state.json).not.toContain('\u200b');
        expect(state.html).not.toContain('\u200b');
        expect(new Set(state.ids).size).toBe(state.ids.length);
        if (name.includes('commented')) expect(state.json).toContain('"threads":["t1"]');
      });
    }
  });
}
