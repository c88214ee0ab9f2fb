import Database from 'better-sqlite3';
import { DafuError } from '#shared/contract/errors.ts';

type Mapping = (path: string, error: { code: string; message: string }) => DafuError;

const unusable: Mapping = (path, { code }) => new DafuError('DATA_FOLDER_UNUSABLE', { path, reason: code });
const full: Mapping = (path) => new DafuError('DISK_FULL', { path });
const corrupt: Mapping = (path, { message }) => new DafuError('DATABASE_CORRUPT', { path, message });

/**
 * Result codes of SQLite (https://sqlite.org/rescode.html) that say something about the file and not about our SQL.
 * An extended code is looked up first, then its primary code.
 */
const mappings: Record<string, Mapping> = {
  SQLITE_FULL: full,
  // No room for the index of the write-ahead log.
  SQLITE_IOERR_SHMSIZE: full,
  SQLITE_READONLY: (path) => new DafuError('DATABASE_READONLY', { path }),
  SQLITE_CORRUPT: corrupt,
  SQLITE_NOTADB: corrupt,
  SQLITE_IOERR_SHORT_READ: corrupt,
  SQLITE_BUSY: (path) => new DafuError('DATABASE_LOCKED', { path }),
  SQLITE_LOCKED: (path) => new DafuError('DATABASE_LOCKED', { path }),
  SQLITE_PROTOCOL: (path) => new DafuError('DATABASE_LOCKED', { path }),
  SQLITE_CANTOPEN: unusable,
  SQLITE_IOERR: unusable,
  SQLITE_PERM: unusable,
  SQLITE_AUTH: unusable,
};

/** A failure of SQLite as a `DafuError`; anything else, a mistake in our SQL included, is returned as it is. */
export function mapDatabaseError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const primary = error.code.split('_').slice(0, 2).join('_');
  const mapping = mappings[error.code] ?? mappings[primary];
  if (mapping === undefined) return error;
  const mapped = mapping(path, error);
  mapped.cause = error;
  return mapped;
}
