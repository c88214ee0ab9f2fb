import { decide } from '../projection.ts';
import { reviewMarks } from '../review-marks.ts';
import type { Decision } from '../revision-marks.ts';
import type { ReplyDocument } from '../schema.ts';
import { reviewChanges, type ReviewChange } from './review-items.ts';

/** What is kept on record of a decision after its marks are gone; who decided and when is for the record to add. */
export interface DecisionEntry extends Omit<ReviewChange, 'type' | 'state'> {
  /** `gone`: what it concerned went with another decision, such as the insertion of text that another one strikes. */
  decision: Decision | 'gone';
  reason?: string;
  /** Open threads on the change, closed by the decision. */
  threads: string[];
}

/**
 * Why a decision did nothing, or not all it says. `unknown`: there is no such change. `decided`: it was decided before
 * and waits for another one. Those two are left as they are. `stays`: it is decided, but what it moved stays, as the
 * place it came from is gone.
 */
export interface Unapplied {
  revision: string;
  why: 'unknown' | 'decided' | 'stays';
}

export interface DecidedChanges {
  document: ReplyDocument;
  /** In reading order. */
  entries: DecisionEntry[];
  unapplied: Unapplied[];
}

/**
 * The letter after changes were accepted or rejected, one, several, those of an author or all (`openRevisions`); in
 * whatever order and portions that is done, the letter is the same in the end (law 6). What cannot be applied keeps no
 * other one from being.
 */
export function decideChanges(
  document: ReplyDocument,
  decisions: ReadonlyMap<string, Decision>,
  reason?: string,
): DecidedChanges {
  const known = new Map(reviewChanges(document).map((change) => [change.revision, change]));
  const unapplied: Unapplied[] = [];
  for (const [revision, decision] of decisions) {
    const change = known.get(revision);
    if (change === undefined) unapplied.push({ revision, why: 'unknown' });
    else if (change.state !== 'open') unapplied.push({ revision, why: 'decided' });
    else if (decision === 'rejected' && change.parts.some((part) => part.kind === 'move' && !part.from))
      unapplied.push({ revision, why: 'stays' });
  }
  const isFresh = ({ revision, state }: ReviewChange) => state === 'open' && decisions.has(revision);
  const verdicts = new Map(
    [...known.values()].filter(isFresh).map(({ revision }) => [revision, decisions.get(revision)!]),
  );
  if (verdicts.size === 0) return { document, entries: [], unapplied };
  const decided = decide(document, verdicts);
  const left = new Set([...reviewMarks(decided)].map(({ revision }) => revision));
  const entries = [...known.values()].flatMap((change): DecisionEntry[] => {
    const { type: _type, state, ...what } = change;
    const decision = isFresh(change) ? verdicts.get(change.revision)! : 'gone';
    if (decision === 'gone' && (state !== 'open' || left.has(change.revision))) return [];
    const isAnswered = decision !== 'gone' && reason !== undefined;
    const threads = openThreadsOn(document, change.revision);
    return [{ ...what, decision, ...(isAnswered && { reason }), threads }];
  });
  return { document: withoutSettled(decided, entries), entries, unapplied };
}

/** Ids of the changes that are still open, in reading order; with `by`, those of the author of this name or id. */
export function openRevisions(document: ReplyDocument, by?: string): string[] {
  return reviewChanges(document)
    .filter(({ state }) => state === 'open')
    .filter(({ author, authorId }) => by === undefined || by === author || by === authorId)
    .map(({ revision }) => revision);
}

function openThreadsOn({ threads }: ReplyDocument, revision: string): string[] {
  return Object.entries(threads).flatMap(([id, { anchor, state }]) =>
    anchor.type === 'revision' && anchor.id === revision && state === 'open' ? [id] : [],
  );
}

/** Threads on what was settled are closed; revisions that went with another one are no longer named. */
function withoutSettled(document: ReplyDocument, entries: readonly DecisionEntry[]): ReplyDocument {
  const closed = new Set(entries.flatMap(({ threads }) => threads));
  const gone = new Set(entries.filter(({ decision }) => decision === 'gone').map(({ revision }) => revision));
  return {
    ...document,
    revisions: Object.fromEntries(Object.entries(document.revisions).filter(([id]) => !gone.has(id))),
    threads: Object.fromEntries(
      Object.entries(document.threads).map(([id, thread]) => [
        id,
        closed.has(id) ? { ...thread, state: 'resolved' as const } : thread,
      ]),
    ),
  };
}
