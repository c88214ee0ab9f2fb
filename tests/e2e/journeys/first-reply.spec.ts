import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { composeText } from '../support/input-method.ts';

test('a first reply: assistant, template, typed with an input method, closed, opened again', async ({ launch }) => {
  const first = await launch();
  const person = new DeskPerson(first.window);
  await person.fillAssistant('林清', '云江市交通运输局');
  await person.createReply('关于增设公交站点的提案');
  await expect(person.letter).toContainText('关于增设公交站点的提案');
  await expect(first.window.getByText('云江市交通运输局').first()).toBeVisible();

  const prompt = person.letter.locator('p[data-prompt]').first();
  await prompt.click();
  await composeText(await first.devTools(), 'xinzengzhandian', '新增站点');
  await first.window.keyboard.type('12');
  await composeText(await first.devTools(), 'chu', '处。');
  await expect(person.letter).toContainText('新增站点12处。');
  await person.saved();
  await first.close();

  const second = await launch();
  const again = new DeskPerson(second.window);
  await expect(again.letter, 'the app reopens where one left').toContainText('新增站点12处。');
});
