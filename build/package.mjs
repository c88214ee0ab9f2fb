import { build, Platform } from 'electron-builder';
import config from './electron-builder.mjs';
import { findElectronRuntime } from './setup/electron-runtime.mjs';
import { root } from './setup/places.mjs';

/** `npm run package`: the app as an unpacked folder in release/, which starts without this repository. */
await build({ projectDir: root, config, publish: 'never', targets: Platform.current().createTarget('dir') });

const runtime = findElectronRuntime();
if (runtime?.needsExternalNode) {
  console.error(
    `内网运行环境打的包仅供测试，启动时需要 DAFU_BACKEND_NODE=NODE（22.12 以上） (packed with the closed-network runtime, for tests only: start it with DAFU_BACKEND_NODE)`,
  );
}
