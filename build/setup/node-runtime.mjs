import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from './places.mjs';
import { say, SetupError } from './report.mjs';
import { runQuietly } from './run.mjs';

/** better-sqlite3 and the build tools need it; a script of npm finds it first on its path. */
const minimum = [22, 12];

/** @param {string} version such as "v24.1.0" */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > (minimum[0] ?? 0) || (major === minimum[0] && minor >= (minimum[1] ?? 0));
}

const bundled = join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Makes sure there is a Node that can do the rest, and returns its path: the running one when it is recent enough, else
 * the one of the `node` package.
 * @returns {string}
 */
export function findNode() {
  if (isRecentEnough(process.version)) return process.execPath;
  if (!worksAsNode(bundled)) {
    say(
      `Node：系统自带 ${process.version} 过旧，取 npm 的 node 包`,
      `Node: ${process.version} is too old, placing the one of the node package`,
    );
    // npm may be told not to run the scripts of packages; this one only puts the binary in its place.
    const placed = runQuietly(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(modules, 'node') });
    if (!worksAsNode(bundled)) {
      throw new SetupError({
        chinese: `需要 Node ${minimum.join('.')} 以上，现在是 ${process.version}，npm 的 node 包也没有装好`,
        english: `Node ${minimum.join('.')} or newer is needed`,
        cause: placed.output,
        waysOn: ['安装新版 Node 后再运行 (install a newer Node): https://nodejs.org/zh-cn/download'],
      });
    }
  }
  return bundled;
}

/** @param {string} path */
function worksAsNode(path) {
  if (!existsSync(path)) return false;
  const { ok, output } = runQuietly(path, ['--version'], { timeoutMs: 10_000 });
  return ok && isRecentEnough(output.trim());
}
