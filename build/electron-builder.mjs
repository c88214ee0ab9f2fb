import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledPackages } from './bundled-packages.mjs';
import { buildSqliteAddon } from './native/sqlite-addon.mjs';
import { findElectronRuntime } from './setup/electron-runtime.mjs';

/** What packages bring along and the app never opens: other font weights (15 MB each), C sources, other systems. */
const leftOut = [
  '!node_modules/@expo-google-fonts/*/{100*,200*,300*,500*,600*,800*,900*}/**',
  '!node_modules/@expo-google-fonts/{noto-sans-sc/400*,noto-serif-jp/700*}/**',
  '!node_modules/@expo-google-fonts/**/*.png',
  '!node_modules/better-sqlite3/{deps,src,build}/**',
  '!node_modules/node-addon-api/**',
  `!node_modules/{${[...bundledPackages, 'entities', 'xmlchars'].join(',')}}/**`,
  '!**/*.{ts,map}',
  '!**/node_modules/**/*.{md,markdown}',
];

/**
 * SQLite for the system that is packed for: the prebuilt one, but for Linux one that loads on older systems.
 * @returns {import('electron-builder').Configuration['files']}
 */
function sqliteAddon() {
  const prebuilds = 'node_modules/better-sqlite3/prebuilds';
  if (process.platform !== 'linux') return [`!${prebuilds}/!(\${platform}-\${arch}*)`];
  return [`!${prebuilds}/*`, { from: buildSqliteAddon(process.arch), to: prebuilds, filter: ['*.node'] }];
}

/**
 * What electron-builder packs. On Linux this builds SQLite first, which takes two minutes the first time.
 * @returns {import('electron-builder').Configuration}
 * @throws {Error} when there is no Electron runtime or SQLite does not build
 */
export function builderConfiguration() {
  const runtime = findElectronRuntime();
  if (runtime === null) throw new Error('no Electron runtime; run: node build/setup/setup.mjs start');
  const closedNetwork = runtime.kind === 'closed-network';
  return {
    appId: 'cn.dafu.app',
    productName: 'Dafu',
    copyright: 'MIT',
    directories: { output: 'release', buildResources: 'build/icons' },
    files: ['out/**', 'resources/**', 'package.json', ...leftOut, ...[sqliteAddon() ?? []].flat()],
    // Read by path, not through Electron: native modules, fonts and Typst files, and, where the backend runs in a Node of
    // its own (closed-network runtime), all that it loads.
    asarUnpack: [
      '**/*.node',
      'resources/**',
      'node_modules/@expo-google-fonts/**',
      ...(closedNetwork ? ['package.json', 'out/main/**', 'node_modules/**'] : []),
    ],
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    // better-sqlite3 and Typst bring Node-API binaries, which fit every Electron: nothing to rebuild.
    npmRebuild: false,
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    // The loader of the closed-network runtime would be found before our archive.
    afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources/app'), { recursive: true, force: true }),
    linux: {
      target: 'dir',
      category: 'Office',
      // `dafu` is the launcher, which starts this.
      executableName: 'dafu-app',
      extraFiles: [{ from: 'build/linux/dafu.sh', to: 'dafu' }],
    },
    win: { target: 'nsis' },
    mac: { target: 'dmg' },
  };
}
