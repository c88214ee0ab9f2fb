import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { HandlersFor } from '#shared/rpc/handlers.ts';
import type { ReadDb, WriteDb } from './db/driver.ts';

export interface Emit {
  <E extends EventName>(name: E, payload: EventPayload<E>): void;
}

export interface QueryContext {
  db: ReadDb;
}

/** Inside one transaction. Events leave when it has been committed, and never when it failed. */
export interface CommandContext {
  db: WriteDb;
  emit: Emit;
}

/** Jobs work outside a transaction and open short ones where they write. */
export interface WorkContext {
  readonly db: ReadDb;
  write<T>(work: (context: CommandContext) => T): T;
  emit: Emit;
}

export interface BackendContexts {
  query: QueryContext;
  command: CommandContext;
  job: WorkContext;
}

export type DomainHandlers<P extends ProcedureName> = HandlersFor<P, BackendContexts>;

/** Time and ids come from outside, so that tests decide them. */
export interface Environment {
  clock: () => number;
  ids: () => string;
}
