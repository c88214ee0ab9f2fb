import type { CommandContext, DomainHandlers, Emit, Environment } from '#backend/context.ts';
import type { ReadDb } from '#backend/db/driver.ts';
import type { StoreKeeper } from '#backend/db/keeper.ts';
import type { Logger } from '#backend/log.ts';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { HostServices } from '#shared/rpc/host.ts';

/** What every domain stands on. */
export interface Ground extends Environment {
  keeper: StoreKeeper;
  /** Reads the store that is open now, also where a job goes on after it was replaced. */
  reader: ReadDb;
  /** For events outside a command. */
  emit: Emit;
  host: HostServices;
  logger: Logger;
  /** Absolute. */
  paths: { data: string; resources: string };
  fontFolders: readonly string[];
}

/**
 * A domain as the backend takes it. `P` are the procedures of its contract file. What a procedure needs of a domain made
 * later is handed over as a function; a service leans on services made before it only.
 */
export interface Domain<P extends ProcedureName, S = null> {
  service: S;
  handlers: DomainHandlers<P>;
  /** In the first transaction of each store that is opened, before anything is answered from it. */
  prepare?(context: CommandContext): void;
  /** Once, after the first attempt to open the store. */
  start?(): void;
  stop?(): Promise<void>;
}
