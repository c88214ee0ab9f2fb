import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, type TestBackend } from '#backend/testing/backend.ts';
import type { Backup } from '#shared/contract/backups.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { createBackupFolder, superfluous } from './backups.ts';
import { storePaths } from './paths.ts';
import { storeFiles } from './store-files.ts';

const listAll = { search: '', state: 'all', sort: 'updatedAt', direction: 'desc' } as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function createDraft({ client }: TestBackend): Promise<string> {
  const caseFacts = emptyCaseFacts();
  return (await client.call('documents.create', { templateId: 'test-template', caseFacts })).documentId;
}

/** A data folder with one draft and a backup of it, closed. */
async function folderWithBackup(): Promise<string> {
  const running = startBackend();
  await createDraft(running);
  await running.client.runJob('backups.create', {}).done;
  await running.stop();
  return running.dataFolder;
}

describe('backups', () => {
  it('are whole databases that can be opened', async () => {
    const running = startBackend();
    await createDraft(running);
    const backup = await running.client.runJob('backups.create', {}).done;
    expect(backup).toMatchObject({ reason: 'manual', documents: 1 });
    expect(await running.client.call('backups.list', {})).toEqual([backup]);
    expect(readdirSync(storePaths(running.dataFolder).backups)).toEqual([backup.name]);
  });

  it('are made on closing when something changed, and only then', async () => {
    const first = startBackend();
    await createDraft(first);
    await first.stop();
    const second = startBackend({ dataFolder: first.dataFolder });
    expect(await second.client.call('backups.list', {})).toMatchObject([{ reason: 'close', documents: 1 }]);
    await second.stop();
    const third = startBackend({ dataFolder: first.dataFolder });
    expect(await third.client.call('backups.list', {})).toHaveLength(1);
  });

  it('are made from time to time when something changed', async () => {
    const running = startBackend({ backupEveryMs: 5 });
    const changed = new Promise((resolve) => running.client.on('backups.changed', resolve));
    await createDraft(running);
    await changed;
    expect((await running.client.call('backups.list', {}))[0]).toMatchObject({ reason: 'periodic', documents: 1 });
  });

  it('tell the windows when one nobody asked for fails, and when a later one succeeds', async () => {
    const running = startBackend({ backupEveryMs: 5 });
    const { client, dataFolder } = running;
    const folder = join(dataFolder, 'backups');
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, 'in the way');
    const failed = new Promise((resolve) => client.on('backups.failed', resolve));
    const documentId = await createDraft(running);
    expect(await failed).toMatchObject({ code: 'DATA_FOLDER_UNUSABLE', details: { path: folder } });

    const changed = new Promise((resolve) => client.on('backups.changed', resolve));
    rmSync(folder);
    await changed;
    expect(await client.call('backups.list', {})).toMatchObject([{ documents: 1, reason: 'periodic' }]);
    expect(await client.call('documents.list', listAll)).toMatchObject([{ id: documentId }]);
  });

  it('are restored, and restoring can be undone', async () => {
    const running = startBackend();
    const { client } = running;
    const kept = await createDraft(running);
    const { name } = await client.runJob('backups.create', {}).done;
    const later = await createDraft(running);

    expect(await client.runJob('backups.restore', { name }).done).toEqual({ documents: 1 });
    expect((await client.call('documents.list', listAll)).map(({ id }) => id)).toEqual([kept]);

    const undo = (await client.call('backups.list', {})).find(({ reason }) => reason === 'restore')!;
    expect(await client.runJob('backups.restore', { name: undo.name }).done).toEqual({ documents: 2 });
    expect((await client.call('documents.list', listAll)).map(({ id }) => id)).toEqual([later, kept]);
    await running.stop();
    expect(readdirSync(running.dataFolder).toSorted()).toEqual(['backups', 'dafu.db', 'dafu.lock']);
  });

  it('that are damaged, missing or outside the folder are refused, and the store stays as it is', async () => {
    const running = startBackend();
    await createDraft(running);
    const { backups } = storePaths(running.dataFolder);
    await running.client.runJob('backups.create', {}).done;
    const damaged = '20260101-000000-000-manual.db';
    writeFileSync(join(backups, damaged), 'no database');
    const restore = (name: string) => running.client.runJob('backups.restore', { name }).done;

    await expect(restore(damaged)).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
    await expect(restore('20260102-000000-000-manual.db')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(restore('../dafu.db')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await running.client.call('documents.list', listAll)).toHaveLength(1);
  });

  it('that fail leave nothing behind', async () => {
    const folder = temporaryFolder();
    const copyDatabase = async (_source: string, target: string) => {
      writeFileSync(target, 'half a database');
      throw new DafuError('DATABASE_CORRUPT', { path: target, message: '' });
    };
    const files = { ...storeFiles, copyDatabase };
    const backups = createBackupFolder({ folder, database: '', clock: Date.now, files });
    await expect(backups.create('manual')).rejects.toThrow('DATABASE_CORRUPT');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that ended in the middle are swept at a later start, and one that may still be going on is not', async () => {
    const dataFolder = await folderWithBackup();
    const { backups } = storePaths(dataFolder);
    const [old, fresh] = ['20260101-000000-000-close.db.unfinished', '20260101-000000-001-close.db.unfinished'];
    for (const name of [old, fresh]) writeFileSync(join(backups, name), '');
    utimesSync(join(backups, old), new Date(0), new Date(0));
    await startBackend({ dataFolder }).stop();
    const left = readdirSync(backups).filter((name) => name.includes('unfinished'));
    expect(left).toEqual([fresh]);
  });

  it('are ordered by what they hold: neither a clock that was wrong nor a changed name makes one the newest', async () => {
    let now = Date.UTC(2030, 0, 1);
    const running = startBackend({ clock: () => now });
    const { client, dataFolder } = running;
    await createDraft(running);
    const { name: first } = await client.runJob('backups.create', {}).done;
    now = Date.UTC(2026, 0, 1);
    await createDraft(running);
    const { name: second } = await client.runJob('backups.create', {}).done;
    expect((await client.call('backups.list', {})).map(({ name }) => name)).toEqual([second, first]);
    const { backups } = storePaths(dataFolder);
    renameSync(join(backups, first), join(backups, '20400101-000000-000-manual.db'));
    expect((await client.call('backups.list', {})).map(({ documents }) => documents)).toEqual([2, 1]);
  });

  it('count on after a restore: what was restored and changed is newer than what was there before', async () => {
    const running = startBackend();
    const { client } = running;
    await createDraft(running);
    const { name } = await client.runJob('backups.create', {}).done;
    for (let count = 0; count < 5; count += 1) await createDraft(running);
    await client.runJob('backups.restore', { name }).done;
    await createDraft(running);
    const newest = await client.runJob('backups.create', {}).done;
    expect((await client.call('backups.list', {}))[0]).toEqual(newest);
  });

  it.skipIf(process.platform === 'win32').each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to nothing', (path: string) => symlinkSync('/gone/for/ever', path)],
    ['an empty file', (path: string) => writeFileSync(path, '')],
  ])('among which lies %s are listed, made and restored all the same', async (_what, make) => {
    const running = startBackend();
    const { client, dataFolder } = running;
    await createDraft(running);
    const { name } = await client.runJob('backups.create', {}).done;
    make(join(storePaths(dataFolder).backups, '20200101-000000-000-close.db'));
    const states = (await client.call('backups.list', {})).map(({ state }) => state);
    expect(states).toHaveLength(2);
    expect(states[0]).toBe('good');
    expect(states[1]).not.toBe('good');
    await createDraft(running);
    expect(await client.runJob('backups.restore', { name }).done).toEqual({ documents: 1 });
  });

  it('are removed when the person says so', async () => {
    const running = startBackend();
    const { client } = running;
    await createDraft(running);
    const { name } = await client.runJob('backups.create', {}).done;
    await client.runJob('backups.remove', { name }).done;
    expect(await client.call('backups.list', {})).toEqual([]);
    await expect(client.runJob('backups.remove', { name: '../dafu.db' }).done).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are made beside the saving: what is saved meanwhile is acknowledged before the backup is done', async () => {
    const running = startBackend();
    const { client } = running;
    const documentId = await createDraft(running);
    const { body } = await client.call('documents.get', { documentId });
    const large = body.replace('收悉', '长'.repeat(400_000));
    let { version } = await client.call('documents.save', { documentId, baseVersion: 1, body: large });
    const order: string[] = [];
    const backup = client.runJob('backups.create', {}).done.then(() => order.push('backup'));
    ({ version } = await client.call('documents.save', { documentId, baseVersion: version, body }));
    order.push('save');
    await backup;
    expect(order).toEqual(['save', 'backup']);
    expect(version).toBe(3);
  });
});

