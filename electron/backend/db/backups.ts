import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupReason } from '#shared/contract/backups.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { withFileErrors } from '../files/file-errors.ts';
import { backupName, backupNameParts } from './backup-name.ts';
import { lookInto, newestFirst, type Content } from './copies.ts';
import { copyDatabaseHere } from './copy-database.ts';
import type { RawDatabase } from './driver.ts';
import { forgetDocuments } from './forget.ts';
import { removeIfPossible, type StoreFiles } from './store-files.ts';

const KEPT_TODAY = 3;
const KEPT_IN_ALL = 10;

/** Made by the person, before a migration, or to undo a restore: theirs to remove. */
const keptForGood: readonly BackupReason[] = ['manual', 'migration', 'restore'];

const unfinishedSuffix = '.unfinished';

/** Longer than any backup takes: what is older was left by a process that ended in the middle. */
const UNFINISHED_FOR_MS = 60 * 60 * 1000;

export interface BackupFolder {
  /** Newest content first. Files that are not backups are ignored. */
  list(): Backup[];
  /** Makes a checked backup of the database in a thread of its own. */
  create(reason: BackupReason): Promise<Backup>;
  /** Makes one from an open connection, at once: before a migration, when nothing else goes on. */
  createBeforeMigration(database: RawDatabase, fromVersion: number): void;
  /** @throws DafuError NOT_FOUND, DATABASE_CORRUPT, DATABASE_FROM_FUTURE when it cannot be opened */
  pathOf(name: string): string;
  /** @throws DafuError NOT_FOUND */
  remove(name: string): void;
  /** Takes letters out of all backups for good. Returns how many could not be searched. */
  forget(documentIds: readonly string[]): Promise<{ changed: number; failed: number }>;
  /** Removes what backups that did not end have left. */
  sweep(): void;
}

/**
 * Backups are whole databases made by SQLite (`VACUUM INTO`), never copies of a live file. Each is checked before it
 * gets its name. Of those made by themselves {@link KEPT_TODAY} of today and one of each earlier day stay, at most
 * {@link KEPT_IN_ALL}; the others ({@link keptForGood}) stay until they are removed.
 */
export function createBackupFolder(options: {
  folder: string;
  database: string;
  clock: () => number;
  files: StoreFiles;
}): BackupFolder {
  const { folder, database, clock, files } = options;
  /** A backup does not change once it has its name; looking into each again would make every list slow. */
  const contents = new Map<string, { key: string; content: Content }>();

  function contentOf(name: string): Content {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    const key = `${stats?.ino} ${stats?.size} ${stats?.mtimeMs}`;
    const known = contents.get(name);
    if (known?.key === key) return known.content;
    const content = lookInto(path);
    contents.set(name, { key, content });
    return content;
  }

  function list(): Backup[] {
    return withFileErrors(folder, 'data', () => {
      if (!existsSync(folder)) return [];
      return newestFirst(
        readdirSync(folder).flatMap((name) => {
          const parts = backupNameParts(name);
          return parts === undefined ? [] : [{ name, ...parts, ...contentOf(name) }];
        }),
      );
    });
  }

  function describe(name: string): Backup {
    return { name, ...backupNameParts(name)!, ...contentOf(name) };
  }

  /** A name nobody has, and a place to write at until the copy is whole. */
  function begin(reason: BackupReason, version?: number): { name: string; unfinished: string } {
    return withFileErrors(folder, 'data', () => {
      files.makeFolder(folder);
      for (let time = clock(); ; time += 1) {
        const name = backupName(time, reason, version);
        const unfinished = join(folder, `${name}${unfinishedSuffix}`);
        if (!existsSync(join(folder, name)) && !existsSync(unfinished)) return { name, unfinished };
      }
    });
  }

  function finish(name: string, unfinished: string): void {
    withFileErrors(folder, 'data', () => {
      files.flush(unfinished);
      files.rename(unfinished, join(folder, name));
      files.syncFolder(folder);
    });
    for (const old of superfluous(list(), clock())) {
      if (old.name !== name) removeIfPossible(files, join(folder, old.name));
    }
  }

  function exists(name: string): boolean {
    return (
      backupNameParts(name) !== undefined && lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined
    );
  }

  return {
    list,
    async create(reason) {
      const { name, unfinished } = begin(reason);
      try {
        await files.copyDatabase(database, unfinished);
        finish(name, unfinished);
      } catch (error) {
        removeIfPossible(files, unfinished);
        throw error;
      }
      return describe(name);
    },
    createBeforeMigration(open, fromVersion) {
      const { name, unfinished } = begin('migration', fromVersion);
      try {
        withFileErrors(folder, 'data', () => copyDatabaseHere(open, unfinished));
        finish(name, unfinished);
      } catch (error) {
        removeIfPossible(files, unfinished);
        throw error;
      }
    },
    pathOf(name) {
      if (!exists(name)) throw new DafuError('NOT_FOUND', { what: 'backup', id: name });
      return join(folder, name);
    },
    remove(name) {
      if (!exists(name)) throw new DafuError('NOT_FOUND', { what: 'backup', id: name });
      withFileErrors(folder, 'data', () => files.remove(join(folder, name)));
    },
    async forget(documentIds) {
      const outcome = { changed: 0, failed: 0 };
      for (const { name } of list()) {
        const path = join(folder, name);
        const unfinished = `${path}${unfinishedSuffix}`;
        try {
          if (await forgetDocuments(files, path, unfinished, documentIds)) outcome.changed += 1;
        } catch (error) {
          // The person is told how many; the other backups are not to keep the letter because of this one.
          if (!isDafuError(error)) throw error;
          outcome.failed += 1;
          removeIfPossible(files, unfinished);
        }
      }
      withFileErrors(folder, 'data', () => outcome.changed > 0 && files.syncFolder(folder));
      return outcome;
    },
    sweep() {
      withFileErrors(folder, 'data', () => {
        for (const name of existsSync(folder) ? readdirSync(folder) : []) {
          if (!name.includes(unfinishedSuffix)) continue;
          const { mtimeMs } = lstatSync(join(folder, name));
          if (clock() - mtimeMs > UNFINISHED_FOR_MS) removeIfPossible(files, join(folder, name));
        }
      });
    },
  };
}

/** Days are those of the person's clock. */
function dayOf(time: number): string {
  return new Date(time).toDateString();
}

/** `backups` newest content first. */
export function superfluous(backups: readonly Backup[], now: number): Backup[] {
  // What cannot even be read (a folder, a link to nothing) is not ours to remove.
  const automatic = backups.filter(({ reason, state }) => !keptForGood.includes(reason) && state !== 'unreadable');
  const kept: Backup[] = [];
  for (const backup of automatic) {
    if (kept.length >= KEPT_IN_ALL) break;
    const day = dayOf(backup.createdAt);
    const ofSameDay = kept.filter((other) => dayOf(other.createdAt) === day).length;
    if (ofSameDay < (day === dayOf(now) ? KEPT_TODAY : 1)) kept.push(backup);
  }
  return automatic.filter((backup) => !kept.includes(backup));
}
