import type { z } from 'zod';
import type { EventName, EventPayload } from './events.ts';

/**
 * `query` reads only. `command` writes: commands run one after another, one transaction each, and carry a
 * `commandId` in the envelope so that a retry after a crash is harmless. `job` is long work outside a transaction:
 * it reports progress, can be cancelled and always settles.
 */
export type ProcedureKind = 'query' | 'command' | 'job';

/** What makes an answer to a query old, besides another store (`app.statusChanged`), after which every answer is. */
export interface Staleness<I> {
  /** The events, each with whether it concerns the question asked. */
  on?: { readonly [E in EventName]?: (input: I, payload: EventPayload<E>) => boolean };
  /** It also leans on what no event tells of, such as the files of a folder: no answer is kept. */
  outside?: true;
}

/** Fits any question of that event. */
export const always = (): boolean => true;

export interface Procedure<
  K extends ProcedureKind = ProcedureKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  kind: K;
  input: I;
  output: O;
}

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Procedure<
  'query',
  I,
  O
> {
  /** For any input that fits `input`. */
  stale: Staleness<never>;
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  stale: Staleness<z.infer<I>>,
): Query<I, O> {
  return { kind: 'query', input, output, stale };
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
