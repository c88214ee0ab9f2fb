import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';
import { connectToBackend } from './connection.ts';

/** The backend's end of one port. */
class Line {
  readonly port = new EventTarget() as EventTarget & Pick<MessagePort, 'postMessage' | 'start' | 'close'>;
  readonly received: ClientMessage[] = [];
  constructor(answer: (message: ClientMessage, line: Line) => void) {
    this.port.start = () => undefined;
    this.port.close = () => undefined;
    this.port.postMessage = (message: ClientMessage) => {
      this.received.push(message);
      answer(message, this);
    };
  }
  send(message: ServerMessage): void {
    this.port.dispatchEvent(new MessageEvent('message', { data: message }));
  }
  breakOff(): void {
    this.port.dispatchEvent(new Event('close'));
  }
}

/** Main, which hands out ports, and a window to receive them. */
function setUp(answer: (message: ClientMessage, line: Line) => void) {
  const target = new EventTarget();
  const lines: Line[] = [];
  const refusals = { left: 0 };
  const deliver = (line: Line) => {
    const event = new MessageEvent('message', { data: { dafuPort: true } });
    Object.defineProperty(event, 'ports', { value: [line.port] });
    target.dispatchEvent(event);
    line.send({ type: 'hello', backendId: `backend-${lines.length}` });
  };
  const window = {
    dafu: {
      connect: vi.fn<() => Promise<void>>(async () => {
        if (refusals.left > 0) {
          refusals.left -= 1;
          throw new Error('the backend is stopped');
        }
        const line = new Line(answer);
        lines.push(line);
        await Promise.resolve();
        deliver(line);
      }),
    },
    addEventListener: (type: 'message', listener: (event: MessageEvent<unknown>) => void) =>
      target.addEventListener(type, listener as EventListener),
  };
  return { window, lines, refusals };
}

const answerStatus = (message: ClientMessage, line: Line) => {
  if (message.type === 'req')
    line.send({ type: 'res', id: message.id, ok: true, value: { procedure: message.procedure } });
};

describe('the connection to the backend', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('lets calls wait until there is one', async () => {
    const { window, refusals } = setUp(answerStatus);
    refusals.left = 2;
    const backend = connectToBackend(window);
    const call = backend.call('app.status', {});
    expect(backend.connectionState()).toBe('connecting');
    await vi.advanceTimersByTimeAsync(1000);
    await expect(call).resolves.toEqual({ procedure: 'app.status' });
    expect(backend.connectionState()).toBe('connected');
    expect(window.dafu.connect).toHaveBeenCalledTimes(3);
  });

  it('fails what was under way with BACKEND_LOST, connects again, and tells its listeners', async () => {
    let silent = true;
    const { window, lines } = setUp((message, line) => {
      if (!silent) answerStatus(message, line);
    });
    const backend = connectToBackend(window);
    const states: string[] = [];
    backend.onConnectionChange(() => states.push(backend.connectionState()));
    await vi.advanceTimersByTimeAsync(0);
    const lost = backend.call('app.status', {}).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(0);
    silent = false;
    lines[0]?.breakOff();
    const reason = await lost;
    expect(isDafuError(reason) && reason.code).toBe('BACKEND_LOST');
    await vi.advanceTimersByTimeAsync(0);
    await expect(backend.call('app.status', {})).resolves.toEqual({ procedure: 'app.status' });
    expect(states).toEqual(['connected', 'lost', 'connected']);
  });

  it('hears the events of the newest line', async () => {
    const { window, lines } = setUp(answerStatus);
    const backend = connectToBackend(window);
    const heard: unknown[] = [];
    backend.on('documents.changed', (payload) => heard.push(payload));
    await vi.advanceTimersByTimeAsync(0);
    lines[0]?.breakOff();
    await vi.advanceTimersByTimeAsync(0);
    lines[0]?.send({ type: 'event', name: 'documents.changed', payload: { documentIds: ['old'] } });
    lines[1]?.send({ type: 'event', name: 'documents.changed', payload: { documentIds: ['new'] } });
    expect(heard).toEqual([{ documentIds: ['new'] }]);
  });

  it('sends the command id it was given, so that a retry is known as one', async () => {
    const { window, lines } = setUp(answerStatus);
    const backend = connectToBackend(window);
    await backend.call('documents.trash', { documentIds: ['a'] }, { commandId: 'c-1' });
    expect(lines[0]?.received).toMatchObject([{ type: 'req', procedure: 'documents.trash', commandId: 'c-1' }]);
  });

  it('reports the progress of a job and cancels it by its signal', async () => {
    const { window, lines } = setUp((message, line) => {
      if (message.type === 'req') {
        line.send({ type: 'progress', id: message.id, progress: { done: 1, total: 2, label: '甲' } });
      } else {
        line.send({
          type: 'res',
          id: message.id,
          ok: false,
          error: { code: 'CANCELLED', details: {}, incidentId: 'i' },
        });
      }
    });
    const backend = connectToBackend(window);
    const abort = new AbortController();
    const steps: unknown[] = [];
    const job = backend
      .call('backups.create', {}, { signal: abort.signal, onProgress: (step) => steps.push(step) })
      .catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(0);
    abort.abort();
    const reason = await job;
    expect(isDafuError(reason) && reason.code).toBe('CANCELLED');
    expect(steps).toEqual([{ done: 1, total: 2, label: '甲' }]);
    expect(lines[0]?.received.map(({ type }) => type)).toEqual(['req', 'cancel']);
  });

  it('is silent when a call waits and no ping is answered, and connected again with the first answer', async () => {
    let hears = true;
    const { window, lines } = setUp((message, line) => {
      if (hears && message.type === 'ping') line.send({ type: 'pong', id: message.id });
    });
    const backend = connectToBackend(window);
    await backend.whenConnected();
    const call = backend.call('app.status', {});
    // A call that takes long is no silence.
    await vi.advanceTimersByTimeAsync(20_000);
    expect(backend.connectionState()).toBe('connected');
    hears = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect(backend.connectionState()).toBe('silent');
    const { id } = lines[0]!.received.find(({ type }) => type === 'req')!;
    lines[0]!.send({ type: 'res', id, ok: true, value: null });
    await expect(call).resolves.toBeNull();
    expect(backend.connectionState()).toBe('connected');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(backend.connectionState()).toBe('connected');
  });
});
