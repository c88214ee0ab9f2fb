import { spawn } from 'node:child_process';
import { electronLaunch, hasDisplay } from './setup/launch.mjs';

/** `npm start`: the app in a window, or, where no window can be shown, the same app on a virtual display. */
if (hasDisplay()) {
  const { executablePath, args, env } = electronLaunch(process.argv.slice(2));
  const app = spawn(executablePath, args, { env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => app.kill(signal));
  app.once('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  app.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  await import('./start-headless.mjs');
}
