import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronLaunch } from './setup/launch.mjs';
import { modules, root } from './setup/places.mjs';

/** `npm run dev`: the app with the development server, so that a change of the window shows at once. Needs a display. */
const { executablePath, args, env } = electronLaunch();
const sandboxArguments = args.includes('--no-sandbox') ? ['--noSandbox'] : [];
const child = spawn(
  process.execPath,
  [join(modules, 'electron-vite/bin/electron-vite.js'), 'dev', '--watch', ...sandboxArguments],
  { cwd: root, stdio: 'inherit', env: { ...env, ELECTRON_EXEC_PATH: executablePath } },
);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
