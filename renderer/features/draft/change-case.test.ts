import { describe, expect, it } from 'vitest';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { OnTurn } from '../../editor/api.ts';
import { changeCase } from './change-case.ts';
import type { DraftFacts } from './open-draft.ts';

/** A draft whose letter prints the number of its case; the steps the letter took stand in order. */
function draftWith(number: string) {
  let facts: DraftFacts = { caseFacts: { ...emptyCaseFacts(), number }, state: 'drafting', importReport: null };
  let printed = number;
  const steps: OnTurn[] = [];
  const stored: string[] = [];
  const draft = {
    facts: { get: () => facts, subscribe: () => () => undefined },
    setFacts: (change: Partial<DraftFacts>) => {
      facts = { ...facts, ...change };
    },
  };
  const change = (next: Partial<DraftFacts['caseFacts']>) =>
    changeCase(
      draft,
      { ...facts.caseFacts, ...next },
      {
        apply: (onTurn) => {
          if (facts.caseFacts.number === printed) return Promise.resolve(0);
          printed = facts.caseFacts.number;
          steps.push(onTurn);
          return Promise.resolve(1);
        },
        save: (saved) => {
          stored.push(saved.number);
          return Promise.resolve();
        },
        onProblem: (reason) => {
          throw reason;
        },
      },
    );
  return {
    change,
    steps,
    stored,
    settle: () => new Promise<void>((resolve) => setImmediate(resolve)),
    facts: () => facts.caseFacts,
  };
}

describe('a change of the case', () => {
  it('turns with its step of the letter, in both directions and several deep', async () => {
    const world = draftWith('0178');
    await world.change({ number: '0179' });
    await world.change({ number: '0180' });
    const [first, second] = world.steps;
    const seen: string[] = [];
    for (const [step, isDone] of [
      [second, false],
      [first, false],
      [first, true],
      [second, true],
      [second, false],
    ] as const) {
      step?.(isDone);
      await world.settle();
      seen.push(world.facts().number);
    }
    expect(seen).toEqual(['0179', '0178', '0179', '0180', '0179']);
    expect(world.stored.at(-1)).toBe('0179');
  });

  it('ends as the last turn says when undo and redo follow each other at once', async () => {
    const world = draftWith('0178');
    await world.change({ number: '0179' });
    const [step] = world.steps;
    step?.(false);
    step?.(true);
    step?.(false);
    await world.settle();
    expect(world.facts().number).toBe('0178');
    expect(world.stored).toEqual(['0179', '0178', '0179', '0178']);
  });

  it('leaves alone what was changed in the case since', async () => {
    const world = draftWith('0178');
    await world.change({ number: '0179' });
    expect(await world.change({ dueOn: '2026-06-30' })).toBe(0);
    world.steps[0]?.(false);
    await world.settle();
    expect(world.facts()).toMatchObject({ number: '0178', dueOn: '2026-06-30' });
  });
});
