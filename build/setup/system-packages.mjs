import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findElectronRuntime } from './electron-runtime.mjs';
import { hasDisplay } from './launch.mjs';
import { say, SetupError } from './report.mjs';
import { runQuietly, runVisibly } from './run.mjs';

/** Debian package of each library that Electron links against and a small system may lack. */
const packageOfLibrary = /** @type {Record<string, string>} */ ({
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libdrm.so.2': 'libdrm2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libexpat.so.1': 'libexpat1',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libudev.so.1': 'libudev1',
});

/**
 * Programs that only tests use: LibreOffice lays Word files out, poppler measures pages, and the editor is also tried in
 * a Chromium as new as the one of the Electron that ships.
 */
const packageOfTestProgram = { soffice: 'libreoffice-writer', pdftotext: 'poppler-utils', chromium: 'chromium' };

/**
 * Names, or as root on Debian and Ubuntu installs, what the system lacks.
 * @param {'start' | 'test'} purpose
 */
export function provideSystemPackages(purpose) {
  if (process.platform !== 'linux') return;
  const needed = missingForElectron();
  const wanted = purpose === 'test' ? missingPrograms(packageOfTestProgram) : [];
  if (needed.length + wanted.length === 0) return say('系统组件齐全', 'system packages: all there');
  const names = [...needed, ...wanted];
  say(`系统缺少 ${names.join('、')}`, 'system packages: missing');
  const problem = installAsRoot(names);
  if (problem === null) return;
  const stillNeeded = missingForElectron();
  const command = `sudo apt-get install --no-install-recommends ${names.join(' ')}`;
  if (stillNeeded.length === 0) {
    return say(
      `没有装上只供测试用的组件，相应的测试会跳过；安装：${command}`,
      'test-only packages are missing, their tests will be skipped',
    );
  }
  throw new SetupError({
    chinese: `系统缺少 ${stillNeeded.join('、')}`,
    english: 'system packages are missing',
    cause: problem,
    waysOn: [
      `Debian、Ubuntu：${command}`,
      '其他系统请安装同名的库 (on other systems install the libraries of these names)',
    ],
  });
}

/** @returns {string[]} Debian package names */
function missingForElectron() {
  const runtime = findElectronRuntime();
  const linked = runtime === null ? '' : runQuietly('ldd', [runtime.executable]).output;
  const libraries = missingLibraries(linked).map((name) => packageOfLibrary[name] ?? name);
  return [...new Set([...libraries, ...(hasDisplay() ? [] : missingPrograms({ Xvfb: 'xvfb' }))])];
}

/**
 * @param {string} output of ldd
 * @returns {string[]}
 */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/**
 * @param {Record<string, string>} packages by program
 * @returns {string[]}
 */
function missingPrograms(packages) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const isThere = (/** @type {string} */ program) => folders.some((folder) => existsSync(join(folder, program)));
  return Object.entries(packages).flatMap(([program, name]) => (isThere(program) ? [] : [name]));
}

/**
 * @param {string[]} names
 * @returns {string | null} null when all are installed, else why not
 */
function installAsRoot(names) {
  if (process.getuid?.() !== 0) return 'not root';
  if (!existsSync('/usr/bin/apt-get')) return 'no apt-get';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say('以 root 身份安装缺少的组件', 'installing them as root');
  const updated = runQuietly('apt-get', ['update', '-qq'], { env });
  if (!updated.ok) return updated.output;
  const known = names.map((name) => (isKnownPackage(`${name}t64`) ? `${name}t64` : name));
  const installed = runVisibly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...known], { env });
  return installed.ok ? null : installed.cause;
}

/**
 * Newer Debian and Ubuntu carry some libraries under a name that ends in t64.
 * @param {string} name
 */
function isKnownPackage(name) {
  return runQuietly('apt-cache', ['show', '--no-all-versions', name]).ok;
}
