import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('a draft becomes a template, which is edited, exported, deleted, brought back and imported', async ({
  app,
  dataFolder,
}) => {
  const { window } = app;
  const person = new DeskPerson(window);
  const file = join(dataFolder, '公交模板.json');
  await app.answerDialogs({ saveFile: [file], openFiles: [[file]] });
  await person.skipAssistant();
  await person.createReply('关于增设公交站点的提案');
  await person.letter.locator('p[data-prompt]').first().click();
  await window.keyboard.insertText('本单位常写的话。');
  await window.getByRole('button', { name: '更多', exact: true }).click();
  await window.getByRole('menuitem', { name: '存为模板' }).click();
  const dialog = window.getByRole('dialog', { name: '存为模板' });
  await dialog.getByLabel('模板名称').fill('公交答复');
  await window.keyboard.press('Enter');
  await expect(window.getByText('已存为模板“公交答复”')).toBeVisible();

  const inRail = window.getByRole('navigation', { name: '主导航' });
  await inRail.getByRole('button', { name: '模板' }).click();
  const own = window.getByRole('region', { name: '我的模板' });
  await own.getByRole('button', { name: '编辑 公交答复' }).click();
  await window.getByRole('textbox', { name: '模板名称' }).fill('公交类答复');
  await person.letter.getByText('本单位常写的话。').click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('再加一句。');
  await person.saved();
  await person.button('返回模板').click();

  await own.getByRole('button', { name: '公交类答复 的操作' }).click();
  await window.getByRole('menuitem', { name: /导出/ }).click();
  await expect(window.getByText('已导出“公交类答复”')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('本单位常写的话。再加一句。');

  await own.getByRole('button', { name: '公交类答复 的操作' }).click();
  await window.getByRole('menuitem', { name: '删除' }).click();
  await expect(own.getByText('还没有自己的模板')).toBeVisible();
  await person.button('导入模板…').click();
  await expect(own.getByRole('button', { name: '编辑 公交类答复' })).toBeVisible();

  const shipped = window.getByRole('region', { name: '自带模板' });
  await expect(shipped.getByRole('article')).toHaveCount(5);
  await shipped.getByRole('button', { name: /^查看/ }).first().click();
  await expect(window.getByText('自带模板，只能查看')).toBeVisible();
  await person.button('复制后修改').click();
  await expect(window.getByRole('textbox', { name: '模板名称' })).toHaveValue(/（副本）$/);
});
