import { openSync, readdirSync, readSync, closeSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compareNumbers, neededVersions, numbersOf } from './elf-symbols.mjs';

/**
 * The libraries of the oldest systems the app runs on: Kylin V10 and UOS 20 have glibc 2.28 and the C++ library of
 * GCC 8 (GLIBCXX_3.4.25, CXXABI_1.3.11).
 * @type {Readonly<Record<string, [number, number, number]>>}
 */
export const oldestLibraries = { GLIBC: [2, 28, 0], GLIBCXX: [3, 4, 25], CXXABI: [1, 3, 11] };

/**
 * @param {string[]} versions asked for, such as `GLIBC_2.34`
 * @returns {string[]} those that the oldest systems do not have
 */
export function tooNew(versions) {
  return versions.filter((version) =>
    Object.entries(oldestLibraries).some(([library, oldest]) => {
      const numbers = numbersOf(version, library);
      return numbers !== null && compareNumbers(numbers, oldest) > 0;
    }),
  );
}

/**
 * Every ELF file below a folder with what it asks for beyond the oldest systems.
 * @param {string} folder of a packed app
 * @returns {{ checked: number, problems: string[] }}
 */
export function checkLibraryVersions(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isElf);
  const problems = files.flatMap((file) => {
    const versions = tooNew(neededVersions(file));
    return versions.length > 0 ? [`${relative(folder, file)}: ${versions.join(', ')}`] : [];
  });
  return { checked: files.length, problems };
}

/** @param {string} file */
function isElf(file) {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(4);
    return readSync(handle, start, 0, 4, 0) === 4 && start.equals(Buffer.from('\x7fELF', 'latin1'));
  } finally {
    closeSync(handle);
  }
}
