import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { fillDisk } from '../../support/mounts.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { prepareStore } from '../support/other-program.ts';
import type { RunningApp } from '../support/running-app.ts';
import { expect, test } from './disks.ts';

test.beforeEach(async ({ dataFolder }) => {
  await prepareStore(dataFolder, '0168');
});

/** The export dialog of the only draft, with this folder chosen. */
async function openExport(app: RunningApp, folder: string): Promise<Locator> {
  await app.window.getByRole('row', { name: /0168/ }).getByRole('button').first().click();
  await expect(new DeskPerson(app.window).letter).toBeVisible();
  await app.window.keyboard.press('Control+Shift+S');
  const dialog = app.window.getByRole('dialog', { name: '导出' });
  await app.answerDialogs({ openFiles: [[folder]] });
  await dialog.getByRole('button', { name: '选择…' }).click();
  await expect(dialog.getByText(folder, { exact: true })).toBeVisible();
  await expect(dialog.getByRole('status', { name: '将生成的文件' })).toContainText('.docx');
  return dialog;
}

function exportButton(dialog: Locator): Locator {
  return dialog.getByRole('button', { name: /^(仍然)?导出$/ });
}

test('a target folder that vanished after it was chosen is explained; another one is taken', async ({
  launch,
}, info) => {
  const gone = info.outputPath('移动硬盘');
  const other = info.outputPath('桌面');
  await mkdir(gone, { recursive: true });
  await mkdir(other, { recursive: true });
  const app = await launch();
  const dialog = await openExport(app, gone);
  await rm(gone, { recursive: true });
  await exportButton(dialog).click();
  const alert = dialog.getByRole('alert').first();
  await expect(alert).toContainText('文件或文件夹无法使用');
  await expect(alert).toContainText(`${gone}：不存在`);
  await expect(alert).toContainText('请检查位置是否正确，或换一个文件夹。');
  expect(existsSync(gone), 'it is not made anew in a place nobody looks').toBe(false);

  await app.answerDialogs({ openFiles: [[other]] });
  await dialog.getByRole('button', { name: '选择…' }).click();
  await exportButton(dialog).click();
  await expect(dialog.getByText('已导出 2 个文件')).toBeVisible({ timeout: 30_000 });
  expect(await readdir(other)).toHaveLength(2);
});

test('a read-only target is explained and left alone', async ({ launch, readOnlyView }, info) => {
  const folder = info.outputPath('光盘');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '原有.txt'), '原有');
  const view = await readOnlyView(folder);
  const app = await launch();
  const dialog = await openExport(app, view);
  await exportButton(dialog).click();
  await expect(dialog.getByRole('alert')).toHaveCount(2, { timeout: 30_000 });
  for (const alert of await dialog.getByRole('alert').all()) {
    await expect(alert).toContainText('位于只读磁盘');
    await expect(alert).toContainText('换一个文件夹');
  }
  await dialog.getByRole('button', { name: '返回' }).click();
  await expect(dialog.getByRole('button', { name: '选择…' })).toBeVisible();
  expect(await readdir(folder)).toEqual(['原有.txt']);
});

test('a full target is explained, holds nothing half-written, and is tried again with room', async ({
  launch,
  smallDisk,
}) => {
  const disk = await smallDisk(400);
  const makeRoom = fillDisk(disk);
  const app = await launch();
  const dialog = await openExport(app, disk);
  await exportButton(dialog).click();
  const alert = dialog.getByRole('alert').first();
  await expect(alert).toContainText('磁盘已满', { timeout: 30_000 });
  expect(await readdir(disk)).toEqual(['ballast']);
  makeRoom();
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(dialog.getByText('已导出 2 个文件')).toBeVisible({ timeout: 30_000 });
  expect((await readdir(disk)).toSorted()).toEqual([expect.stringMatching(/\.docx$/), expect.stringMatching(/\.pdf$/)]);
});

