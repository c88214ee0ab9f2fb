import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { createRotatingFile } from './files/rotating-file.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';

/**
 * The log never holds text of a letter, nor anything else a person typed: only names of things, codes, ids, times.
 * Fields are a closed list for that reason.
 */
export interface LogFields {
  procedure?: string;
  code?: string;
  incidentId?: string;
  error?: unknown;
  ms?: number;
  count?: number;
  documentId?: string;
  signal?: string;
  version?: string;
}

export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const MAX_LOG_BYTES = 2_000_000;
const KEPT_LOG_FILES = 5;

/** Writes JSON lines to `folder/dafu.log`, rotated by size. */
export function createFileLogger(folder: string): Logger {
  const toStandardError = { write: (line: string) => void process.stderr.write(line) };
  let file: { write(line: string): void };
  try {
    mkdirSync(folder, { recursive: true });
    file = createRotatingFile(join(folder, 'dafu.log'), MAX_LOG_BYTES, KEPT_LOG_FILES);
  } catch {
    // The data folder itself is in trouble, which the store is about to tell; the log must not be in the way.
    file = toStandardError;
  }
  return createPinoLogger({
    write(line) {
      try {
        file.write(line);
      } catch {
        // A full disk must not turn a call that succeeded into one that failed.
        toStandardError.write(line);
      }
    },
  });
}

export function createPinoLogger(destination: { write(line: string): void }): Logger {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' }, destination);
  const flat = ({ error, ...fields }: LogFields = {}) => ({
    ...fields,
    ...(error !== undefined && { error: describeError(error) }),
  });
  return {
    info: (event, fields) => log.info(flat(fields), event),
    warn: (event, fields) => log.warn(flat(fields), event),
    error: (event, fields) => log.error(flat(fields), event),
  };
}

/** For the CLI and tests that do not care. */
export const silentLogger: Logger = { info() {}, warn() {}, error() {} };

interface ErrorDescription {
  name: string;
  code?: string;
  message: string;
  stack: string[];
  cause?: ErrorDescription;
}

/** Errors quote what they stumbled over (`JSON.parse` does), so messages go through {@link redact}. */
function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    message: isDafuError(error) ? error.code : redact(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Takes out what may be text of a letter: everything that is not ASCII, and everything quoted. */
export function redact(message: string): string {
  return message
    .replace(/[^\x20-\x7e]+/g, '…')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .slice(0, 300);
}
