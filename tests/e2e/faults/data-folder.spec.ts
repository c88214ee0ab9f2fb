import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { fillDisk } from '../../support/mounts.ts';
import { APPLICATION_ID } from '#backend/db/migrate.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { inOtherProgram, openOtherProgram, prepareStore } from '../support/other-program.ts';
import { expect, test } from './disks.ts';

function heading(window: Page, name: string) {
  return window.getByRole('heading', { name });
}

/** Name and content of every file of the store. */
function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('dafu.db') || name === 'backups')
    .flatMap((name) =>
      statSync(join(folder, name)).isDirectory()
        ? readdirSync(join(folder, name)).map((inner) => join(name, inner))
        : [name],
    )
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    );
}

test('a data folder that does not exist is made, with those above it', async ({ launch, dataFolder }) => {
  const folder = join(dataFolder, '还没有', '数据');
  const { window } = await launch({ dataFolder: folder });
  await new DeskPerson(window).skipAssistant();
  expect(existsSync(join(folder, 'dafu.db'))).toBe(true);
});

test('a file in place of the data folder is explained, left alone, and retried when it is gone', async ({
  launch,
  dataFolder,
}) => {
  const folder = join(dataFolder, '数据');
  await writeFile(folder, '别人的文件');
  // Chromium's own files go to the folder for temporary ones then.
  const { window } = await launch({ dataFolder: folder, env: { TMPDIR: dataFolder } });
  await expect(heading(window, '数据文件夹无法使用')).toBeVisible();
  await expect(window.getByText(`${folder}：那里是一个文件，不是文件夹`)).toBeVisible();
  await expect(window.getByText('请确认文件夹存在并且可以写入，然后重试。稿件没有改动。')).toBeVisible();
  await window.getByRole('button', { name: '重试' }).click();
  await expect(window.getByText('已重试，问题仍在。')).toBeVisible();
  expect(await readFile(folder, 'utf8')).toBe('别人的文件');

  await rm(folder);
  await window.getByRole('button', { name: '重试' }).click();
  await new DeskPerson(window).skipAssistant();
});

test('a read-only data folder is explained and not changed; the window closes at the first wish', async ({
  launch,
  dataFolder,
  readOnlyView,
}) => {
  await prepareStore(dataFolder, '0168');
  const before = filesOf(dataFolder);
  const app = await launch({ dataFolder: await readOnlyView(dataFolder), env: { TMPDIR: dataFolder } });
  await expect(heading(app.window, '数据只能读取，不能保存')).toBeVisible();
  await expect(app.window.getByText(/没有写入权限：.*dafu\.db/)).toBeVisible();
  await expect(app.window.getByRole('button', { name: '重试' })).toBeVisible();
  await app.close();
  expect(filesOf(dataFolder)).toEqual(before);
});

test('a disk that is full at the start is explained, and the data opens when there is room', async ({
  launch,
  smallDisk,
}) => {
  const disk = await smallDisk(20_000);
  const folder = join(disk, '数据');
  await prepareStore(folder, '0168');
  const makeRoom = fillDisk(disk);
  const app = await launch({ dataFolder: folder });
  app.expectProblems(/shellState\.unwritable/);
  await expect(heading(app.window, '磁盘已满')).toBeVisible();
  await expect(app.window.getByText('请腾出一些空间，然后重试。')).toBeVisible();
  makeRoom();
  await app.window.getByRole('button', { name: '重试' }).click();
  await expect(app.window.getByRole('row', { name: /0168/ })).toBeVisible();
});

test('a disk that fills up during the first start is explained by the assistant, which keeps what was filled in', async ({
  launch,
  smallDisk,
}) => {
  const disk = await smallDisk(30_000);
  const app = await launch({ dataFolder: join(disk, '数据') });
  app.expectProblems(/shellState\.unwritable/, /the workspace was not stored/);
  const { window } = app;
  await window.getByLabel('您的姓名').fill('林清');
  await window.getByLabel('全称').fill('云江市交通运输局');
  const makeRoom = fillDisk(disk);
  await window.getByRole('button', { name: '下一步' }).click();
  await window.getByRole('button', { name: '开始使用' }).click();
  await expect(window.getByRole('alert')).toContainText('磁盘已满');
  makeRoom();
  await window.getByRole('button', { name: '开始使用' }).click();
  await expect(heading(window, '工作台')).toBeVisible();
});

test('data in use by another program is explained, and opens when that program has ended', async ({
  launch,
  dataFolder,
}) => {
  await prepareStore(dataFolder, '0168');
  const other = openOtherProgram(dataFolder);
  const { window } = await launch();
  await expect(heading(window, '数据正被占用')).toBeVisible();
  await expect(window.getByText('请关闭那个程序，然后重试。')).toBeVisible();
  await window.getByRole('button', { name: '重试' }).click();
  await expect(window.getByText('已重试，问题仍在。')).toBeVisible();

  await other.stop();
  await window.getByRole('button', { name: '重试' }).click();
  await expect(window.getByRole('row', { name: /0168/ })).toBeVisible();
});

