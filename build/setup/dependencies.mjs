import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules, root } from './places.mjs';
import { say, SetupError } from './report.mjs';
import { npmCommand, runVisibly } from './run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} LockedPackages */

/**
 * Whether node_modules holds what the lock file asks for. npm keeps its own record of what it installed beside the
 * packages; comparing the two also sees a switched branch, where a stamp of ours would only see a changed file.
 * Optional packages may be absent: they are the binaries of other systems.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string[]} names of packages that are missing or of another version
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(
      ([path, entry]) =>
        path !== '' && !entry.link && (installed[path] ? installed[path].version !== entry.version : !entry.optional),
    )
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

/** @param {string} path */
function readLock(path) {
  if (!existsSync(path)) return {};
  /** @type {{ packages?: LockedPackages }} */
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  return lock.packages ?? {};
}

export function installDependencies() {
  const missing = missingPackages(
    readLock(join(root, 'package-lock.json')),
    readLock(join(modules, '.package-lock.json')),
  );
  if (missing.length === 0) return say('依赖没有变化，跳过', 'dependencies: unchanged, skipped');
  const some = missing.slice(0, 3).join(', ');
  say(`依赖：安装 ${missing.length} 个包（${some}…）`, `dependencies: npm ci, ${missing.length} packages to install`);
  const npm = npmCommand();
  // Electron is fetched by a step of its own, which can tell what went wrong and has other sources.
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  const result = runVisibly(npm.program, [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env,
  });
  if (!result.ok) {
    throw new SetupError({
      chinese: 'npm ci 没有完成，原因见上',
      english: 'npm ci failed, see above',
      cause: result.cause,
      waysOn: [
        '检查网络后再运行一次 (check the network and run the same command again)',
        '使用镜像 (use a mirror): npm config set registry https://registry.npmmirror.com',
        '内网代理 (behind a proxy): npm config set proxy http://HOST:PORT',
      ],
    });
  }
}
