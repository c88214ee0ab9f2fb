import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storePaths } from '#backend/db/paths.ts';
import { startBackend, temporaryFolder, type TestBackend } from '#backend/testing/backend.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { hookedFiles, snapshots, injectedError, type FileHooks } from './faulty-files.ts';

/**
 * Everything that replaces the store, with a fault at each of its file operations: afterwards all letters of the old
 * state or all of the new one are there, and the app says which.
 */
const list = { search: '', state: 'all', sort: 'title', direction: 'asc' } as const;
const lettersOf = async ({ client }: TestBackend) =>
  (await client.call('documents.list', list)).map(({ id }) => id).toSorted();

async function createDraft({ client }: TestBackend): Promise<string> {
  return (await client.call('documents.create', { templateId: 'test-template', caseFacts: emptyCaseFacts() }))
    .documentId;
}

interface Scene {
  dataFolder: string;
  /** The letters before and after; either may be what is found when it ended in between. */
  before: string[];
  after: string[];
  /** Does it. Rejects when it failed. */
  run(backend: TestBackend): Promise<unknown>;
}

/** Three letters of which a backup holds one. */
async function filled(): Promise<{ dataFolder: string; backup: string; one: string[]; three: string[] }> {
  const backend = startBackend({ files: hookedFiles({}).files });
  const one = [await createDraft(backend)];
  const { name: backup } = await backend.client.runJob('backups.create', {}).done;
  const three = [...one, await createDraft(backend), await createDraft(backend)].toSorted();
  const { dataFolder } = backend;
  await backend.stop();
  return { dataFolder, backup, one, three };
}

const scenes: Record<string, () => Promise<Scene>> = {
  async 'restoring a backup'() {
    const { dataFolder, backup, one, three } = await filled();
    const run = ({ client }: TestBackend) => client.runJob('backups.restore', { name: backup }).done;
    return { dataFolder, before: three, after: one, run };
  },
  async 'opening a copy in place of a damaged store'() {
    const { dataFolder, three } = await filled();
    writeFileSync(storePaths(dataFolder).database, 'this was a database once. '.repeat(500));
    return { dataFolder, before: three, after: three, run: recoverNewest };
  },
  async 'opening a copy in place of a missing store'() {
    const { dataFolder, three } = await filled();
    rmSync(storePaths(dataFolder).database);
    return { dataFolder, before: three, after: three, run: recoverNewest };
  },
  async 'migrating a store of the first version'() {
    const dataFolder = temporaryFolder();
    const golden = fileURLToPath(new URL('../../electron/backend/db/golden/schema-1.db', import.meta.url));
    const probe = join(temporaryFolder(), 'probe');
    mkdirSync(probe);
    for (const folder of [dataFolder, probe]) copyFileSync(golden, join(folder, 'dafu.db'));
    const letters = await lettersOf(startBackend({ dataFolder: probe }));
    const run = async ({ client }: TestBackend) => {
      const { problem } = await client.call('app.status', {});
      if (problem !== null) throw Object.assign(new Error(problem.code), problem);
    };
    return { dataFolder, before: letters, after: letters, run };
  },
};

async function recoverNewest({ client }: TestBackend) {
  const [newest] = await client.call('app.copies', {});
  return client.runJob('app.recover', { copy: newest!.name }).done;
}

/** What a person meets at a start in this folder: the letters at once, or the way to them. */
async function expectAllThere(dataFolder: string, { before, after }: Scene, at: string): Promise<void> {
  const backend = startBackend({ dataFolder, files: hookedFiles({}).files });
  const status = await backend.client.call('app.status', {});
  expect([undefined, 'DATABASE_MISSING', 'DATABASE_CORRUPT'], at).toContain(status.problem?.code);
  if (status.state === 'needsAttention') await recoverNewest(backend);
  const letters = await lettersOf(backend);
  const told = { applied: [after], notApplied: [before], nothing: [before, after] };
  expect(told[status.interruptedRestore ?? 'nothing'], at).toContainEqual(letters);
  // It is a store one can work in, and it stays one.
  const added = await createDraft(backend);
  await backend.stop();
  const again = startBackend({ dataFolder, files: hookedFiles({}).files });
  expect(await lettersOf(again), at).toEqual([...letters, added].toSorted());
  await again.stop();
}

