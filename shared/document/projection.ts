import type { Decision } from './revision-marks.ts';
import { resolveRuns } from './resolve/blocks.ts';
import { resolve } from './resolve/resolve.ts';
import { reviewMarks } from './review-marks.ts';
import type { ReplyDocument, Run } from './schema.ts';

/** `accepted`: all tracked changes taken; `rejected`: all refused, that is the letter before them. */
export type Projection = Decision;

export function projectRuns(runs: readonly Run[], projection: Projection): Run[] {
  return resolveRuns(runs, () => projection);
}

/**
 * The letter without any tracked change: of text, fields of head and tail, order and roles of sections and blocks,
 * tables. Revisions that are decided already keep their decision. Comments stay.
 */
export function project(document: ReplyDocument, projection: Projection): ReplyDocument {
  const { decided = {}, ...rest } = document;
  const verdictOf = (revision: string) => (Object.hasOwn(decided, revision) ? decided[revision] : projection);
  return { ...resolve(rest, verdictOf), revisions: {} };
}

/**
 * The letter after some of its revisions were accepted or rejected, by their ids. One after another, in any order and
 * all at once end in the same letter (law 6): a decision the effect of which hangs on an open revision is noted in
 * `decided` and takes effect with that one. Ids that no mark names are ignored.
 */
export function decide(document: ReplyDocument, decisions: ReadonlyMap<string, Decision>): ReplyDocument {
  const decided: Record<string, Decision> = { ...document.decided, ...Object.fromEntries(decisions) };
  const resolved = resolve(document, (revision) => (Object.hasOwn(decided, revision) ? decided[revision] : undefined));
  const waiting = new Set([...reviewMarks(resolved)].map(({ revision }) => revision));
  const keeps = ([revision]: [string, unknown]) => waiting.has(revision);
  const left = Object.entries(decided).filter(keeps);
  const { decided: _decided, ...rest } = resolved;
  return {
    ...rest,
    revisions: Object.fromEntries(
      Object.entries(document.revisions).filter((entry) => keeps(entry) || !Object.hasOwn(decided, entry[0])),
    ),
    ...(left.length > 0 && { decided: Object.fromEntries(left) }),
  };
}
