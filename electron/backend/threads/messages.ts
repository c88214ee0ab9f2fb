import type { ErrorCode } from '#shared/contract/errors.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';

/** To a thread: one task at a time, the next only after the answer to the last. */
export interface TaskMessage {
  task: string;
  input: unknown;
}

/** From a thread. A defect comes with its stack, for the log. */
export type ThreadMessage =
  | { type: 'ready' }
  | { type: 'progress'; step: JobProgress }
  | { type: 'done'; value: unknown }
  | { type: 'refused'; code: ErrorCode; details: unknown }
  | { type: 'defect'; stack: string };
