import { writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DafuError, type ErrorCode } from '#shared/contract/errors.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { withFileErrors } from '../files/file-errors.ts';
import { openDatabase, withDatabaseErrors, type RawDatabase } from './driver.ts';
import { mapDatabaseError } from './errors.ts';
import { APPLICATION_ID, databaseVersion } from './migrate.ts';
import { DATABASE_VERSION } from './migrations/index.ts';

/** To the copying thread. */
export interface CopyTask {
  source: string;
  target: string;
}

/** From the copying thread. A defect comes with its stack, for the log. */
export type CopyAnswer =
  { type: 'done' } | { type: 'refused'; code: ErrorCode; details: unknown } | { type: 'defect'; stack: string };

/** Beside this module both in the sources and in the bundle, where every module lies in one folder. */
const workerFile = join(import.meta.dirname, `copy-worker${extname(import.meta.filename)}`);

/**
 * Writes the committed content of a database to `target`, which must not exist, as a whole, compact and checked
 * database. It is done in a thread of its own: saving goes on meanwhile, however large the store is.
 *
 * @throws DafuError DATABASE_CORRUPT, DATABASE_FROM_FUTURE, DISK_FULL …; an unfinished target may be left behind
 */
export function copyDatabase(source: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const workerData: CopyTask = { source, target };
    // Options of the process (an inspector, the loader of a test runner) are not for this thread.
    const thread = new Worker(workerFile, { name: 'dafu-copy', workerData, execArgv: [] });
    thread.on('message', (answer: CopyAnswer) => {
      if (answer.type === 'done') resolve();
      else if (answer.type === 'refused') reject(new DafuError(answer.code, answer.details as DafuError['details']));
      else reject(new Error(`copying failed in its thread: ${answer.stack}`));
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`the copying thread ended by itself with ${code}`)));
  });
}

/** The same in this thread. */
export function copyDatabaseNow(source: string, target: string): void {
  // Copying reads around some damage, and the copy would be whole and not all.
  assertGood(source);
  const database = openDatabase(source, { readonly: true, busyTimeoutMs: 5000 });
  try {
    withFileErrors(target, 'data', () => copyDatabaseHere(database, target));
  } finally {
    database.close();
  }
}

/** The same from an open connection. */
export function copyDatabaseHere(database: RawDatabase, target: string): void {
  // Made first, so that nobody else can read it even while it grows.
  writeFileSync(target, '', { mode: 0o600, flag: 'wx' });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } catch (error) {
    const mapped = mapDatabaseError(error, target);
    // What is damaged is what was read; what is full is the disk that was written to.
    throw isDafuError(mapped) && mapped.code === 'DATABASE_CORRUPT' ? mapDatabaseError(error, database.name) : mapped;
  }
  assertGood(target);
}

/**
 * Makes the content of `source` that of `target`, page by page, in one transaction of SQLite: whoever has `target`
 * open sees the old content or the new, and so does a start after a crash in between. Nothing of `target` is renamed or
 * deleted. Nobody may write to `target` meanwhile.
 *
 * @throws DafuError DISK_FULL, DATABASE_LOCKED … and nothing has changed
 */
export async function copyPages(source: string, target: string): Promise<void> {
  const from = openDatabase(source, { readonly: true, busyTimeoutMs: 0 });
  try {
    await from.backup(target, { progress: () => ALL_PAGES });
  } catch (error) {
    throw mapDatabaseError(error, target);
  } finally {
    from.close();
  }
}

const ALL_PAGES = 0x7fffffff;

/** @throws DafuError when the file is not a whole database that this version can read */
export function assertGood(path: string): void {
  const database = openDatabase(path, { readonly: true, busyTimeoutMs: 0 });
  try {
    withDatabaseErrors(path, () => {
      const applicationId = database.pragma('application_id', { simple: true });
      const check = database.pragma('quick_check', { simple: true });
      if (applicationId !== APPLICATION_ID || check !== 'ok') {
        throw new DafuError('DATABASE_CORRUPT', { path, message: String(check) });
      }
      const version = databaseVersion(database);
      if (version > DATABASE_VERSION) {
        throw new DafuError('DATABASE_FROM_FUTURE', { path, databaseVersion: version, appVersion: DATABASE_VERSION });
      }
    });
  } finally {
    database.close();
  }
}
