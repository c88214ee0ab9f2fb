import { resolve } from 'node:path';
import { createBackend } from '#backend/index.ts';
import { silentLogger } from '#backend/log.ts';
import { testHost } from '#backend/testing/host.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { newId } from '#shared/lib/ids.ts';
import { createClient, type Client } from '#shared/rpc/client.ts';
import { createMemoryChannel } from '#shared/rpc/memory-channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';

export interface OtherProgram {
  client: Client;
  stop(): Promise<void>;
}

/** Another program with the data folder open, as the command line is: the backend, in the process of the test. */
export function openOtherProgram(dataFolder: string): OtherProgram {
  const backend = createBackend({
    clock: Date.now,
    ids: newId,
    paths: { data: dataFolder, resources: resolve(import.meta.dirname, '../../../resources') },
    logger: silentLogger,
    host: testHost(),
    fontFolders: [],
    appVersion: '0.0.0-test',
    locale: 'zh-CN',
    isDev: true,
  });
  const [clientEnd, serverEnd] = createMemoryChannel<ClientMessage, ServerMessage>();
  const client = createClient(clientEnd);
  backend.connect(serverEnd);
  return { client, stop: () => backend.stop() };
}

/** Work in another program that is closed again afterwards. */
export async function inOtherProgram<T>(dataFolder: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { client, stop } = openOtherProgram(dataFolder);
  try {
    return await work(client);
  } finally {
    await stop();
  }
}

/** A data folder past its first start, with one draft for a case of this number. Returns the id of the draft. */
export function prepareStore(dataFolder: string, caseNumber: string): Promise<string> {
  return inOtherProgram(dataFolder, async (client) => {
    const { unit } = await client.call('settings.get', {});
    await client.call('settings.saveUnit', { unit });
    const caseFacts = { ...emptyCaseFacts(), number: caseNumber, title: '关于增设公交站点的提案' };
    const [template] = await client.call('templates.list', {});
    if (!template) throw new Error('no template is shipped');
    const { documentId } = await client.call('documents.create', { templateId: template.id, caseFacts });
    return documentId;
  });
}

/** The stored text of the only draft. */
export function storedBody(dataFolder: string, documentId: string): Promise<string> {
  return inOtherProgram(dataFolder, async (client) => (await client.call('documents.get', { documentId })).body);
}
