import { DafuError } from '#shared/contract/errors.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { decideChanges, openRevisions } from '#shared/document/review/decide-changes.ts';
import { changeWords } from '#shared/document/review/review-words.ts';
import type { Decision } from '#shared/document/revision-marks.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { UsageError, type Arguments } from '../arguments.ts';
import type { CommandCall } from '../command.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import { withBackend } from '../session.ts';

/** Accepts or rejects changes of a draft as a new version. What cannot be applied is told and keeps no other one from being. */
export async function decide({ io, args, json, language, words }: CommandCall): Promise<ExitCode> {
  const wanted = wantedOf(args);
  const documentId = args.operands[0]!;
  const { entries, unapplied, version } = await withBackend(
    { dataFolder: dataFolder(args.text('data'), io), language: await language(), purpose: 'edit' },
    async (client) => {
      const draft = await client.call('documents.get', { documentId });
      if (draft.state === 'finished') throw new DafuError('FORBIDDEN', { rule: 'documents.finished' });
      const document = parseReplyDocument(draft.body);
      const decided = decideChanges(document, decisionsFor(document, wanted), args.text('reason'));
      if (decided.entries.length === 0) return { ...decided, version: draft.version };
      const body = stringifyReplyDocument(decided.document);
      const saved = await client.call('documents.save', { documentId, baseVersion: draft.version, body });
      return { ...decided, version: saved.version };
    },
  );
  const say = await words();
  if (json) io.out(`${JSON.stringify({ id: documentId, version, entries, unapplied }, null, 2)}\n`);
  else {
    for (const entry of entries) {
      const { kind, before, after, place } = changeWords(entry, say);
      const columns = [entry.revision, say(`review:state.${entry.decision}`), entry.author, kind, place, before, after];
      io.out(`${columns.join('\t')}\n`);
    }
    for (const { revision, why } of unapplied) io.err(`${say(`decide.${why}`, { change: revision })}\n`);
  }
  return unapplied.some(({ why }) => why !== 'stays') ? exitCodes.refused : exitCodes.done;
}

interface Wanted {
  accepted: string[];
  rejected: string[];
  author: string | undefined;
}

/** @throws UsageError */
function wantedOf(args: Arguments): Wanted {
  const named = (option: string) =>
    args
      .texts(option)
      .flatMap((text) => text.split(','))
      .filter((id) => id !== '');
  const [accepted, rejected] = [named('accept'), named('reject')];
  const more = args.operands.slice(1);
  if (accepted.length + rejected.length === 0) throw new UsageError('usage.noDecision', {}, 'decide');
  if (more.length > 0 && accepted.length > 0 && rejected.length > 0)
    throw new UsageError('usage.whichDecision', {}, 'decide');
  (accepted.length > 0 ? accepted : rejected).push(...more);
  const both = accepted.find((id) => rejected.includes(id));
  if (both !== undefined) throw new UsageError('usage.bothDecisions', { change: both }, 'decide');
  return { accepted, rejected, author: args.text('author') };
}

/** `all` is what is open, of the author if one is given, and not named otherwise. */
function decisionsFor(document: ReplyDocument, { accepted, rejected, author }: Wanted): Map<string, Decision> {
  const decisions = new Map<string, Decision>();
  const lists = [
    ['accepted', accepted],
    ['rejected', rejected],
  ] as const;
  for (const [decision, ids] of lists) {
    if (ids.includes('all')) for (const id of openRevisions(document, author)) decisions.set(id, decision);
  }
  for (const [decision, ids] of lists) for (const id of ids) if (id !== 'all') decisions.set(id, decision);
  return decisions;
}
