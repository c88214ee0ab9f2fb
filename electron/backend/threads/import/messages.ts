import type { ErrorCode } from '#shared/contract/errors.ts';
import type { ImportTasks } from './tasks.ts';

export type TaskName = keyof ImportTasks;
export type TaskInput<N extends TaskName> = Parameters<ImportTasks[N]>[0];
export type TaskOutput<N extends TaskName> = ReturnType<ImportTasks[N]>;

/** To the worker: one task at a time, the next only after the answer to the last. */
export interface TaskMessage<N extends TaskName = TaskName> {
  task: N;
  input: TaskInput<N>;
}

/** From the worker. A defect comes with its stack, for the log. */
export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'done'; value: TaskOutput<TaskName> }
  | { type: 'refused'; code: ErrorCode; details: unknown }
  | { type: 'defect'; stack: string };