describe('a letter deleted for good', () => {
  const word = '机要词';
  /** The letter's own word in any file of the data folder, as bytes. */
  const filesWith = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(word))
      .map(({ name }) => name);

  async function purged() {
    const running = startBackend();
    const { client, dataFolder } = running;
    const kept = await createDraft(running);
    const documentId = await createDraft(running);
    const { body } = await client.call('documents.get', { documentId });
    await client.call('documents.save', { documentId, baseVersion: 1, body: body.replace('收悉', word.repeat(3000)) });
    await client.call('documents.save', { documentId, baseVersion: 2, body });
    await client.runJob('backups.create', {}).done;
    await client.call('documents.trash', { documentIds: [documentId] });
    await client.call('documents.purge', { documentIds: [documentId] });
    return { running, client, dataFolder, kept, documentId };
  }

  it('is in no file of the store any more, while it is still running', async () => {
    const { dataFolder, client, kept } = await purged();
    expect(filesWith(dataFolder).filter((name) => !/-manual\.db$/.test(name))).toEqual([]);
    expect((await client.call('documents.list', listAll)).map(({ id }) => id)).toEqual([kept]);
  });

  it('is still in the backups, until it is taken out of them too', async () => {
    const { dataFolder, client, documentId, kept } = await purged();
    expect(filesWith(dataFolder)).toHaveLength(1);
    writeFileSync(join(storePaths(dataFolder).backups, '20200101-000000-000-manual.db'), 'damaged');
    expect(await client.runJob('backups.forget', { documentIds: [documentId] }).done).toEqual({
      changed: 1,
      failed: 1,
    });
    expect(filesWith(dataFolder)).toEqual([]);
    const [backup] = await client.call('backups.list', {});
    await client.runJob('backups.restore', { name: backup!.name }).done;
    expect((await client.call('documents.list', listAll)).map(({ id }) => id)).toEqual([kept]);
  });
});

