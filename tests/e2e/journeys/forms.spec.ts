import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('a form is copied, changed beside its sample, put to use, exported, removed, brought back and imported', async ({
  app,
  dataFolder,
}) => {
  const { window } = app;
  const person = new DeskPerson(window);
  const file = join(dataFolder, '本单位信函.dafu-form');
  const broken = join(dataFolder, '坏格式.json');
  await app.answerDialogs({ saveFile: [file], openFiles: [[broken], [file]] });
  await person.skipAssistant();
  await window.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '设置' }).click();
  await window.getByRole('tab', { name: '函件格式' }).click();
  const list = window.getByRole('navigation', { name: '函件格式' });
  await expect(list.getByRole('button', { name: '信函格式 使用中' })).toHaveAttribute('aria-current', 'true');
  await expect(window.getByText('自带格式不能修改')).toBeVisible();

  await person.button('复制').click();
  const name = window.getByLabel('名称', { exact: true });
  await expect(name).toHaveValue('信函格式（副本）');
  await name.fill('本单位信函');
  const top = window.getByLabel('上边缘距上页边');
  await top.fill('400');
  await expect(window.getByText('须在 0 至 297 之间')).toBeVisible();
  await expect(person.button('保存')).toBeDisabled();
  await top.fill('35');
  await person.button('保存').click();
  await expect(list.getByRole('button', { name: '本单位信函' })).toBeVisible();

  await person.button('本单位使用').click();
  await expect(list.getByRole('button', { name: '本单位信函 使用中' })).toBeVisible();
  await person.button('导出…').click();
  await expect(window.getByText('已导出“本单位信函”')).toBeVisible();
  const exported = JSON.parse(await readFile(file, 'utf8')) as { head: { issuer: { top: number } } };
  expect(exported.head.issuer.top).toBe(35);

  await list.getByRole('button', { name: '文件格式' }).click();
  await person.button('本单位使用').click();
  await list.getByRole('button', { name: '本单位信函' }).click();
  await person.button('删除').click();
  await expect(list.getByRole('button', { name: '本单位信函' })).toHaveCount(0);
  await window.getByText('已删除“本单位信函”').locator('..').getByRole('button', { name: '撤销' }).click();
  await expect(list.getByRole('button', { name: '本单位信函' })).toBeVisible();

  await writeFile(broken, JSON.stringify({ ...exported, isPreprinted: 'yes' }));
  await person.button('导入格式…').click();
  await expect(window.getByText(/有误之处：isPreprinted/)).toBeVisible();
  await window.keyboard.press('Escape');
  await person.button('导入格式…').click();
  await expect(list.getByRole('button', { name: '本单位信函' })).toHaveCount(2);
});
