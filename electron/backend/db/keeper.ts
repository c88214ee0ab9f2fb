import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { Backup } from '#shared/contract/app.ts';
import { DafuError, type ErrorCode } from '#shared/contract/errors.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { withFileErrors } from '../files/file-errors.ts';
import { syncFolder } from '../files/write-whole.ts';
import type { Logger } from '../log.ts';
import { createBackupFolder, type BackupReason } from './backups.ts';
import type { ReadDb, WriteDb } from './driver.ts';
import { databaseFiles, type StorePaths } from './paths.ts';
import { openStore, type Store, type StoreAccess } from './store.ts';

export interface KeeperOptions {
  paths: StorePaths;
  access: StoreAccess;
  clock: () => number;
  logger: Logger;
  /** Puts a store that was just opened in order. When it throws, the store counts as not opened. */
  prepare(transaction: Store['transaction']): void;
  /** Called after the store was opened, closed by a problem, or replaced. */
  onChange(): void;
}

/**
 * Holds the store through its ups and downs: open, not open because of a problem, replaced by a backup. The problem
 * is a value everybody can read; `reader` and `transaction` throw it.
 */
export interface StoreKeeper {
  readonly problem: DafuError | null;
  readonly reader: ReadDb;
  transaction<T>(work: (db: WriteDb) => T): T;
  /** Something worth a backup was written. */
  markChanged(): void;
  integrityMessages(): string[];
  /** Undefined while the store is not open. */
  readonly sqliteVersion: string | undefined;
  /** Opens the store if it is not open. Never throws a `DafuError`: failure becomes `problem`. */
  open(): void;
  /** Closes the store when `error` says that it is damaged (and not, say, a backup): nothing more is written to it. */
  giveUpIfDamaged(error: DafuError): void;
  backups(): Backup[];
  backUp(reason: BackupReason): Backup;
  /** Backs up when something was written since the last backup. Undefined when there was no need. */
  backUpIfChanged(reason: BackupReason): Backup | undefined;
  /** Replaces the store by a backup, after backing up what is there. */
  restore(name: string): void;
  /** Moves a corrupt database aside and starts from the newest good backup, or empty. Returns where it went. */
  recover(from: 'newest-backup' | 'empty'): string;
  /** Backs up if needed and closes. */
  close(): void;
}

export function createStoreKeeper(options: KeeperOptions): StoreKeeper {
  const { paths, access, clock, logger } = options;
  const folder = createBackupFolder(paths.backups, clock);
  let store: Store | null = null;
  let problem: DafuError | null = null;
  let changed = false;

  function opened(): Store {
    if (store === null) throw problem ?? new Error('the store is closed');
    return store;
  }

  function openNow(): void {
    const next = openStore({
      paths,
      access,
      backUpBeforeMigration: (copyTo, version) => void folder.create('migration', copyTo, version),
    });
    try {
      if (access === 'own') options.prepare(next.transaction);
    } catch (error) {
      next.close();
      throw error;
    }
    store = next;
    problem = null;
    // After a crash nobody knows whether the last backup is up to date.
    changed = store.wasUnclean;
  }

  function open(): void {
    if (store !== null) return;
    try {
      openNow();
    } catch (error) {
      if (!isDafuError(error)) throw error;
      problem = error;
      logger.error('store.open', { code: error.code, error });
    }
    options.onChange();
  }

  function closeStore(): void {
    const closing = opened();
    store = null;
    closing.close();
  }

  function putInPlace(source: string): void {
    const incoming = `${paths.database}.incoming`;
    withFileErrors(paths.database, 'data', () => {
      copyFileSync(source, incoming);
      renameSync(incoming, paths.database);
      syncFolder(paths.folder);
    });
  }

  function backUp(reason: BackupReason): Backup {
    const backup = folder.create(reason, (path) => opened().copyTo(path));
    changed = false;
    return backup;
  }

  return {
    get problem() {
      return problem;
    },
    get reader() {
      return opened().reader;
    },
    transaction: (work) => opened().transaction(work),
    markChanged() {
      changed = true;
    },
    integrityMessages: () => opened().integrityMessages(),
    get sqliteVersion() {
      return store?.sqliteVersion;
    },
    open,
    giveUpIfDamaged(found) {
      const isDamage = found.code === 'DATABASE_CORRUPT' && 'path' in found.details;
      if (store === null || !isDamage || found.details.path !== paths.database) return;
      problem = found;
      logger.error('store.gaveUp', { code: found.code, error: found });
      try {
        closeStore();
      } catch (error) {
        // Closing a damaged database may fail again; the connection is gone all the same.
        logger.error('store.close', { error });
      }
      options.onChange();
    },
    backups: () => folder.list(),
    backUp,
    backUpIfChanged(reason) {
      return changed && access === 'own' ? backUp(reason) : undefined;
    },
    restore(name) {
      const source = folder.verify(name);
      if (access === 'read') throw new DafuError('DATABASE_LOCKED', { path: paths.database });
      backUp('restore');
      closeStore();
      const previous = `${paths.database}.previous`;
      withFileErrors(paths.database, 'data', () => renameSync(paths.database, previous));
      try {
        putInPlace(source);
        openNow();
      } catch (error) {
        for (const file of databaseFiles(paths.database)) rmSync(file, { force: true });
        withFileErrors(paths.database, 'data', () => renameSync(previous, paths.database));
        open();
        throw error;
      }
      rmSync(previous);
      options.onChange();
    },
    recover(from) {
      if (problem?.code !== ('DATABASE_CORRUPT' satisfies ErrorCode)) {
        throw new DafuError('FORBIDDEN', { rule: 'app.recover' });
      }
      const good = from === 'newest-backup' ? folder.findNewestGood() : undefined;
      if (from === 'newest-backup' && good === undefined) {
        throw new DafuError('NOT_FOUND', { what: 'backup', id: 'newest' });
      }
      const stamp = new Date(clock()).toISOString().replace(/[-:.]/g, '');
      const aside = `${paths.database}.corrupt-${stamp}`;
      withFileErrors(paths.database, 'data', () => {
        for (const file of databaseFiles(paths.database)) {
          if (existsSync(file)) renameSync(file, file.replace(paths.database, aside));
        }
      });
      if (good !== undefined) putInPlace(folder.verify(good.name));
      problem = null;
      open();
      if (store === null) throw problem ?? new Error('the store is closed');
      return aside;
    },
    close() {
      if (store === null) return;
      try {
        if (changed && access === 'own') backUp('close');
      } catch (error) {
        // What was saved is safe in the store; closing it in good order matters more.
        logger.error('backup.failed', { error });
      }
      closeStore();
    },
  };
}
