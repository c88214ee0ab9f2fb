import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fillDisk } from '../../support/mounts.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { prepareStore, storedBody } from '../support/other-program.ts';
import { expect, test } from './disks.ts';

const caseNumber = '0168';

/** Opens the only draft and puts the caret into its first empty paragraph. */
async function openDraft(person: DeskPerson): Promise<void> {
  await person.window
    .getByRole('row', { name: new RegExp(caseNumber) })
    .getByRole('button')
    .first()
    .click();
  await person.letter.locator('p[data-prompt]').first().click();
}

async function storedText(dataFolder: string, documentId: string): Promise<string> {
  return plainText(parseReplyDocument(await storedBody(dataFolder, documentId)));
}

/** How often each sentence stands in the text; all should be 1. */
function counts(text: string, sentences: readonly string[]): number[] {
  return sentences.map((sentence) => text.split(sentence).length - 1);
}

test('on a full disk the text is kept, the failure is seen, a rescue file is written, and saving goes on with room', async ({
  launch,
  smallDisk,
}, info) => {
  const disk = await smallDisk(60_000);
  const dataFolder = join(disk, '数据');
  const documentId = await prepareStore(dataFolder, caseNumber);
  const app = await launch({ dataFolder });
  app.expectProblems(/shellState\.unwritable/, /the workspace was not stored/);
  const person = new DeskPerson(app.window);
  await openDraft(person);
  await app.window.keyboard.insertText('磁盘满之前。');
  await person.saved();

  const makeRoom = fillDisk(disk);
  const long = `磁盘满之后。${'长'.repeat(20_000)}。到此为止。`;
  await app.window.keyboard.insertText(long);
  await expect(app.window.getByLabel('保存状态')).toContainText('未保存');
  const alert = app.window.getByRole('alert');
  await expect(alert).toContainText('磁盘已满');
  await expect(alert).toContainText('没有空间写入：');
  await expect(alert).toContainText('请腾出一些空间，然后重试。');
  await expect(person.letter).toContainText('到此为止。');

  // The window is moved and resized meanwhile, and its place cannot be written either.
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1100, 700));
  await person.button('返回工作台').click();
  const leave = app.window.getByRole('dialog', { name: '稿件还没有保存' });
  await leave.getByRole('button', { name: '留在这里' }).click();

  const rescue = info.outputPath('未保存.txt');
  await app.answerDialogs({ saveFile: [rescue] });
  await alert.getByRole('button', { name: '另存到文件…' }).click();
  await expect(async () => expect(await readFile(rescue, 'utf8')).toContain(long)).toPass();
  const document = parseReplyDocument(await readFile(`${rescue}.dafu.json`, 'utf8'));
  expect(plainText(document)).toContain('磁盘满之前。磁盘满之后。');
  expect(await readdir(info.outputPath())).toHaveLength(2);

  makeRoom();
  await alert.getByRole('button', { name: '重试' }).click();
  await person.saved();
  await expect(alert).toBeHidden();
  await app.close();
  expect(counts(await storedText(dataFolder, documentId), ['磁盘满之前。', long])).toEqual([1, 1]);
});

test('a database another program writes to for long is explained, and saved to when it is free', async ({
  launch,
  dataFolder,
}) => {
  const documentId = await prepareStore(dataFolder, caseNumber);
  const app = await launch();
  const person = new DeskPerson(app.window);
  await openDraft(person);
  const other = new Database(join(dataFolder, 'dafu.db'));
  other.exec('BEGIN IMMEDIATE');
  await app.window.keyboard.insertText('数据被占用时写的话。');
  const alert = app.window.getByRole('alert').filter({ hasText: '数据正被占用' });
  await expect(alert).toBeVisible({ timeout: 20_000 });
  await expect(alert).toContainText('请关闭那个程序，然后重试。');
  await expect(person.letter).toContainText('数据被占用时写的话。');
  other.exec('ROLLBACK');
  other.close();
  await alert.getByRole('button', { name: '重试' }).click();
  await person.saved();
  await app.close();
  expect(counts(await storedText(dataFolder, documentId), ['数据被占用时写的话。'])).toEqual([1]);
});

