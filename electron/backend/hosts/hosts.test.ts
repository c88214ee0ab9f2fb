import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, testResources } from '#backend/testing/backend.ts';
import { createClient, type Client } from '#shared/rpc/client.ts';
import type { BackendToMain, MainToBackend } from '#shared/rpc/host.ts';
import type { ServerMessage } from '#shared/rpc/messages.ts';

/**
 * The backend as main runs it, with this test in the place of main: in an external Node, or in what stands in for
 * Electron's utilityProcess.
 */
function startProcess(entry = 'node.ts') {
  const dataFolder = join(temporaryFolder(), 'data');
  const child = fork(join(import.meta.dirname, entry), [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const send = (message: MainToBackend) => void child.send(message);
  send({
    type: 'init',
    init: {
      dataFolder,
      resourcesFolder: testResources(),
      appVersion: '0.0.0-test',
      fontFolders: [],
      locale: 'zh-CN',
      isDev: true,
    },
  });
  return { child, dataFolder, send };
}

function received<T extends BackendToMain['type']>(
  child: ChildProcess,
  type: T,
): Promise<Extract<BackendToMain, { type: T }>> {
  return new Promise((resolve) => {
    child.on('message', (message: BackendToMain) => {
      if (message.type === type) resolve(message as Extract<BackendToMain, { type: T }>);
    });
  });
}

function connect(child: ChildProcess, portId: number): Client {
  const client = createClient({
    post: (message) => void child.send({ type: 'port', portId, message } satisfies MainToBackend),
    onMessage(listener) {
      child.on('message', (message: BackendToMain) => {
        if (message.type === 'port' && message.portId === portId) listener(message.message satisfies ServerMessage);
      });
    },
    onClose(listener) {
      child.once('exit', listener);
      child.on('message', (message: BackendToMain) => {
        if (message.type === 'portClosed' && message.portId === portId) listener();
      });
    },
    close: () => void child.send({ type: 'portClosed', portId } satisfies MainToBackend),
  });
  child.send({ type: 'connect', portId } satisfies MainToBackend);
  return client;
}

it.each(['node.ts', '../testing/utility-process.ts'])(
  'the backend process (%s) serves windows, asks main for dialogs, and ends in good order',
  { timeout: 30_000 },
  async (entry) => {
    const { child, dataFolder, send } = startProcess(entry);
    await received(child, 'ready');
    const clients = [connect(child, 1), connect(child, 2)];
    for (const client of clients) expect(await client.call('app.status', {})).toMatchObject({ state: 'ready' });

    const asked = received(child, 'hostCall');
    const pick = clients[0]!.runJob('exports.pickFolder', {});
    const { id, call } = await asked;
    expect(call).toEqual({ name: 'pickFolder', input: { startAt: null } });
    const told = new Promise((resolve) => clients[1]!.on('settings.changed', resolve));
    send({ type: 'hostResult', id, ok: true, value: dataFolder });
    expect(await pick.done).toEqual({ folder: dataFolder });
    await told;

    const failing = received(child, 'hostCall');
    const open = clients[0]!.runJob('app.openDataFolder', {});
    const error = { code: 'PATH_UNAVAILABLE' as const, details: { path: 'p', reason: 'ENOENT' }, incidentId: 'i' };
    send({ type: 'hostResult', id: (await failing).id, ok: false, error });
    await expect(open.done).rejects.toMatchObject({ code: error.code, details: error.details });

    const exit = once(child, 'exit');
    const waiting = clients[1]!.runJob('exports.pickFolder', {}).done;
    const done = received(child, 'shutdownDone');
    send({ type: 'shutdown' });
    // Whether the answer or the end of the process comes first, the call settles.
    await expect(waiting).rejects.toMatchObject({
      code: expect.stringMatching(/^(CANCELLED|BACKEND_LOST)$/) as string,
    });
    await done;
    expect(await exit).toEqual([0, null]);
    expect(existsSync(join(dataFolder, 'dafu.db-wal'))).toBe(false);
    expect(existsSync(join(dataFolder, 'dafu.running'))).toBe(false);
    expect(existsSync(join(dataFolder, 'logs', 'dafu.log'))).toBe(true);
  },
);

it('the backend process closes its store when main is gone', { timeout: 30_000 }, async () => {
  const { child, dataFolder } = startProcess();
  await received(child, 'ready');
  expect(existsSync(join(dataFolder, 'dafu.running'))).toBe(true);
  const exit = once(child, 'exit');
  child.disconnect();
  expect(await exit).toEqual([0, null]);
  expect(existsSync(join(dataFolder, 'dafu.running'))).toBe(false);
});
