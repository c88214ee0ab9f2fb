#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { runCli } from './run.ts';

/** Writes at once, also into a pipe, so that nothing is lost when the process ends. */
function writeAll(file: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(file, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // The pipe is full: its reader is slower than we are.
      if (code === 'EAGAIN') continue;
      // The reader went away (`dafu list | head`); that is no failure of ours.
      if (code === 'EPIPE') return;
      throw error;
    }
  }
}

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => writeAll(1, text),
  err: (text) => writeAll(2, text),
  env: process.env,
  cwd: process.cwd(),
  isTerminal: process.stderr.isTTY === true,
});
