import { runQuietly } from '../setup/run.mjs';

/**
 * What shared objects of Linux define and ask for, read by `readelf` of binutils.
 * @typedef {{ name: string, version: string, kind: string, size: number, defined: boolean }} VersionedSymbol
 * `kind` is ELF's: FUNC, IFUNC, OBJECT, TLS; `size` in bytes.
 */

/**
 * The versioned symbols of a shared object.
 * @param {string} file
 * @returns {VersionedSymbol[]}
 * @throws {Error} when the file is no ELF object or binutils is missing
 */
export function versionedSymbols(file) {
  return parseSymbols(readElf(['--dyn-syms', file]));
}

/**
 * The versions a shared object or program asks of the libraries it loads, such as `GLIBC_2.28`.
 * @param {string} file
 * @returns {string[]}
 * @throws {Error} when the file is no ELF object or binutils is missing
 */
export function neededVersions(file) {
  return parseNeededVersions(readElf(['--version-info', file]));
}

/**
 * The names a shared object needs that none of the libraries it was linked against has.
 * @param {string} file
 * @returns {string[]}
 * @throws {Error} when the file is no ELF object or binutils is missing
 */
export function namesWithoutLibrary(file) {
  return parseNamesWithoutLibrary(readElf(['--dyn-syms', file]));
}

/** @param {string[]} args */
function readElf(args) {
  const { ok, output } = runQuietly('readelf', ['--wide', ...args]);
  if (!ok) throw new Error(`readelf ${args.join(' ')}: ${output}`);
  return output;
}

/**
 * @param {string} output of `readelf --wide --dyn-syms`
 * @returns {VersionedSymbol[]}
 */
export function parseSymbols(output) {
  const line = /^\s*\d+:\s+[0-9a-f]+\s+(\d+|0x[0-9a-f]+)\s+(\w+)\s+\w+\s+\w+.*?\s+(\w+)\s+([^\s@]+)@@?([\w.]+)/gm;
  return [...output.matchAll(line)].map(([, size = '0', kind = '', section, name = '', version = '']) => ({
    name,
    version,
    kind,
    size: Number(size),
    defined: section !== 'UND',
  }));
}

/**
 * @param {string} output of `readelf --wide --dyn-syms`
 * @returns {string[]} weak ones are left out: the loader lets them be missing
 */
export function parseNamesWithoutLibrary(output) {
  return [...output.matchAll(/ GLOBAL +DEFAULT +UND +([^\s@]+)\s*$/gm)].map((match) => match[1] ?? '');
}

/**
 * @param {string} output of `readelf --wide --version-info`
 * @returns {string[]}
 */
export function parseNeededVersions(output) {
  const needs = output.split("Version needs section '")[1] ?? '';
  return [...new Set([...needs.matchAll(/Name: (\S+)/g)].map((match) => match[1] ?? ''))];
}

/**
 * @param {string} version such as `GLIBC_2.28`
 * @param {string} library prefix, such as `GLIBC`
 * @returns {[number, number, number] | null} null when it is no numbered version of that library
 */
export function numbersOf(version, library) {
  const match = new RegExp(`^${library}_(\\d+)\\.(\\d+)(?:\\.(\\d+))?$`).exec(version);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : null;
}

/**
 * @param {[number, number, number]} left
 * @param {[number, number, number]} right
 */
export function compareNumbers(left, right) {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
