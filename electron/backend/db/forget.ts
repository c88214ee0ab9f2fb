import { withFileErrors } from '../files/file-errors.ts';
import { assertGood } from './copy-database.ts';
import { openDatabase, withDatabaseErrors } from './driver.ts';
import type { StoreFiles } from './store-files.ts';

/**
 * Takes letters out of a backup for good: a copy without them takes its place. False when it held none of them.
 *
 * @throws DafuError DATABASE_CORRUPT, DISK_FULL … and the backup is as it was
 */
export async function forgetDocuments(
  files: StoreFiles,
  backup: string,
  unfinished: string,
  documentIds: readonly string[],
): Promise<boolean> {
  if (!holdsAny(backup, documentIds)) return false;
  await files.copyDatabase(backup, unfinished);
  const copy = openDatabase(unfinished, { readonly: false, busyTimeoutMs: 0 });
  try {
    withDatabaseErrors(unfinished, () => {
      // What hangs on a letter goes with it (ON DELETE CASCADE, in every version of the schema).
      copy.prepare(`DELETE FROM documents WHERE ${among}`).run(JSON.stringify(documentIds));
      // Writes the file anew, without the room the letters took.
      copy.exec('VACUUM');
    });
  } finally {
    copy.close();
  }
  assertGood(unfinished);
  withFileErrors(backup, 'data', () => {
    files.flush(unfinished);
    files.rename(unfinished, backup);
  });
  return true;
}

const among = 'id IN (SELECT value FROM json_each(?))';

function holdsAny(backup: string, documentIds: readonly string[]): boolean {
  const database = openDatabase(backup, { readonly: true, busyTimeoutMs: 0 });
  try {
    return withDatabaseErrors(backup, () => {
      const count = database.prepare<[string], number>(`SELECT count(*) FROM documents WHERE ${among}`).pluck();
      return count.get(JSON.stringify(documentIds))! > 0;
    });
  } finally {
    database.close();
  }
}
