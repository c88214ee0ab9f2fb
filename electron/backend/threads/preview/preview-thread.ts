import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DafuError } from '#shared/contract/errors.ts';
import type { TaskInput, TaskMessage, TaskName, TaskOutput, ThreadMessage } from './messages.ts';
import type { ThreadSetup } from './tasks.ts';

/**
 * Draws pages in a thread of its own, so that saving and everything else goes on meanwhile: looking for the fonts of a
 * PC takes seconds, drawing a letter of 100 pages half a second, again with every edit. The thread starts with the first
 * task and stays; a thread that broke is replaced with the next one.
 */
export interface PreviewThread {
  run<N extends TaskName>(task: N, input: TaskInput<N>): Promise<TaskOutput<N>>;
  /** Ends the thread; what waits for it fails with CANCELLED. */
  close(): Promise<void>;
}

/** Beside this module both in the sources and in the bundle, where every module lies in one folder. */
const workerFile = join(import.meta.dirname, `preview-worker${extname(import.meta.filename)}`);

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

export function createPreviewThread(setup: ThreadSetup): PreviewThread {
  let worker: Worker | null = null;
  let nextId = 1;
  let closed = false;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    const thread = new Worker(workerFile, {
      name: 'dafu-preview',
      workerData: setup,
      // Options of the process (an inspector, the loader of a test runner) are not for this thread.
      execArgv: [],
    });
    thread.on('message', receive);
    thread.on('error', (error: Error) => end(thread, error));
    thread.on('exit', (code: number) => end(thread, new Error(`the preview thread ended by itself with ${code}`)));
    return thread;
  }

  function receive(answer: ThreadMessage): void {
    const turn = waiting.get(answer.id);
    waiting.delete(answer.id);
    // An idle thread must not keep the command line from ending.
    if (waiting.size === 0) worker?.unref();
    switch (answer.type) {
      case 'done':
        turn?.resolve(answer.value);
        return;
      case 'refused':
        turn?.reject(new DafuError(answer.code, answer.details as DafuError['details']));
        return;
      case 'defect':
        turn?.reject(new Error(`drawing failed in the preview thread: ${answer.stack}`));
        return;
    }
  }

  function end(thread: Worker, reason: Error): void {
    if (worker !== thread) return;
    worker = null;
    const turns = [...waiting.values()];
    waiting.clear();
    for (const turn of turns) turn.reject(reason);
  }

  return {
    run<N extends TaskName>(task: N, input: TaskInput<N>) {
      return new Promise<TaskOutput<N>>((resolve, reject) => {
        if (closed) {
          reject(new DafuError('CANCELLED', {}));
          return;
        }
        worker ??= start();
        worker.ref();
        const message: TaskMessage<N> = { id: nextId, task, input };
        waiting.set(nextId, { resolve: resolve as (value: unknown) => void, reject });
        nextId += 1;
        worker.postMessage(message);
      });
    },
    async close() {
      closed = true;
      const thread = worker;
      if (thread) end(thread, new DafuError('CANCELLED', {}));
      await thread?.terminate();
    },
  };
}
