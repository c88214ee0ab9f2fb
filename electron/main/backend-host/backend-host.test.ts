import type { MessagePortMain } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import type { Log } from '../log.ts';
import { BackendHost } from './backend-host.ts';
import type { BackendProcess, BackendProcessEvents, ControlToBackend } from './backend-process.ts';

class FakeProcess implements BackendProcess {
  readonly pid = 1;
  readonly posted: ControlToBackend[] = [];
  readonly ports: MessagePortMain[] = [];
  killed = false;
  readonly events: BackendProcessEvents;
  constructor(events: BackendProcessEvents) {
    this.events = events;
  }
  post(message: ControlToBackend): void {
    this.posted.push(message);
  }
  connect(port: MessagePortMain): void {
    this.ports.push(port);
  }
  kill(): void {
    this.killed = true;
    this.events.onExit({ code: null, signal: 'SIGKILL' });
  }
  ready(): void {
    this.events.onMessage({ type: 'ready' });
  }
  crash(): void {
    this.events.onExit({ code: 1, signal: null });
  }
}

const init = {
  dataFolder: '/data',
  resourcesFolder: '/res',
  appVersion: '0',
  fontFolders: [],
  locale: 'zh-CN',
  isDev: false,
} as const;
const log: Log = { info: () => undefined, error: () => undefined };
const port = {} as MessagePortMain;

let processes: FakeProcess[];
let services: HostServices;
let host: BackendHost;
/** Listens at once, so that a rejection that comes early is not unhandled. */
const failure = (promise: Promise<void>) => promise.then(() => 'no failure', String);
const last = () => processes.at(-1) ?? expect.unreachable();

beforeEach(() => {
  vi.useFakeTimers();
  processes = [];
  services = { takeDroppedFile: () => Promise.resolve('/a.txt') } as Partial<HostServices> as HostServices;
  host = new BackendHost({
    startProcess: (events) => {
      const started = new FakeProcess(events);
      processes.push(started);
      return started;
    },
    init: { ...init, fontFolders: [] },
    services,
    log,
  });
});
afterEach(() => vi.useRealTimers());

test('it is told where everything is, first of all', () => {
  host.start();
  expect(last().posted).toEqual([{ type: 'init', init }]);
  expect(host.state).toBe('starting');
  last().ready();
  expect(host.state).toBe('ready');
});

test('a window that asks early is connected when the backend is ready', async () => {
  host.start();
  const connected = host.connect(port);
  expect(last().ports).toEqual([]);
  last().ready();
  await connected;
  expect(last().ports).toEqual([port]);
});

describe('when it ends unasked', () => {
  test('it is started again, and a window that waits meets the new one', async () => {
    host.start();
    last().ready();
    last().crash();
    expect(host.state).toBe('starting');
    const connected = host.connect(port);
    await vi.advanceTimersByTimeAsync(0);
    expect(processes).toHaveLength(2);
    last().ready();
    await connected;
    expect(last().ports).toEqual([port]);
  });

  test('after three starts in a minute it stays down, waiting windows are told, and a later wish tries again', async () => {
    host.start();
    for (let crash = 0; crash < 3; crash++) {
      last().crash();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(processes).toHaveLength(4);
    const refused = failure(host.connect(port));
    last().crash();
    expect(await refused).toContain('BACKEND_LOST');
    expect(host.state).toBe('crashed');
    await expect(host.connect(port)).rejects.toThrow('crashed');
    await vi.advanceTimersByTimeAsync(60_000);
    const connected = host.connect(port);
    await vi.advanceTimersByTimeAsync(0);
    last().ready();
    await connected;
    expect(host.state).toBe('ready');
  });

  test('one that never gets ready is ended and counts as a crash', async () => {
    host.start();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(processes[0]?.killed).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(processes).toHaveLength(2);
  });

  test('late words of the old process change nothing', () => {
    host.start();
    const [first] = processes;
    first?.crash();
    vi.advanceTimersByTime(0);
    first?.ready();
    first?.crash();
    expect(processes).toHaveLength(2);
    expect(host.state).toBe('starting');
  });
});

describe('when the app ends', () => {
  test('it is asked, waited for, and not started again', async () => {
    host.start();
    last().ready();
    const stopped = host.stop();
    expect(last().posted.at(-1)).toEqual({ type: 'shutdown' });
    expect(host.state).toBe('stopping');
    last().events.onMessage({ type: 'shutdownDone' });
    last().events.onExit({ code: 0, signal: null });
    await stopped;
    expect(host.state).toBe('stopped');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(processes).toHaveLength(1);
    expect(last().killed).toBe(false);
  });

  test('one that does not end is ended by force after ten seconds', async () => {
    host.start();
    last().ready();
    const stopped = host.stop();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(last().killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await stopped;
    expect(last().killed).toBe(true);
  });

  test('between two starts there is nothing to wait for, and nothing starts any more', async () => {
    host.start();
    last().crash();
    await host.stop();
    expect(host.state).toBe('stopped');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(processes).toHaveLength(1);
  });

  test('waiting windows are told', async () => {
    host.start();
    const refused = failure(host.connect(port));
    void host.stop();
    expect(await refused).toContain('BACKEND_LOST');
  });
});

describe('calls of the backend to the host', () => {
  const answerOf = async (call: unknown) => {
    host.start();
    last().events.onMessage({ type: 'hostCall', id: 7, call: call as never });
    await vi.advanceTimersByTimeAsync(0);
    return last().posted.at(-1);
  };

  test('are answered under their number', async () => {
    const answer = await answerOf({ name: 'takeDroppedFile', input: { token: 't' } });
    expect(answer).toEqual({ type: 'hostResult', id: 7, ok: true, value: '/a.txt' });
  });

  test('fail with code and details', async () => {
    services.takeDroppedFile = () => Promise.reject(new DafuError('NOT_FOUND', { what: 'droppedFile', id: 't' }));
    const answer = await answerOf({ name: 'takeDroppedFile', input: { token: 't' } });
    expect(answer).toMatchObject({ id: 7, ok: false, error: { code: 'NOT_FOUND', details: { id: 't' } } });
  });

  test('that do not fit the contract are failures too', async () => {
    const answer = await answerOf({ name: 'openPath', input: {} });
    expect(answer).toMatchObject({ id: 7, ok: false, error: { code: 'INTERNAL' } });
  });
});
