import type { Contract, Input, JobContext, Output, ProcedureName } from '#shared/contract/index.ts';

/** What handlers get besides their input, by kind of procedure. Jobs also get the `JobContext` of the call. */
export interface HandlerContexts {
  query: unknown;
  command: unknown;
  job: object;
}

type MaybePromise<T> = T | Promise<T>;

/**
 * One handler for each named procedure. Commands are synchronous: each runs inside one transaction, and an `await`
 * there would let another call in between.
 */
export type HandlersFor<P extends ProcedureName, C extends HandlerContexts> = {
  [N in P]: Contract[N]['kind'] extends 'query'
    ? (input: Input<N>, context: C['query']) => MaybePromise<Output<N>>
    : Contract[N]['kind'] extends 'command'
      ? (input: Input<N>, context: C['command']) => Output<N>
      : (input: Input<N>, context: C['job'] & JobContext) => Promise<Output<N>>;
};

/** Handlers of the whole contract; a missing one does not compile. */
export type AllHandlers<C extends HandlerContexts> = HandlersFor<ProcedureName, C>;

type Intersection<T extends readonly object[]> = T extends readonly [infer Head, ...infer Tail extends object[]]
  ? Head & Intersection<Tail>
  : unknown;

/** Joins the handlers of all domains. Two handlers for one name are a defect and stop the start. */
export function mergeHandlers<const T extends readonly object[]>(...parts: T): Intersection<T> {
  const merged: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [name, handler] of Object.entries(part)) {
      if (name in merged) throw new Error(`two handlers for ${name}`);
      merged[name] = handler;
    }
  }
  return merged as Intersection<T>;
}

type HandlersOf<T extends readonly { handlers: object }[]> = { [K in keyof T]: T[K]['handlers'] };

export function handlersOf<const T extends readonly { handlers: object }[]>(domains: T): HandlersOf<T> {
  return domains.map(({ handlers }) => handlers) as HandlersOf<T>;
}
