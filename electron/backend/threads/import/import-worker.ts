import { parentPort } from 'node:worker_threads';
import { strictAssert } from '#shared/lib/assert.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import type { TaskMessage, WorkerMessage } from './messages.ts';
import { importTasks } from './tasks.ts';

/** Entry of the thread in which letters are read; `letter-reader.ts` is its other end. */
strictAssert(parentPort !== null, 'import-worker runs as a worker thread');
const port = parentPort;
const post = (message: WorkerMessage) => port.postMessage(message);

port.on('message', ({ task, input }: TaskMessage) => {
  // Task and input are tied together by their type; here, where the name is a variable, TypeScript cannot see it.
  const work = importTasks[task] as (input: unknown) => ReturnType<(typeof importTasks)[typeof task]>;
  try {
    post({ type: 'done', value: work(input) });
  } catch (error) {
    if (isDafuError(error)) post({ type: 'refused', code: error.code, details: error.details });
    else post({ type: 'defect', stack: error instanceof Error ? (error.stack ?? String(error)) : String(error) });
  }
});
post({ type: 'ready' });
