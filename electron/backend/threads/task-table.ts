import type { JobProgress } from '#shared/contract/procedure.ts';

/** What a task may do besides its work. */
export interface TaskContext {
  progress: (step: JobProgress) => void;
}

/**
 * What one kind of thread does, by name. Input and output are plain data: they are cloned on their way. A method of a
 * table is written `name(input): Output`, or `name(input, context)` where it tells of its progress.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- each task has an input of its own
export type TaskTable = Record<string, (input: any, context: TaskContext) => unknown>;

export type TaskName<Tasks> = keyof Tasks & string;
export type TaskInput<Tasks, N extends TaskName<Tasks>> = Tasks[N] extends (input: infer I, ...rest: never[]) => unknown
  ? I
  : never;
export type TaskOutput<Tasks, N extends TaskName<Tasks>> = Tasks[N] extends (...all: never[]) => infer O
  ? Awaited<O>
  : never;
