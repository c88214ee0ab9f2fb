import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, type TestBackend } from '#backend/testing/backend.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { openDatabase, type WriteDb } from './driver.ts';
import { storePaths } from './paths.ts';
import { openStore } from './store.ts';

const listAll = { search: '', state: 'all', sort: 'updatedAt', direction: 'desc' } as const;

async function createDraft({ client }: TestBackend): Promise<string> {
  const caseFacts = emptyCaseFacts();
  return (await client.call('documents.create', { templateId: 'test-template', caseFacts })).documentId;
}

/** A data folder with one draft, closed. */
async function filledFolder(): Promise<string> {
  const first = startBackend();
  await createDraft(first);
  await first.stop();
  return first.dataFolder;
}

/** Fills the first page of each table or index with rubbish. */
function scribbleOver(path: string, ...names: string[]): void {
  const database = openDatabase(path, { readonly: true, busyTimeoutMs: 0 });
  const pageSize = database.pragma('page_size', { simple: true }) as number;
  const rootOf = database.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
  const pages = names.map((name) => rootOf.get(name)!);
  database.close();
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(0xa5, (page - 1) * pageSize, page * pageSize);
  writeFileSync(path, bytes);
}

async function recoverNewest({ client }: TestBackend) {
  const [newest] = await client.call('app.copies', {});
  return client.runJob('app.recover', { copy: newest!.name }).done;
}

const statusOf = ({ client }: TestBackend) => client.call('app.status', {});

describe('an open store', () => {
  it('has the settings that keep acknowledged saves safe', async () => {
    const { dataFolder } = startBackend();
    const store = openStore({
      paths: storePaths(dataFolder),
      access: 'read',
      create: 'never',
      backUpBeforeMigration: () => expect.unreachable(),
    });
    const pragma = (name: string) => Object.values(store.reader.get<Record<string, unknown>>(`PRAGMA ${name}`)!)[0];
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('application_id')).toBe(0x44414655);
    store.close();
  });

  it('gives queries a handle that cannot write', async () => {
    const store = openStore({
      paths: storePaths(temporaryFolder()),
      access: 'own',
      create: 'ifNone',
      backUpBeforeMigration: () => expect.unreachable(),
    });
    const forced = store.reader as WriteDb;
    expect(() => forced.run("INSERT INTO settings VALUES ('k', '{}', 0)")).toThrow(/DATABASE_READONLY/);
    store.transaction((db) => expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 }));
    store.close();
  });

  it('leaves one file behind when it is closed, and no mark of a crash', async () => {
    const dataFolder = await filledFolder();
    expect(readdirSync(dataFolder).toSorted()).toEqual(['backups', 'dafu.db', 'dafu.lock']);
  });
});

describe.skipIf(process.platform === 'win32')('a data folder moved away while it is in use', () => {
  it('takes no save, which would be lost with the last open handle, until it is back', async () => {
    const backend = startBackend();
    const { client, dataFolder } = backend;
    const documentId = await createDraft(backend);
    const { body } = await client.call('documents.get', { documentId });
    const save = () => client.call('documents.save', { documentId, baseVersion: 1, body: `${body} ` });

    renameSync(dataFolder, `${dataFolder}-away`);
    const problem = { code: 'DATA_FOLDER_UNUSABLE', details: { path: dataFolder, reason: 'ENOENT' } };
    await expect(save()).rejects.toMatchObject(problem);
    cpSync(`${dataFolder}-away`, dataFolder, { recursive: true });
    await expect(save(), 'a copy in its place is not what is open').rejects.toMatchObject(problem);
    rmSync(dataFolder, { recursive: true });

    renameSync(`${dataFolder}-away`, dataFolder);
    expect(await save()).toMatchObject({ version: 2 });
  });
});

