import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DafuError } from '#shared/contract/errors.ts';
import { temporaryFolder } from '#backend/testing/backend.ts';
import { copyDatabaseNow } from '#backend/db/copy-database.ts';
import { storeFiles, type StoreFiles } from '#backend/db/store-files.ts';

/** `before` and `after` are called around each operation with its place in the row; what `before` throws is its failure. */
export interface FileHooks {
  before?: (operation: string, index: number) => void;
  after?: (operation: string, index: number) => void;
}

/**
 * The real file operations of the store with hooks around them, and the names of those that ran. Copying is done without
 * its thread, which takes longer to start than such a small store to copy.
 */
export function hookedFiles(hooks: FileHooks): { files: StoreFiles; ran: string[] } {
  const ran: string[] = [];
  const operations: StoreFiles = {
    ...storeFiles,
    copyDatabase: async (source, target) => copyDatabaseNow(source, target),
  };
  const hooked = Object.entries(operations).map(([operation, real]: [string, (...input: never[]) => unknown]) => [
    operation,
    (...input: never[]) => {
      const index = ran.push(operation) - 1;
      hooks.before?.(operation, index);
      const result = real(...input);
      if (result instanceof Promise) {
        return result.then((value: unknown) => {
          hooks.after?.(operation, index);
          return value;
        });
      }
      hooks.after?.(operation, index);
      return result;
    },
  ]);
  return { files: Object.fromEntries(hooked) as StoreFiles, ran };
}

/** A failure as `node:fs` throws it, or from what SQLite does, as it is told. */
export function injectedError(operation: string, code: 'ENOSPC' | 'EBUSY'): Error {
  if (operation.startsWith('copy')) {
    return code === 'ENOSPC'
      ? new DafuError('DISK_FULL', { path: 'injected' })
      : new DafuError('DATA_FOLDER_UNUSABLE', { path: 'injected', reason: code });
  }
  return Object.assign(new Error(`${code}: injected`), { code, syscall: 'injected' });
}

/**
 * The data folder as it lies on the disk before and after each operation: what a start finds after the power went out at
 * that moment.
 */
export function snapshots(dataFolder: string): { hooks: FileHooks; taken: { at: string; folder: string }[] } {
  const taken: { at: string; folder: string }[] = [];
  const take = (when: string) => (operation: string, index: number) => {
    const folder = join(temporaryFolder(), 'data');
    cpSync(dataFolder, folder, { recursive: true });
    taken.push({ at: `${when} ${index} ${operation}`, folder });
  };
  return { hooks: { before: take('before'), after: take('after') }, taken };
}
