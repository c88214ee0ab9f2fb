import { DafuError, type WireError } from '#shared/contract/errors.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import { contract, type JobContext, type ProcedureName } from '#shared/contract/index.ts';
import { isNestedTooDeep, mostNesting } from '../lib/nesting.ts';
import { createCancelSource, type CancelSource } from './cancel.ts';
import type { Channel } from './channel.ts';
import type { ClientMessage, ServerMessage } from './messages.ts';
import { toWireError } from './wire-error.ts';

export interface Call extends JobContext {
  commandId: string | undefined;
}

export interface ServerOptions {
  /** Runs one procedure whose input has been validated. */
  dispatch(procedure: ProcedureName, input: unknown, call: Call): Promise<unknown>;
  /** Differs with every start of the backend, so that a client notices a restart. */
  backendId: string;
  newIncidentId(): string;
  /** Called for every failed call before it is answered; the stack belongs in the log and nowhere else. */
  onFailure(procedure: string, wire: WireError, error: unknown): void;
  /** Development and tests: outputs are checked against the contract, errors carry their stack. */
  isDev: boolean;
}

export interface Server {
  connect(channel: Channel<ServerMessage, ClientMessage>): void;
  emit: <E extends EventName>(name: E, payload: EventPayload<E>) => void;
  /** Cancels every running job; each still answers its caller. */
  cancelAll(): void;
  /** Resolves when no call is running. */
  settled(): Promise<void>;
  /** Hangs up on everybody. */
  close(): void;
}

/** Serves the contract on any number of channels. Every request is answered exactly once. */
export function createServer(options: ServerOptions): Server {
  const channels = new Set<Channel<ServerMessage, ClientMessage>>();
  const sources = new Set<CancelSource>();
  const running = new Set<Promise<void>>();

  async function run(procedure: string, input: unknown, call: Call): Promise<unknown> {
    if (!isProcedure(procedure)) {
      throw new DafuError('VALIDATION_FAILED', { issues: [`procedure: there is no ${procedure}`] });
    }
    if (isNestedTooDeep(input)) {
      throw new DafuError('VALIDATION_FAILED', { issues: [`input: nested in more than ${mostNesting} levels`] });
    }
    const { input: inputSchema, output: outputSchema } = contract[procedure];
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) throw new DafuError('VALIDATION_FAILED', { issues: issuesOf(parsed.error) });
    const value = await options.dispatch(procedure, parsed.data, call);
    if (options.isDev) {
      const checked = outputSchema.safeParse(value);
      if (!checked.success) throw new Error(`output of ${procedure}: ${issuesOf(checked.error).join('; ')}`);
    }
    return value;
  }

  async function answer(
    channel: Channel<ServerMessage, ClientMessage>,
    message: Extract<ClientMessage, { type: 'req' }>,
    source: CancelSource,
  ): Promise<void> {
    const { id, procedure, input, commandId } = message;
    try {
      const value = await run(procedure, input, {
        commandId,
        signal: source.signal,
        progress: (progress) => channel.post({ type: 'progress', id, progress }),
      });
      channel.post({ type: 'res', id, ok: true, value });
    } catch (error) {
      const wire = toWireError(error, options.newIncidentId(), options.isDev);
      options.onFailure(procedure, wire, error);
      channel.post({ type: 'res', id, ok: false, error: wire });
    }
  }

  return {
    connect(channel) {
      const calls = new Map<number, CancelSource>();
      channels.add(channel);
      channel.onMessage((message) => {
        if (!isClientMessage(message)) return;
        if (message.type === 'ping') {
          channel.post({ type: 'pong', id: message.id });
          return;
        }
        if (message.type === 'cancel') {
          calls.get(message.id)?.cancel();
          return;
        }
        const source = createCancelSource();
        calls.set(message.id, source);
        sources.add(source);
        const task = answer(channel, message, source).finally(() => {
          calls.delete(message.id);
          sources.delete(source);
          running.delete(task);
        });
        running.add(task);
      });
      channel.onClose(() => {
        channels.delete(channel);
        for (const source of calls.values()) source.cancel();
      });
      channel.post({ type: 'hello', backendId: options.backendId });
    },
    emit(name, payload) {
      for (const channel of channels) channel.post({ type: 'event', name, payload });
    },
    cancelAll() {
      for (const source of sources) source.cancel();
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    close() {
      for (const channel of channels) channel.close();
    },
  };
}

/** A window that was taken over can post anything; what is no envelope must not get as far as being handled. */
function isClientMessage(message: unknown): message is ClientMessage {
  if (typeof message !== 'object' || message === null || !('type' in message) || !('id' in message)) return false;
  if (!Number.isSafeInteger(message.id)) return false;
  if (message.type === 'cancel' || message.type === 'ping') return true;
  const commandId = 'commandId' in message ? message.commandId : undefined;
  const hasGoodCommandId = commandId === undefined || (typeof commandId === 'string' && commandId.length <= 64);
  return message.type === 'req' && 'procedure' in message && typeof message.procedure === 'string' && hasGoodCommandId;
}

function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(contract, name);
}

function issuesOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string[] {
  return error.issues.slice(0, 20).map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
}
