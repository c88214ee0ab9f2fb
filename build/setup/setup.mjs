import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { findNode } from './node-runtime.mjs';
import { SetupError } from './report.mjs';

/**
 * Everything a fresh clone needs, one step after another, each skipped when it is up to date. Runs on any Node from 18
 * on and with nothing installed: these first steps use built-ins only, the rest runs on the Node they provide.
 *
 *   node build/setup/setup.mjs start | test | cli
 */
try {
  installDependencies();
  const rest = fileURLToPath(new URL('setup-with-dependencies.mjs', import.meta.url));
  const node = findNode();
  if (node === process.execPath) await import('./setup-with-dependencies.mjs');
  else process.exitCode = spawnSync(node, [rest, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
