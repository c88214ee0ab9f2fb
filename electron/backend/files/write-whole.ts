import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts `bytes` at `path` whole or not at all: a temporary file in the same folder, flushed, then renamed over the
 * target. An older file there stays until the new one is complete.
 *
 * @throws the error of `node:fs`, unmapped
 */
export function writeWhole(path: string, bytes: Uint8Array, temporaryId: string): void {
  const temporary = join(dirname(path), `.dafu-${temporaryId}.tmp`);
  try {
    const file = openSync(temporary, 'wx');
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes renames and removals in `folder` durable. Windows has no such call and does it by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
