import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DafuError } from '#shared/contract/errors.ts';
import { withFileErrors } from '../files/file-errors.ts';
import { openDatabase, withDatabaseErrors } from './driver.ts';
import { APPLICATION_ID, databaseVersion } from './migrate.ts';

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

export type FileVersion = { kind: 'none' } | { kind: 'database'; version: number };

/**
 * The version of a database file, found without changing a byte of it or of its folder: from the header
 * (https://sqlite.org/fileformat2.html#the_database_header), or, when a write-ahead log is still to be applied, over a
 * read-only connection, which sees what the log holds and never applies it.
 *
 * @throws DafuError DATABASE_CORRUPT when the file is no database, or not one of ours
 */
export function readFileVersion(path: string): FileVersion {
  const header = withFileErrors(path, 'data', () => (existsSync(path) ? readHeader(path) : null));
  if (header === null || header.length === 0) return { kind: 'none' };
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC) {
    throw new DafuError('DATABASE_CORRUPT', { path, message: 'file is not a database' });
  }
  const applicationId = header.readUInt32BE(68);
  if (applicationId !== APPLICATION_ID && applicationId !== 0) throw foreign(path, applicationId);
  const walPath = `${path}-wal`;
  const hasLog = existsSync(walPath) && statSync(walPath).size > 0;
  // No application id yet: the very first start may have ended before its first commit.
  if (hasLog || applicationId === 0) return versionOverConnection(path);
  return { kind: 'database', version: header.readUInt32BE(60) };
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(HEADER_BYTES);
    return buffer.subarray(0, readSync(file, buffer, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function versionOverConnection(path: string): FileVersion {
  const database = openDatabase(path, { readonly: true, busyTimeoutMs: 1000 });
  try {
    return withDatabaseErrors(path, () => {
      const applicationId = database.pragma('application_id', { simple: true }) as number;
      if (applicationId === APPLICATION_ID) return { kind: 'database', version: databaseVersion(database) };
      const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
      if (applicationId === 0 && tables === 0) return { kind: 'none' };
      throw foreign(path, applicationId);
    });
  } finally {
    database.close();
  }
}

function foreign(path: string, applicationId: number): DafuError {
  return new DafuError('DATABASE_CORRUPT', { path, message: `application_id ${applicationId} is not Dafu's` });
}
