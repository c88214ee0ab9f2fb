import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRecentEnough } from './node-runtime.mjs';
import { findElectronRuntime } from './electron-runtime.mjs';
import { root } from './places.mjs';

const heldApp = join(root, 'build/setup/held-app');

/**
 * The Chromium of the system, for tests in a newer engine than the runtime at hand brings.
 * @returns {string | null} path of the program, null where there is none
 */
export function currentChromium() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'chromium')).find((path) => existsSync(path)) ?? null;
}

/** Whether a window can be shown here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * How to start the built app with the runtime that set-up has found: for `npm start`, Playwright and benchmarks alike.
 * @param {string[]} [appArguments]
 * @returns {{ executablePath: string, args: string[], env: Record<string, string> }}
 */
export function electronLaunch(appArguments = []) {
  const runtime = findElectronRuntime();
  if (runtime === null) throw new Error('no Electron runtime; run: node build/setup/setup.mjs start');
  const env = Object.fromEntries(
    Object.entries(process.env).filter(/** @returns {entry is [string, string]} */ (entry) => entry[1] !== undefined),
  );
  // Set by tools that run Electron as Node; the app would start without a window.
  delete env['ELECTRON_RUN_AS_NODE'];
  if (runtime.needsExternalNode && !env['DAFU_BACKEND_NODE']) {
    if (!isRecentEnough(process.version)) throw new Error(`a newer Node than ${process.version} must start this`);
    env['DAFU_BACKEND_NODE'] = process.execPath;
  }
  // Chromium refuses its sandbox to root, as in containers; everybody else keeps it.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath: runtime.executable, args: [...sandbox, root, ...appArguments], env };
}

/**
 * The same for Playwright's `_electron.launch`: it can attach before the window opens.
 * @param {string[]} [appArguments]
 * @param {string} [appFolder] absolute; another app than this one
 */
export function playwrightLaunch(appArguments = [], appFolder = root) {
  const { executablePath, args, env } = electronLaunch(appArguments);
  // On a virtual display there is no GPU; about one start in ten, Chromium waits forever for one it lost.
  const gpu = process.platform === 'linux' ? ['--disable-gpu'] : [];
  return {
    executablePath,
    args: [...gpu, ...args.map((argument) => (argument === root ? heldApp : argument))],
    env: { ...env, HELD_APP_FOLDER: appFolder },
  };
}
