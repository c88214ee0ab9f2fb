import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { DafuError } from '#shared/contract/errors.ts';
import { withFileErrors } from './file-errors.ts';

/**
 * Reads a file the person named, at most `maxBytes` of it.
 *
 * @throws DafuError PATH_UNAVAILABLE, IMPORT_TOO_LARGE
 */
export function readCapped(path: string, maxBytes: number): Uint8Array {
  return withFileErrors(path, 'user', () => {
    const file = openSync(path, 'r');
    try {
      const stats = fstatSync(file);
      // A device or pipe could go on for ever.
      if (!stats.isFile()) throw new DafuError('PATH_UNAVAILABLE', { path, reason: 'ENOTFILE' });
      if (stats.size > maxBytes) {
        const details = { name: basename(path), limit: 'bytes', actual: stats.size, allowed: maxBytes };
        throw new DafuError('IMPORT_TOO_LARGE', details);
      }
      const bytes = new Uint8Array(stats.size);
      let read = 0;
      while (read < bytes.length) {
        const count = readSync(file, bytes, read, bytes.length - read, read);
        if (count === 0) break;
        read += count;
      }
      return bytes.subarray(0, read);
    } finally {
      closeSync(file);
    }
  });
}
