import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('a power cut while typing costs at most the last second', async ({ launch }) => {
  const first = await launch();
  const person = new DeskPerson(first.window);
  await person.skipAssistant();
  await person.createReply('关于增设公交站点的提案');
  await person.letter.locator('p[data-prompt]').first().click();

  const typed: { text: string; at: number }[] = [];
  const end = Date.now() + 4000;
  for (let count = 1; Date.now() < end; count += 1) {
    const text = `第${count}句。`;
    await first.window.keyboard.insertText(text);
    typed.push({ text, at: Date.now() });
  }
  const cutAt = Date.now();
  await first.killHard();

  const second = await launch();
  const again = new DeskPerson(second.window);
  await expect(again.letter).toContainText('第1句。');
  const text = await again.letter.innerText();
  const lost = typed.filter((sentence) => !text.includes(sentence.text));
  const oldestLoss = Math.max(0, ...lost.map((sentence) => cutAt - sentence.at));
  expect(oldestLoss, `lost ${lost.length} of ${typed.length} sentences`).toBeLessThanOrEqual(1000);
});
