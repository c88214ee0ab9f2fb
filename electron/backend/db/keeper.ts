import { join } from 'node:path';
import type { AppStatus } from '#shared/contract/app.ts';
import type { Backup, BackupReason, StoreCopy } from '#shared/contract/backups.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { withFileErrors } from '../files/file-errors.ts';
import type { Logger } from '../log.ts';
import { createBackupFolder } from './backups.ts';
import { findCopies } from './copies.ts';
import type { ReadDb, WriteDb } from './driver.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { databaseFiles, type StorePaths } from './paths.ts';
import { assertRoom, moveIntoPlace, readRestoreMark, sizeOf, stageCopy } from './restore.ts';
import { keepToTheOwner } from './permissions.ts';
import { removeIfPossible, type StoreFiles } from './store-files.ts';
import { countOnFrom, readStoreState } from './store-state.ts';
import { openStore, type OpenStoreOptions, type Store, type StoreAccess } from './store.ts';

export interface KeeperOptions {
  paths: StorePaths;
  access: StoreAccess;
  /** Whether a folder without a database gets one. */
  mayCreate: boolean;
  clock: () => number;
  ids: () => string;
  logger: Logger;
  files: StoreFiles;
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
  transaction: <T>(work: (db: WriteDb) => T) => T;
  /** A transaction after which nothing of what it deleted is left in the files of the store. */
  erase: <T>(work: (db: WriteDb) => T) => T;
  /** Resolves when no restore is on its way, in which a transaction fails. */
  whenWritable(): Promise<void>;
  integrityMessages(): string[];
  /** Undefined while the store is not open. */
  readonly sqliteVersion: string | undefined;
  readonly interruptedRestore: AppStatus['interruptedRestore'];
  /** Opens the store if it is not open. Never throws a `DafuError`: failure becomes `problem`. */
  open(): void;
  /** Closes the store when `error` says that it is damaged (and not, say, a backup): nothing more is written to it. */
  giveUpIfDamaged(error: DafuError): void;
  backups(): Backup[];
  removeBackup(name: string): void;
  /** Takes letters out of all backups for good. */
  forgetInBackups(documentIds: readonly string[]): Promise<{ changed: number; failed: number }>;
  backUp(reason: BackupReason): Promise<Backup>;
  /** Backs up when something was written since the last backup. Undefined when there was no need. */
  backUpIfChanged(reason: BackupReason): Promise<Backup | undefined>;
  /** Makes a backup the content of the store, after backing up what is there. Old or new, whatever happens meanwhile. */
  restore(name: string): Promise<void>;
  /** What a missing or damaged database may be got back from. */
  copies(): StoreCopy[];
  /** Opens a copy in place of a missing or damaged database, or (null) an empty one. Returns where the old one went. */
  recover(copy: string | null): Promise<string | null>;
  /** Backs up if needed and closes. */
  close(): Promise<void>;
}

