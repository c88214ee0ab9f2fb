import { mkdir, readdir } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

test('a first letter, from the start to Word and PDF, by keyboard alone', async ({ app }, info) => {
  const { window } = app;
  const target = info.outputPath('export');
  await mkdir(target, { recursive: true });
  await app.answerDialogs({ openFiles: [[target]] });
  const person = new DeskPerson(window);
  const keys = window.keyboard;
  await expect(person.button('下一步')).toBeVisible();
  await keys.insertText('林清');
  await keys.press('Tab');
  await keys.insertText('云江市交通运输局');
  await keys.press('Enter');
  await expect(person.button('开始使用')).toBeVisible();
  for (let step = 0; step < 40 && !(await isFocused(person.button('开始使用'))); step += 1) await keys.press('Tab');
  await keys.press('Enter');
  await expect(window.getByRole('heading', { name: '工作台' })).toBeVisible();
  await keys.press('Control+N');
  await expect(window.getByRole('dialog', { name: '新建答复' })).toBeVisible();
  const caseTitle = window.getByRole('dialog').getByLabel('案由');
  for (let step = 0; step < 6 && !(await isFocused(caseTitle)); step += 1) await keys.press('Tab');
  await expect(caseTitle).toBeFocused();
  await keys.insertText('关于增设公交站点的提案');
  await keys.press('Tab');
  await keys.insertText('0123');
  await keys.press('Enter');
  await expect(person.letter).toBeVisible();
  await expect(person.letter).toBeFocused();
  await keys.insertText('新增站点12处。');
  await expect(person.letter).toContainText('新增站点12处。');
  await person.saved();
  await keys.press('Control+Shift+S');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await expect(dialog.getByRole('button', { name: '选择文件夹…' })).toBeFocused();
  await keys.press('Enter');
  await expect(dialog.getByRole('button', { name: /^(仍然)?导出$/ })).toBeFocused();
  await keys.press('Enter');
  await expect(dialog.getByText(/已导出 2 个文件/)).toBeVisible({ timeout: 30_000 });
  expect((await readdir(target)).map((name) => name.slice(name.lastIndexOf('.'))).toSorted()).toEqual([
    '.docx',
    '.pdf',
  ]);
});

test('a first letter takes at most twelve clicks', async ({ app }, info) => {
  const { window } = app;
  const target = info.outputPath('export');
  await mkdir(target, { recursive: true });
  await app.answerDialogs({ openFiles: [[target]] });
  const person = new DeskPerson(window);
  await expect(person.button('下一步')).toBeVisible();
  await window.evaluate(() => {
    Object.assign(globalThis, { clicks: 0 });
    document.addEventListener('pointerdown', () => (globalThis as unknown as { clicks: number }).clicks++, true);
  });
  await window.keyboard.insertText('林清');
  await window.getByLabel('全称').click();
  await window.keyboard.insertText('云江市交通运输局');
  await person.button('下一步').click();
  await person.button('开始使用').click();
  await person
    .button(/新建答复/)
    .first()
    .click();
  await window.getByLabel('案由').click();
  await window.keyboard.insertText('关于增设公交站点的提案');
  await person.button('创建稿件').click();
  await person.letter.locator('p[data-prompt]').first().click();
  await window.keyboard.insertText('新增站点12处。');
  await person.button('导出').click();
  const dialog = window.getByRole('dialog', { name: '导出' });
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await dialog.getByRole('button', { name: /^(仍然)?导出$/ }).click();
  await expect(dialog.getByText(/已导出 2 个文件/)).toBeVisible({ timeout: 30_000 });
  expect(await window.evaluate(() => (globalThis as unknown as { clicks: number }).clicks)).toBeLessThanOrEqual(12);
});
