import { compareLetters } from '#shared/document/compare/compare-letters.ts';
import { ignorables, type Comparison, type LetterChange } from '#shared/document/compare/comparison.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { Projection } from '#shared/document/projection.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { oneOf } from '../arguments.ts';
import type { CommandCall } from '../command.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import { collectLetters } from '../named-letters.ts';
import { dataFolder } from '../places.ts';
import { reportFailure, worstExitCode, type ReportedFailure } from '../report-error.ts';
import { withBackend } from '../session.ts';
import type { Words } from '../words.ts';

/** Prints what changed from one letter to another; changes nothing. */
export async function compare(call: CommandCall): Promise<ExitCode> {
  const { io, args, json, words } = call;
  const form = oneOf('--as', args.text('as') ?? (json ? 'json' : 'text'), ['text', 'json']);
  const review = reviewOf(args.text('review'));
  const ignore = listed(args.text('ignore')).map((what) => oneOf('--ignore', what, ignorables));
  const failures: { source: string; failure: ReportedFailure }[] = [];
  const a = await letterOf(call, args.operands[0]!, failures);
  const b = await letterOf(call, args.operands[1]!, failures);
  if (!a || !b) {
    for (const { source, failure } of failures) await reportFailure(io, failure, { json, words, subject: source });
    return worstExitCode(failures.map(({ failure }) => failure));
  }
  const revision = { author: 'dafu compare', authorId: 'dafu-compare', at: 0 };
  const comparison = compareLetters(a, b, { revision, ignore, ...(review && { review }) });
  io.out(form === 'json' ? `${JSON.stringify(comparison, null, 2)}\n` : described(comparison, await words()));
  return exitCodes.done;
}

function listed(value: string | undefined): string[] {
  return (value ?? '').split(',').filter((part) => part !== '');
}

/** One for both letters, or one for each. @throws UsageError */
function reviewOf(value: string | undefined): { a: Projection; b: Projection } | undefined {
  if (value === undefined) return undefined;
  const [a, b = a, ...more] = value.split(',').map((how): Projection => {
    return oneOf('--review', how, ['accept', 'reject']) === 'accept' ? 'accepted' : 'rejected';
  });
  if (more.length > 0) oneOf('--review', value, ['accept', 'reject']);
  return { a: a!, b: b! };
}

/** A file, a draft, or `ID@3`, the third version of a draft; undefined when it failed. */
async function letterOf(
  call: CommandCall,
  operand: string,
  failures: { source: string; failure: ReportedFailure }[],
): Promise<ReplyDocument | undefined> {
  const [, documentId, version] = /^([0-9a-f-]{36})@(\d{1,9})$/.exec(operand) ?? [];
  if (documentId === undefined) return (await collectLetters(call, [operand], failures))[0]?.letter.document;
  const { args, io, language } = call;
  const { body } = await withBackend(
    { dataFolder: dataFolder(args.text('data'), io), language: await language(), purpose: 'look' },
    async (client) => await client.call('versions.get', { documentId, version: Number(version) }),
  );
  return parseReplyDocument(body);
}

function described({ changes, notable, statistics }: Comparison, words: Words): string {
  if (changes.length === 0) return `${words('compare.none')}\n`;
  const lines: string[] = [];
  if (notable.length > 0) {
    lines.push(words('compare.notable'));
    for (const { kind, before, after, direction, place } of notable) {
      const how = direction ? words(`compare.direction.${direction}`) : '';
      lines.push(`  ${words(`compare.notableKind.${kind}`)}\t${step(before, after)}${how}${under(place, words)}`);
    }
    lines.push('');
  }
  lines.push(words('compare.changes'), ...changes.flatMap((change) => changeLines(change, words, '  ')), '');
  const { insertedCharacters, deletedCharacters, keptCharacters } = statistics;
  const counts = { inserted: insertedCharacters, deleted: deletedCharacters, kept: keptCharacters };
  lines.push(words('compare.statistics', { changes: changes.length, ...counts }));
  return `${lines.join('\n')}\n`;
}

function changeLines(change: LetterChange, words: Words, indent: string): string[] {
  const { kind, before, after, place, edits = [] } = change;
  const isMove = kind === 'moved' || kind === 'moved-edited';
  const { around } = place;
  const shown = isMove ? inLine(after) : step(before, after);
  const beside = around ? `  …${inLine(around.before)}[ ]${inLine(around.after)}…` : '';
  const line = `${indent}${words(`compare.kind.${kind}`)}\t${shown}${beside}${under(place, words)}`;
  return [line, ...edits.flatMap((edit) => changeLines(edit, words, `${indent}  `))];
}

function step(before: string, after: string): string {
  return before === '' || after === '' ? inLine(before + after) : `${inLine(before)} → ${inLine(after)}`;
}

/** Ends of paragraphs as ¶. */
function inLine(text: string): string {
  return text.replaceAll('\n', '¶').replaceAll('\t', ' ');
}

function under({ heading }: LetterChange['place'], words: Words): string {
  return heading === undefined ? '' : words('compare.under', { heading });
}
