import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Unlike `mkdirSync` with `recursive`, which says ENOENT for a read-only disk, it
 * throws the code of what really stands in the way. `mode` is that of the folders made.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const parent = dirname(path);
  if (parent !== path && !existsSync(parent)) makeFolder(parent, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    // `recursive` tells a folder, which is fine, from a file in its place.
    if (!exists) throw error;
    mkdirSync(path, { recursive: true });
  }
}
