import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { createBackend, type Backend, type BackendOptions } from '#backend/index.ts';
import { silentLogger } from '#backend/log.ts';
import { emptyReplyDocument, fieldRun, paragraph, textRun } from '#shared/document/create.ts';
import { TEMPLATE_SCHEMA, type Template } from '#shared/domain/template.ts';
import { newId } from '#shared/lib/ids.ts';
import { createClient, type Client } from '#shared/rpc/client.ts';
import { createMemoryChannel } from '#shared/rpc/memory-channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';
import { testHost } from './host.ts';

export { testHost };

export interface TestBackend {
  backend: Backend;
  client: Client;
  dataFolder: string;
  /** Stops this backend; it is also stopped when the test ends. */
  stop(): Promise<void>;
}

/** A folder that is gone when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A backend on a real SQLite file, talked to over the in-memory channel, as the app talks to it over a port. */
export function startBackend(options: Partial<BackendOptions> & { dataFolder?: string } = {}): TestBackend {
  const { dataFolder = join(temporaryFolder(), 'data'), ...overrides } = options;
  const backend = createBackend({
    clock: Date.now,
    ids: newId,
    paths: { data: dataFolder, resources: testResources() },
    logger: silentLogger,
    host: testHost(),
    fontFolders: [],
    appVersion: '0.0.0-test',
    locale: 'zh-CN',
    isDev: true,
    ...overrides,
  });
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= backend.stop());
  onTestFinished(stop);
  return { backend, client: connectTo(backend), dataFolder, stop };
}

export function connectTo(backend: Backend): Client {
  const [clientEnd, serverEnd] = createMemoryChannel<ClientMessage, ServerMessage>();
  const client = createClient(clientEnd);
  backend.connect(serverEnd);
  return client;
}

/** Shipped data with one template, `test-template`, that names the case and has one paragraph. */
export function testResources(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'templates'));
  mkdirSync(join(folder, 'samples'));
  for (const shipped of ['forms', 'sheets']) {
    cpSync(fileURLToPath(new URL(`../../../resources/${shipped}/`, import.meta.url)), join(folder, shipped), {
      recursive: true,
    });
  }
  writeFileSync(join(folder, 'templates', 'test.json'), JSON.stringify(testTemplate()));
  return folder;
}

export function testTemplate(): Template {
  const empty = emptyReplyDocument();
  const [opening, ...others] = empty.sections;
  return {
    schema: TEMPLATE_SCHEMA,
    id: 'test-template',
    name: '测试模板',
    description: '',
    kind: 'proposal',
    document: {
      ...empty,
      head: { title: [textRun('关于对'), fieldRun('caseTitle'), textRun('的答复')], salutation: [] },
      sections: [
        { ...opening!, blocks: [paragraph([textRun('收悉第'), fieldRun('caseNumber'), textRun('号。')])] },
        ...others,
      ],
    },
  };
}
