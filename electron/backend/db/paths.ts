import { join } from 'node:path';

/** Everything the store keeps in the data folder. */
export interface StorePaths {
  folder: string;
  database: string;
  /** See `owner-lock.ts`. */
  lock: string;
  /** Present while the store is open; found at the next start it tells of a stop without a close. */
  runningFlag: string;
  /** Present while a restore runs; see `restore.ts`. */
  restoreMark: string;
  /** A whole copy on its way to become the database. */
  incoming: string;
  backups: string;
  logs: string;
}

export function storePaths(folder: string): StorePaths {
  return {
    folder,
    database: join(folder, 'dafu.db'),
    lock: join(folder, 'dafu.lock'),
    runningFlag: join(folder, 'dafu.running'),
    restoreMark: join(folder, 'dafu.restoring'),
    incoming: join(folder, 'dafu.db.incoming'),
    backups: join(folder, 'backups'),
    logs: join(folder, 'logs'),
  };
}

/** The database file with the two files WAL mode keeps beside it (https://sqlite.org/wal.html). */
export function databaseFiles(database: string): string[] {
  return [database, `${database}-wal`, `${database}-shm`];
}
