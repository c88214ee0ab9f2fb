import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '#backend/index.ts';
import { DATABASE_VERSION } from '#backend/db/migrations/index.ts';
import { silentLogger } from '#backend/log.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { newId } from '#shared/lib/ids.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import { createMemoryChannel } from '#shared/rpc/memory-channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';

/**
 * Writes `db/golden/schema-N.db`, a database as this version makes it. To be run once for each released version and
 * never again: `node electron/backend/testing/write-golden.ts`.
 */
const data = mkdtempSync(join(tmpdir(), 'dafu-golden-'));
const target = join(import.meta.dirname, '../db/golden', `schema-${DATABASE_VERSION}.db`);
const backend = createBackend({
  clock: Date.now,
  ids: newId,
  paths: { data, resources: join(import.meta.dirname, '../../../resources') },
  logger: silentLogger,
  host: {} as HostServices,
  fontFolders: [],
  appVersion: '0.0.0',
  locale: 'zh-CN',
  isDev: true,
});
const [clientEnd, serverEnd] = createMemoryChannel<ClientMessage, ServerMessage>();
const client = createClient(clientEnd);
backend.connect(serverEnd);

await client.call('settings.saveProfile', { name: '张三' });
const text =
  '王二委员：\n您提出的《关于加强云岭老街停车管理的提案》（第0529号）收悉，现答复如下：\n一、工作进展\n已增设车位120个。\n云津市交通运输局\n2026年4月17日\n';
const { imported } = await client.runJob('imports.run', { from: 'text', text }).done;
const { documentId } = imported[0]!;
const { body, version } = await client.call('documents.get', { documentId });
await client.call('documents.save', { documentId, baseVersion: version, body: body.replace('120个', '160个') });
await client.call('versions.name', { documentId, name: '送审稿' });
await client.call('cases.save', {
  documentId,
  caseFacts: { ...emptyCaseFacts(), title: '关于加强云岭老街停车管理的提案', number: '0529', receivedOn: '2026-03-02' },
});
await client.call('templates.saveFromDocument', { documentId, name: '本单位模板', description: '', kind: 'proposal' });
const { name } = await client.runJob('backups.create', {}).done;
await backend.stop();

renameSync(join(data, 'backups', name), target);
process.stdout.write(`${target}\n${readdirSync(join(target, '..')).join('\n')}\n`);
rmSync(data, { recursive: true });
