import type { EventName, EventPayload } from '#shared/contract/events.ts';
import { contract, type CancelSignal, type Input, type NamesOfKind, type Output } from '#shared/contract/index.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Channel } from './channel.ts';
import type { ClientMessage, ServerMessage } from './messages.ts';
import { CallError } from './wire-error.ts';

export type CallableName = NamesOfKind<'query' | 'command'>;
export type JobProcedureName = NamesOfKind<'job'>;

export interface Job<T> {
  readonly done: Promise<T>;
  /** Asks the backend to stop. `done` then fails with `CANCELLED`, or still succeeds if the work was finished. */
  cancel(): void;
}

export interface JobOptions {
  onProgress?: (progress: JobProgress) => void;
  signal?: CancelSignal;
}

export interface Client {
  /**
   * Rejects with a `CallError`. `commandId` names a command across retries: a command already applied under that id is
   * not applied again, and its first result is returned.
   */
  call<P extends CallableName>(procedure: P, input: Input<P>, options?: { commandId?: string }): Promise<Output<P>>;
  runJob<P extends JobProcedureName>(procedure: P, input: Input<P>, options?: JobOptions): Job<Output<P>>;
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** The backend greeted on a new channel. `restarted` is true when it is not the backend talked to before. */
  onConnected(listener: (info: { backendId: string; restarted: boolean }) => void): () => void;
  onLost(listener: () => void): () => void;
  readonly isConnected: boolean;
  /** Talks over `channel` from now on. What was pending on an earlier one is rejected with `BACKEND_LOST`. */
  connect(channel: Channel<ClientMessage, ServerMessage>): void;
  close(): void;
}

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  onProgress: ((progress: JobProgress) => void) | undefined;
}

export function createClient(channel?: Channel<ClientMessage, ServerMessage>): Client {
  let current: Channel<ClientMessage, ServerMessage> | null = null;
  let backendId: string | null = null;
  let nextId = 1;
  const pending = new Map<number, Pending>();
  const eventListeners = new Map<EventName, Set<(payload: never) => void>>();
  const connectedListeners = new Set<(info: { backendId: string; restarted: boolean }) => void>();
  const lostListeners = new Set<() => void>();

  function lose(): void {
    if (current === null) return;
    current = null;
    const lost = [...pending.values()];
    pending.clear();
    for (const { reject } of lost) reject(backendLost());
    for (const listener of lostListeners) listener();
  }

  function receive(message: ServerMessage): void {
    switch (message.type) {
      case 'hello': {
        const restarted = backendId !== null && backendId !== message.backendId;
        backendId = message.backendId;
        for (const listener of connectedListeners) listener({ backendId, restarted });
        return;
      }
      case 'res': {
        const call = pending.get(message.id);
        pending.delete(message.id);
        if (message.ok) call?.resolve(message.value);
        else call?.reject(new CallError(message.error));
        return;
      }
      case 'pong':
        return;
      case 'progress':
        pending.get(message.id)?.onProgress?.(message.progress);
        return;
      case 'event':
        for (const listener of eventListeners.get(message.name) ?? []) listener(message.payload as never);
        return;
    }
  }

  function send(
    request: { procedure: string; input: unknown; commandId?: string },
    onProgress?: (progress: JobProgress) => void,
  ): { id: number; done: Promise<unknown> } {
    const id = nextId++;
    const done = new Promise<unknown>((resolve, reject) => {
      if (current === null) {
        reject(backendLost());
        return;
      }
      pending.set(id, { resolve, reject, onProgress });
      try {
        current.post({ type: 'req', id, ...request });
      } catch (error) {
        // The input cannot be cloned: a defect of the caller, not a lost backend.
        pending.delete(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    return { id, done };
  }

  const client: Client = {
    get isConnected() {
      return current !== null;
    },
    call<P extends CallableName>(procedure: P, input: Input<P>, options: { commandId?: string } = {}) {
      const isCommand = contract[procedure].kind === 'command';
      const request = { procedure, input, ...(isCommand && { commandId: options.commandId ?? newId() }) };
      return send(request).done as Promise<Output<P>>;
    },
    runJob<P extends JobProcedureName>(procedure: P, input: Input<P>, options: JobOptions = {}) {
      const { id, done } = send({ procedure, input }, options.onProgress);
      const cancel = () => {
        if (pending.has(id)) current?.post({ type: 'cancel', id });
      };
      options.signal?.addEventListener('abort', cancel);
      return { done: done as Promise<Output<P>>, cancel };
    },
    on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) {
      const listeners = eventListeners.get(name) ?? new Set();
      eventListeners.set(name, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    onConnected(listener) {
      connectedListeners.add(listener);
      return () => void connectedListeners.delete(listener);
    },
    onLost(listener) {
      lostListeners.add(listener);
      return () => void lostListeners.delete(listener);
    },
    connect(next) {
      const previous = current;
      lose();
      previous?.close();
      current = next;
      next.onMessage((message) => {
        if (current === next) receive(message);
      });
      next.onClose(() => {
        if (current === next) lose();
      });
    },
    close() {
      const previous = current;
      lose();
      previous?.close();
    },
  };
  if (channel) client.connect(channel);
  return client;
}

function backendLost(): CallError {
  return new CallError({ code: 'BACKEND_LOST', details: {}, incidentId: newId() });
}
