import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startBackend, temporaryFolder, testResources } from '#backend/testing/backend.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { hookedFiles } from './faulty-files.ts';

/**
 * Kills the backend at random moments: while it saves, backs up, restores, migrates. Counted is what it had acknowledged
 * and what of it is gone at the next start. `DAFU_KILLS=500 npm run kills` is the long form.
 */
const KILLS = Number(process.env['DAFU_KILLS'] ?? 40);
const WITH_MIGRATION = Math.ceil(KILLS / 8);

const listAll = { search: '', state: 'all', sort: 'title', direction: 'asc' } as const;

/** Lets the process work until it has said `lines` lines and kills it up to `afterMs` later. Returns what it said. */
async function workUntilKilled(
  dataFolder: string,
  resources: string,
  lines: number,
  afterMs: number,
): Promise<string[]> {
  const file = join(import.meta.dirname, 'working-backend.ts');
  const child = spawn(process.execPath, [file, dataFolder, resources], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) void pause(afterMs).then(() => child.kill('SIGKILL'));
  }
  return said;
}

/** The counts of the saves whose texts may stand in the store after these words: one, or two where it was cut between. */
function allowed(said: readonly string[], start: number): Set<number> {
  let current = start;
  let possible = new Set([start, start + 1]);
  for (const [word, number] of said.map((line) => line.split(' '))) {
    const count = Number(number);
    if (word === 'saved' || word === 'restored') {
      current = count;
      possible = new Set([count]);
    } else if (word === 'saving' || word === 'restoring') possible = new Set([current, count]);
  }
  return possible;
}

/** The count of the save whose text the one letter has, read by a backend that has just started on the folder. */
async function storedCount(dataFolder: string): Promise<number> {
  const { client, stop } = startBackend({ dataFolder, files: hookedFiles({}).files });
  expect(await client.call('app.status', {})).toMatchObject({ state: 'ready', problem: null });
  const [draft] = await client.call('documents.list', listAll);
  const { body } = await client.call('documents.get', { documentId: draft!.id });
  const count = Number(/第(\d+)次保存/.exec(body)?.[1] ?? 0);
  await stop();
  return count;
}

it(
  `${KILLS} kills while saving, backing up and restoring lose no acknowledged character`,
  { timeout: KILLS * 30_000 },
  async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    const resources = testResources();
    const first = startBackend({ dataFolder });
    await first.client.call('documents.create', { templateId: 'test-template', caseFacts: emptyCaseFacts() });
    await first.stop();
    let stored = 0;
    const lost: string[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const lines = 1 + Math.floor(Math.random() * 30);
      const afterMs = Math.random() * 20;
      const said = await workUntilKilled(dataFolder, resources, lines, afterMs);
      const start = stored;
      stored = await storedCount(dataFolder);
      if (!allowed(said, start).has(stored))
        lost.push(`kill ${kill}: found ${stored} after ${said.slice(-4).join(', ')}`);
    }
    expect(lost).toEqual([]);
  },
);

it(`${WITH_MIGRATION} kills while migrating leave every letter`, { timeout: KILLS * 30_000 }, async () => {
  const golden = fileURLToPath(new URL('../../electron/backend/db/golden/schema-1.db', import.meta.url));
  const resources = testResources();
  for (let kill = 0; kill < WITH_MIGRATION; kill += 1) {
    const dataFolder = join(temporaryFolder(), 'data');
    mkdirSync(dataFolder);
    copyFileSync(golden, join(dataFolder, 'dafu.db'));
    // The first word comes just before the store is opened.
    await workUntilKilled(dataFolder, resources, 1, Math.random() * 40);
    const { client, stop } = startBackend({ dataFolder, files: hookedFiles({}).files });
    expect(await client.call('app.status', {})).toMatchObject({ state: 'ready' });
    const drafts = await client.call('documents.list', { ...listAll, search: '停车' });
    expect(drafts).toMatchObject([{ caseNumber: '0529' }]);
    await stop();
  }
});
