import type { CaseFacts } from '#shared/domain/case.ts';
import { followStep } from './follow-step.ts';
import type { OpenDraft } from './open-draft.ts';

type CaseOfDraft = Pick<OpenDraft, 'facts' | 'setFacts'> & {
  letter: Pick<OpenDraft['letter'], 'settled' | 'onChange' | 'getDocumentJson' | 'selection'>;
};

interface CaseSteps {
  save(facts: CaseFacts): Promise<void>;
  /** Lets the letter follow, in one undo step; how many places of it changed. */
  apply(): Promise<number>;
  /** Undo or redo of the letter could not take the case along. */
  onProblem(reason: unknown): void;
}

/**
 * Stores the case and lets the letter follow it in one undo step. From then on undo and redo of that step
 * take along what was changed in the case, and only that.
 *
 * @returns how many places of the letter changed
 * @throws what `save` throws; the letter is unchanged then
 */
export async function changeCase(draft: CaseOfDraft, next: CaseFacts, steps: CaseSteps): Promise<number> {
  const { letter } = draft;
  const previous = draft.facts.get().caseFacts;
  await steps.save(next);
  draft.setFacts({ caseFacts: next });
  await letter.settled();
  const before = letter.getDocumentJson();
  const changed = await steps.apply();
  if (changed === 0) return 0;
  let turns = Promise.resolve();
  const turn = async (facts: Partial<CaseFacts>) => {
    const caseFacts = { ...draft.facts.get().caseFacts, ...facts };
    await steps.save(caseFacts);
    draft.setFacts({ caseFacts });
  };
  followStep(letter, { before, after: letter.getDocumentJson() }, (isDone) => {
    const facts = isDone ? differences(previous, next) : differences(next, previous);
    turns = turns.then(() => turn(facts)).catch((reason: unknown) => steps.onProblem(reason));
  });
  return changed;
}

/** What `to` has other than `from`. */
function differences(from: CaseFacts, to: CaseFacts): Partial<CaseFacts> {
  const keys = Object.keys(to) as (keyof CaseFacts)[];
  const changed = keys.filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]));
  return Object.fromEntries(changed.map((key) => [key, to[key]])) as Partial<CaseFacts>;
}
