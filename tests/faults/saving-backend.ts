import { createBackend } from '#backend/index.ts';
import { silentLogger } from '#backend/log.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { newId } from '#shared/lib/ids.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import { createMemoryChannel } from '#shared/rpc/memory-channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';

/**
 * The process that `backend-killed.test.ts` kills. Saves one draft over and over, as fast as it can; after each
 * acknowledged save it prints the revision and the text saved.
 *
 * Arguments: data folder, resources folder.
 */
const [data, resources] = process.argv.slice(2) as [string, string];
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
const opened = await client.call('documents.get', { documentId });
let { revision } = opened;

for (;;) {
  const text = `第${revision}次保存`;
  const body = opened.body.replace(/(收悉|第\d+次保存)[^"]*/, text + '。'.repeat(5000));
  ({ revision } = await client.call('documents.save', { documentId, baseRevision: revision, body }));
  process.stdout.write(`${revision} ${text}\n`);
}
