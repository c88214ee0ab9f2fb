import type { z } from 'zod';

/**
 * `query` reads only. `command` writes: commands run one after another, one transaction each, and carry a
 * `commandId` in the envelope so that a retry after a crash is harmless. `job` is long work outside a transaction:
 * it reports progress, can be cancelled and always settles.
 */
export type ProcedureKind = 'query' | 'command' | 'job';

export interface Procedure<
  K extends ProcedureKind = ProcedureKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  kind: K;
  input: I;
  output: O;
}

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Procedure<'query', I, O> {
  return { kind: 'query', input, output };
}
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Procedure<'command', I, O> {
  return { kind: 'command', input, output };
}
export function job<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Procedure<'job', I, O> {
  return { kind: 'job', input, output };
}

/** Progress of a job: `done` of `total` steps, and what is being worked on now (a title or file name). */
export interface JobProgress {
  done: number;
  total: number;
  label: string;
}
