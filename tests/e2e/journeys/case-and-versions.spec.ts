import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('the letter follows its case, and a detached field stays as it is', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.createReply('关于增设公交站点的提案');
  const field = (name: string) => person.letter.locator(`[data-field="${name}"]`);
  await expect(field('caseTitle')).toHaveText('《关于增设公交站点的提案》');
  await field('caseTitle').click();
  await person.button('转为普通文字').click();
  await expect(field('caseTitle')).toHaveCount(0);

  const panel = window.getByRole('tabpanel', { name: '案件' });
  await panel.getByLabel('案由').fill('关于开通夜间公交的提案');
  await panel.getByLabel('案号').fill('0168');
  await panel.getByLabel('届次').fill('十五届三次会议');
  await panel.getByLabel('会议').fill('市政协');
  await panel.getByLabel('添加姓名').fill('林清');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/已更新稿中 \d+ 处/)).toBeVisible();
  await expect(person.letter).toContainText('市政协十五届三次会议第0168号提案的答复');
  await expect(person.letter).toContainText('林清委员：');
  await expect(person.letter).toContainText('《关于增设公交站点的提案》');
  await expect(person.letter).not.toContainText('夜间公交');
  await person.saved();
});

test('undo in the letter takes the change of the case along, redo does it again', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.createReply('关于增设公交站点的提案');
  const panel = window.getByRole('tabpanel', { name: '案件' });
  const number = panel.getByLabel('案号');
  for (const value of ['0178', '0179']) {
    await number.fill(value);
    await number.blur();
    await expect(person.letter).toContainText(`第${value}号`);
  }
  await person.letter.locator('p[data-prompt]').first().click();
  await window.keyboard.press('Control+z');
  await expect(person.letter).toContainText('第0178号');
  await expect(number).toHaveValue('0178');
  await window.keyboard.press('Control+y');
  await expect(person.letter).toContainText('第0179号');
  await expect(number).toHaveValue('0179');
  await window.keyboard.press('Control+z');
  await expect(number).toHaveValue('0178');
  await person.saved();
});

test('a version is named, looked at and restored, and the restoring is undone', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.createReply('关于增设公交站点的提案');
  await person.letter.locator('p[data-prompt]').first().click();
  await window.keyboard.insertText('送审时写的话。');
  await window.keyboard.press('Control+S');
  const dialog = window.getByRole('dialog', { name: '命名当前版本' });
  await dialog.getByLabel('版本名称').fill('送审稿');
  await window.keyboard.press('Enter');
  await expect(window.getByText('已命名为“送审稿”')).toBeVisible();

  await window.keyboard.insertText('后来加的话。');
  await expect(person.letter).toContainText('送审时写的话。后来加的话。');
  await person.saved();
  await window.keyboard.press('Alt+2');
  await window.getByRole('button', { name: /送审稿/ }).click();
  await expect(window.getByText(/正在查看.*送审稿/)).toBeVisible();
  await person.button('恢复此版本').click();
  await expect(person.letter).toContainText('送审时写的话。');
  await expect(person.letter).not.toContainText('后来加的话。');
  await window.getByRole('button', { name: '撤销' }).last().click();
  await expect(person.letter).toContainText('送审时写的话。后来加的话。');
  await person.saved();
});