test('a backend killed again and again while typing loses nothing and stores nothing twice', async ({
  launch,
  dataFolder,
}) => {
  const documentId = await prepareStore(dataFolder, caseNumber);
  const app = await launch();
  app.expectProblems(/backend\.lost/);
  const person = new DeskPerson(app.window);
  await openDraft(person);
  const typed: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    const killed = app.killBackend();
    for (let sentence = 1; sentence <= 15; sentence += 1) {
      const text = `〔${round}·${sentence}〕`;
      await app.window.keyboard.insertText(text);
      typed.push(text);
    }
    await killed;
    await person.saved();
  }
  await expect(person.letter).toContainText(typed.join(''));
  await app.close();
  const text = await storedText(dataFolder, documentId);
  expect(text).toContain(typed.join(''));
  expect(counts(text, typed)).toEqual(typed.map(() => 1));
});

test('a data folder moved away while one writes is missed at the next save, and saved to when it is back', async ({
  launch,
  dataFolder,
}, info) => {
  const folder = join(dataFolder, '数据');
  const documentId = await prepareStore(folder, caseNumber);
  const app = await launch({ dataFolder: folder });
  app.expectProblems(/shellState\.unwritable/, /the workspace was not stored/);
  const person = new DeskPerson(app.window);
  await openDraft(person);
  await app.window.keyboard.insertText('移走之前。');
  await person.saved();

  await rename(folder, join(dataFolder, '别处'));
  await app.window.keyboard.insertText('移走之后。');
  const alert = app.window.getByRole('alert');
  await expect(alert).toContainText(`数据文件夹无法使用。${folder}：不存在`);
  const nowhere = join(dataFolder, '没有的文件夹', '未保存.txt');
  const rescue = info.outputPath('未保存.txt');
  await app.answerDialogs({ saveFile: [nowhere, rescue] });
  await alert.getByRole('button', { name: '另存到文件…' }).click();
  const failed = app.window.getByRole('dialog', { name: '没有完成' });
  await expect(failed.getByRole('alert')).toContainText(`${nowhere}：不存在`);
  await failed.getByRole('button', { name: '关闭' }).click();
  await alert.getByRole('button', { name: '另存到文件…' }).click();
  await expect(async () => expect(await readFile(rescue, 'utf8')).toContain('移走之前。移走之后。')).toPass();

  // The browser's own profile may write into the place while it is cleared.
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  await rename(join(dataFolder, '别处'), folder);
  await alert.getByRole('button', { name: '重试' }).click();
  await person.saved();
  await app.close();
  expect(counts(await storedText(folder, documentId), ['移走之前。', '移走之后。'])).toEqual([1, 1]);
});

test('a window reloaded while dirty shows what was typed before', async ({ launch, dataFolder }) => {
  await prepareStore(dataFolder, caseNumber);
  const app = await launch();
  const person = new DeskPerson(app.window);
  await openDraft(person);
  await app.window.keyboard.insertText('刚刚输入的话。');
  await app.window.reload();
  await expect(person.letter).toContainText('刚刚输入的话。');
  await expect(app.window.getByLabel('保存状态')).toHaveText('已保存');
});

test('an app quit while dirty stores what was typed before', async ({ launch, dataFolder }) => {
  const documentId = await prepareStore(dataFolder, caseNumber);
  const app = await launch();
  await openDraft(new DeskPerson(app.window));
  await app.window.keyboard.insertText('退出前一刻输入的话。');
  await app.close();
  expect(counts(await storedText(dataFolder, documentId), ['退出前一刻输入的话。'])).toEqual([1]);
});