/** Runs it once in a fresh folder. Returns the failure it answered with. */
async function perform(scene: Scene, hooks: FileHooks): Promise<{ ran: string[]; failure: { code?: string } | null }> {
  const { files, ran } = hookedFiles(hooks);
  const backend = startBackend({ dataFolder: scene.dataFolder, files });
  const failure = await scene.run(backend).then(
    () => null,
    (error: { code?: string }) => error,
  );
  await backend.stop();
  return { ran, failure };
}

describe.each(Object.keys(scenes))('%s', (name) => {
  const build = scenes[name]!;

  it('ended by a cut at any moment leaves the old state or the new one', async () => {
    const scene = await build();
    const { hooks, taken } = snapshots(scene.dataFolder);
    const { failure } = await perform(scene, hooks);
    expect(failure).toBeNull();
    expect(taken.length).toBeGreaterThan(8);
    for (const { at, folder } of taken) await expectAllThere(folder, scene, at);
    await expectAllThere(scene.dataFolder, scene, 'at the end');
  });

  it.each([
    ['once', 'EBUSY'],
    ['from then on', 'ENOSPC'],
  ] as const)(
    'with an operation that fails %s with %s fails in words or succeeds, and loses nothing',
    async (how, code) => {
      const { ran } = await perform(await build(), {});
      for (const [failing, operation] of ran.entries()) {
        const scene = await build();
        const fails = (index: number) => (how === 'once' ? index === failing : index >= failing);
        const { failure } = await perform(scene, {
          before: (operation, index) => {
            if (fails(index)) throw injectedError(operation, code);
          },
        });
        const at = `${how} ${code} at ${failing} ${operation}`;
        expect([undefined, 'DISK_FULL', 'DATA_FOLDER_UNUSABLE'], at).toContain(failure?.code);
        await expectAllThere(scene.dataFolder, scene, at);
      }
    },
  );
});

it('a restore beside a reader leaves it what it was reading, and loses nothing of either state', async () => {
  const { dataFolder, backup, one, three } = await filled();
  const owner = startBackend({ dataFolder });
  const reader = startBackend({ dataFolder, access: 'read' });
  expect(await lettersOf(reader)).toEqual(three);
  await owner.client.runJob('backups.restore', { name: backup }).done;
  expect(await lettersOf(reader)).toEqual(one);
  const later = await createDraft(owner);
  await owner.stop();
  expect(await lettersOf(reader)).toEqual([...one, later].toSorted());
  await reader.stop();
  expect(readFileSync(storePaths(dataFolder).database).toString('latin1', 0, 15)).toBe('SQLite format 3');
  const again = startBackend({ dataFolder });
  expect(await lettersOf(again)).toEqual([...one, later].toSorted());
  expect(await again.client.call('app.doctor', {})).toMatchObject({ integrity: 'ok' });
});

it('what is saved while a restore runs waits for its end: before, it would be in neither state', async () => {
  const { dataFolder, backup, one } = await filled();
  const saves: Promise<string>[] = [];
  const { files } = hookedFiles({
    before: (operation) => {
      if (saves.length < 3 && ['copyDatabase', 'write'].includes(operation)) saves.push(createDraft(backend));
    },
  });
  const backend = startBackend({ dataFolder, files });
  await backend.client.runJob('backups.restore', { name: backup }).done;
  expect(saves).toHaveLength(3);
  expect(await lettersOf(backend)).toEqual([...one, ...(await Promise.all(saves))].toSorted());
});
