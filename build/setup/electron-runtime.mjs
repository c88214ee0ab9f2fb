import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { closedNetworkDist, placeClosedNetworkRuntime } from './closed-network-runtime.mjs';
import { modules } from './places.mjs';
import { say, SetupError } from './report.mjs';
import { runVisibly } from './run.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'official' | 'closed-network'} kind
 * @property {string} dist folder with the executable
 * @property {string} executable
 * @property {string} version such as "45.4.1"
 * @property {boolean} needsExternalNode its built-in Node is older than the store needs
 */

const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[/** @type {string} */ (process.platform)] ??
  'electron';
const officialDist = join(modules, 'electron/dist');
const officialHost = 'https://github.com/electron/electron/releases/download/';
const probeTimeoutMs = 8_000;
const downloadTimeoutMs = 15 * 60_000;

/**
 * The runtime that is there already, in the order of preference, or null. Touches no network.
 * @returns {ElectronRuntime | null}
 */
export function findElectronRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return describeRuntime('override', override);
  return describeRuntime('official', officialDist) ?? describeRuntime('closed-network', closedNetworkDist);
}

/**
 * @param {ElectronRuntime['kind']} kind
 * @param {string} dist
 * @returns {ElectronRuntime | null}
 */
function describeRuntime(kind, dist) {
  const executable = join(dist, executableName);
  const versionFile = join(dist, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return null;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  // better-sqlite3 13 needs Node 22; Electron has it from 35 on.
  return { kind, dist, executable, version, needsExternalNode: Number.parseInt(version, 10) < 35 };
}

/** Finds or fetches a runtime: override, installed, official download, closed-network runtime. */
export async function provideElectronRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const found = findElectronRuntime();
  if (override && !found) {
    throw new SetupError({
      chinese: `ELECTRON_OVERRIDE_DIST_PATH 指向的文件夹里没有 Electron：${override}`,
      english: 'no Electron in ELECTRON_OVERRIDE_DIST_PATH',
      waysOn: ['改正或去掉这个环境变量 (correct or unset the variable)'],
    });
  }
  if (found) return announce(found);
  const failure = await downloadOfficial();
  if (failure === null) return announce(findElectronRuntime());
  say(`Electron：官方下载不可用（${failure}）`, 'Electron: the official download is not available');
  if (process.platform === 'linux' && process.arch === 'x64') {
    await placeClosedNetworkRuntime();
    return announce(findElectronRuntime());
  }
  throw new SetupError({
    chinese: '没有可用的 Electron',
    english: 'no Electron runtime',
    cause: failure,
    waysOn: [
      '使用镜像 (use a mirror): ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/',
      '使用已解压的 Electron (use an unpacked one): ELECTRON_OVERRIDE_DIST_PATH=DIR',
    ],
  });
}

/** @param {ElectronRuntime | null} runtime */
function announce(runtime) {
  if (runtime === null) throw new Error('the runtime was placed but cannot be found');
  const { kind, version } = runtime;
  if (kind === 'closed-network') {
    say(
      `Electron ${version}：内网运行环境，仅供试用和测试，不随产品发布`,
      'Electron: closed-network runtime, for trying out and tests only, never shipped',
    );
  } else say(`Electron ${version} 就绪`, `Electron: ${kind} runtime ready`);
}

/**
 * @returns {Promise<string | null>} null when it is in place, else why not
 */
async function downloadOfficial() {
  if (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return 'ELECTRON_SKIP_BINARY_DOWNLOAD';
  const mirror = process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror'];
  const behindProxy = Boolean(process.env['HTTPS_PROXY'] || process.env['https_proxy']);
  // The download itself has no time limit for a host that never answers, so it is asked first. Node's fetch knows no
  // proxy; behind one only the download can tell.
  if (!behindProxy && !isDownloaded()) {
    const unreachable = await probe(mirror || officialHost);
    if (unreachable !== null) return unreachable;
  }
  say(`Electron：从 ${mirror || officialHost} 下载`, 'Electron: downloading');
  const env = { ...process.env, ...(behindProxy ? { ELECTRON_GET_USE_PROXY: 'true' } : {}) };
  const { ok, cause } = runVisibly(process.execPath, [join(modules, 'electron/install.js')], {
    env,
    timeoutMs: downloadTimeoutMs,
  });
  return ok ? null : cause;
}

/** Whether the archive lies in the cache of Electron's own downloader, from another clone: then no host is needed. */
function isDownloaded() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(modules, 'electron/package.json'), 'utf8'));
  const systemCache = { darwin: join(homedir(), 'Library/Caches'), win32: process.env['LOCALAPPDATA'] ?? homedir() }[
    /** @type {string} */ (process.platform)
  ];
  const cache =
    process.env['electron_config_cache'] ??
    join(systemCache ?? (process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')), 'electron');
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return (
    existsSync(cache) && readdirSync(cache, { recursive: true }).some((name) => basename(String(name)) === archive)
  );
}

/**
 * @param {string} url
 * @returns {Promise<string | null>} why the host does not answer, or null when it does
 */
async function probe(url) {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeTimeoutMs) });
    return null;
  } catch (error) {
    const { message, cause } = /** @type {Error & { cause?: { code?: string } }} */ (error);
    return `${new URL(url).host}: ${cause?.code ?? message}`;
  }
}
