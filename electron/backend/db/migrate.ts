import { DafuError } from '#shared/contract/errors.ts';
import { withDatabaseErrors, type RawDatabase } from './driver.ts';
import { mapDatabaseError } from './errors.ts';
import { assertOrder } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** 'DAFU': tells our files from other SQLite databases (https://sqlite.org/fileformat2.html#application_id). */
export const APPLICATION_ID = 0x44414655;

export function databaseVersion(database: RawDatabase): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings the database to the newest version: all steps in one transaction, which is only committed when the result
 * passes `foreign_key_check` and `integrity_check`. `backUp` must have made a verified copy when it returns; it is
 * not called for a new database.
 *
 * @throws DafuError DATABASE_FROM_FUTURE (nothing is touched), MIGRATION_FAILED (all is as before), DISK_FULL …
 */
export function migrate(database: RawDatabase, migrations: readonly Migration[], backUp: () => void): void {
  assertOrder(migrations);
  const path = database.name;
  const from = withDatabaseErrors(path, () => databaseVersion(database));
  const target = migrations.length;
  if (from > target) {
    throw new DafuError('DATABASE_FROM_FUTURE', { path, databaseVersion: from, appVersion: target });
  }
  if (from === target) return;
  if (from > 0) backUp();

  let version = from;
  // Rebuilding a table would fire its ON DELETE actions; the check before the commit stands in for the constraint.
  database.pragma('foreign_keys = OFF');
  try {
    database
      .transaction(() => {
        for (const migration of migrations.slice(from)) {
          version = migration.version;
          database.exec(migration.up);
        }
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${target}`);
        assertSound(database);
      })
      .immediate();
  } catch (error) {
    throw migrationError(error, path, version);
  } finally {
    database.pragma('foreign_keys = ON');
  }
  database.pragma('optimize');
}

function assertSound(database: RawDatabase): void {
  const strays = database.pragma('foreign_key_check') as unknown[];
  if (strays.length > 0) throw new Error(`${strays.length} rows point to nothing`);
  const integrity = database.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') throw new Error(String(integrity));
}

/** What the file system or SQLite refused keeps its own code; a mistake in a migration becomes MIGRATION_FAILED. */
function migrationError(error: unknown, path: string, version: number): unknown {
  const mapped = mapDatabaseError(error, path);
  if (mapped !== error) return mapped;
  const message = error instanceof Error ? error.message : String(error);
  return new DafuError('MIGRATION_FAILED', { path, version, message }, { cause: error });
}
