import { createBackend, type Backend } from '#backend/index.ts';
import { storePaths } from '#backend/db/paths.ts';
import { createFileLogger, type Logger } from '#backend/log.ts';
import { newId } from '#shared/lib/ids.ts';
import { strictAssert } from '#shared/lib/assert.ts';
import type { Channel } from '#shared/rpc/channel.ts';
import type { BackendInit, BackendToMain, MainToBackend } from '#shared/rpc/host.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';
import { createHostClient } from './host-client.ts';

export type PortChannel = Channel<ServerMessage, ClientMessage>;
export type ControlMessage = Exclude<MainToBackend, { type: 'connect' | 'port' | 'portClosed' }>;

export interface BackendRunner {
  /** Messages of the control line except those about ports, which differ between the two kinds of process. */
  receive(message: ControlMessage): void;
  /** A window's channel. */
  connect(channel: PortChannel): void;
  /** Closes the store in good order and ends the process. */
  shutDown(): Promise<void>;
}

/**
 * The backend as a process of the app, whichever kind of process. An error nobody caught ends it at once with code 1,
 * without saving anything: main starts it again, and the store is whole because it always is.
 */
export function runBackend(post: (message: BackendToMain) => void): BackendRunner {
  const hostClient = createHostClient(post);
  let backend: Backend | undefined;
  let logger: Logger | undefined;
  let stopping: Promise<void> | undefined;

  const crash = (error: unknown) => {
    if (logger === undefined) process.stderr.write('the backend ended before it was told where to log\n');
    logger?.error('backend.crashed', { error });
    process.exit(1);
  };
  // At the end of a session every process gets these at once. Main hears them too, lets the window save, and asks for the
  // shutdown; when main itself is gone, the line to it says so.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);

  function init(options: BackendInit): void {
    logger = createFileLogger(storePaths(options.dataFolder).logs);
    logger.info('backend.starting', { version: options.appVersion });
    backend = createBackend({
      clock: Date.now,
      ids: newId,
      paths: { data: options.dataFolder, resources: options.resourcesFolder },
      logger,
      host: hostClient.services,
      fontFolders: options.fontFolders,
      appVersion: options.appVersion,
      locale: options.locale,
      isDev: options.isDev,
    });
    post({ type: 'ready' });
  }

  async function shutDown(): Promise<void> {
    hostClient.cancelAll();
    await backend?.stop();
    post({ type: 'shutdownDone' });
    process.exit(0);
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'init':
          init(message.init);
          return;
        case 'hostResult':
          hostClient.receive(message);
          return;
        case 'shutdown':
          stopping ??= shutDown();
          return;
      }
    },
    connect(channel) {
      strictAssert(backend !== undefined, 'a port came before init');
      backend.connect(channel);
    },
    shutDown: () => (stopping ??= shutDown()),
  };
}
