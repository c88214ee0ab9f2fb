import { chmodSync, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from '../files/file-errors.ts';
import type { Logger } from '../log.ts';
import type { StorePaths } from './paths.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Letters are nobody's business but that of the one who is logged in: folders and files of the store are closed to
 * others, also those an older version left open. Windows does it by the rights of the profile folder; a file system
 * without rights (FAT) cannot, which is logged.
 */
export function keepToTheOwner(paths: StorePaths, logger: Logger): void {
  if (process.platform === 'win32') return;
  try {
    close(paths.folder);
    for (const folder of [paths.backups, paths.logs, join(paths.folder, 'sheets')])
      if (existsSync(folder)) close(folder);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    logger.warn('store.permissions', { error });
  }
}

/** The folder and the files directly in it. Links are left alone: what they point to is somebody else's. */
function close(folder: string): void {
  restrict(folder, FOLDER_MODE);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) restrict(join(folder, entry.name), FILE_MODE);
  }
}

function restrict(path: string, mode: number): void {
  // Only what is open to others: whoever made a file read-only meant it.
  if ((lstatSync(path).mode & 0o077) !== 0) chmodSync(path, mode);
}