describe('a second process on the same data folder', () => {
  it('is told that the data is in use, and gets in when the first is gone', async () => {
    const first = startBackend();
    await createDraft(first);
    const second = startBackend({ dataFolder: first.dataFolder });
    const { database } = storePaths(first.dataFolder);
    const problem = { code: 'DATABASE_LOCKED', details: { path: database } };
    expect(await statusOf(second)).toMatchObject({ state: 'needsAttention', problem });
    await expect(second.client.call('documents.list', listAll)).rejects.toMatchObject(problem);
    expect(await second.client.runJob('app.retryOpen', {}).done).toMatchObject({ problem });

    await first.stop();
    expect(await second.client.runJob('app.retryOpen', {}).done).toMatchObject({ state: 'ready', problem: null });
    expect(await second.client.call('documents.list', listAll)).toHaveLength(1);
  });

  it('may look, and sees what the first one saves, but may not write', async () => {
    const first = startBackend();
    await createDraft(first);
    const reader = startBackend({ dataFolder: first.dataFolder, access: 'read' });
    expect(await reader.client.call('documents.list', listAll)).toHaveLength(1);
    await createDraft(first);
    expect(await reader.client.call('documents.list', listAll)).toHaveLength(2);
    await expect(createDraft(reader)).rejects.toMatchObject({ code: 'DATABASE_LOCKED' });
    expect(await reader.client.runJob('backups.create', {}).done).toMatchObject({ documents: 2, reason: 'manual' });
    await expect(
      reader.client.runJob('backups.restore', { name: (await reader.client.call('backups.list', {}))[0]!.name }).done,
    ).rejects.toMatchObject({ code: 'DATABASE_LOCKED' });
  });
});

describe('a data folder that cannot be used', () => {
  it('because a file is in its place: the backend answers, says which path, and opens once the way is free', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    writeFileSync(dataFolder, 'in the way');
    const blocked = startBackend({ dataFolder });
    const problem = { code: 'DATA_FOLDER_UNUSABLE', details: { path: dataFolder, reason: 'EEXIST' } };
    expect(await statusOf(blocked)).toMatchObject({ state: 'needsAttention', problem, dataFolder });
    await expect(blocked.client.call('settings.get', {})).rejects.toMatchObject(problem);
    expect(readFileSync(dataFolder, 'utf8')).toBe('in the way');

    rmSync(dataFolder);
    expect(await blocked.client.runJob('app.retryOpen', {}).done).toMatchObject({ state: 'ready' });
    await createDraft(blocked);
  });

  it('because a file is in the way to it', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const blocked = startBackend({ dataFolder: join(file, 'below', 'data') });
    expect(await statusOf(blocked)).toMatchObject({
      problem: { code: 'DATA_FOLDER_UNUSABLE', details: { reason: 'ENOTDIR' } },
    });
  });

  it('because the database is a folder', async () => {
    const dataFolder = temporaryFolder();
    mkdirSync(join(dataFolder, 'dafu.db'));
    const blocked = startBackend({ dataFolder });
    expect(await statusOf(blocked)).toMatchObject({ problem: { code: 'DATA_FOLDER_UNUSABLE' } });
  });

  it('is made when it is missing', async () => {
    const dataFolder = join(temporaryFolder(), 'a', 'b', 'c');
    expect(await statusOf(startBackend({ dataFolder }))).toMatchObject({ state: 'ready' });
    expect(existsSync(dataFolder)).toBe(true);
  });
});

