import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBackend } from '#backend/index.ts';
import { silentLogger } from '#backend/log.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { newId } from '#shared/lib/ids.ts';
import { createClient, type Client } from '#shared/rpc/client.ts';
import { createMemoryChannel } from '#shared/rpc/memory-channel.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';
import { fontFolders, resourcesFolder } from './paths.ts';

export interface BenchStore {
  client: Client;
  documentId: string;
  version: number;
  stop(): Promise<void>;
}

/** A host nobody sits at. */
const host = new Proxy({} as HostServices, {
  get: (_target, capability) => () =>
    Promise.reject(new DafuError('HOST_CAPABILITY_MISSING', { capability: String(capability) })),
});

/** A store with one draft that holds `letter`; the app started on it opens this draft. */
export async function storeWith(letter: ReplyDocument, dataFolder: string): Promise<BenchStore> {
  const backend = createBackend({
    clock: Date.now,
    ids: newId,
    paths: { data: dataFolder, resources: resourcesFolder },
    logger: silentLogger,
    host,
    fontFolders,
    appVersion: '0.0.0-bench',
    locale: 'zh-CN',
    isDev: false,
  });
  const [clientEnd, serverEnd] = createMemoryChannel<ClientMessage, ServerMessage>();
  const client = createClient(clientEnd);
  backend.connect(serverEnd);
  await client.call('settings.saveUnit', { unit: { ...defaultUnitSettings, fullName: '云江市交通运输局' } });
  const [template] = await client.call('templates.list', {});
  if (!template) throw new Error('no shipped template');
  const { documentId } = await client.call('documents.create', {
    templateId: template.id,
    caseFacts: emptyCaseFacts(),
  });
  const { version: baseVersion } = await client.call('documents.get', { documentId });
  const body = stringifyReplyDocument({ ...letter, id: documentId });
  const { version } = await client.call('documents.save', { documentId, baseVersion, body });
  await client.call('settings.saveWorkspace', { workspace: { route: { name: 'draft', documentId } } });
  return { client, documentId, version, stop: () => backend.stop() };
}

export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dafu-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
