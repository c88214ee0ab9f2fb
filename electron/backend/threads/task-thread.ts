import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DafuError } from '#shared/contract/errors.ts';
import type { CancelSignal } from '#shared/contract/index.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';
import type { TaskMessage, ThreadMessage } from './messages.ts';
import type { TaskInput, TaskName, TaskOutput } from './task-table.ts';

/** Why a task was ended although nobody cancelled it. */
export type Limit = 'timeout' | 'out-of-memory';

export interface TaskThreadOptions {
  /** Of the thread, for debuggers and errors. */
  name: string;
  /** Path of the entry, which calls `serveTasks`; see `entryBeside`. */
  entry: string;
  /** For the entry's table. Plain data. */
  setup?: unknown;
  /** For one task, ms, from when the thread has loaded. Absent: as long as it takes. */
  timeLimitMs?: number;
  /** Heap, MB. Absent: what Node gives. */
  memoryMb?: number;
  /** What a task fails with that went beyond a limit. Absent: a defect. */
  beyond?: (limit: Limit, input: unknown) => Error;
  /**
   * How often a thread that broke by itself under a task is replaced and the task tried again, before the task fails.
   * Default 0. Beyond a limit nothing is tried again.
   */
  retries?: number;
}

export interface TaskCall {
  /** Ends the thread when the task is running: no task has to ask whether it may go on. */
  signal?: CancelSignal | undefined;
  progress?: (step: JobProgress) => void;
  /** Buffers of the input that are handed over instead of copied: they are empty here afterwards. */
  transfer?: ArrayBuffer[];
}

/**
 * Heavy work in a thread of its own, so that saving and everything else goes on meanwhile, and a task that takes too
 * much time or memory is the only thing that ends. One task after another; the thread starts with the first and stays;
 * one that ended (limit, cancel, crash) is replaced with the next task.
 */
export interface TaskThread<Tasks> {
  /** @throws what the task refuses, `beyond` a limit, DafuError CANCELLED; Error when the thread broke */
  run<N extends TaskName<Tasks>>(task: N, input: TaskInput<Tasks, N>, call?: TaskCall): Promise<TaskOutput<Tasks, N>>;
  /** Ends the thread; what runs and what waits fails with CANCELLED. */
  close(): Promise<void>;
}

/** The entry `name` in the folder of the module: true in the sources and in the bundle, where all lie in one folder. */
export function entryBeside(module: Pick<ImportMeta, 'dirname' | 'filename'>, name: string): string {
  return join(module.dirname, `${name}${extname(module.filename)}`);
}

/** The task in hand. */
interface Turn {
  message: TaskMessage;
  call: TaskCall;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout | undefined;
  retriesLeft: number;
}

export function createTaskThread<Tasks>(options: TaskThreadOptions): TaskThread<Tasks> {
  const { name, entry, setup, timeLimitMs, memoryMb, retries = 0 } = options;
  let worker: Worker | null = null;
  /** Its modules are loaded; until then the time of a task does not count. */
  let isReady = false;
  let current: Turn | null = null;
  let lastTurn: Promise<unknown> = Promise.resolve();
  let closed = false;

  function startWorker(): Worker {
    const thread = new Worker(entry, {
      name: `dafu-${name}`,
      workerData: setup,
      // Options of the process (an inspector, the loader of a test runner) are not for this thread.
      execArgv: [],
      ...(memoryMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
    });
    // A thread that was ended may still have something to say; it concerns nobody.
    const whileInUse =
      <T>(listener: (value: T) => void) =>
      (value: T) => {
        if (worker === thread) listener(value);
      };
    isReady = false;
    thread.on('message', whileInUse(receive));
    thread.on(
      'error',
      whileInUse((error: Error) => {
        const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (isMemory) endBeyond('out-of-memory');
        else endBroken(error);
      }),
    );
    thread.on(
      'exit',
      whileInUse((code: number) => endBroken(new Error(`the ${name} thread ended by itself with ${code}`))),
    );
    return thread;
  }

  function receive(answer: ThreadMessage): void {
    switch (answer.type) {
      case 'ready':
        isReady = true;
        if (current !== null) send(current);
        return;
      case 'progress':
        current?.call.progress?.(answer.step);
        return;
      case 'done':
        finish()?.resolve(answer.value);
        return;
      case 'refused':
        finish()?.reject(new DafuError(answer.code, answer.details as DafuError['details']));
        return;
      case 'defect':
        finish()?.reject(new Error(`a task failed in the ${name} thread: ${answer.stack}`));
        return;
    }
  }

  function send(turn: Turn): void {
    try {
      worker?.postMessage(turn.message, turn.call.transfer ?? []);
    } catch (error) {
      // Input that cannot be cloned never reaches the thread.
      finish();
      turn.reject(error as Error);
      return;
    }
    if (timeLimitMs !== undefined) turn.timer = setTimeout(() => endBeyond('timeout'), timeLimitMs);
  }

  function finish(): Turn | null {
    const turn = current;
    current = null;
    clearTimeout(turn?.timer);
    // An idle thread must not keep the command line from ending.
    worker?.unref();
    return turn;
  }

  function endThread(reason: Error): void {
    const turn = finish();
    const thread = worker;
    worker = null;
    void thread?.terminate();
    turn?.reject(reason);
  }

  function endBeyond(limit: Limit): void {
    const defect = new Error(`a task went beyond a limit of the ${name} thread: ${limit}`);
    endThread(current === null ? defect : (options.beyond?.(limit, current.message.input) ?? defect));
  }

  /** What was handed over went with the thread: such a task is not tried again. */
  function endBroken(reason: Error): void {
    const turn = current;
    if (turn === null || turn.retriesLeft === 0 || turn.call.transfer !== undefined) {
      endThread(reason);
      return;
    }
    clearTimeout(turn.timer);
    worker = null;
    begin({ ...turn, retriesLeft: turn.retriesLeft - 1 });
  }

  function begin(turn: Turn): void {
    current = turn;
    worker ??= startWorker();
    worker.ref();
    if (isReady) send(turn);
  }

  function runNow(message: TaskMessage, call: TaskCall): Promise<unknown> {
    return new Promise((resolve, reject) => {
      begin({ message, call, resolve, reject, timer: undefined, retriesLeft: retries });
      call.signal?.addEventListener('abort', () => {
        if (current?.message === message) endThread(new DafuError('CANCELLED', {}));
      });
    });
  }

  return {
    run<N extends TaskName<Tasks>>(task: N, input: TaskInput<Tasks, N>, call: TaskCall = {}) {
      const turn = lastTurn.then(async () => {
        call.signal?.throwIfAborted();
        if (closed) throw new DafuError('CANCELLED', {});
        return (await runNow({ task, input }, call)) as TaskOutput<Tasks, N>;
      });
      // How a turn ends is told to whoever asked for it; the next one only waits for the end.
      lastTurn = turn.then(nothing, nothing);
      return turn;
    },
    async close() {
      closed = true;
      const thread = worker;
      endThread(new DafuError('CANCELLED', {}));
      await thread?.terminate();
    },
  };
}

function nothing(): void {}