describe('the backups that stay', () => {
  const now = new Date(2026, 5, 15, 18).getTime();
  const backup = (age: number, reason: Backup['reason'] = 'periodic'): Backup => ({
    name: `${age}-${reason}`,
    createdAt: now - age,
    bytes: 1,
    reason,
    documents: 1,
    state: 'good',
    lastChangeAt: null,
    changes: null,
  });
  const kept = (backups: Backup[]) => {
    const gone = superfluous(backups, now);
    return backups.filter((each) => !gone.includes(each)).map(({ name }) => name);
  };

  it('are three of today and one of each day before', () => {
    const ages = [0, 1, 2, 3, 4].map((hours) => hours * HOUR);
    const yesterday = [20, 21, 22].map((hours) => hours * HOUR);
    expect(kept([...ages, ...yesterday].map((age) => backup(age)))).toEqual(
      [0, HOUR, 2 * HOUR, 20 * HOUR].map((age) => `${age}-periodic`),
    );
  });

  it('are ten in all', () => {
    const days = Array.from({ length: 40 }, (_, index) => backup(index * DAY));
    expect(kept(days)).toEqual(days.slice(0, 10).map(({ name }) => name));
  });

  it('and those made by the person, before a migration, or to undo a restore', () => {
    const old = [backup(400 * DAY, 'manual'), backup(401 * DAY, 'migration'), backup(402 * DAY, 'restore')];
    const days = Array.from({ length: 40 }, (_, index) => backup(index * DAY, 'close'));
    expect(kept([...days, ...old]).slice(-3)).toEqual(old.map(({ name }) => name));
  });
});
