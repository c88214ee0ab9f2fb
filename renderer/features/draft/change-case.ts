import type { CaseFacts } from '#shared/domain/case.ts';
import type { OnTurn } from '../../editor/api.ts';
import type { OpenDraft } from './open-draft.ts';

type CaseOfDraft = Pick<OpenDraft, 'facts' | 'setFacts'> & { letter: Pick<OpenDraft['letter'], 'settled'> };

interface CaseSteps {
  /** Answers with what is stored: the due date may have been filled in. */
  save(facts: CaseFacts): Promise<CaseFacts>;
  /** Lets the letter follow, in one undo step that `onTurn` belongs to; how many places of it changed. */
  apply(before: CaseFacts, now: CaseFacts, onTurn: OnTurn): Promise<number>;
  /** Undo or redo of the letter could not take the case along. */
  onProblem(reason: unknown): void;
}

/** What is under way between a case and its letter. */
interface Following {
  /** Changes and turns that have not come to their end. */
  pending: number;
  /** The case as the letter has followed it. */
  followed: CaseFacts;
  /** What is stored is stored one after another; never rejected. */
  stored: Promise<unknown>;
}
const followings = new WeakMap<OpenDraft['facts'], Following>();

/**
 * Stores the case and lets the letter follow it in one undo step. From then on undo and redo of that step
 * take along what was changed in the case, and only that. Undo may come while a change is still being stored: the letter
 * follows what the case says when all of it is stored, so the two never part.
 *
 * @returns how many places of the letter changed
 * @throws what `save` throws; the letter is unchanged then
 */
export async function changeCase(draft: CaseOfDraft, next: CaseFacts, steps: CaseSteps): Promise<number> {
  const following = begin(draft);
  try {
    await store(draft, following, differences(draft.facts.get().caseFacts, next), steps);
    await allStored(draft, following);
    const before = following.followed;
    const now = draft.facts.get().caseFacts;
    following.followed = now;
    return await steps.apply(before, now, (isDone) => {
      const turned = isDone ? differences(before, now) : differences(now, before);
      turn(draft, turned, steps).catch((reason: unknown) => steps.onProblem(reason));
    });
  } finally {
    following.pending -= 1;
  }
}

async function turn(draft: CaseOfDraft, turned: Partial<CaseFacts>, steps: CaseSteps): Promise<void> {
  const following = begin(draft);
  following.followed = { ...following.followed, ...turned };
  try {
    await store(draft, following, turned, steps);
  } finally {
    following.pending -= 1;
  }
}

function begin(draft: CaseOfDraft): Following {
  const followed = draft.facts.get().caseFacts;
  const following = followings.get(draft.facts) ?? { pending: 0, followed, stored: Promise.resolve() };
  // What was changed since by others is nothing that the next step brings.
  if (following.pending === 0) following.followed = followed;
  following.pending += 1;
  followings.set(draft.facts, following);
  return following;
}

function store(
  draft: CaseOfDraft,
  following: Following,
  change: Partial<CaseFacts>,
  { save }: Pick<CaseSteps, 'save'>,
): Promise<void> {
  const saving = following.stored.then(async () => {
    draft.setFacts({ caseFacts: await save({ ...draft.facts.get().caseFacts, ...change }) });
  });
  following.stored = Promise.allSettled([saving]);
  return saving;
}

/** Until nothing is left to be stored and no input method composes. */
async function allStored(draft: CaseOfDraft, following: Following): Promise<void> {
  let stored: unknown;
  do {
    stored = following.stored;
    await following.stored;
    await draft.letter.settled();
  } while (following.stored !== stored);
}

/** What `to` has other than `from`. */
function differences(from: CaseFacts, to: CaseFacts): Partial<CaseFacts> {
  const keys = Object.keys(to) as (keyof CaseFacts)[];
  const changed = keys.filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]));
  return Object.fromEntries(changed.map((key) => [key, to[key]])) as Partial<CaseFacts>;
}
