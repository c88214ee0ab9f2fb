import { describe, expect, it } from 'vitest';
import type { DraftFacts } from '#shared/contract/documents.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { OnTurn } from '../../editor/api.ts';
import { changeCase } from './change-case.ts';

/** A draft whose letter prints the number of its case, with a history of its own. */
function draftWith(number: string) {
  let facts: DraftFacts = { caseFacts: { ...emptyCaseFacts(), number }, state: 'drafting', importReport: null };
  let printed = number;
  const done: { before: string; after: string; onTurn: OnTurn }[] = [];
  const undone: typeof done = [];
  const stored: string[] = [];
  const problems: unknown[] = [];
  /** What stands between a command to the store and its answer. */
  let answer = Promise.resolve();
  const draft = {
    facts: { get: () => facts, subscribe: () => () => undefined },
    setFacts: (change: Partial<DraftFacts>) => {
      facts = { ...facts, ...change };
    },
    letter: { settled: () => Promise.resolve() },
  };
  const change = (next: Partial<DraftFacts['caseFacts']>) =>
    changeCase(
      draft,
      { ...facts.caseFacts, ...next },
      {
        apply: (_before, now, onTurn) => {
          if (now.number === printed) return Promise.resolve(0);
          done.push({ before: printed, after: now.number, onTurn });
          printed = now.number;
          return Promise.resolve(1);
        },
        save: async (saved) => {
          await answer;
          stored.push(saved.number);
          return saved.receivedOn === null ? saved : { ...saved, dueOn: '2027-02-28' };
        },
        onProblem: (reason) => problems.push(reason),
      },
    );
  return {
    change,
    undo: () => {
      const step = done.pop()!;
      undone.push(step);
      printed = step.before;
      step.onTurn(false);
    },
    redo: () => {
      const step = undone.pop()!;
      done.push(step);
      printed = step.after;
      step.onTurn(true);
    },
    /** Nothing is answered until the function it returns is called. */
    holdStore: (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      answer = promise;
      return resolve;
    },
    breakStore: () => {
      answer = Promise.reject(new Error('disk full'));
    },
    settle: () => new Promise<void>((resolve) => setImmediate(resolve)),
    stored,
    problems,
    facts: () => facts.caseFacts,
    both: () => [printed, facts.caseFacts.number],
  };
}

describe('a change of the case', () => {
  it('shows the due date the store filled in, without reading again', async () => {
    const world = draftWith('0178');
    await world.change({ receivedOn: '2026-11-30' });
    expect(world.facts()).toMatchObject({ receivedOn: '2026-11-30', dueOn: '2027-02-28' });
  });

  it('turns with its step of the letter, in both directions and several deep', async () => {
    const world = draftWith('0178');
    await world.change({ number: '0179' });
    await world.change({ number: '0180' });
    const seen: string[][] = [];
    for (const step of ['undo', 'undo', 'redo', 'redo', 'undo'] as const) {
      world[step]();
      await world.settle();
      seen.push(world.both());
    }
    expect(seen).toEqual(['0179', '0178', '0179', '0180', '0179'].map((number) => [number, number]));
    expect(world.stored.at(-1)).toBe('0179');
  });

  it('ends as the last turn says when undo and redo follow each other at once', async () => {
    const world = draftWith('0178');
    await world.change({ number: '0179' });
    world.undo();
    world.redo();
    world.undo();
    await world.settle();
    expect(world.both()).toEqual(['0178', '0178']);
    expect(world.stored).toEqual(['0179', '0178', '0179', '0178']);
  });

  it('never parts from the letter when undo comes while the next change is being stored', async () => {
    const world = draftWith('0178');
    await world.change({ number: '0179' });
    const goOn = world.holdStore();
    const changing = world.change({ number: '0180' });
    world.undo();
    goOn();
    await changing;
    await world.settle();
    expect(world.both()).toEqual(['0178', '0178']);
  });

  it('is one step with the next change when that comes while it is being stored', async () => {
    const world = draftWith('0178');
    const goOn = world.holdStore();
    const changing = [world.change({ number: '0179' }), world.change({ number: '0180', dueOn: '2026-06-30' })];
    goOn();
    expect(await Promise.all(changing)).toEqual([1, 0]);
    expect(world.both()).toEqual(['0180', '0180']);
    world.undo();
    await world.settle();
    expect(world.both()).toEqual(['0178', '0178']);
  });

  it('leaves alone what was changed in the case since', async () => {
    const world = draftWith('0178');
    await world.change({ number: '0179' });
    expect(await world.change({ dueOn: '2026-06-30' })).toBe(0);
    world.undo();
    await world.settle();
    expect(world.facts()).toMatchObject({ number: '0178', dueOn: '2026-06-30' });
  });

  it('leaves the letter as it was when it cannot be stored, and says so of an undo', async () => {
    const world = draftWith('0178');
    await world.change({ number: '0179' });
    world.breakStore();
    await expect(world.change({ number: '0180' })).rejects.toThrow('disk full');
    expect(world.both()).toEqual(['0179', '0179']);
    world.undo();
    await world.settle();
    expect(world.problems).toEqual([new Error('disk full')]);
  });
});
