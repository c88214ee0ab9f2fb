import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runVisibly } from '../setup/run.mjs';
import { compareNumbers, numbersOf, versionedSymbols } from './elf-symbols.mjs';
import { oldestLibraries } from './oldest-systems.mjs';

/**
 * glibc keeps the old version of every function it changed beside the new one, so the installed glibc holds each older
 * one. A linker always takes the newest; a stand-in library that lists only what the oldest supported system has makes
 * it take that. Stand-ins are only linked against, never shipped or loaded.
 */

/**
 * Picks for each symbol the newest version that is not too new; what came later is left out, so that using it fails at
 * linking and not on the desk of the person with the older system.
 * @param {import('./elf-symbols.mjs').VersionedSymbol[]} symbols of an installed library
 * @returns {import('./elf-symbols.mjs').VersionedSymbol[]}
 */
export function withoutNewer(symbols) {
  const oldest = oldestLibraries['GLIBC'] ?? [0, 0, 0];
  /** @type {Map<string, { symbol: import('./elf-symbols.mjs').VersionedSymbol, numbers: [number, number, number] }>} */
  const best = new Map();
  for (const symbol of symbols) {
    const numbers = numbersOf(symbol.version, 'GLIBC');
    if (!symbol.defined || numbers === null || compareNumbers(numbers, oldest) > 0) continue;
    const known = best.get(symbol.name);
    if (!known || compareNumbers(numbers, known.numbers) > 0) best.set(symbol.name, { symbol, numbers });
  }
  return [...best.values()].map(({ symbol }) => symbol);
}

/**
 * Makes the stand-in of an installed library.
 * @param {{ compiler: string, library: string, soname: string, folder: string }} wanted `compiler` is a GCC of the
 *   target, `library` the path of the installed library, `folder` where the stand-in goes
 * @returns {string} path of the stand-in
 * @throws {Error} when the compiler refuses
 */
export function makeStandIn({ compiler, library, soname, folder }) {
  const symbols = withoutNewer(versionedSymbols(library));
  const source = join(folder, `${soname}.s`);
  const versions = join(folder, `${soname}.map`);
  const standIn = join(folder, soname);
  writeFileSync(source, assembly(symbols));
  writeFileSync(versions, [...new Set(symbols.map(({ version }) => version))].map((v) => `${v} {};\n`).join(''));
  const args = ['-shared', '-nostdlib', `-Wl,-soname,${soname}`, `-Wl,--version-script,${versions}`, source];
  const built = runVisibly(compiler, [...args, '-o', standIn]);
  if (!built.ok) throw new Error(`${compiler} ${soname}: ${built.cause}`);
  return standIn;
}

/** @param {import('./elf-symbols.mjs').VersionedSymbol[]} symbols */
function assembly(symbols) {
  const lines = symbols.flatMap(({ name, version, kind, size }, index) => {
    const local = `stand_in_${index}`;
    const [section, type] =
      kind === 'OBJECT'
        ? ['.data', '%object']
        : kind === 'TLS'
          ? ['.section .tbss,"awT",%nobits', '%tls_object']
          : ['.text', '%function'];
    return [
      section,
      `.globl ${local}`,
      `.type ${local}, ${type}`,
      `${local}: .skip ${Math.max(size, 1)}`,
      `.size ${local}, ${Math.max(size, 1)}`,
      `.symver ${local}, ${name}@@${version}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}
