import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isBuildFresh } from './setup/app-build.mjs';

/**
 * `npm run dafu -- …`: the command line of the app. Builds first when sources changed, and says so on standard error;
 * standard output is the command's own.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

if (!existsSync(join(root, 'node_modules')) || !isBuildFresh('main')) {
  const setup = spawnSync(process.execPath, [join(root, 'build/setup/setup.mjs'), 'cli'], {
    stdio: ['ignore', 2, 2],
  });
  if (setup.status !== 0) process.exit(setup.status ?? 1);
}
// npm runs scripts in the root of the repository; paths on the command line are relative to where it was called.
if (process.env['npm_lifecycle_event'] === 'dafu' && process.env['INIT_CWD']) process.chdir(process.env['INIT_CWD']);
module.enableCompileCache?.(join(root, '.cache/compiled'));
await import(pathToFileURL(join(root, 'out/main/cli.js')).href);
