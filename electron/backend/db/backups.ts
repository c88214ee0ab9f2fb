import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '#shared/contract/app.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { withFileErrors } from '../files/file-errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { syncFolder } from '../files/write-whole.ts';
import { openDatabase, withDatabaseErrors } from './driver.ts';
import { APPLICATION_ID, databaseVersion } from './migrate.ts';
import { DATABASE_VERSION } from './migrations/index.ts';

export type BackupReason = Backup['reason'];

/** Time in UTC, reason, and for `migration` the version the copy has. */
const namePattern =
  /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})-(periodic|close|migration|manual|restore)(?:-v\d+)?\.db$/;

const KEPT_TODAY = 3;
const KEPT_IN_ALL = 10;

export interface BackupFolder {
  /** Newest first. Files that are not backups are ignored. */
  list(): Backup[];
  /** Makes a verified backup. Nothing is left behind when it fails. */
  create(reason: BackupReason, copyTo: (path: string) => void, version?: number): Backup;
  /** Checks a backup and returns its path. @throws DafuError NOT_FOUND, DATABASE_CORRUPT, DATABASE_FROM_FUTURE */
  verify(name: string): string;
  /** The newest backup that passes `verify`. */
  findNewestGood(): Backup | undefined;
}

/**
 * Backups are whole databases made by SQLite (`VACUUM INTO`), never copies of a live file. Each is checked before it
 * gets its name. Of the automatic ones {@link KEPT_TODAY} of today and one of each earlier day stay, at most
 * {@link KEPT_IN_ALL}; those made by the person or before a migration stay for good.
 */
export function createBackupFolder(folder: string, clock: () => number): BackupFolder {
  const counts = new Map<string, number>();

  function describe(name: string): Backup | undefined {
    const parts = namePattern.exec(name);
    if (parts === null) return undefined;
    const [year, month, day, hour, minute, second, ms] = parts.slice(1, 8).map(Number) as [number, number, ...number[]];
    const path = join(folder, name);
    let documents = counts.get(name);
    if (documents === undefined) {
      documents = countDocuments(path);
      counts.set(name, documents);
    }
    return {
      name,
      createdAt: Date.UTC(year, month - 1, day, hour, minute, second, ms),
      bytes: statSync(path).size,
      reason: parts[8] as BackupReason,
      documents,
    };
  }

  function list(): Backup[] {
    return withFileErrors(folder, 'data', () => {
      if (!existsSync(folder)) return [];
      return readdirSync(folder)
        .toSorted()
        .toReversed()
        .map(describe)
        .filter((backup) => backup !== undefined);
    });
  }

  function verify(name: string): string {
    const path = join(folder, name);
    if (!namePattern.test(name) || !existsSync(path)) throw new DafuError('NOT_FOUND', { what: 'backup', id: name });
    assertGood(path);
    return path;
  }

  return {
    list,
    verify,
    findNewestGood() {
      return list().find((backup) => isGood(join(folder, backup.name)));
    },
    create(reason, copyTo, version) {
      withFileErrors(folder, 'data', () => makeFolder(folder));
      const name = freeName(folder, clock(), reason, version);
      const path = join(folder, name);
      const unfinished = `${path}.unfinished`;
      try {
        withFileErrors(folder, 'data', () => rmSync(unfinished, { force: true }));
        copyTo(unfinished);
        assertGood(unfinished);
        withFileErrors(path, 'data', () => {
          flush(unfinished);
          renameSync(unfinished, path);
          syncFolder(folder);
        });
      } catch (error) {
        rmSync(unfinished, { force: true });
        throw error;
      }
      for (const old of superfluous(list(), clock())) {
        if (old.name === name) continue;
        withFileErrors(folder, 'data', () => rmSync(join(folder, old.name)));
        counts.delete(old.name);
      }
      return describe(name)!;
    },
  };
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Two backups within one millisecond still get different names. */
function freeName(folder: string, now: number, reason: BackupReason, version: number | undefined): string {
  for (let time = now; ; time += 1) {
    const stamp = new Date(time).toISOString().replace(/[-:Z]/g, '').replace('T', '-').replace('.', '-');
    const name = `${stamp}-${reason}${version === undefined ? '' : `-v${version}`}.db`;
    if (!existsSync(join(folder, name))) return name;
  }
}

function assertGood(path: string): void {
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

function isGood(path: string): boolean {
  try {
    assertGood(path);
    return true;
  } catch (error) {
    if (error instanceof DafuError) return false;
    throw error;
  }
}

/** -1 for a file that cannot be read as a database: it is listed, so that the person knows of it. */
function countDocuments(path: string): number {
  try {
    const database = openDatabase(path, { readonly: true, busyTimeoutMs: 0 });
    try {
      return withDatabaseErrors(path, () =>
        database.prepare<[], number>('SELECT count(*) FROM documents WHERE trashed_at IS NULL').pluck().get()!,
      );
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof DafuError) return -1;
    throw error;
  }
}

/** Days are those of the person's clock. */
function dayOf(time: number): string {
  return new Date(time).toDateString();
}

/** `backups` newest first. */
export function superfluous(backups: readonly Backup[], now: number): Backup[] {
  const automatic = backups.filter(({ reason }) => reason !== 'manual' && reason !== 'migration');
  const kept: Backup[] = [];
  for (const backup of automatic) {
    if (kept.length >= KEPT_IN_ALL) break;
    const day = dayOf(backup.createdAt);
    const ofSameDay = kept.filter((other) => dayOf(other.createdAt) === day).length;
    if (ofSameDay < (day === dayOf(now) ? KEPT_TODAY : 1)) kept.push(backup);
  }
  return automatic.filter((backup) => !kept.includes(backup));
}
