import { unzipSync } from 'fflate';
import { DafuError } from '#shared/contract/errors.ts';
import { startsWith } from '#backend/files/starts-with.ts';
import { oleReason } from '#backend/files/file-kind.ts';
import { checkLimit } from '#backend/files/input-limits.ts';
import { refusal } from './refuse.ts';

/**
 * A Word file is a zip from a stranger. Nothing is inflated before the whole directory was looked at, single parts are
 * inflated only when asked for, and no name in it ever reaches the disk.
 */
export interface Archive {
  /** File name of the whole, for errors. */
  name: string;
  has(path: string): boolean;
  /** Bytes of a part, or null when there is none. Paths are compared without case (ECMA-376 part 2, §6.2.2.3). */
  read(path: string): Uint8Array | null;
}

const caps = {
  entries: 4_000,
  partBytes: 150e6,
  totalBytes: 300e6,
  /** Inflated to packed size; small parts of much white space are honest at any ratio. */
  ratio: 400,
  ratioAppliesAbove: 10_000,
};

const oleMagic = [0xd0, 0xcf, 0x11, 0xe0];
const zipMagic = [0x50, 0x4b];

/** Throws IMPORT_UNSUPPORTED (see `RefusalReason`) or IMPORT_TOO_LARGE. */
export function openArchive(bytes: Uint8Array, name: string): Archive {
  checkLimit(name, 'bytes', bytes.length);
  if (startsWith(bytes, oleMagic)) throw refusal(name, oleReason(bytes, name));
  if (!startsWith(bytes, zipMagic)) throw refusal(name, 'not-a-zip');
  const paths = checkDirectory(bytes, name);
  return {
    name,
    has: (path) => paths.has(path.toLowerCase()),
    read(path) {
      const stored = paths.get(path.toLowerCase());
      if (stored === undefined) return null;
      // Sizes in the directory may lie; fflate inflates into a buffer of the declared size, so a lie only cuts short.
      const files = unzip(bytes, name, (entry) => entry.name === stored);
      return files[stored] ?? null;
    },
  };
}

/** Looks at every entry without inflating any. Returns the stored name of each part by its comparable path. */
function checkDirectory(bytes: Uint8Array, name: string): Map<string, string> {
  const paths = new Map<string, string>();
  let entries = 0;
  let total = 0;
  unzip(bytes, name, (entry) => {
    entries += 1;
    total += entry.originalSize;
    const isDense = entry.size > caps.ratioAppliesAbove && entry.originalSize / entry.size > caps.ratio;
    if (entries > caps.entries || entry.originalSize > caps.partBytes || total > caps.totalBytes || isDense) {
      throw refusal(name, 'zip-bomb');
    }
    const path = entry.name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
    // Readers differ in which of two equal parts they take, so a second one can smuggle a text past a check.
    if (paths.has(path)) throw refusal(name, 'duplicate-part');
    if (/vbaproject\.bin$/.test(path)) throw refusal(name, 'macro');
    paths.set(path, entry.name);
    return false;
  });
  return paths;
}

type Entry = Parameters<NonNullable<Parameters<typeof unzipSync>[1]>['filter'] & object>[0];

function unzip(bytes: Uint8Array, name: string, filter: (entry: Entry) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    // Whatever fflate makes of broken bytes, the file is at fault; our own refusals pass through.
    throw error instanceof DafuError ? error : refusal(name, 'damaged', error);
  }
}
