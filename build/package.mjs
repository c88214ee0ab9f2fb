import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { builderConfiguration } from './electron-builder.mjs';
import { checkLibraryVersions } from './native/oldest-systems.mjs';
import { findElectronRuntime } from './setup/electron-runtime.mjs';
import { root } from './setup/places.mjs';

/**
 * `npm run package`: the app as an unpacked folder in release/, which starts without this repository. Fails when
 * anything in it asks for libraries newer than the oldest systems have.
 */
await build({
  projectDir: root,
  config: builderConfiguration(),
  publish: 'never',
  targets: Platform.current().createTarget('dir'),
});

if (process.platform === 'linux') {
  const { checked, problems } = checkLibraryVersions(join(root, 'release/linux-unpacked'));
  if (checked === 0) throw new Error('no program found in release/linux-unpacked');
  if (problems.length > 0) {
    throw new Error(`asks for what Kylin V10 and UOS 20 do not have:\n${problems.join('\n')}`);
  }
  console.error(`${checked} 个程序文件都能在旧版 Linux 上加载 (all load on the oldest systems)`);
}

const runtime = findElectronRuntime();
if (runtime?.needsExternalNode) {
  console.error(
    `内网运行环境打的包仅供测试，启动时需要 DAFU_BACKEND_NODE=NODE（22.12 以上） (packed with the closed-network runtime, for tests only: start it with DAFU_BACKEND_NODE)`,
  );
}
