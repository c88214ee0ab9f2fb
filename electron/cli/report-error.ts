import { inspect } from 'node:util';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { systemReasonWord } from '#shared/contract/system-reason.ts';
import { UsageError } from './arguments.ts';
import { exitCodes, type CliIo, type ExitCode } from './io.ts';
import type { Words } from './words.ts';

/** Codes that are the fault of what was put in. */
const refusedCodes = new Set<ErrorCode>([
  'IMPORT_UNSUPPORTED',
  'IMPORT_TOO_LARGE',
  'IMPORT_ALTERED',
  'DOCUMENT_INVALID',
  'DOCUMENT_FROM_FUTURE',
  'UNIT_SETTINGS_INVALID',
  'UNIT_SETTINGS_FROM_FUTURE',
  'PACKAGE_TAMPERED',
  'VALIDATION_FAILED',
  'REVIEW_OPEN',
  'PUBLICATION_REFUSED',
]);

/** The exit code of a command that went on after some failures: 1 when any is more than a refusal. */
export function worstExitCode(failures: readonly ReportedFailure[]): ExitCode {
  const codes = failures.map(exitCodeOf);
  if (codes.length === 0) return exitCodes.done;
  return codes.includes(exitCodes.failed) ? exitCodes.failed : exitCodes.refused;
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== '';
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
  // Not every code has all three. What one can do at a command line differs from what one can do in the window.
  const [what, why] = ['what', 'why'].map((part) => words(`errors:${code}.${part}`, { ...values, defaultValue: '' }));
  const thing = code === 'NOT_FOUND' ? `_${(details as { what: string }).what}` : '';
  const todo = words(`todo.${code}${thing}`, {
    ...values,
    defaultValue: thing === '' ? words(`errors:${code}.todo`, { ...values, defaultValue: '' }) : '',
  });
  const parts = [what, why === '' ? reasonOf(failure, words) : why, todo].filter(isText);
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
    const said = words(error.key, error.values);
    if (options.json) await reportFailure(io, { code: 'VALIDATION_FAILED', details: { issues: [said] } }, options);
    else io.err(`dafu: ${said}\n${words('usage.seeHelp', { command: error.command ?? '' }).replace('  ', ' ')}\n`);
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

/** Why a file or command was refused, in words; '' for codes whose words say it themselves. */
function reasonOf({ code, details }: ReportedFailure, words: Words): string {
  if (code === 'FORBIDDEN') {
    const { rule } = details as { rule: string };
    return words(`rule.${rule.replace('.', '_')}`, { defaultValue: '' });
  }
  if (code !== 'IMPORT_UNSUPPORTED') return '';
  const { reason } = details as { reason: string };
  return words(`errors:importReason.${reason}`, { defaultValue: words('errors:importReason.other', { reason }) });
}

const sizes = new Set(['actual', 'allowed']);

/** Details as they stand in the words: system codes, limits and things by name, numbers as people write them. */
function printable(details: unknown, words: Words): Record<string, string> {
  const given = details as Record<string, unknown>;
  const values = Object.entries(given).map(([key, value]): [string, string] => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (key === 'what') return [key, words(`what.${text}`, { defaultValue: text })];
    if (key === 'limit') return [key, words(`errors:limit.${text}`, { defaultValue: words('errors:limit.other') })];
    if (key === 'reason') return [key, words(`errors:system.${systemReasonWord(text)}`, { reason: text })];
    if (key === 'databaseVersion') return ['database', text];
    if (key === 'appVersion') return ['app', text];
    if (sizes.has(key)) return [key, size(Number(value), given['limit'])];
    return [key, Array.isArray(value) ? value.join('; ') : text];
  });
  return Object.fromEntries(values);
}

function size(value: number, limit: unknown): string {
  return limit === 'bytes' ? `${(value / 1024 / 1024).toFixed(1)} MB` : value.toLocaleString('en');
}
