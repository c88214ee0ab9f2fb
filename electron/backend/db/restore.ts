import { existsSync, readFileSync, statSync } from 'node:fs';
import { DafuError } from '#shared/contract/errors.ts';
import { withFileErrors } from '../files/file-errors.ts';
import { createHandle, openDatabase } from './driver.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { databaseFiles, type StorePaths } from './paths.ts';
import { removeIfPossible, type StoreFiles } from './store-files.ts';
import { countOnFrom } from './store-state.ts';

/** What SQLite and the file system need beside the bytes of the copies, in bytes. */
const SPARE_ROOM = 1_000_000;

/**
 * Makes the copy that is to become the database (`paths.incoming`), of this version and checked; it has that name only
 * when it is whole. Nothing of the present state is touched.
 * `changes` and `restoreId` are what it will say of itself.
 *
 * @throws DafuError DATABASE_CORRUPT, DATABASE_FROM_FUTURE, MIGRATION_FAILED, DISK_FULL …
 */
export async function stageCopy(
  { paths, files }: { paths: StorePaths; files: StoreFiles },
  copy: { source: string; changes: number; restoreId: string | null },
): Promise<void> {
  const unfinished = `${paths.incoming}.unfinished`;
  const inFolder = <T>(work: () => T) => withFileErrors(paths.incoming, 'data', work);
  try {
    inFolder(() => files.remove(unfinished));
    await files.copyDatabase(copy.source, unfinished);
    const database = openDatabase(unfinished, { readonly: false, busyTimeoutMs: 0 });
    try {
      // A copy of a copy: if its migration fails, nothing has happened.
      migrate(database, migrations, () => undefined);
      countOnFrom(createHandle(database), copy.changes, copy.restoreId);
    } finally {
      database.close();
    }
    inFolder(() => {
      files.flush(unfinished);
      files.rename(unfinished, paths.incoming);
      files.syncFolder(paths.folder);
    });
  } catch (error) {
    removeIfPossible(files, unfinished);
    throw error;
  }
}

/**
 * Puts the staged copy where a missing or damaged database was. What is there goes aside first, database before log:
 * whenever this ends in between, the database is missing, and the next start says so and offers the copy again.
 * Returns where the old one went, null when there was none.
 *
 * @throws DafuError DATA_FOLDER_UNUSABLE … when it was undone
 */
export function moveIntoPlace(
  { paths, files }: { paths: StorePaths; files: StoreFiles },
  now: number,
  incoming: string | null,
): string | null {
  const aside = `${paths.database}.corrupt-${new Date(now).toISOString().replace(/[-:.]/g, '')}`;
  const moved: [from: string, to: string][] = [];
  const move = (from: string, to: string) => {
    files.rename(from, to);
    moved.push([from, to]);
  };
  return withFileErrors(paths.database, 'data', () => {
    try {
      for (const file of databaseFiles(paths.database)) {
        if (existsSync(file)) move(file, file.replace(paths.database, aside));
      }
      if (incoming !== null) move(incoming, paths.database);
      files.remove(paths.runningFlag);
      files.syncFolder(paths.folder);
    } catch (error) {
      for (const [from, to] of moved.toReversed()) files.rename(to, from);
      throw error;
    }
    return existsSync(aside) ? aside : null;
  });
}

/** @throws DafuError DISK_FULL before anything is written */
export function assertRoom({ paths, files }: { paths: StorePaths; files: StoreFiles }, bytes: number): void {
  const free = withFileErrors(paths.folder, 'data', () => files.freeBytes(paths.folder));
  if (free < bytes + SPARE_ROOM) throw new DafuError('DISK_FULL', { path: paths.folder });
}

/** Bytes of a file, or of all files of the database. */
export function sizeOf(...files: string[]): number {
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** The id of a restore that did not end, null when there is none. */
export function readRestoreMark({ restoreMark }: StorePaths): string | null {
  return withFileErrors(restoreMark, 'data', () =>
    existsSync(restoreMark) ? readFileSync(restoreMark, 'utf8') : null,
  );
}
