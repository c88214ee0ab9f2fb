import { spawnSync } from 'node:child_process';

/**
 * Runs a program to its end; its output goes to standard error, so that standard output stays clean.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {{ ok: boolean, cause: string }}
 */
export function runVisibly(program, args, options = {}) {
  const result = spawnSync(program, args, {
    cwd: options.cwd,
    env: options.env,
    timeout: options.timeoutMs,
    stdio: ['ignore', 2, 2],
  });
  if (result.error) return { ok: false, cause: result.error.message };
  return { ok: result.status === 0, cause: result.signal ? `ended by ${result.signal}` : `exit code ${result.status}` };
}

/**
 * Runs a program and keeps what it says.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {{ ok: boolean, output: string }}
 */
export function runQuietly(program, args, options = {}) {
  const result = spawnSync(program, args, {
    cwd: options.cwd,
    env: options.env,
    timeout: options.timeoutMs,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  return { ok: result.status === 0, output: result.error ? `${output}${result.error.message}` : output };
}

/**
 * npm as the program and first arguments to spawn. Inside an npm script the very npm that runs is used.
 * @returns {{ program: string, args: string[] }}
 */
export function npmCommand() {
  const path = process.env['npm_execpath'];
  if (path && /npm-cli\.c?js$/.test(path)) return { program: process.execPath, args: [path] };
  return process.platform === 'win32' ? { program: 'cmd.exe', args: ['/c', 'npm.cmd'] } : { program: 'npm', args: [] };
}
