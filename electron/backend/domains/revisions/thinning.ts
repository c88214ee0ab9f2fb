import type { RevisionInfo } from '#shared/contract/revisions.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to `age`, one revision is kept per `step`; 0 keeps all. */
const tiers = [
  { age: MINUTE, step: 0 },
  { age: 10 * MINUTE, step: 10 * SECOND },
  { age: HOUR, step: MINUTE },
  { age: DAY, step: 10 * MINUTE },
  { age: 7 * DAY, step: HOUR },
  { age: Number.POSITIVE_INFINITY, step: DAY },
];

/**
 * Revisions of one draft that may go. Only nameless edits ever go, the newest revision never, and of each stretch of
 * time the last one stays. Stretches begin at fixed times of the clock, so that thinning twice removes no more than
 * thinning once.
 *
 * @param revisions newest first
 */
export function superfluousRevisions(
  revisions: readonly Pick<RevisionInfo, 'revision' | 'createdAt' | 'kind' | 'name'>[],
  now: number,
): number[] {
  const taken = new Set<string>();
  const superfluous: number[] = [];
  for (const [index, { revision, createdAt, kind, name }] of revisions.entries()) {
    const { step } = tiers.find(({ age }) => now - createdAt < age)!;
    if (step === 0) continue;
    const stretch = `${step}/${Math.floor(createdAt / step)}`;
    const mayGo = index > 0 && (kind === 'edit' || kind === 'fields') && name === '';
    if (mayGo && taken.has(stretch)) superfluous.push(revision);
    taken.add(stretch);
  }
  return superfluous;
}
