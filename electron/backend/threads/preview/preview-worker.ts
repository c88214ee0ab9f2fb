import { parentPort, workerData } from 'node:worker_threads';
import { strictAssert } from '#shared/lib/assert.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import type { TaskMessage, ThreadMessage } from './messages.ts';
import { createPreviewTasks, type ThreadSetup } from './tasks.ts';

/** Entry of the thread in which pages are drawn; `preview-thread.ts` is its other end. */
strictAssert(parentPort !== null, 'preview-worker runs as a worker thread');
const port = parentPort;
const post = (message: ThreadMessage) => port.postMessage(message);
const tasks = createPreviewTasks(workerData as ThreadSetup);

async function answer({ id, task, input }: TaskMessage): Promise<void> {
  // Task and input are tied together by their type; here, where the name is a variable, TypeScript cannot see it.
  const work = tasks[task] as (input: unknown) => ReturnType<(typeof tasks)[typeof task]>;
  try {
    post({ id, type: 'done', value: await work(input) });
  } catch (error) {
    if (isDafuError(error)) post({ id, type: 'refused', code: error.code, details: error.details });
    else post({ id, type: 'defect', stack: error instanceof Error ? (error.stack ?? String(error)) : String(error) });
  }
}

port.on('message', (message: TaskMessage) => void answer(message));
