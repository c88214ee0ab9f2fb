import type { ReplyDocument } from '#shared/document/schema.ts';
import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

/** q1 and q2 wait to be written between lines that are, and so does the last. */
function waiting(): ReplyDocument {
  const letter = smallLetter();
  const prompt = (id: string, text: string) => ({ id, type: 'paragraph' as const, props: { prompt: text }, runs: [] });
  letter.sections[0]!.blocks = [
    letter.sections[0]!.blocks[0]!,
    prompt('q1', '写明办理经过，时间、方式、参加人员和沟通情况都要写清楚，一般不少于两句话，便于代表和委员了解'),
    { id: 'q2', type: 'heading', level: 2, props: { prompt: '小标题' }, runs: [] },
    letter.sections[0]!.blocks[1]!,
  ];
  letter.sections[1]!.blocks.push(prompt('q3', '写明联系方式'));
  return letter;
}

test.describe('lines that wait to be written', () => {
  test('are stops for the arrows up and down', async ({ letter }) => {
    await letter.open(waiting());
    const expectPlace = (blockId: string) =>
      expect.poll(async () => (await letter.run((harness) => harness.session.caret.get()))?.blockId).toBe(blockId);
    await letter.caret('b1', 3);
    for (const blockId of ['q1', 'q2', 'b2', 'b4', 'q3']) {
      await letter.page.keyboard.press('ArrowDown');
      await expectPlace(blockId);
    }
    for (const blockId of ['b4', 'b2', 'q2', 'q1', 'b1']) {
      await letter.page.keyboard.press('ArrowUp');
      await expectPlace(blockId);
    }
  });

  test('are where Tab goes, and nothing is selected', async ({ letter }) => {
    await letter.open(waiting());
    const { keyboard } = letter.page;
    await letter.caret('title', 0);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('经过');
    await keyboard.press('Tab');
    await keyboard.type('标题');
    await keyboard.press('Tab');
    await keyboard.type('方式');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    const lines = await letter.lines();
    expect(lines.slice(3, 5)).toEqual(['经过', '标题']);
    expect(lines.at(-1)).toBe('方式');
  });
});

test.describe('Tab in a letter without prompts', () => {
  test('indents and never leaves for the signature', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b4', 2);
    await letter.page.keyboard.press('Tab');
    await letter.page.keyboard.type('甲');
    expect((await letter.lines()).at(-1)).toBe('特此\t甲函复。');
    await letter.caret('b4', 0);
    await letter.page.keyboard.press('Tab');
    await letter.page.keyboard.press('Shift+Tab');
    expect((await letter.lines()).at(-1)).toBe('特此\t甲函复。');
    expect(await letter.run((harness) => harness.session.selection.get().part)).toBe('body');
  });

  test('changes the level of a heading at its start, but of no heading of a section', async ({ letter }) => {
    await letter.open(fullLetter());
    const level = async (id: string) =>
      (await letter.document()).sections[1]!.blocks.find((block) => block.id === id)?.level;
    await letter.caret('h3', 0);
    await letter.page.keyboard.press('Tab');
    expect(await level('h3')).toBe(3);
    await letter.page.keyboard.press('Shift+Tab');
    await letter.page.keyboard.press('Shift+Tab');
    expect(await level('h3')).toBe(1);
    await letter.caret('h1', 0);
    await letter.page.keyboard.press('Tab');
    expect((await letter.document()).sections[1]?.heading?.level).toBe(1);
  });
});
