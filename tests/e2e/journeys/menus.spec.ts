import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('a right click in the text offers the clipboard and the styles, in a table what can be done to it', async ({
  app,
}) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.openSample();
  const line = person.letter.locator('p[data-kind="paragraph"]:not(:has(.run-object))', { hasText: /.{12}/u }).first();
  const before = await line.innerText();
  const firstWords = { x: 60, y: 12 };
  await line.click({ position: firstWords });
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+End');
  await line.click({ button: 'right', position: firstWords });
  await window.getByRole('menuitem', { name: '复制' }).click();
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(before.startsWith(copied)).toBe(true);
  expect(copied.length).toBeGreaterThan(5);

  await line.click({ button: 'right', position: firstWords });
  await window.getByRole('menuitem', { name: '段落样式' }).hover();
  await window.getByRole('menuitem', { name: /二级标题/ }).click();
  await expect(person.letter.locator('p[data-kind="heading"]', { hasText: before.slice(0, 12) })).toHaveAttribute(
    'data-level',
    '2',
  );
  await window.keyboard.press('Control+z');
  await expect(line).toHaveText(before);

  await window.keyboard.press('Control+End');
  await person.letter.locator('p').last().click({ button: 'right' });
  await window.getByRole('menuitem', { name: '粘贴', exact: true }).click();
  await expect(person.letter.locator('p', { hasText: copied })).toHaveCount(2);

  await window.keyboard.press('Enter');
  await person.button('插入表格').click();
  await window.getByRole('button', { name: '2 行 × 2 列' }).click();
  await person.letter.locator('.letter-cell').last().click({ button: 'right' });
  await window.getByRole('menuitem', { name: '表格' }).hover();
  await window.getByRole('menuitem', { name: '在下方插入行' }).click();
  await expect(person.letter.locator('tr')).toHaveCount(3);
});

test('a right click on a heading of the outline and on a row of the desk offers what can be done', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.openSample();
  const entry = window.locator('[data-kind="heading"][type="button"]').first();
  await entry.click({ button: 'right' });
  await expect(window.getByRole('menuitem', { name: '转到此处' })).toBeVisible();
  await window.getByRole('menuitem', { name: /三级标题/ }).click();
  await expect(person.letter.locator('p[data-kind="heading"][data-level="3"]').first()).toBeVisible();
  await window.keyboard.press('Control+z');

  await person.backToDesk();
  await window.getByRole('row').nth(1).click({ button: 'right' });
  await expect(window.getByRole('menuitem').first()).toBeVisible();
});