describe('a corrupt database', () => {
  const text = 'this was a database once. '.repeat(500);

  it('is explained, moved aside and never deleted, and the newest good backup takes its place', async () => {
    const dataFolder = await filledFolder();
    const { database, backups } = storePaths(dataFolder);
    writeFileSync(join(backups, '20990101-000000-000-manual.db'), 'a damaged backup');
    writeFileSync(database, text);

    const broken = startBackend({ dataFolder });
    expect(await statusOf(broken)).toMatchObject({
      state: 'needsAttention',
      problem: { code: 'DATABASE_CORRUPT', details: { path: database } },
    });
    await expect(broken.client.call('documents.list', listAll)).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
    expect(await broken.client.call('app.copies', {})).toMatchObject([
      { kind: 'backup', state: 'good', documents: 1 },
      { kind: 'backup', state: 'damaged', name: 'backups/20990101-000000-000-manual.db' },
    ]);
    expect(readFileSync(database, 'utf8')).toBe(text);

    const { movedTo, documents } = await recoverNewest(broken);
    expect(documents).toBe(1);
    expect(readFileSync(movedTo!, 'utf8')).toBe(text);
    expect(await statusOf(broken)).toMatchObject({ state: 'ready', problem: null });
    expect(await broken.client.call('documents.list', listAll)).toHaveLength(1);
    await createDraft(broken);
  });

  it('can be left for an empty one', async () => {
    const dataFolder = await filledFolder();
    writeFileSync(storePaths(dataFolder).database, text);
    const broken = startBackend({ dataFolder });
    const { movedTo, documents } = await broken.client.runJob('app.recover', { copy: null }).done;
    expect(documents).toBe(0);
    expect(existsSync(movedTo!)).toBe(true);
    await createDraft(broken);
  });

  it.each([
    ['is damaged', 'backups/20990101-000000-000-manual.db', 'DATABASE_CORRUPT'],
    ['is not there', 'backups/20980101-000000-000-manual.db', 'NOT_FOUND'],
    ['is outside', '../elsewhere.db', 'NOT_FOUND'],
  ])('stays where it is when the copy chosen %s', async (_what, copy, code) => {
    const dataFolder = await filledFolder();
    const { database, backups } = storePaths(dataFolder);
    writeFileSync(join(backups, '20990101-000000-000-manual.db'), 'a damaged backup');
    writeFileSync(database, text);
    const broken = startBackend({ dataFolder });
    await expect(broken.client.runJob('app.recover', { copy }).done).rejects.toMatchObject({ code });
    expect(readFileSync(database, 'utf8')).toBe(text);
    expect(await statusOf(broken)).toMatchObject({
      problem: { code: 'DATABASE_CORRUPT', details: { path: database } },
    });
  });

  it('that was cut off is noticed after a crash, before anything is read from it', async () => {
    const dataFolder = await filledFolder();
    const { database, runningFlag } = storePaths(dataFolder);
    truncateSync(database, 4096 * 3);
    writeFileSync(runningFlag, '');
    expect(await statusOf(startBackend({ dataFolder }))).toMatchObject({ problem: { code: 'DATABASE_CORRUPT' } });
  });

  it('that is damaged while in use closes the store, so that nothing more is written to it', async () => {
    const dataFolder = await filledFolder();
    const { database } = storePaths(dataFolder);
    scribbleOver(database, 'versions');
    const broken = startBackend({ dataFolder });
    let changes = 0;
    broken.client.on('app.statusChanged', () => (changes += 1));
    const [draft] = await broken.client.call('documents.list', listAll);
    await expect(broken.client.call('documents.get', { documentId: draft!.id })).rejects.toMatchObject({
      code: 'DATABASE_CORRUPT',
    });
    expect(await statusOf(broken)).toMatchObject({ problem: { code: 'DATABASE_CORRUPT' } });
    expect(changes).toBe(1);
    expect(await recoverNewest(broken)).toMatchObject({ documents: 1 });
  });

  it('of another program is not taken for ours', async () => {
    const dataFolder = temporaryFolder();
    const { database: path } = storePaths(dataFolder);
    const other = openDatabase(path, { readonly: false, busyTimeoutMs: 0 });
    other.exec('CREATE TABLE bookmarks (url TEXT)');
    other.close();
    const before = readFileSync(path);
    const backend = startBackend({ dataFolder });
    expect(await statusOf(backend)).toMatchObject({ problem: { code: 'DATABASE_CORRUPT' } });
    await backend.stop();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is the only reason to recover', async () => {
    const { client } = startBackend();
    await expect(client.runJob('app.recover', { copy: null }).done).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { rule: 'app.recover' },
    });
  });
});