export function createStoreKeeper(options: KeeperOptions): StoreKeeper {
  const { paths, access, clock, logger, files } = options;
  const folder = createBackupFolder({ folder: paths.backups, database: paths.database, clock, files });
  const place = { paths, files };
  let store: Store | null = null;
  let problem: DafuError | null = null;
  let interruptedRestore: AppStatus['interruptedRestore'] = null;
  /** Between the backup before a restore and its end nothing may be saved: it would be in neither. */
  let replacing: Promise<void> | null = null;
  /** Copying takes its time and other calls go on, so one waits for the other. */
  let lastCopying: Promise<unknown> = Promise.resolve();

  function opened(): Store {
    if (store === null) throw problem ?? new Error('the store is closed');
    return store;
  }

  function writable(): Store {
    if (replacing !== null) throw new DafuError('DATABASE_LOCKED', { path: paths.database });
    return opened();
  }

  function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const result = lastCopying.then(work, work);
    lastCopying = result.catch(() => undefined);
    return result;
  }

  function openNow(create: OpenStoreOptions['create']): void {
    const next = openStore({
      paths,
      access,
      create,
      backUpBeforeMigration: (database, version) => {
        assertRoom(place, 3 * sizeOf(...databaseFiles(paths.database)));
        folder.createBeforeMigration(database, version);
      },
    });
    try {
      if (access === 'own') {
        options.prepare(next.transaction);
        tidyUp(next.reader);
      }
    } catch (error) {
      next.close();
      throw error;
    }
    store = next;
    problem = null;
  }

  /** After whatever ended in the middle. The store is open, so a copy that was on its way has served. */
  function tidyUp(reader: ReadDb): void {
    keepToTheOwner(paths, logger);
    const mark = readRestoreMark(paths);
    if (mark !== null) interruptedRestore = readStoreState(reader).restoreId === mark ? 'applied' : 'notApplied';
    removeIfPossible(files, paths.incoming, `${paths.incoming}.unfinished`, paths.restoreMark);
    folder.sweep();
  }

  function open(create: OpenStoreOptions['create'] = options.mayCreate ? 'ifNone' : 'never'): void {
    if (store !== null) return;
    try {
      openNow(create);
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

  /** The highest count of changes any copy has come to. */
  function highestCount(copies: readonly { changes: number | null }[]): number {
    return Math.max(0, ...copies.map(({ changes }) => changes ?? 0));
  }

  function hasChanged(): boolean {
    return access === 'own' && readStoreState(opened().reader).changes > highestCount(folder.list());
  }

  const backUp = (reason: BackupReason) => oneAtATime(() => (opened(), folder.create(reason)));

  async function replaceBy(source: string): Promise<void> {
    const restoreId = options.ids();
    const sizes = { source: sizeOf(source), present: sizeOf(...databaseFiles(paths.database)) };
    // The backup of what is there, the staged copy, and the log that takes the new content.
    assertRoom(place, sizes.present + 2 * sizes.source);
    await folder.create('restore');
    const changes = Math.max(readStoreState(opened().reader).changes, highestCount(folder.list())) + 1;
    await stageCopy(place, { source, changes, restoreId });
    withFileErrors(paths.folder, 'data', () => {
      files.write(paths.restoreMark, restoreId);
      files.syncFolder(paths.folder);
    });
    try {
      await files.copyPages(paths.incoming, paths.database);
      opened().checkpoint();
    } finally {
      removeIfPossible(files, paths.restoreMark, paths.incoming);
    }
  }

  async function putInPlace(chosen: StoreCopy | undefined, changes: number): Promise<string | null> {
    const lock = takeOwnerLock(paths.lock, paths.database);
    try {
      if (chosen !== undefined) {
        const source = join(paths.folder, chosen.name);
        assertRoom(place, 2 * sizeOf(source));
        await stageCopy(place, { source, changes, restoreId: null });
      }
      return moveIntoPlace(place, clock(), chosen === undefined ? null : paths.incoming);
    } finally {
      lock.release();
    }
  }

  return {
    get problem() {
      return problem;
    },
    get reader() {
      return opened().reader;
    },
    transaction: (work) => writable().transaction(work),
    erase: (work) => writable().erase(work),
    async whenWritable() {
      // How the restore ends is told to whoever asked for it.
      await replacing?.catch(() => undefined);
    },
    integrityMessages: () => opened().integrityMessages(),
    get sqliteVersion() {
      return store?.sqliteVersion;
    },
    get interruptedRestore() {
      return interruptedRestore;
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
    removeBackup: (name) => folder.remove(name),
    forgetInBackups: (documentIds) => oneAtATime(() => folder.forget(documentIds)),
    backUp,
    backUpIfChanged: async (reason) => (hasChanged() ? backUp(reason) : undefined),
    restore(name) {
      if (access === 'read') throw new DafuError('DATABASE_LOCKED', { path: paths.database });
      return oneAtATime(async () => {
        const source = folder.pathOf(name);
        replacing = replaceBy(source);
        try {
          await replacing;
        } finally {
          replacing = null;
        }
        options.prepare(opened().transaction);
        options.onChange();
      });
    },
    copies: () => findCopies(paths),
    recover(copy) {
      return oneAtATime(async () => {
        if (access === 'read' || !isLost(problem, paths)) throw new DafuError('FORBIDDEN', { rule: 'app.recover' });
        const copies = findCopies(paths);
        const chosen = copies.find(({ name, kind }) => name === copy && kind !== 'log');
        if (copy !== null && chosen === undefined) throw new DafuError('NOT_FOUND', { what: 'backup', id: copy });
        const changes = highestCount(copies) + 1;
        try {
          const movedTo = await putInPlace(chosen, changes);
          open('always');
          if (store === null) throw problem ?? new Error('the store is closed');
          if (chosen === undefined) store.transaction((db) => countOnFrom(db, changes, null));
          return movedTo;
        } catch (error) {
          // Whatever is there now, it is told as it is.
          open();
          throw error;
        }
      });
    },
    close() {
      return oneAtATime(async () => {
        if (store === null) return;
        try {
          if (hasChanged()) await folder.create('close');
        } catch (error) {
          // What was saved is safe in the store; closing it in good order matters more.
          logger.error('backup.failed', { error });
        }
        if (store !== null) closeStore();
      });
    },
  };
}

/** Missing or damaged itself: a lock or a backup that is damaged is no reason to move the database. */
function isLost(problem: DafuError | null, { database }: StorePaths): boolean {
  return (
    (problem?.code === 'DATABASE_MISSING' || problem?.code === 'DATABASE_CORRUPT') &&
    'path' in problem.details &&
    problem.details.path === database
  );
}
