import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { startBackend, temporaryFolder, testResources } from '#backend/testing/backend.ts';
import { blockText } from '#shared/document/plain-text.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { blocksOf } from '#shared/document/walk.ts';

const ROUNDS = 6;

/** Lets the process save for a while and kills it in the middle. Returns the last save it was told is safe. */
async function saveUntilKilled(dataFolder: string, resources: string, saves: number): Promise<[number, string]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'saving-backend.ts'), dataFolder, resources], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = '';
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = line;
    count += 1;
    if (count === saves) child.kill('SIGKILL');
  }
  const [revision, text] = last.split(' ') as [string, string];
  return [Number(revision), text];
}

it('a backend killed while saving loses nothing that it acknowledged', { timeout: 60_000 }, async () => {
  const dataFolder = join(temporaryFolder(), 'data');
  const resources = testResources();
  for (let round = 0; round < ROUNDS; round += 1) {
    const [acknowledged, text] = await saveUntilKilled(dataFolder, resources, 5 + round * 7);

    const { client, stop } = startBackend({ dataFolder });
    expect(await client.call('app.status', {})).toMatchObject({ state: 'ready', problem: null });
    const [draft] = await client.call('documents.list', { search: '', state: 'all', sort: 'title', direction: 'asc' });
    const { revision } = await client.call('documents.get', { documentId: draft!.id });
    expect(revision).toBeGreaterThanOrEqual(acknowledged);
    const { body } = await client.call('revisions.get', { documentId: draft!.id, revision: acknowledged });
    const texts = [...blocksOf(parseReplyDocument(body))].map(({ block }) => blockText(block));
    expect(texts.join()).toContain(text);
    await stop();
  }
});
