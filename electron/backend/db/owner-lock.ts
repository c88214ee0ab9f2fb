import { truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { DafuError } from '#shared/contract/errors.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { withFileErrors } from '../files/file-errors.ts';
import { openDatabase, withDatabaseErrors, type RawDatabase } from './driver.ts';

export interface OwnerLock {
  release(): void;
}

/**
 * One process at a time owns a data folder. The lock is an exclusive transaction held open on a small database beside
 * the real one: the system drops it when the process dies, however it dies, so that a lock is never stale; and it
 * works the same on Windows, macOS and Linux.
 *
 * A lock file full of rubbish says nothing about the data beside it. Nobody can hold it (a holder would have been met
 * before its content was read), so it is emptied, which keeps the file: two processes that do so still meet in it.
 *
 * @throws DafuError DATABASE_LOCKED when another process is the owner, DATABASE_READONLY, DATA_FOLDER_UNUSABLE
 */
export function takeOwnerLock(path: string, databasePath: string): OwnerLock {
  try {
    return lock(path, databasePath);
  } catch (error) {
    if (!isDafuError(error) || error.code !== 'DATABASE_CORRUPT') throw error;
    withFileErrors(path, 'data', () => truncateSync(path));
    return lock(path, databasePath);
  }
}

function lock(path: string, databasePath: string): OwnerLock {
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
    if (!isDafuError(error)) throw error;
    // People know the database and the folder, not this file.
    const { code } = error;
    if (code === 'DATABASE_LOCKED' || code === 'DATABASE_READONLY') {
      throw new DafuError(code, { path: databasePath }, { cause: error });
    }
    if (code === 'DATA_FOLDER_UNUSABLE' && 'reason' in error.details) {
      throw new DafuError(code, { path: dirname(path), reason: error.details.reason }, { cause: error });
    }
    throw error;
  }
}
