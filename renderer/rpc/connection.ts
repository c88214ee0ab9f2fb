import type { DafuShell } from '#shared/contract/shell.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import { contract, type Input, type Output, type ProcedureName } from '#shared/contract/index.ts';
import { createClient, type CallableName, type JobProcedureName } from '#shared/rpc/client.ts';
import type { Channel } from '#shared/rpc/channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';
import type { Backend, CallOptions, ConnectionState } from './backend.ts';
import { watchSilence } from './silence.ts';

/** First waits between attempts, ms; the last one repeats. */
const retryDelaysMs = [200, 500, 1000, 2000, 5000];

/** The part of `window` the connection needs. */
export interface PortWindow {
  readonly dafu: Pick<DafuShell, 'connect'>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/**
 * Asks main for a port to the backend, and again whenever the port closes. Calls made meanwhile wait; calls that were
 * under way fail with `BACKEND_LOST`, for their callers to repeat.
 */
export function connectToBackend(window: PortWindow): Backend {
  const client = createClient();
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'connecting';
  let waiting: (() => void)[] = [];

  const setState = (next: ConnectionState) => {
    if (next === state) return;
    state = next;
    if (next === 'connected') {
      const released = waiting;
      waiting = [];
      released.forEach((go) => go());
    }
    listeners.forEach((listener) => listener());
  };
  const ask = (attempt: number) => {
    window.dafu.connect().catch(() => {
      const delay = retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)];
      setTimeout(() => ask(attempt + 1), delay);
    });
  };

  window.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (port && typeof event.data === 'object' && event.data !== null && 'dafuPort' in event.data) {
      const channel = portChannel(port);
      client.connect(watchSilence(channel, (isSilent) => setState(isSilent ? 'silent' : 'connected')));
    }
  });
  client.onConnected(() => setState('connected'));
  client.onLost(() => {
    setState('lost');
    ask(0);
  });
  ask(0);

  const backend: Backend = {
    async call<P extends ProcedureName>(procedure: P, input: Input<P>, options: CallOptions = {}): Promise<Output<P>> {
      await backend.whenConnected();
      if (contract[procedure].kind === 'job') {
        const { signal, onProgress } = options;
        const job = client.runJob(procedure as JobProcedureName, input as never, {
          ...(signal && { signal }),
          ...(onProgress && { onProgress }),
        });
        return job.done as Promise<Output<P>>;
      }
      const { commandId } = options;
      const call = client.call(procedure as CallableName, input as never, commandId === undefined ? {} : { commandId });
      return call as Promise<Output<P>>;
    },
    on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => client.on(event, listener),
    connectionState: () => state,
    onConnectionChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenConnected: () => (client.isConnected ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
  return backend;
}

function portChannel(port: MessagePort): Channel<ClientMessage, ServerMessage> {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', (event: MessageEvent<ServerMessage>) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener),
    close: () => port.close(),
  };
}
