import { parentPort, workerData } from 'node:worker_threads';
import { strictAssert } from '#shared/lib/assert.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { copyDatabaseNow, type CopyAnswer, type CopyTask } from './copy-database.ts';

/** Entry of the thread that copies one database; `copy-database.ts` is its other end. */
strictAssert(parentPort !== null, 'copy-worker runs as a worker thread');
const { source, target } = workerData as CopyTask;

function copy(): CopyAnswer {
  try {
    copyDatabaseNow(source, target);
    return { type: 'done' };
  } catch (error) {
    if (isDafuError(error)) return { type: 'refused', code: error.code, details: error.details };
    return { type: 'defect', stack: error instanceof Error ? (error.stack ?? String(error)) : String(error) };
  }
}

parentPort.postMessage(copy());
