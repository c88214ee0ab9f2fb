import { inspect } from 'node:util';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { UsageError } from './arguments.ts';
import { exitCodes, type CliIo, type ExitCode } from './io.ts';
import type { Words } from './words.ts';

/** Codes that are the fault of what was put in. */
const refusedCodes = new Set<ErrorCode>([
  'IMPORT_UNSUPPORTED',
  'IMPORT_TOO_LARGE',
  'DOCUMENT_INVALID',
  'DOCUMENT_FROM_FUTURE',
  'PACKAGE_TAMPERED',
  'VALIDATION_FAILED',
]);

/** The exit code of a command that went on after some failures: 1 when any is more than a refusal. */
export function worstExitCode(failures: readonly ReportedFailure[]): ExitCode {
  const codes = failures.map(exitCodeOf);
  if (codes.length === 0) return exitCodes.done;
  return codes.includes(exitCodes.failed) ? exitCodes.failed : exitCodes.refused;
}

export interface ReportedFailure {
  code: ErrorCode;
  details: unknown;
}

function exitCodeOf({ code }: ReportedFailure): ExitCode {
  return refusedCodes.has(code) ? exitCodes.refused : exitCodes.failed;
}

/** One line of JSON for programs, or what failed, why and what to do for a person. `subject` is the file or draft. */
export async function reportFailure(
  io: CliIo,
  failure: ReportedFailure,
  options: { json: boolean; words: () => Promise<Words>; subject?: string },
): Promise<void> {
  const { subject } = options;
  const { code, details } = failure;
  if (options.json) {
    io.err(`${JSON.stringify({ code, details, ...(subject !== undefined && { subject }) })}\n`);
    return;
  }
  const words = await options.words();
  const values = printable(details, words);
  // Not every code has all three.
  const [what, why, todo] = ['what', 'why', 'todo'].map((part) =>
    words(`errors:${code}.${part}`, { ...values, defaultValue: '' }),
  );
  const parts = [what, why === '' ? reasonOf(failure, words) : why, todo].filter((text) => text !== '');
  const about = subject === undefined || parts.join().includes(subject) ? '' : `${subject}: `;
  io.err(`dafu: ${about}${parts.join('\n  ')}\n  [${code} ${JSON.stringify(details)}]\n`);
}

/** The end of a command that failed as a whole. Returns its exit code. */
export async function reportError(
  io: CliIo,
  error: unknown,
  options: { json: boolean; words: () => Promise<Words> },
): Promise<ExitCode> {
  if (error instanceof UsageError) {
    const words = await options.words();
    io.err(`dafu: ${words(error.key, error.values)}\n${words('usage.seeHelp')}\n`);
    return exitCodes.usage;
  }
  if (isDafuError(error)) {
    await reportFailure(io, error, options);
    return exitCodeOf(error);
  }
  // A defect: the stack is what whoever mends it needs.
  await reportFailure(io, { code: 'INTERNAL', details: {} }, options);
  io.err(`${inspect(error)}\n`);
  return exitCodes.failed;
}

/** Why a file was refused, in words; '' for codes whose words say it themselves. */
function reasonOf({ code, details }: ReportedFailure, words: Words): string {
  if (code !== 'IMPORT_UNSUPPORTED') return '';
  const { reason } = details as { reason: string };
  return words(`errors:importReason.${reason}`, { defaultValue: words('errors:importReason.other', { reason }) });
}

function printable(details: unknown, words: Words): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details as Record<string, unknown>).map(([key, value]) => {
      if (key === 'what') return [key, words(`what.${String(value)}`, { defaultValue: String(value) })];
      if (key === 'limit') return [key, words(`errors:limit.${String(value)}`, { defaultValue: String(value) })];
      if (Array.isArray(value)) return [key, value.join('; ')];
      return [key, typeof value === 'string' ? value : JSON.stringify(value)];
    }),
  );
}
