import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost } from '#backend/testing/backend.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { Client } from '#shared/rpc/client.ts';
import { canMount, fillDisk } from '../support/mounts.ts';
import { readOnlyView, smallDisk } from './disks.ts';

if (!canMount) console.warn('skipped: full and read-only disks can only be tested as root on Linux');

async function createDraft(client: Client) {
  const caseFacts = emptyCaseFacts();
  const { documentId } = await client.call('documents.create', { templateId: 'test-template', caseFacts });
  return client.call('documents.get', { documentId });
}

describe.skipIf(!canMount)('a full disk', () => {
  it('fails the save and says so, changes nothing, and the same save succeeds when there is room', async () => {
    const disk = smallDisk(4000);
    const { client } = startBackend({ dataFolder: join(disk, 'data') });
    const draft = await createDraft(client);
    const makeRoom = fillDisk(disk);
    const body = draft.body.replace('收悉', '长'.repeat(200_000));
    const save = () => client.call('documents.save', { documentId: draft.id, baseVersion: 1, body });

    await expect(save()).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await client.call('documents.get', { documentId: draft.id })).toEqual(draft);
    await expect(client.runJob('backups.create', {}).done).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await client.call('backups.list', {})).toEqual([]);

    makeRoom();
    expect(await save()).toMatchObject({ version: 2 });
    expect((await client.call('documents.get', { documentId: draft.id })).body).toBe(body);
  });

  it('at the start is explained, and the store opens when there is room', async () => {
    const disk = smallDisk(3000);
    const dataFolder = join(disk, 'data');
    const first = startBackend({ dataFolder });
    const draft = await createDraft(first.client);
    await first.stop();
    const makeRoom = fillDisk(disk);

    const { client } = startBackend({ dataFolder });
    expect(await client.call('app.status', {})).toMatchObject({ problem: { code: 'DISK_FULL' } });
    makeRoom();
    expect(await client.runJob('app.retryOpen', {}).done).toMatchObject({ state: 'ready' });
    expect((await client.call('documents.get', { documentId: draft.id })).body).toBe(draft.body);
  });

  it('leaves no half-written export', async () => {
    const disk = smallDisk(64);
    const { client } = startBackend({ host: testHost({ pickFolder: async () => disk }) });
    const draft = await createDraft(client);
    await client.runJob('exports.pickFolder', {}).done;
    const makeRoom = fillDisk(disk);
    const run = () =>
      client.runJob('exports.run', {
        documentIds: [draft.id],
        formats: ['txt'],
        namePattern: '{title}',
        overwrite: false,
        pdfStandard: 'none',
      }).done;
    await expect(run()).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readdirSync(disk)).toEqual(['ballast']);
    makeRoom();
    expect((await run()).files).toHaveLength(1);
  });
});

describe.skipIf(!canMount)('a read-only disk', () => {
  it('with a database on it is explained, and nothing is changed', async () => {
    const first = startBackend();
    await createDraft(first.client);
    await first.stop();
    const before = readFileSync(join(first.dataFolder, 'dafu.db'));
    const dataFolder = readOnlyView(first.dataFolder);

    const { client, stop } = startBackend({ dataFolder });
    const problem = { code: 'DATABASE_READONLY', details: { path: join(dataFolder, 'dafu.db') } };
    expect(await client.call('app.status', {})).toMatchObject({ state: 'needsAttention', problem });
    await expect(createDraft(client)).rejects.toMatchObject(problem);
    await stop();
    expect(readFileSync(join(first.dataFolder, 'dafu.db')).equals(before)).toBe(true);
  });

  it('without a database is explained', async () => {
    const folder = temporaryFolder();
    const dataFolder = readOnlyView(folder);
    const { client } = startBackend({ dataFolder });
    expect(await client.call('app.status', {})).toMatchObject({
      problem: { code: 'DATA_FOLDER_UNUSABLE', details: { path: dataFolder } },
    });
    const below = startBackend({ dataFolder: join(dataFolder, 'new') });
    expect(await below.client.call('app.status', {})).toMatchObject({
      problem: { code: 'DATA_FOLDER_UNUSABLE', details: { path: join(dataFolder, 'new'), reason: 'EROFS' } },
    });
  });

  it('takes no export', async () => {
    const target = temporaryFolder();
    mkdirSync(join(target, 'letters'));
    const folder = join(readOnlyView(target), 'letters');
    const { client } = startBackend({ host: testHost({ pickFolder: async () => folder }) });
    const { id } = await createDraft(client);
    await client.runJob('exports.pickFolder', {}).done;
    const result = await client.runJob('exports.run', {
      documentIds: [id],
      formats: ['txt'],
      namePattern: '{title}',
      overwrite: false,
      pdfStandard: 'none',
    }).done;
    expect(result).toMatchObject({
      files: [],
      failed: [{ documentId: id, error: { code: 'PATH_UNAVAILABLE', details: { reason: 'EROFS' } } }],
    });
    expect(existsSync(join(target, 'letters'))).toBe(true);
    expect(readdirSync(join(target, 'letters'))).toEqual([]);
  });
});
