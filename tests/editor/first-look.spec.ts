import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

test('shows a letter, takes typing and gives it back', async ({ letter }) => {
  await letter.open(smallLetter());
  await letter.run((harness) => harness.caret('b1', 3));
  await letter.page.keyboard.type('A');
  await letter.page.screenshot({ path: '/tmp/ed-small.png' });
  expect(await letter.run((harness) => harness.lines())).toContain('各有关A单位要高度重视。');
  await letter.open(fullLetter());
  await letter.page.waitForTimeout(1500);
  await letter.page.screenshot({ path: '/tmp/ed-full.png' });
  await letter.page.evaluate(() => document.querySelector('main')?.scrollTo(0, 700));
  await letter.page.screenshot({ path: '/tmp/ed-full2.png' });
});