describe.each(['missing', 'empty'] as const)('a database that is %s', (how) => {
  async function lostFolder(): Promise<string> {
    const dataFolder = await filledFolder();
    const { database } = storePaths(dataFolder);
    if (how === 'missing') rmSync(database);
    else truncateSync(database, 0);
    return dataFolder;
  }
  const missing = (dataFolder: string) => ({
    state: 'needsAttention',
    problem: { code: 'DATABASE_MISSING', details: { path: storePaths(dataFolder).database } },
  });

  it('beside a backup is not opened as a new one: the backup is looked into, offered and opened', async () => {
    const dataFolder = await lostFolder();
    const lost = startBackend({ dataFolder });
    expect(await statusOf(lost)).toMatchObject(missing(dataFolder));
    expect(await lost.client.call('app.copies', {})).toMatchObject([
      { kind: 'backup', reason: 'close', state: 'good', documents: 1, lastChangeAt: expect.any(Number) },
    ]);
    expect(await lost.client.runJob('app.retryOpen', {}).done).toMatchObject(missing(dataFolder));
    expect(await recoverNewest(lost)).toMatchObject({ documents: 1 });
    expect(await statusOf(lost)).toMatchObject({ state: 'ready' });
    expect(await lost.client.call('documents.list', listAll)).toHaveLength(1);
  });

  it.each([
    ['dafu.db.previous', 'previous'],
    ['dafu.db.incoming', 'incoming'],
    ['dafu.db.corrupt-20260101T000000000Z', 'damaged'],
  ] as const)('beside %s is not opened as a new one, and may be got back from it', async (name, kind) => {
    const dataFolder = await lostFolder();
    const { backups } = storePaths(dataFolder);
    const [backup] = readdirSync(backups);
    renameSync(join(backups, backup!), join(dataFolder, name));
    const lost = startBackend({ dataFolder });
    expect(await statusOf(lost)).toMatchObject(missing(dataFolder));
    expect(await lost.client.call('app.copies', {})).toMatchObject([{ kind, state: 'good', documents: 1 }]);
    expect(await recoverNewest(lost)).toMatchObject({ documents: 1 });
    await lost.stop();
    expect(await statusOf(startBackend({ dataFolder }))).toMatchObject({ state: 'ready' });
  });

  it.each(['dafu.db-wal', 'dafu.running'])('beside %s is not opened as a new one until told to', async (name) => {
    const dataFolder = await lostFolder();
    rmSync(storePaths(dataFolder).backups, { recursive: true });
    writeFileSync(join(dataFolder, name), 'changes that were acknowledged');
    const lost = startBackend({ dataFolder });
    expect(await statusOf(lost)).toMatchObject(missing(dataFolder));
    await expect(lost.client.runJob('app.recover', { copy: name }).done).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await lost.client.runJob('app.recover', { copy: null }).done).toMatchObject({ documents: 0 });
    expect(await statusOf(lost)).toMatchObject({ state: 'ready' });
  });

  it('of a folder where there never was one is made', async () => {
    const dataFolder = temporaryFolder();
    if (how === 'empty') writeFileSync(storePaths(dataFolder).database, '');
    expect(await statusOf(startBackend({ dataFolder }))).toMatchObject({ state: 'ready' });
  });
});

describe('a damaged lock', () => {
  it('harms nothing: the data beside it is opened and stays where it is', async () => {
    const dataFolder = await filledFolder();
    const { lock } = storePaths(dataFolder);
    writeFileSync(lock, 'rubbish '.repeat(1000));
    const backend = startBackend({ dataFolder });
    expect(await statusOf(backend)).toMatchObject({ state: 'ready' });
    expect(await statusOf(startBackend({ dataFolder }))).toMatchObject({ problem: { code: 'DATABASE_LOCKED' } });
    expect(await backend.client.call('documents.list', listAll)).toHaveLength(1);
    expect(readdirSync(dataFolder).filter((name) => name.includes('corrupt'))).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('the files of the store', () => {
  it('are closed to other people, also those an older version left open', async () => {
    const dataFolder = await filledFolder();
    chmodSync(dataFolder, 0o755);
    const { backups, database } = storePaths(dataFolder);
    chmodSync(database, 0o644);
    const backend = startBackend({ dataFolder });
    await createDraft(backend);
    await backend.client.runJob('backups.create', {}).done;
    for (const folder of [dataFolder, backups]) {
      expect(statSync(folder).mode & 0o777, folder).toBe(0o700);
      const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
      for (const { name } of files) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    }
  });
});
