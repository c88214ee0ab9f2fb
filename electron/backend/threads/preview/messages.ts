import type { ErrorCode } from '#shared/contract/errors.ts';
import type { PreviewTasks } from './tasks.ts';

export type TaskName = keyof PreviewTasks;
export type TaskInput<N extends TaskName> = Parameters<PreviewTasks[N]>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<PreviewTasks[N]>>;

/** To the thread; it works them off one after another. */
export interface TaskMessage<N extends TaskName = TaskName> {
  id: number;
  task: N;
  input: TaskInput<N>;
}

/** From the thread. A defect comes with its stack, for the log. */
export type ThreadMessage =
  | { id: number; type: 'done'; value: TaskOutput<TaskName> }
  | { id: number; type: 'refused'; code: ErrorCode; details: unknown }
  | { id: number; type: 'defect'; stack: string };
