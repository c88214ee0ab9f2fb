import { accessSync, constants, existsSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { DafuError } from '#shared/contract/errors.ts';
import { systemCode, withFileErrors } from '../files/file-errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import {
  createHandle,
  openDatabase,
  withDatabaseErrors,
  type RawDatabase,
  type ReadDb,
  type WriteDb,
} from './driver.ts';
import { readFileVersion } from './header.ts';
import { hasTraces } from './copies.ts';
import { databaseVersion, migrate } from './migrate.ts';
import { DATABASE_VERSION, migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { takeOwnerLock, type OwnerLock } from './owner-lock.ts';
import type { StorePaths } from './paths.ts';

/**
 * `own`: this process is the only one that writes. `read`: beside an owner or without one, nothing is written or
 * migrated; writing fails with DATABASE_LOCKED.
 */
export type StoreAccess = 'own' | 'read';

export interface Store {
  readonly access: StoreAccess;
  /** The last stop was not a clean one; the database was checked and found whole. */
  readonly wasUnclean: boolean;
  readonly reader: ReadDb;
  /** One transaction: all or nothing. Never nested, never asynchronous. */
  transaction: <T>(work: (db: WriteDb) => T) => T;
  readonly sqliteVersion: string;
  /** Messages of `integrity_check`; `['ok']` when all is well. */
  integrityMessages(): string[];
  /** A transaction after which nothing of what it deleted is left in the files of the store. */
  erase: <T>(work: (db: WriteDb) => T) => T;
  /** Brings the log into the database file, as far as readers let it. */
  checkpoint(): void;
  close(): void;
}

export interface OpenStoreOptions {
  paths: StorePaths;
  access: StoreAccess;
  /** Makes a verified backup of the open store before it is migrated. */
  backUpBeforeMigration: (database: RawDatabase, fromVersion: number) => void;
  /**
   * What to do where there is no database: make one if there never was one (`ifNone`), make one in any case (`always`),
   * or fail (`never`).
   */
  create: 'ifNone' | 'always' | 'never';
  /** For tests. */
  migrations?: readonly Migration[];
}

/** A write waits this long for another program: the person is told of it within three seconds. */
const BUSY_TIMEOUT_MS = 2000;

/** @throws DafuError DATA_FOLDER_UNUSABLE, DATABASE_LOCKED, DATABASE_MISSING, DATABASE_CORRUPT … */
export function openStore(options: OpenStoreOptions): Store {
  const { paths, access, create } = options;
  if (access === 'read') return openForReading(paths);
  const version = refuseFuture(paths.database, options.migrations?.length ?? DATABASE_VERSION);
  if (version === null && create !== 'always') refuseToCreate(paths, create);
  withFileErrors(paths.folder, 'data', () => makeFolder(paths.folder, 0o700));
  assertWritable(paths);
  const lock = takeOwnerLock(paths.lock, paths.database);
  try {
    return openAsOwner(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Letters that were there before must never seem to be gone without a word. */
function refuseToCreate(paths: StorePaths, create: 'ifNone' | 'never'): void {
  if (hasTraces(paths)) throw new DafuError('DATABASE_MISSING', { path: paths.database });
  if (create === 'never') throw new DafuError('DATA_FOLDER_UNUSABLE', { path: paths.folder, reason: 'ENOENT' });
}

/**
 * The version of the database, null when there is none. Before anything else, so that one of a newer Dafu is left
 * exactly as it is.
 */
function refuseFuture(path: string, appVersion: number): number | null {
  const file = readFileVersion(path);
  const version = file.kind === 'database' ? file.version : null;
  if (version !== null && version > appVersion) {
    throw new DafuError('DATABASE_FROM_FUTURE', { path, databaseVersion: version, appVersion });
  }
  return version;
}

/**
 * SQLite opens what it may not write for reading, and then fails in ways that say nothing of that; so it is asked
 * first. @throws DafuError DATABASE_READONLY, or DATA_FOLDER_UNUSABLE while there is no database
 */
function assertWritable({ folder, database }: StorePaths): void {
  const hasDatabase = existsSync(database);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    if (hasDatabase) accessSync(database, constants.R_OK | constants.W_OK);
  } catch (error) {
    const reason = systemCode(error);
    if (reason === undefined) throw error;
    throw hasDatabase
      ? new DafuError('DATABASE_READONLY', { path: database }, { cause: error })
      : new DafuError('DATA_FOLDER_UNUSABLE', { path: folder, reason }, { cause: error });
  }
}

function openAsOwner(options: OpenStoreOptions, lock: OwnerLock): Store {
  const { paths, backUpBeforeMigration, migrations = allMigrations } = options;
  const wasUnclean = existsSync(paths.runningFlag);
  const writer = openDatabase(paths.database, { readonly: false, busyTimeoutMs: BUSY_TIMEOUT_MS });
  try {
    prepareWriter(writer, paths.database);
    if (wasUnclean) assertQuickCheck(writer, paths.database);
    migrate(writer, migrations, () => backUpBeforeMigration(writer, databaseVersion(writer)));
    withFileErrors(paths.folder, 'data', () => writeFileSync(paths.runningFlag, ''));
  } catch (error) {
    writer.close();
    throw error;
  }
  const reader = openDatabase(paths.database, { readonly: true, busyTimeoutMs: BUSY_TIMEOUT_MS });
  const writeHandle = createHandle(writer);
  const opened = statSync(paths.database);
  const transaction: Store['transaction'] = (work) => {
    assertInPlace(paths, opened);
    return withDatabaseErrors(paths.database, () => writer.transaction(() => work(writeHandle)).immediate());
  };
  return {
    access: 'own',
    wasUnclean,
    reader: createHandle(reader),
    transaction,
    sqliteVersion: sqliteVersion(reader),
    integrityMessages: () => integrityMessages(reader),
    erase: (work) => erase(writer, () => transaction(work)),
    checkpoint: () => void withDatabaseErrors(paths.database, () => writer.pragma('wal_checkpoint(TRUNCATE)')),
    close() {
      try {
        reader.close();
        // The last connection applies the write-ahead log and removes it.
        writer.close();
        rmSync(paths.runningFlag, { force: true });
      } finally {
        lock.release();
      }
    },
  };
}

/**
 * A folder that was moved or deleted keeps its files open on Linux and macOS: writing would succeed and be lost with
 * the last handle. @throws DafuError DATA_FOLDER_UNUSABLE
 */
function assertInPlace({ folder, database }: StorePaths, opened: Stats): void {
  const now = statSync(database, { throwIfNoEntry: false });
  if (now?.ino === opened.ino && now.dev === opened.dev) return;
  throw new DafuError('DATA_FOLDER_UNUSABLE', { path: folder, reason: 'ENOENT' });
}

function openForReading(paths: StorePaths): Store {
  const version = refuseFuture(paths.database, DATABASE_VERSION);
  if (version === null) throw new DafuError('DATABASE_MISSING', { path: paths.database });
  // Creating or migrating is the owner's business.
  if (version < DATABASE_VERSION) throw new DafuError('DATABASE_LOCKED', { path: paths.database });
  const reader = openDatabase(paths.database, { readonly: true, busyTimeoutMs: BUSY_TIMEOUT_MS });
  const refuse = () => {
    throw new DafuError('DATABASE_LOCKED', { path: paths.database });
  };
  return {
    access: 'read',
    wasUnclean: false,
    reader: createHandle(reader),
    transaction: refuse,
    sqliteVersion: sqliteVersion(reader),
    integrityMessages: () => integrityMessages(reader),
    erase: refuse,
    checkpoint: refuse,
    close: () => void reader.close(),
  };
}

function prepareWriter(database: RawDatabase, path: string): void {
  withDatabaseErrors(path, () => {
    const mode = database.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new DafuError('DATABASE_READONLY', { path });
    // FULL: a save that was acknowledged survives a loss of power.
    database.pragma('synchronous = FULL');
    // Pages of 4 KB: a long letter fills the default of 1000 with a dozen saves, and the checkpoint delays a save.
    database.pragma('wal_autocheckpoint = 4000');
    database.pragma('journal_size_limit = 16777216');
  });
}

function assertQuickCheck(database: RawDatabase, path: string): void {
  const messages = withDatabaseErrors(path, () => rowsOf(database, 'quick_check(20)'));
  if (messages.join() !== 'ok') throw new DafuError('DATABASE_CORRUPT', { path, message: messages.join('; ') });
}

function integrityMessages(database: RawDatabase): string[] {
  return withDatabaseErrors(database.name, () => rowsOf(database, 'integrity_check(20)'));
}

function sqliteVersion(database: RawDatabase): string {
  return database.prepare<[], string>('SELECT sqlite_version()').pluck().get()!;
}

function rowsOf(database: RawDatabase, pragma: string): string[] {
  return (database.pragma(pragma) as Record<string, string>[]).flatMap((row) => Object.values(row));
}

/**
 * Deleted rows are overwritten where they stood, the file is then written anew without the room they left (which also
 * holds what was deleted before), and the log is emptied.
 */
function erase<T>(database: RawDatabase, work: () => T): T {
  database.pragma('secure_delete = ON');
  try {
    const result = work();
    withDatabaseErrors(database.name, () => {
      database.exec('VACUUM');
      database.pragma('wal_checkpoint(TRUNCATE)');
    });
    return result;
  } finally {
    database.pragma('secure_delete = OFF');
  }
}
