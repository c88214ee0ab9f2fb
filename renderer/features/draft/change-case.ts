import type { CaseFacts } from '#shared/domain/case.ts';
import type { OnTurn } from '../../editor/api.ts';
import type { OpenDraft } from './open-draft.ts';

interface CaseSteps {
  save(facts: CaseFacts): Promise<void>;
  /** Lets the letter follow, in one undo step that `onTurn` belongs to; how many places of it changed. */
  apply(onTurn: OnTurn): Promise<number>;
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
export async function changeCase(
  draft: Pick<OpenDraft, 'facts' | 'setFacts'>,
  next: CaseFacts,
  steps: CaseSteps,
): Promise<number> {
  const previous = draft.facts.get().caseFacts;
  await steps.save(next);
  draft.setFacts({ caseFacts: next });
  let turns = Promise.resolve();
  const turn = async (facts: Partial<CaseFacts>) => {
    const caseFacts = { ...draft.facts.get().caseFacts, ...facts };
    await steps.save(caseFacts);
    draft.setFacts({ caseFacts });
  };
  return steps.apply((isDone) => {
    const facts = isDone ? differences(previous, next) : differences(next, previous);
    turns = turns.then(() => turn(facts)).catch((reason: unknown) => steps.onProblem(reason));
  });
}

/** What `to` has other than `from`. */
function differences(from: CaseFacts, to: CaseFacts): Partial<CaseFacts> {
  const keys = Object.keys(to) as (keyof CaseFacts)[];
  const changed = keys.filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]));
  return Object.fromEntries(changed.map((key) => [key, to[key]])) as Partial<CaseFacts>;
}
