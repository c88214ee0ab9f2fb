import { createBackend } from '#backend/index.ts';
import { silentLogger } from '#backend/log.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { newId } from '#shared/lib/ids.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import { createMemoryChannel } from '#shared/rpc/memory-channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';

/**
 * The process that `kills.test.ts` kills. Saves one draft over and over, as fast as it can, and now and then makes a
 * backup or goes back to one. Says what it is about to do and what was acknowledged: `saving N`, `saved N`,
 * `restoring N`, `restored N`, N being the count that stands in the text.
 *
 * Arguments: data folder, resources folder.
 */
const [data, resources] = process.argv.slice(2) as [string, string];
const say = (word: string, count: number) => void process.stdout.write(`${word} ${count}\n`);
say('opening', 0);
const backend = createBackend({
  clock: Date.now,
  ids: newId,
  paths: { data, resources },
  logger: silentLogger,
  host: {} as HostServices,
  fontFolders: [],
  appVersion: '0.0.0-test',
  locale: 'zh-CN',
  isDev: false,
});
const [clientEnd, serverEnd] = createMemoryChannel<ClientMessage, ServerMessage>();
const client = createClient(clientEnd);
backend.connect(serverEnd);

const drafts = await client.call('documents.list', { search: '', state: 'all', sort: 'updatedAt', direction: 'desc' });
const documentId =
  drafts[0]?.id ??
  (await client.call('documents.create', { templateId: 'test-template', caseFacts: emptyCaseFacts() })).documentId;
const bodyNow = async () => (await client.call('documents.get', { documentId })).body;
const countIn = (body: string) => Number(/第(\d+)次保存/.exec(body)?.[1] ?? 0);

/** Backups of this run with the count they hold. */
const backups: { name: string; count: number }[] = [];
let count = countIn(await bodyNow());

for (let turn = 1; ; turn += 1) {
  const { body: before, version } = await client.call('documents.get', { documentId });
  const next = count + 1;
  const text = `第${next}次保存${'。'.repeat(5000)}`;
  const body = before.replace(/(收悉|第\d+次保存)[^"]*/, text);
  say('saving', next);
  await client.call('documents.save', { documentId, baseVersion: version, body });
  count = next;
  say('saved', count);
  if (turn % 4 === 1) {
    const { name } = await client.runJob('backups.create', {}).done;
    backups.push({ name, count });
  }
  if (turn % 5 === 0) {
    const back = backups[Math.floor(Math.random() * backups.length)]!;
    say('restoring', back.count);
    await client.runJob('backups.restore', { name: back.name }).done;
    count = back.count;
    say('restored', count);
  }
}
