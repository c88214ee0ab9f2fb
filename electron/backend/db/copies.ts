import { existsSync, lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StoreCopy } from '#shared/contract/backups.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { systemCode, withFileErrors } from '../files/file-errors.ts';
import { backupNameParts } from './backup-name.ts';
import { openDatabase, withDatabaseErrors, type RawDatabase } from './driver.ts';
import { APPLICATION_ID, databaseVersion } from './migrate.ts';
import { DATABASE_VERSION } from './migrations/index.ts';
import type { StorePaths } from './paths.ts';

/** What a file holds, as far as it can be told by looking into it. */
export type Content = Pick<StoreCopy, 'state' | 'documents' | 'lastChangeAt' | 'changes' | 'bytes'>;

const nothing = { documents: 0, lastChangeAt: null, changes: null, bytes: 0 };

/**
 * Looks into a database file without changing it. Whatever is wrong with the file becomes its `state`: one odd file must
 * never hide the others. Not for the database that is open: closing a file this process has locked drops the locks.
 */
export function lookInto(path: string): Content {
  let bytes: number;
  try {
    const stats = statSync(path);
    bytes = stats.size;
    if (!stats.isFile()) return { ...nothing, state: 'unreadable' };
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return { ...nothing, state: 'unreadable' };
  }
  const hadLog = existsSync(`${path}-wal`);
  try {
    const database = openDatabase(path, { readonly: true, busyTimeoutMs: 0 });
    try {
      return { bytes, ...withDatabaseErrors(path, () => readContent(database)) };
    } finally {
      database.close();
    }
  } catch (error) {
    if (!isDafuError(error)) throw error;
    return { ...nothing, bytes, state: error.code === 'DATABASE_CORRUPT' ? 'damaged' : 'unreadable' };
  } finally {
    // A database in WAL mode cannot be read without them, and a reader leaves them behind.
    if (!hadLog) for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  }
}

function readContent(database: RawDatabase): Omit<Content, 'bytes'> {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) return { ...nothing, state: 'damaged' };
  const version = databaseVersion(database);
  if (version > DATABASE_VERSION) return { ...nothing, state: 'future' };
  const { documents, lastChangeAt } = database
    .prepare<[], { documents: number; lastChangeAt: number | null }>(
      `SELECT count(*) FILTER (WHERE trashed_at IS NULL) AS documents, max(updated_at) AS lastChangeAt FROM documents`,
    )
    .get()!;
  const state = hasStoreState(version)
    ? database
        .prepare<[], { changes: number; changedAt: number }>(
          'SELECT changes, changed_at AS changedAt FROM store_state WHERE only_row = 1',
        )
        .get()!
    : { changes: null, changedAt: 0 };
  const changedAt = Math.max(lastChangeAt ?? 0, state.changedAt);
  return { state: 'good', documents, lastChangeAt: changedAt === 0 ? null : changedAt, changes: state.changes };
}

/** Migration 4 made the table. */
function hasStoreState(version: number): boolean {
  return version >= 4;
}

/** Newest content first: by the counter where there is one, for no clock and no file name can be trusted with it. */
export function newestFirst<C extends Content & { createdAt: number }>(copies: readonly C[]): C[] {
  return copies.toSorted(
    (a, b) =>
      Number(b.state === 'good') - Number(a.state === 'good') ||
      (b.changes ?? -1) - (a.changes ?? -1) ||
      (b.lastChangeAt ?? 0) - (a.lastChangeAt ?? 0) ||
      b.createdAt - a.createdAt,
  );
}

/**
 * What a former database may be got back from: all copies in the data folder but the database itself, newest content
 * first. Empty for a folder that never held one.
 */
export function findCopies(paths: StorePaths): StoreCopy[] {
  const prefix = basename(paths.database);
  const beside = entries(paths.folder).flatMap((name): StoreCopy[] => {
    const kind = kindBeside(name, prefix);
    return kind === undefined ? [] : [describe(paths.folder, name, name, kind)];
  });
  const backups = entries(paths.backups)
    .filter((name) => name.endsWith('.db'))
    .map((name) => describe(paths.backups, name, `${basename(paths.backups)}/${name}`, 'backup'));
  return newestFirst([...backups, ...beside]);
}

/**
 * Whether there was a database here: something beside the place of one tells of it. The log counts only without a
 * database file, for it may be that of a first start that ended before its first commit.
 */
export function hasTraces(paths: StorePaths): boolean {
  const hasFile = (statSync(paths.database, { throwIfNoEntry: false })?.size ?? 0) > 0;
  return (
    existsSync(paths.runningFlag) ||
    entries(paths.backups).length > 0 ||
    findCopies(paths).some(({ kind, bytes }) => kind !== 'log' || (bytes > 0 && !hasFile))
  );
}

function entries(folder: string): string[] {
  return withFileErrors(folder, 'data', () => {
    const stats = statSync(folder, { throwIfNoEntry: false });
    return stats?.isDirectory() === true ? readdirSync(folder) : [];
  });
}

function kindBeside(name: string, prefix: string): StoreCopy['kind'] | undefined {
  if (name === `${prefix}-wal`) return 'log';
  if (name === `${prefix}.previous`) return 'previous';
  if (name === `${prefix}.incoming`) return 'incoming';
  if (name.startsWith(`${prefix}.corrupt-`) && !/-(?:wal|shm)$/.test(name)) return 'damaged';
  return undefined;
}

function describe(folder: string, file: string, name: string, kind: StoreCopy['kind']): StoreCopy {
  const path = join(folder, file);
  const parts = kind === 'backup' ? backupNameParts(file) : undefined;
  const entry = lstatSync(path, { throwIfNoEntry: false });
  return {
    name,
    kind,
    reason: parts?.reason ?? null,
    createdAt: parts?.createdAt ?? entry?.mtimeMs ?? 0,
    ...(kind === 'log' ? { ...nothing, bytes: entry?.size ?? 0, state: 'unreadable' as const } : lookInto(path)),
  };
}
