import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { modules, repositoryCache, root } from './places.mjs';
import { say, SetupError } from './report.mjs';
import { runQuietly } from './run.mjs';

/**
 * The bundles and what goes into each; other files of resources/ are read at run time. The command line needs the first
 * only, and does not wait for a window to be built.
 */
const common = [
  'shared',
  'electron',
  'resources/locales',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const bundles = {
  main: { sources: common, stampFile: join(root, 'out/main/.sources') },
  all: { sources: [...common, 'renderer', 'build/postcss'], stampFile: join(root, 'out/.sources') },
};

/** @typedef {keyof typeof bundles} Bundle */

const lockFolder = join(repositoryCache, 'build.lock');
const lockTimeoutMs = 120_000;

/**
 * Changes when a file comes, goes or is written. Size and time suffice: a needless build costs seconds, and reading
 * every file would cost the command line at every call.
 */
function sourcesStamp(/** @type {Bundle} */ bundle) {
  const hash = createHash('sha256');
  for (const source of bundles[bundle].sources) addToStamp(source, hash);
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @param {import('node:crypto').Hash} hash
 */
function addToStamp(path, hash) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  const status = statSync(absolute);
  if (status.isDirectory()) {
    for (const name of readdirSync(absolute).sort()) addToStamp(`${path}/${name}`, hash);
  } else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${status.size}\0${status.mtimeMs}\n`);
}

/**
 * The whole is fresh when the first bundle is too: the development server empties that folder and fills it anew.
 * @param {Bundle} bundle
 * @returns {boolean}
 */
export function isBuildFresh(bundle) {
  const { stampFile } = bundles[bundle];
  if (bundle === 'all' && !isBuildFresh('main')) return false;
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesStamp(bundle);
}

/** @param {Bundle} bundle */
export function buildApp(bundle) {
  if (isBuildFresh(bundle)) return say('程序没有变化，跳过构建', 'build: unchanged, skipped');
  withBuildLock(() => {
    if (isBuildFresh(bundle)) return say('程序已由另一个进程构建', 'build: done by another process meanwhile');
    const built = bundle === 'main' ? /** @type {const} */ (['main']) : /** @type {const} */ (['main', 'all']);
    const stamps = built.map((name) => ({ file: bundles[name].stampFile, stamp: sourcesStamp(name) }));
    const start = performance.now();
    for (const { file } of stamps) rmSync(file, { force: true });
    const env = { ...process.env, DAFU_BUILD: bundle };
    const { ok, output } = runQuietly(
      process.execPath,
      [join(modules, 'electron-vite/bin/electron-vite.js'), 'build'],
      { cwd: root, env },
    );
    if (!ok) {
      throw new SetupError({
        chinese: '构建没有完成',
        english: 'the build failed',
        cause: essence(output),
        waysOn: ['改正上面的错误后再运行 (correct the error above)', '查看类型检查 (see the types): npm run types'],
      });
    }
    for (const { file, stamp } of stamps) writeFileSync(file, stamp);
    say(`构建完成，${((performance.now() - start) / 1000).toFixed(1)} 秒`, 'build: done');
  });
}

/**
 * The error itself, without what was built before it, colours and the stack of the build tool.
 * @param {string} output
 */
function essence(output) {
  const plain = stripVTControlCharacters(output);
  return plain.slice(Math.max(0, plain.indexOf('error during build'))).replace(/^ +at .*\n?/gm, '');
}

/**
 * Two builds at once would empty each other's folder. The lock names its process; one left by a dead process is taken.
 * @param {() => void} work
 */
function withBuildLock(work) {
  mkdirSync(repositoryCache, { recursive: true });
  const owner = join(lockFolder, 'pid');
  const deadline = Date.now() + lockTimeoutMs;
  for (;;) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0;
      if ((pid > 0 && !isAlive(pid)) || Date.now() > deadline) rmSync(lockFolder, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    writeFileSync(owner, String(process.pid));
    work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
