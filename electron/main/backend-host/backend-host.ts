import { randomUUID } from 'node:crypto';
import type { MessagePortMain } from 'electron';
import { hostCalls, type BackendInit, type HostCall, type HostServices } from '#shared/rpc/host.ts';
import { toWireError } from '#shared/rpc/wire-error.ts';
import type { Log } from '../log.ts';
import { RestartBudget } from '../restart-budget.ts';
import type { BackendExit, BackendProcess, BackendProcessEvents, ControlToMain } from './backend-process.ts';

/** `stopped`: asked to end and ended. `crashed`: ended by itself too often; a new `connect` tries again. */
export type BackendState = 'starting' | 'ready' | 'stopping' | 'stopped' | 'crashed';

const startTimeoutMs = 30_000;
const shutdownTimeoutMs = 10_000;

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

/**
 * Keeps one backend running. It is started once, restarted when it ends unasked (at most three times a minute, with
 * growing pauses), and ended with a message and a wait: killing it is the last resort, because SQLite then has to
 * recover at the next start.
 */
export class BackendHost {
  readonly #startProcess: (events: BackendProcessEvents) => BackendProcess;
  readonly #init: BackendInit;
  readonly #services: HostServices;
  readonly #log: Log;
  readonly #restarts: RestartBudget;
  #state: BackendState = 'stopped';
  #process: BackendProcess | null = null;
  #startTimer: NodeJS.Timeout | undefined;
  #waiting: Waiting[] = [];
  #onceStopped: (() => void)[] = [];

  constructor(options: {
    startProcess: (events: BackendProcessEvents) => BackendProcess;
    init: BackendInit;
    services: HostServices;
    log: Log;
    restarts?: RestartBudget;
  }) {
    this.#startProcess = options.startProcess;
    this.#init = options.init;
    this.#services = options.services;
    this.#log = options.log;
    this.#restarts = options.restarts ?? new RestartBudget({ limit: 3, windowMs: 60_000 });
  }

  get state(): BackendState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  start(): void {
    this.#setState('starting');
    const started = this.#startProcess({
      onMessage: (message) => {
        if (this.#process === started) this.#receive(message);
      },
      onOutput: (line) => this.#log.info('backend.output', { line }),
      onExit: (exit) => {
        if (this.#process === started) this.#exited(exit);
      },
    });
    this.#process = started;
    this.#startTimer = setTimeout(() => {
      this.#log.error('backend.startTimedOut', { afterMs: startTimeoutMs });
      started.kill();
    }, startTimeoutMs);
    started.post({ type: 'init', init: this.#init });
  }

  /** Gives a port to the backend, as soon as there is one. Rejects when the backend cannot be started. */
  async connect(port: MessagePortMain): Promise<void> {
    if (this.#state === 'crashed') this.#restart();
    await this.#whenReady();
    this.#process?.connect(port);
  }

  /** Ends a backend that answers nothing any more, at once; it is started anew as after a crash. */
  restart(): void {
    if (this.#state !== 'ready') return;
    this.#log.error('backend.silent', {});
    this.#process?.kill();
  }

  /** Ends the backend in good order; after `shutdownTimeoutMs` by force. Resolves when it is gone. */
  async stop(): Promise<void> {
    const running = this.#process;
    clearTimeout(this.#startTimer);
    this.#setState(running === null ? 'stopped' : 'stopping');
    this.#rejectWaiting('the app is closing');
    if (running === null) return;
    const gone = new Promise<void>((resolve) => this.#onceStopped.push(resolve));
    running.post({ type: 'shutdown' });
    const timer = setTimeout(() => {
      this.#log.error('backend.shutdownTimedOut', { afterMs: shutdownTimeoutMs });
      running.kill();
    }, shutdownTimeoutMs);
    await gone;
    clearTimeout(timer);
  }

  #whenReady(): Promise<void> {
    if (this.#state === 'ready') return Promise.resolve();
    if (this.#state !== 'starting') return Promise.reject(new Error(`backend is ${this.#state}`));
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #receive(message: ControlToMain): void {
    switch (message.type) {
      case 'ready':
        clearTimeout(this.#startTimer);
        if (this.#state === 'starting') this.#setState('ready');
        for (const waiting of this.#waiting.splice(0)) waiting.resolve();
        return;
      case 'hostCall':
        void this.#answer(message.id, message.call);
        return;
      case 'shutdownDone':
        this.#log.info('backend.closedStore');
        return;
    }
  }

  async #answer(id: number, call: HostCall): Promise<void> {
    const caller = this.#process;
    try {
      const value: unknown = await callHost(this.#services, call);
      caller?.post({ type: 'hostResult', id, ok: true, value });
    } catch (error) {
      const incidentId = randomUUID();
      const wire = toWireError(error, incidentId, this.#init.isDev);
      const record = { incidentId, name: call.name, code: wire.code };
      // A refusal is an answer; only what nobody foresaw is a defect.
      if (wire.code === 'INTERNAL') this.#log.error('host.callFailed', { ...record, message: String(error) });
      else this.#log.info('host.callRefused', record);
      caller?.post({ type: 'hostResult', id, ok: false, error: wire });
    }
  }

  #exited({ code, signal }: BackendExit): void {
    clearTimeout(this.#startTimer);
    this.#process = null;
    if (this.#state === 'stopping') {
      this.#log.info('backend.stopped', { code, signal });
      this.#setState('stopped');
      for (const resolve of this.#onceStopped.splice(0)) resolve();
      return;
    }
    this.#log.error('backend.lost', { code, signal });
    this.#restart();
  }

  #restart(): void {
    const pauseMs = this.#restarts.spend();
    if (pauseMs === null) {
      this.#setState('crashed');
      this.#rejectWaiting('the backend ended too often');
      return;
    }
    this.#setState('starting');
    this.#startTimer = setTimeout(() => this.start(), pauseMs);
  }

  #rejectWaiting(reason: string): void {
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new Error(`BACKEND_LOST: ${reason}`));
  }

  #setState(state: BackendState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#log.info('backend.state', { state });
  }
}

/** Checks the call against the contract and runs it. The backend reads hostile files, so it is not taken at its word. */
export async function callHost(services: HostServices, call: HostCall): Promise<unknown> {
  if (!Object.hasOwn(hostCalls, call.name)) throw new Error(`unknown host call ${String(call.name)}`);
  const input: unknown = hostCalls[call.name].input.parse(call.input);
  const service: (input: never) => Promise<unknown> = services[call.name];
  return service(input as never);
}
