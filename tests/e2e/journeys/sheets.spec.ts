import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { docxComplaints } from '../../support/docx.ts';
import { missingRenderTools, pdfPages } from '../../support/render.ts';
import { expect, test } from '../fixtures.ts';
import { openBackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';

async function make(dialog: Locator, sheet: string): Promise<void> {
  await dialog.getByRole('radio', { name: sheet }).check();
  await expect(dialog.getByRole('img', { name: /首页样张/ })).toBeVisible();
  await dialog.getByRole('button', { name: '生成', exact: true }).click();
  await expect(dialog.getByText('已生成 2 个文件')).toBeVisible({ timeout: 30_000 });
}

test('the slip and the opinion form of an open draft leave as Word and PDF', async ({ app }, info) => {
  const { window } = app;
  const target = info.outputPath('sheets');
  await mkdir(target, { recursive: true });
  await app.answerDialogs({ openFiles: [[target]] });
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.openSample();
  await window.getByRole('button', { name: '更多', exact: true }).click();
  await window.getByRole('menuitem', { name: /随附表单/ }).click();
  const dialog = window.getByRole('dialog', { name: '随附表单' });
  await expect(dialog.getByRole('radio', { name: '发文处理笺' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: '发文处理笺' })).toBeFocused();
  await expect(dialog.getByText('留空手填：')).toBeVisible();
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await expect(dialog.getByText(target)).toBeVisible();
  await make(dialog, '发文处理笺');
  await dialog.getByRole('button', { name: '再做一张' }).click();
  await make(dialog, '征询意见表');
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(dialog).toBeHidden();

  const names = (await readdir(target)).toSorted();
  expect(names.map((name) => name.replace(/ .*\./, '.'))).toEqual([
    '发文处理笺.docx',
    '发文处理笺.pdf',
    '征询意见表.docx',
    '征询意见表.pdf',
  ]);
  for (const name of names.filter((one) => one.endsWith('.docx'))) {
    const bytes = await readFile(join(target, name));
    expect(await docxComplaints(bytes, 'Office2013')).toEqual([]);
    expect(await docxComplaints(bytes, 'Microsoft365')).toEqual([]);
  }
  test.skip(missingRenderTools(['pdftotext']).length > 0, 'pdftotext is not installed');
  for (const name of names.filter((one) => one.endsWith('.pdf'))) {
    const pages = await pdfPages(join(target, name));
    expect(pages).toHaveLength(1);
    const text = pages[0]!.lines.map((line) => line.text).join('');
    expect(text).toContain(name.startsWith('发文处理笺') ? '公开属性' : '意见和建议');
  }
});

test('labels of several letters are one file, with the addresses typed, by keyboard', async ({ app }, info) => {
  const { window } = app;
  const target = info.outputPath('sheets');
  await mkdir(target, { recursive: true });
  await app.answerDialogs({ openFiles: [[target]] });
  const person = new DeskPerson(window);
  await person.skipAssistant();
  const line = await openBackendLine(app);
  const templates = await line.call('templates.list', {});
  for (const name of ['林知远', '欧阳若川']) {
    await line.call('documents.create', {
      templateId: templates[0]!.id,
      caseFacts: { ...emptyCaseFacts(), title: `${name}的提案`, members: [{ name, lead: true, collective: false }] },
    });
  }
  await expect(window.getByRole('row')).toHaveCount(3);
  await window.getByRole('checkbox', { name: '全选' }).check();
  await window.keyboard.press('Control+Alt+f');
  const dialog = window.getByRole('dialog', { name: '2 份稿件的随附表单' });
  await dialog.getByRole('radio', { name: /标签 A4 3×8/ }).check();
  await dialog.getByLabel('林知远 的邮编').fill('999001');
  await dialog.getByLabel('林知远 的地址').fill('云州市城东区青云路1号');
  await dialog.getByLabel('第一页已用掉的标签').fill('2');
  await dialog.getByRole('button', { name: '添加收件人' }).click();
  await expect(dialog.getByLabel('姓名或单位')).toBeFocused();
  await window.keyboard.insertText('市政协提案委员会');
  await window.keyboard.press('Enter');
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await dialog.getByRole('button', { name: '生成', exact: true }).click();
  await expect(dialog.getByText('已生成 2 个文件')).toBeVisible({ timeout: 30_000 });
  const names = await readdir(target);
  expect(names.toSorted()).toEqual(['标签 A4 3×8（70×37） 2件.docx', '标签 A4 3×8（70×37） 2件.pdf']);
  test.skip(missingRenderTools(['pdftotext']).length > 0, 'pdftotext is not installed');
  const [page] = await pdfPages(
    join(
      target,
      names.find((name) => name.endsWith('.pdf'))!,
    ),
  );
  const words = page!.lines.flatMap((one) => one.words);
  const left = (text: string) => words.find((word) => word.text.includes(text))!.left;
  // The third label begins at 140 mm, the fourth is the first of the second row; one added goes with the first letter.
  expect(left('欧阳若川')).toBeGreaterThan(140);
  expect(left('市政协提案委员会')).toBeLessThan(20);
  expect(Math.abs(left('999001') - 76)).toBeLessThan(1);
});
