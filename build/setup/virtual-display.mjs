import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { hasDisplay } from './launch.mjs';

const startTimeoutMs = 20_000;

/**
 * Sees to it that programs started from here have a display: the one there is, or a virtual one.
 * @returns {Promise<() => void>} ends it
 */
export async function provideDisplay() {
  if (hasDisplay()) return () => undefined;
  const { display, stop } = await startVirtualDisplay();
  process.env['DISPLAY'] = display;
  return stop;
}

/**
 * Starts a virtual display (Xvfb) on a free number, which Xvfb picks and reports itself.
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startVirtualDisplay() {
  return new Promise((settle, fail) => {
    const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'];
    const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let complaint = '';
    const timer = setTimeout(() => end(`no answer within ${startTimeoutMs} ms`), startTimeoutMs);
    /** @param {string} reason */
    const end = (reason) => {
      clearTimeout(timer);
      child.kill();
      fail(new Error(`Xvfb did not start: ${reason} ${complaint}`));
    };
    child.stderr?.on('data', (part) => (complaint += part));
    child.once('error', (error) => end(error.message));
    child.once('exit', (code) => end(`exit code ${code}`));
    let number = '';
    child.stdio[3]?.on('data', (part) => {
      number += part;
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      // It must not keep this process from ending, and must end with it.
      child.unref();
      for (const stream of child.stdio) if (stream instanceof Socket) stream.unref();
      process.once('exit', () => child.kill());
      settle({ display: `:${number.trim()}`, stop: () => child.kill() });
    });
  });
}
