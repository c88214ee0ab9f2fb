import { DafuError } from '#shared/contract/errors.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { openDatabase, withDatabaseErrors, type RawDatabase } from './driver.ts';

export interface OwnerLock {
  release(): void;
}

/**
 * One process at a time owns a data folder. The lock is an exclusive transaction held open on a small database beside
 * the real one: the system drops it when the process dies, however it dies, so that a lock is never stale; and it
 * works the same on Windows, macOS and Linux.
 *
 * @throws DafuError DATABASE_LOCKED when another process is the owner
 */
export function takeOwnerLock(path: string, databasePath: string): OwnerLock {
  let database: RawDatabase | undefined;
  try {
    database = openDatabase(path, { readonly: false, busyTimeoutMs: 0 });
    const open = database;
    withDatabaseErrors(path, () => {
      open.pragma('journal_mode = MEMORY');
      open.exec('BEGIN EXCLUSIVE');
    });
    return { release: () => void open.close() };
  } catch (error) {
    database?.close();
    if (isDafuError(error) && error.code === 'DATABASE_LOCKED') {
      throw new DafuError('DATABASE_LOCKED', { path: databasePath }, { cause: error });
    }
    throw error;
  }
}
