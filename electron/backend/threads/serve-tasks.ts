import { parentPort, workerData } from 'node:worker_threads';
import { strictAssert } from '#shared/lib/assert.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import type { TaskMessage, ThreadMessage } from './messages.ts';
import type { TaskTable } from './task-table.ts';

/**
 * The inner end of a task thread: works off a table. To be called once, by the entry of the thread.
 *
 * @param createTasks gets the `setup` the thread was started with
 */
export function serveTasks<Setup>(createTasks: (setup: Setup) => object): void {
  strictAssert(parentPort !== null, 'tasks are served in a worker thread');
  const port = parentPort;
  const post = (message: ThreadMessage) => port.postMessage(message);
  const tasks = createTasks(workerData as Setup) as TaskTable;

  async function answer({ task, input }: TaskMessage): Promise<void> {
    try {
      const work = tasks[task];
      strictAssert(work !== undefined, `the thread has no task ${task}`);
      const value = await work(input, { progress: (step) => post({ type: 'progress', step }) });
      post({ type: 'done', value });
    } catch (error) {
      if (isDafuError(error)) post({ type: 'refused', code: error.code, details: error.details });
      else post({ type: 'defect', stack: error instanceof Error ? (error.stack ?? String(error)) : String(error) });
    }
  }

  port.on('message', (message: TaskMessage) => void answer(message));
  post({ type: 'ready' });
}