test('files that exist are overwritten only after they were named', async ({ launch }, info) => {
  const folder = info.outputPath('桌面');
  await mkdir(folder, { recursive: true });
  const app = await launch();
  const first = await openExport(app, folder);
  await exportButton(first).click();
  await expect(first.getByText('已导出 2 个文件')).toBeVisible({ timeout: 30_000 });
  await first.getByRole('button', { name: '完成' }).click();
  const names = await readdir(folder);
  const docx = names.find((name) => name.endsWith('.docx'))!;
  await writeFile(join(folder, docx), '手工改过的文件');

  await app.window.keyboard.press('Control+Shift+S');
  const dialog = app.window.getByRole('dialog', { name: '导出' });
  await expect(dialog.getByText('标出的 2 个文件已存在，将被覆盖')).toBeVisible();
  const planned = dialog.getByRole('status', { name: '将生成的文件' });
  for (const name of names) await expect(planned).toContainText(`${name}已存在`);
  await dialog.getByRole('button', { name: '取消' }).click();
  expect(await readFile(join(folder, docx), 'utf8')).toBe('手工改过的文件');

  await app.window.keyboard.press('Control+Shift+S');
  await dialog.getByRole('button', { name: '覆盖 2 个文件并导出' }).click();
  await expect(dialog.getByText('已导出 2 个文件')).toBeVisible({ timeout: 30_000 });
  expect((await readFile(join(folder, docx))).subarray(0, 2).toString('latin1')).toBe('PK');
  expect(await readdir(folder)).toHaveLength(2);
});

test('a file that appears after the dialog looked is not overwritten unasked', async ({ launch }, info) => {
  const folder = info.outputPath('桌面');
  await mkdir(folder, { recursive: true });
  const app = await launch();
  const dialog = await openExport(app, folder);
  const name = await dialog
    .getByRole('status', { name: '将生成的文件' })
    .getByText(/\.docx$/)
    .innerText();
  await writeFile(join(folder, name), '刚刚出现的文件');
  await exportButton(dialog).click();
  // Either the export finds the file and says so, or the dialog had just found it and the label changed under the hand.
  await expect(dialog.getByText(/文件已存在|1 个文件已存在，将被覆盖/).first()).toBeVisible();
  expect(await readFile(join(folder, name), 'utf8')).toBe('刚刚出现的文件');
  expect(await readdir(folder)).toEqual([name]);
  await expect(dialog.getByRole('button', { name: '覆盖 1 个文件并导出' })).toBeVisible();
});

test('an exported file is opened and shown in its folder; one that is gone meanwhile is explained', async ({
  launch,
}, info) => {
  const folder = info.outputPath('桌面');
  await mkdir(folder, { recursive: true });
  const app = await launch();
  app.expectProblems(/host\.callFailed/);
  const dialog = await openExport(app, folder);
  await exportButton(dialog).click();
  await expect(dialog.getByText('已导出 2 个文件')).toBeVisible({ timeout: 30_000 });
  await app.electron.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { shownPaths: asked });
    shell.openPath = (path) => {
      asked.push(`open ${path}`);
      return Promise.resolve('');
    };
    shell.showItemInFolder = (path) => void asked.push(`show ${path}`);
  });
  const docx = (await readdir(folder)).find((name) => name.endsWith('.docx'))!;
  await dialog.getByRole('button', { name: '打开Word 文档' }).click();
  await dialog.getByRole('button', { name: '在文件夹中显示' }).first().click();
  const shown = () => app.electron.evaluate(() => (globalThis as unknown as { shownPaths: string[] }).shownPaths);
  await expect.poll(shown).toEqual([`open ${join(folder, docx)}`, `show ${join(folder, docx)}`]);

  await rm(join(folder, docx));
  await dialog.getByRole('button', { name: '打开Word 文档' }).click();
  await expect(dialog.getByRole('alert')).toContainText('不存在');
  await expect.poll(shown).toHaveLength(2);
});
