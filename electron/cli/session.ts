import { existsSync } from 'node:fs';
import { createBackend, type Backend } from '#backend/index.ts';
import { storePaths } from '#backend/db/paths.ts';
import { hostWithoutDesktop } from '#backend/hosts/no-desktop.ts';
import { createFileLogger, silentLogger } from '#backend/log.ts';
import type { AppStatus } from '#shared/contract/app.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { newId } from '#shared/lib/ids.ts';
import { createClient, type Client } from '#shared/rpc/client.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import { createMemoryChannel } from '#shared/rpc/memory-channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';
import { appVersion, fontFolders, resourcesFolder } from './places.ts';
import type { Language } from './words.ts';

export interface SessionOptions {
  dataFolder: string;
  language: Language;
  /**
   * `look` also works while the app has the data folder open. `restore` takes a store that is missing or damaged. Only
   * `change` makes a data folder where there is none: a name misspelt must not become one.
   */
  purpose: 'look' | 'edit' | 'change' | 'restore';
  host?: Partial<HostServices>;
  /** Hand over a backend whose store is not open instead of failing. */
  acceptProblem?: boolean;
}

/**
 * Runs `work` with the backend in this process, talked to as the app talks to it.
 *
 * @throws DafuError what keeps the store from opening
 */
export async function withBackend<T>(options: SessionOptions, work: (client: Client) => Promise<T>): Promise<T> {
  let { backend, client } = start(options, 'own');
  try {
    let { problem } = await client.call('app.status', {});
    if (problem?.code === 'DATABASE_LOCKED' && options.purpose === 'look') {
      await backend.stop();
      ({ backend, client } = start(options, 'read'));
      ({ problem } = await client.call('app.status', {}));
    }
    const isAccepted = options.acceptProblem === true || (options.purpose === 'restore' && isLost(problem));
    if (problem !== null && !isAccepted) {
      throw new DafuError(problem.code, problem.details as DafuError['details']);
    }
    return await work(client);
  } finally {
    await backend.stop();
  }
}

/** There may be something to get it back from, see `app.copies`. */
function isLost(problem: AppStatus['problem']): boolean {
  return problem?.code === 'DATABASE_MISSING' || problem?.code === 'DATABASE_CORRUPT';
}

function start(options: SessionOptions, access: 'own' | 'read'): { backend: Backend; client: Client } {
  const mayCreate = options.purpose === 'change';
  const logs = access === 'own' && (mayCreate || existsSync(options.dataFolder));
  const backend = createBackend({
    clock: Date.now,
    ids: newId,
    paths: { data: options.dataFolder, resources: resourcesFolder },
    logger: logs ? createFileLogger(storePaths(options.dataFolder).logs) : silentLogger,
    host: hostWithoutDesktop(options.host),
    fontFolders,
    appVersion: appVersion(),
    locale: options.language,
    isDev: false,
    access,
    mayCreate,
  });
  const [clientEnd, serverEnd] = createMemoryChannel<ClientMessage, ServerMessage>();
  const client = createClient(clientEnd);
  backend.connect(serverEnd);
  return { backend, client };
}