test.describe('a damaged database', () => {
  async function damage(folder: string): Promise<Buffer> {
    const file = join(folder, 'dafu.db');
    await rm(`${file}-wal`, { force: true });
    await rm(`${file}-shm`, { force: true });
    const damaged = Buffer.alloc(statSync(file).size, '坏');
    await writeFile(file, damaged);
    return damaged;
  }

  async function keptAside(folder: string): Promise<Buffer> {
    const names = await readdir(folder);
    const aside = names.filter((name) => name.startsWith('dafu.db.corrupt-'));
    expect(aside).toHaveLength(1);
    return readFile(join(folder, aside[0]!));
  }

  test('is explained, replaced by the newest backup, and kept aside', async ({ launch, dataFolder }) => {
    await prepareStore(dataFolder, '0168');
    const damaged = await damage(dataFolder);
    const { window } = await launch();
    await expect(heading(window, '数据文件已损坏')).toBeVisible();
    await expect(window.getByText('请选择从哪一份打开。损坏的文件会另存一旁，不会删除。')).toBeVisible();
    await expect(window.getByRole('radio', { name: /1 份稿件 · 最后改动/ })).toBeChecked();
    await window.getByRole('button', { name: '打开选中的这份' }).click();
    await expect(window.getByRole('row', { name: /0168/ })).toBeVisible();
    expect((await keptAside(dataFolder)).equals(damaged)).toBe(true);
    await expect(window.getByText(/已打开，共 1 份稿件。 原来的文件存放在/)).toBeVisible();
  });

  test('without a backup says so, and starts empty on demand', async ({ launch, dataFolder }) => {
    await prepareStore(dataFolder, '0168');
    await rm(join(dataFolder, 'backups'), { recursive: true });
    const damaged = await damage(dataFolder);
    const { window } = await launch();
    await expect(window.getByText('没有可以打开的数据。')).toBeVisible();
    await expect(window.getByRole('button', { name: '打开选中的这份' })).toBeDisabled();
    expect(filesOf(dataFolder)).toHaveLength(1);
    await window.getByRole('button', { name: '从空白开始…' }).click();
    await window.getByRole('dialog').getByRole('button', { name: '从空白开始' }).click();
    await new DeskPerson(window).skipAssistant();
    await expect(heading(window, '还没有稿件')).toBeVisible();
    expect((await keptAside(dataFolder)).equals(damaged)).toBe(true);
  });
});

test('a missing database with backups beside it: the person chooses which to open', async ({ launch, dataFolder }) => {
  await prepareStore(dataFolder, '0168');
  await inOtherProgram(dataFolder, async (client) => {
    const [draft] = await client.call('documents.list', { search: '', state: 'all', sort: 'title', direction: 'asc' });
    await client.call('documents.duplicate', { documentId: draft!.id });
  });
  await rm(join(dataFolder, 'dafu.db'));
  await writeFile(join(dataFolder, 'backups', '20990101-000000-000-manual.db'), '坏');
  const { window } = await launch();
  await expect(heading(window, '找不到原来的稿件数据')).toBeVisible();
  const radios = window.getByRole('radio');
  await expect(radios).toHaveCount(3);
  await expect(radios.nth(0)).toBeChecked();
  await expect(radios.nth(0)).toHaveAccessibleName(/2 份稿件/);
  await expect(radios.nth(2)).toHaveAccessibleName(/已损坏，无法打开/);
  await expect(radios.nth(2)).toBeDisabled();
  await radios.nth(1).click();
  await window.getByRole('button', { name: '打开选中的这份' }).click();
  await expect(window.getByRole('row', { name: /0168/ })).toHaveCount(1);
});

test('data of a newer version is explained, and not one byte is changed', async ({ launch, dataFolder }) => {
  await prepareStore(dataFolder, '0168');
  const database = new Database(join(dataFolder, 'dafu.db'));
  database.pragma('user_version = 99');
  database.close();
  const before = filesOf(dataFolder);
  const app = await launch();
  await expect(heading(app.window, '数据来自更新的版本')).toBeVisible();
  await expect(
    app.window.getByText(/数据版本为 99，本程序只认识到 \d+。为避免损坏，没有打开，也没有改动。/),
  ).toBeVisible();
  await expect(app.window.getByText('请安装新版本的“答复”再打开。')).toBeVisible();
  await expect(app.window.getByRole('button', { name: '打开数据文件夹' })).toBeVisible();
  await app.close();
  expect(filesOf(dataFolder)).toEqual(before);
});

test('an upgrade that fails is explained and leaves the data as it was', async ({ launch, dataFolder }) => {
  await mkdir(dataFolder, { recursive: true });
  // The first step of every database makes this table, so here it cannot.
  const database = new Database(join(dataFolder, 'dafu.db'));
  database.pragma(`application_id = ${APPLICATION_ID}`);
  database.exec("CREATE TABLE documents (note TEXT); INSERT INTO documents VALUES ('旧数据')");
  database.close();
  const app = await launch();
  await expect(heading(app.window, '数据升级没有完成')).toBeVisible();
  await expect(app.window.getByText(/已全部退回，稿件没有改动。/)).toBeVisible();
  await expect(app.window.getByRole('button', { name: '重试' })).toBeVisible();
  await app.close();
  const after = new Database(join(dataFolder, 'dafu.db'), { readonly: true });
  expect(after.prepare('SELECT note FROM documents').pluck().all()).toEqual(['旧数据']);
  expect(after.pragma('user_version', { simple: true })).toBe(0);
  after.close();
});

test('work done in another program while the app was closed is there at the next start', async ({
  launch,
  dataFolder,
}) => {
  await prepareStore(dataFolder, '0168');
  const first = await launch();
  await expect(first.window.getByRole('row', { name: /0168/ })).toBeVisible();
  await first.close();
  await inOtherProgram(dataFolder, async (client) => {
    const [draft] = await client.call('documents.list', {
      search: '',
      state: 'all',
      sort: 'title',
      direction: 'asc',
    });
    await client.call('documents.duplicate', { documentId: draft!.id });
  });
  const second = await launch();
  await expect(second.window.getByRole('row', { name: /0168/ })).toHaveCount(2);
});
