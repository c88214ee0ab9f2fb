import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { inOtherProgram, prepareStore } from '../support/other-program.ts';

test('files dropped on the window: a letter comes in, a folder and a file of another kind are named', async ({
  app,
}, info) => {
  const letter = info.outputPath('来文.txt');
  await writeFile(letter, '关于对甲号提案的答复\n\n林知远委员：\n您提出的提案收悉，现答复如下：\n已增设站点。\n');
  const photo = info.outputPath('照片.png');
  await writeFile(photo, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  const folder = info.outputPath('文件夹');
  await mkdir(folder);
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  const devTools = await app.devTools();
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [photo, folder, letter], dragOperationsMask: 1 };
    await devTools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  const dialog = person.refusedFiles(2);
  await expect(dialog.getByRole('alert').nth(0)).toContainText('“照片.png”没有导入');
  await expect(dialog.getByRole('alert').nth(0)).toContainText('不支持这种文件（png）。');
  await expect(dialog.getByRole('alert').nth(1)).toContainText('是文件夹，不是文件');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(person.letter).toContainText('已增设站点。');
});

test('a backend killed in the middle of an import is explained; the files come in when chosen again', async ({
  app,
}, info) => {
  app.expectProblems(/backend\.lost/);
  const paths: string[] = [];
  const letter = '关于对甲号提案的答复\n\n林知远委员：\n您提出的提案收悉，现答复如下：\n已增设站点。\n';
  for (let count = 1; count <= 300; count += 1) {
    paths.push(info.outputPath(`来文${count}.txt`));
    await writeFile(paths.at(-1)!, letter);
  }
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await app.answerDialogs({ openFiles: [paths, paths.slice(0, 2)] });
  await person.chooseFilesToImport();
  await expect(app.window.getByRole('region', { name: '进行中的任务' })).toContainText(/来文\d+\.txt/);
  await app.killBackend();
  const dialog = person.refusedFiles(1);
  await expect(dialog.getByRole('alert')).toContainText('后台中断');
  await expect(dialog.getByRole('alert')).toContainText('后台程序意外停止，正在重新启动。');
  await dialog.getByRole('button', { name: '关闭' }).click();
  const count = async () => Number(await app.window.getByRole('grid').getAttribute('aria-rowcount'));
  await expect.poll(count, 'what had come in is on the desk').toBeGreaterThan(1);
  const before = await count();
  expect(before).toBeLessThan(301);
  await person.chooseFilesToImport();
  await expect.poll(count).toBe(before + 2);
});

test('a file that is no template is refused in words, and the templates stay as they are', async ({ app }, info) => {
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await app.window.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '模板' }).click();
  await expect(app.window.getByText('政协提案答复（主办）').first()).toBeVisible();
  const templates = app.window.getByRole('main');
  // The little pages on the cards come after their names.
  await expect(templates.getByText(/^关于(提案|建议).*的(答复|函|复函)$/)).toHaveCount(5);
  const before = await templates.innerText();
  for (const [name, content, why] of [
    ['笔记.json', '这不是模板', '不是模板文件。'],
    ['别的.json', '{"name":"别的"}', '不是模板文件，或内容不完整。'],
    ['空.json', '', '不是模板文件。'],
  ] as const) {
    const path = info.outputPath(name);
    await writeFile(path, content);
    await app.answerDialogs({ openFiles: [[path]] });
    await app.window.getByRole('button', { name: '导入模板…' }).click();
    const dialog = app.window.getByRole('dialog', { name: '没有完成' });
    await expect(dialog.getByRole('alert')).toContainText(`“${name}”没有导入`);
    await expect(dialog.getByRole('alert')).toContainText(why);
    await dialog.getByRole('button', { name: '关闭' }).click();
    await expect(dialog).toBeHidden();
  }
  expect(await templates.innerText()).toBe(before);
});

test('a damaged backup is not restored, and the drafts stay as they are', async ({ launch, dataFolder }) => {
  await prepareStore(dataFolder, '0168');
  const backups = join(dataFolder, 'backups');
  await inOtherProgram(dataFolder, async (client) => {
    await client.runJob('backups.create', {}).done;
    await client.runJob('backups.create', {}).done;
  });
  const [oldest, middle] = readdirSync(backups).toSorted();
  await writeFile(join(backups, oldest!), Buffer.alloc(5000, '坏'));
  // Readable at first sight, damaged inside.
  const bytes = readFileSync(join(backups, middle!));
  bytes.fill(0xa5, statSync(join(backups, middle!)).size - 8192);
  await writeFile(join(backups, middle!), bytes);

  const app = await launch();
  await app.window.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '设置' }).click();
  await app.window.getByRole('tab', { name: '数据' }).click();
  const rows = app.window
    .getByRole('table')
    .getByRole('row')
    .filter({ has: app.window.getByRole('button') });
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(2)).toContainText('无法读取');
  await expect(rows.nth(2).getByRole('button', { name: '恢复…' })).toBeDisabled();
  await rows.nth(1).getByRole('button', { name: '恢复…' }).click();
  await app.window.getByRole('button', { name: '恢复这份备份' }).click();
  const alert = app.window.getByRole('alert');
  await expect(alert).toContainText('这份备份已损坏');
  await expect(alert).toContainText('现有稿件没有改动。请换一份备份。');
  await expect(alert.getByRole('button')).toHaveCount(0);
  await app.window.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '工作台' }).click();
  await expect(app.window.getByRole('row', { name: /0168/ })).toBeVisible();
});
