import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules, repositoryCache } from '../setup/places.mjs';
import { say } from '../setup/report.mjs';
import { runVisibly } from '../setup/run.mjs';
import { namesWithoutLibrary, neededVersions } from './elf-symbols.mjs';
import { makeStandIn } from './glibc-stand-ins.mjs';
import { oldestLibraries, tooNew } from './oldest-systems.mjs';

/**
 * better-sqlite3's prebuilt file asks for glibc 2.34, which Kylin and UOS do not have. This builds the same sources,
 * out of the same npm package and with the same settings, for the oldest systems (docs/decisions/0025).
 */

const sources = join(modules, 'better-sqlite3');

/** As better-sqlite3's binding.gyp has them. */
const napiDefines = ['-DNAPI_VERSION=10', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'];

/**
 * @typedef {{ triplet: string, loader: string, folders: string[] }} Target
 *
 * Triplet of Debian's GCC, name of the dynamic loader and the folders of the target's libraries. On a machine of another architecture the packages
 * `g++-aarch64-linux-gnu` or `g++-x86-64-linux-gnu` bring both.
 * @type {Record<string, Target>}
 */
const targets = {
  x64: {
    triplet: 'x86_64-linux-gnu',
    loader: 'ld-linux-x86-64.so.2',
    folders: ['/lib/x86_64-linux-gnu', '/usr/x86_64-linux-gnu/lib', '/lib64'],
  },
  arm64: {
    triplet: 'aarch64-linux-gnu',
    loader: 'ld-linux-aarch64.so.1',
    folders: ['/lib/aarch64-linux-gnu', '/usr/aarch64-linux-gnu/lib', '/lib64'],
  },
};

/**
 * Builds the addon for Linux, unless the same was built before.
 * @param {string} arch `x64` or `arm64`, as Node names them
 * @returns {string} the folder that holds it, as `linux-x64.node` or `linux-arm64.node`
 * @throws {Error} when the compiler is missing or refuses, or when the result still asks for something too new
 */
export function buildSqliteAddon(arch) {
  const target = targets[arch];
  if (!target) throw new Error(`no recipe for Linux on ${arch}; there are ${Object.keys(targets).join(', ')}`);
  const folder = join(repositoryCache, 'native', arch);
  const built = join(folder, `linux-${arch}.node`);
  const stamp = join(folder, 'built-from');
  const inputs = inputHash();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return folder;

  say(`为旧版 Linux 编译 SQLite（${arch}），约两分钟`, 'building SQLite for older Linux systems, about two minutes');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const workplace = mkdtempSync(join(folder, 'building-'));
  const result = compile(target, workplace);
  const newer = tooNew(neededVersions(result));
  if (newer.length > 0) throw new Error(`SQLite as built still asks for ${newer.join(', ')}`);
  const unknown = namesWithoutLibrary(result).filter((name) => !/^(napi|node_api)_/.test(name));
  if (unknown.length > 0) throw new Error(`no older system has ${unknown.join(', ')}, add them to older-glibc.c`);
  renameSync(result, built);
  rmSync(workplace, { recursive: true });
  writeFileSync(stamp, inputs);
  return folder;
}

/** Changes when the sources, the recipe or the oldest systems do. */
function inputHash() {
  const recipe = ['sqlite-addon.mjs', 'glibc-stand-ins.mjs', 'older-glibc.c'].map((name) =>
    join(import.meta.dirname, name),
  );
  const hash = createHash('sha256').update(JSON.stringify(oldestLibraries));
  for (const file of [...recipe, join(sources, 'package.json')]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * @param {Target} target
 * @param {string} workplace
 * @returns {string} path of the addon
 */
function compile({ triplet, loader, folders }, workplace) {
  const run = (/** @type {string} */ program, /** @type {string[]} */ args) => {
    const { ok, cause } = runVisibly(`${triplet}-${program}`, args);
    if (!ok) throw new Error(`${triplet}-${program} (Debian: g++-${triplet.replace('_', '-')}): ${cause}`);
  };
  const object = (/** @type {string} */ name) => join(workplace, `${name}.o`);
  const common = ['-O3', '-DNDEBUG', '-fPIC', '-fvisibility=hidden', '-c'];

  const compileC = (/** @type {string} */ source, /** @type {string[]} */ settings, /** @type {string} */ name) =>
    run('gcc', [...common, ...settings, source, '-o', object(name)]);

  compileC(join(import.meta.dirname, 'older-glibc.c'), [], 'older-glibc');
  compileC(join(sources, 'deps/sqlite3/sqlite3.c'), ['-std=c99', '-w', ...sqliteDefines()], 'sqlite3');
  const headers = [join(modules, 'node-api-headers/include'), join(modules, 'node-addon-api')];
  const settings = ['-std=c++20', '-fvisibility-inlines-hidden', '-w', ...napiDefines];
  const include = [...headers, join(sources, 'deps/sqlite3')].map((folder) => `-I${folder}`);
  const addonSource = join(sources, 'src/better_sqlite3.cpp');
  run('g++', [...common, ...settings, ...include, addonSource, '-o', object('better_sqlite3')]);

  const installed = (/** @type {string} */ soname) => {
    const found = folders.map((folder) => join(folder, soname)).find((path) => existsSync(path));
    if (!found) throw new Error(`no ${soname} in ${folders.join(', ')}`);
    return found;
  };
  const standIns = ['libc.so.6', 'libm.so.6', loader].map((soname) =>
    makeStandIn({ compiler: `${triplet}-gcc`, library: installed(soname), soname, folder: workplace }),
  );
  const exported = join(workplace, 'exported.map');
  writeFileSync(exported, '{ global: napi_register_module_v1; node_api_module_get_api_version_v1; local: *; };\n');
  const addon = join(workplace, 'addon.node');
  run('g++', [
    '-shared',
    '-s',
    '-nodefaultlibs',
    '-Wl,--no-as-needed',
    `-Wl,--version-script,${exported}`,
    object('better_sqlite3'),
    object('sqlite3'),
    object('older-glibc'),
    // The C++ library goes in whole, since the one of an old system may be older than what the compiler's headers use.
    '-Wl,-Bstatic',
    '-lstdc++',
    '-Wl,-Bdynamic',
    ...standIns,
    // Before glibc 2.34 threads and dlopen stood in libraries of their own.
    installed('libpthread.so.0'),
    installed('libdl.so.2'),
    '-l:libgcc_s.so.1',
    '-lgcc',
    '-o',
    addon,
  ]);
  return addon;
}

/** The settings better-sqlite3 compiles SQLite with. */
function sqliteDefines() {
  const settings = readFileSync(join(sources, 'deps/defines.gypi'), 'utf8');
  const defines = [...settings.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`);
  if (defines.length === 0) throw new Error('no settings of SQLite found in defines.gypi of better-sqlite3');
  return defines;
}
