import { closeSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { systemCode } from '../files/file-errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { syncFolder } from '../files/write-whole.ts';
import { copyDatabase, copyPages } from './copy-database.ts';

/**
 * Everything that changes a file of the store from outside the open database, in one place: the tests make each of
 * these fail, and stop the world before and after each. Failures leave as those of `node:fs` and of SQLite.
 */
export interface StoreFiles {
  makeFolder(path: string): void;
  rename(from: string, to: string): void;
  /** Nothing happens when it is not there. */
  remove(path: string): void;
  /** Writes a small file whole, and flushes it. */
  write(path: string, text: string): void;
  flush(path: string): void;
  syncFolder(path: string): void;
  /** Bytes this user may still write there; `Infinity` where the file system does not say. */
  freeBytes(folder: string): number;
  copyDatabase: typeof copyDatabase;
  copyPages: typeof copyPages;
}

export const storeFiles: StoreFiles = {
  makeFolder: (path) => makeFolder(path, 0o700),
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  write(path, text) {
    writeFileSync(path, text, { mode: 0o600, flush: true });
  },
  flush(path) {
    const file = openSync(path, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  syncFolder,
  freeBytes(folder) {
    const { bavail, bsize, blocks } = statfsSync(folder);
    return blocks === 0 ? Infinity : bavail * bsize;
  },
  copyDatabase,
  copyPages,
};

/** For what is left over: whoever fails to remove it now has done the work all the same, and the next start sweeps. */
export function removeIfPossible(files: StoreFiles, ...paths: string[]): void {
  for (const path of paths) {
    try {
      files.remove(path);
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
    }
  }
}