test('an app quit while nothing can be saved asks first, and stays open by choice', async ({ launch, smallDisk }) => {
  const disk = await smallDisk(60_000);
  const dataFolder = join(disk, '数据');
  const documentId = await prepareStore(dataFolder, caseNumber);
  const app = await launch({ dataFolder });
  app.expectProblems(/shellState\.unwritable/, /the workspace was not stored/);
  const person = new DeskPerson(app.window);
  await openDraft(person);
  await person.saved();
  const makeRoom = fillDisk(disk);
  const text = `存不下的话。${'长'.repeat(20_000)}`;
  await app.window.keyboard.insertText(text);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const leave = app.window.getByRole('dialog', { name: '稿件还没有保存' });
  await expect(leave).toContainText('磁盘已满');
  await expect(leave.getByRole('button', { name: '不保存，直接离开' })).toBeVisible();
  await leave.getByRole('button', { name: '留在这里' }).click();
  await expect(person.letter).toContainText('存不下的话。');
  makeRoom();
  await app.window.getByRole('alert').getByRole('button', { name: '重试' }).click();
  await person.saved();
  await app.close();
  expect(counts(await storedText(dataFolder, documentId), [text])).toEqual([1]);
});

test('a store that is found damaged while one writes is explained beside the text, which stays', async ({
  launch,
  dataFolder,
}, info) => {
  await prepareStore(dataFolder, caseNumber);
  const app = await launch();
  app.expectProblems(/backend\.lost/, /the workspace was not stored/);
  const person = new DeskPerson(app.window);
  await openDraft(person);
  await app.window.keyboard.insertText('损坏之前。');
  await person.saved();

  const backend = await app.backendPid();
  process.kill(backend, 'SIGSTOP');
  const file = join(dataFolder, 'dafu.db');
  await writeFile(file, Buffer.alloc(statSync(file).size, '坏'));
  for (const ending of ['-wal', '-shm']) await rm(file + ending, { force: true });
  await app.window.keyboard.insertText('损坏之后。');
  await app.killBackend();

  const alert = app.window.getByRole('alert').filter({ hasText: '数据文件已损坏' }).first();
  await expect(alert).toBeVisible();
  await expect(person.letter).toContainText('损坏之前。损坏之后。');
  const rescue = info.outputPath('未保存.txt');
  await app.answerDialogs({ saveFile: [rescue] });
  await app.window.getByRole('button', { name: '另存到文件…' }).click();
  await expect(async () => expect(await readFile(rescue, 'utf8')).toContain('损坏之前。损坏之后。')).toPass();

  await app.window.getByRole('button', { name: '打开选中的这份' }).click();
  await expect(app.window.getByLabel('保存状态')).toContainText('有冲突');
  await app.window.getByRole('button', { name: '把我的另存为副本' }).click();
  await expect(person.letter).toContainText('损坏之前。损坏之后。');
  await person.saved();
});

test('a backend that hears nothing is told within three seconds, and started anew saves what was written meanwhile', async ({
  launch,
  dataFolder,
}) => {
  const documentId = await prepareStore(dataFolder, caseNumber);
  const app = await launch();
  app.expectProblems(/backend\.silent/, /backend\.lost/);
  const person = new DeskPerson(app.window);
  await openDraft(person);
  process.kill(await app.backendPid(), 'SIGSTOP');
  await app.window.keyboard.insertText('后台停住之后。');
  const alert = app.window.getByRole('alert').filter({ hasText: '后台没有回应' });
  // The wait for autosave comes before the three seconds.
  await expect(alert).toBeVisible({ timeout: 6000 });
  await app.window.keyboard.insertText('还在写。');
  await alert.getByRole('button', { name: '重新启动后台' }).click();
  await expect(alert).toBeHidden();
  await person.saved();
  await expect(person.letter).toContainText('后台停住之后。还在写。');
  await app.close();
  expect(counts(await storedText(dataFolder, documentId), ['后台停住之后。', '还在写。'])).toEqual([1, 1]);
});
