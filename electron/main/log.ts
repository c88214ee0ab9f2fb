import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const maxBytes = 2 * 1024 * 1024;

/**
 * The log of main and of what the backend prints: one JSON line an event, in one file that is turned over once.
 * Never holds text of a letter. Written synchronously, so that the last line before a crash is there.
 */
export interface Log {
  info(event: string, details?: Record<string, unknown>): void;
  error(event: string, details?: Record<string, unknown>): void;
}

export function openLog(file: string, now: () => Date = () => new Date()): Log {
  const write = (level: 'info' | 'error', event: string, details: Record<string, unknown> = {}) => {
    const line = JSON.stringify({ time: now().toISOString(), level, event, ...details });
    if (level === 'error') console.error(line);
    try {
      mkdirSync(dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch (error) {
      // A full disk or a folder that is gone must not end the app: there may be unsaved text in its window.
      console.error(`the log cannot be written (${String(error)})`);
    }
  };
  return {
    info: (event, details) => write('info', event, details),
    error: (event, details) => write('error', event, details),
  };
}
