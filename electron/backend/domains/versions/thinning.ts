import type { VersionInfo } from '#shared/contract/versions.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to `age`, one version is kept per `step`; 0 keeps all. */
const tiers = [
  { age: MINUTE, step: 0 },
  { age: 10 * MINUTE, step: 10 * SECOND },
  { age: HOUR, step: MINUTE },
  { age: DAY, step: 10 * MINUTE },
  { age: 7 * DAY, step: HOUR },
  { age: Number.POSITIVE_INFINITY, step: DAY },
];

/**
 * Versions of one draft that may go. Only nameless edits ever go, the newest version never, and of each stretch of
 * time the last one stays. Stretches begin at fixed times of the clock, so that thinning twice removes no more than
 * thinning once.
 *
 * @param versions newest first
 */
export function superfluousVersions(
  versions: readonly Pick<VersionInfo, 'version' | 'createdAt' | 'kind' | 'name'>[],
  now: number,
): number[] {
  const taken = new Set<string>();
  const superfluous: number[] = [];
  for (const [index, { version, createdAt, kind, name }] of versions.entries()) {
    const { step } = tiers.find(({ age }) => now - createdAt < age)!;
    if (step === 0) continue;
    const stretch = `${step}/${Math.floor(createdAt / step)}`;
    const mayGo = index > 0 && kind === 'edit' && name === '';
    if (mayGo && taken.has(stretch)) superfluous.push(version);
    taken.add(stretch);
  }
  return superfluous;
}
