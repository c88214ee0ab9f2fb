import { DafuError } from '#shared/contract/errors.ts';

/** The system says that no room is left (or that the person's quota is used up). */
const fullCodes = new Set(['ENOSPC', 'EDQUOT']);

/** Codes that say something about the path itself. Others (EMFILE, EINVAL …) are ours to explain, as INTERNAL. */
const pathCodes = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ELOOP',
  'ENAMETOOLONG',
  'EBUSY',
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOTCONN',
  'ESTALE',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'ETXTBSY',
  'EXDEV',
  'UNKNOWN',
]);

/**
 * A failure of `node:fs` as a `DafuError`, or the error itself when it is not one of the file system.
 * `owner` tells whose path it is: a file the person named, or the data folder of the app.
 */
export function mapFileError(error: unknown, path: string, owner: 'user' | 'data'): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  if (fullCodes.has(code)) return new DafuError('DISK_FULL', { path }, { cause: error });
  if (!pathCodes.has(code)) return error;
  const details = { path, reason: code };
  return owner === 'user'
    ? new DafuError('PATH_UNAVAILABLE', details, { cause: error })
    : new DafuError('DATA_FOLDER_UNUSABLE', details, { cause: error });
}

/** Runs file work on `path`; its failures leave as `DafuError`s. */
export function withFileErrors<T>(path: string, owner: 'user' | 'data', work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw mapFileError(error, path, owner);
  }
}

export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
