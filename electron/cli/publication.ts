import { letterFileName, withPublicSuffix } from '#backend/export/targets.ts';
import { findingsOf, treatLetter, type TreatedLetter } from '#backend/export/treatment.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { ReviewTreatment } from '#shared/contract/exports.ts';
import { hasPersonalData } from '#shared/document/redaction/find.ts';
import {
  defaultPublicationOptions,
  type Decisions,
  type PublicationOptions,
} from '#shared/document/redaction/finding.ts';
import { oneOf, UsageError, type Arguments } from './arguments.ts';
import type { CommandCall } from './command.ts';
import { knownFailure, type NamedLetter } from './named-letters.ts';
import type { ReportedFailure } from './report-error.ts';

export type PreparedLetter = Pick<NamedLetter, 'source' | 'name' | 'ownForm'> & { letter: TreatedLetter };

const parts = ['contacts', 'landlines', 'category', 'copies'] as const;

/** The options `--public`, `--without` and `--review`; null: the full version. @throws UsageError */
function publicationOf(args: Arguments): PublicationOptions | null {
  const without = args.text('without');
  if (!args.flag('public')) {
    const given = args.texts('keep').length > 0 ? '--keep' : without === undefined ? undefined : '--without';
    if (given !== undefined) throw new UsageError('usage.onlyPublic', { option: given }, 'export');
    return null;
  }
  const omitted = new Set(
    (without ?? '')
      .split(',')
      .filter((part) => part !== '')
      .map((part) => oneOf('--without', part.trim(), parts)),
  );
  return {
    ...defaultPublicationOptions,
    contacts: omitted.has('contacts') ? 'none' : 'office',
    officeLandlines: omitted.has('landlines') ? 'remove' : 'keep',
    hasCategory: !omitted.has('category'),
    hasCopyTo: !omitted.has('copies'),
  };
}

/**
 * The letters as they are to be written, each by itself: one that is refused is among the failures.
 *
 * @throws UsageError; DafuError NOT_FOUND for an id after `--keep` that no letter has
 */
export function prepareLetters(
  args: Arguments,
  letters: readonly NamedLetter[],
  failures: { source: string; failure: ReportedFailure }[],
): PreparedLetter[] {
  const options = publicationOf(args);
  const given = args.text('review');
  const review: ReviewTreatment =
    given === undefined ? 'refuse' : oneOf('--review', given, ['accept', 'reject'] as const);
  const kept = new Set(args.texts('keep'));
  const known = new Set<string>();
  const prepared: PreparedLetter[] = [];
  for (const { source, letter, name, pattern, ownForm } of letters) {
    try {
      const decisions = options ? keeps(letter, review, options, kept) : {};
      for (const id of Object.keys(decisions)) known.add(id);
      const treated = treatLetter(letter, { review, publication: options ? { options, decisions } : undefined });
      const shown = nameOf(treated, name, pattern, options);
      prepared.push({ source, letter: treated, name: shown, ...(ownForm && { ownForm }) });
    } catch (error) {
      failures.push({ source, failure: knownFailure(error) });
    }
  }
  const lost = [...kept].find((id) => !known.has(id));
  // A letter that was refused may be the one it stands in.
  if (lost !== undefined && failures.length === 0) throw new DafuError('NOT_FOUND', { what: 'finding', id: lost });
  return prepared;
}

/** What of the given ids is in this letter. */
function keeps(
  letter: NamedLetter['letter'],
  review: ReviewTreatment,
  options: PublicationOptions,
  kept: ReadonlySet<string>,
): Decisions {
  if (kept.size === 0) return {};
  const findings = findingsOf(letter, review === 'reject' ? 'reject' : 'accept', options);
  return Object.fromEntries(findings.filter(({ id }) => kept.has(id)).map(({ id }) => [id, 'keep' as const]));
}

/** A public file is not named by what was taken out of it, and not by a source file whose name is private. */
function nameOf(
  letter: TreatedLetter,
  name: string,
  pattern: string | null,
  options: PublicationOptions | null,
): string {
  const { document, caseFacts, isPublic } = letter;
  if (!isPublic || options === null) return pattern === null ? name : letterFileName(pattern, document, caseFacts);
  const isPrivate = pattern === null && hasPersonalData(name, caseFacts, options);
  const base = pattern === null && !isPrivate ? name : letterFileName(pattern ?? '{title}', document, caseFacts);
  return withPublicSuffix(base, isPublic);
}

/** What was taken out, one line each, with the id `--keep` takes; and what is to be made sure before publication. */
export async function tellPublication(
  { io, json, words }: CommandCall,
  letters: readonly PreparedLetter[],
): Promise<void> {
  const published = letters.filter(({ letter }) => letter.isPublic);
  if (json || published.length === 0) return;
  const say = await words();
  for (const { source, letter } of published) {
    const kind = letter.document.head.disclosure?.kind;
    if (kind !== 'public') io.err(`${say(kind === undefined ? 'export.undecided' : 'export.onRequest', { source })}\n`);
    for (const { finding, action } of letter.redactions) {
      const { id, before, text, after } = finding;
      const names = { action: say(`publication:action.${action}`), kind: say(`publication:kind.${finding.kind}`) };
      io.err(`${say('export.redacted', { ...names, id, before, text, after })}\n`);
    }
  }
}
