import { describe, expect, it } from 'vitest';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { SelectionState } from '../../editor/api.ts';
import { changeCase } from './change-case.ts';
import type { DraftFacts } from './open-draft.ts';

/** A letter that prints the number of its case, with a history of its own. */
function draftWith(number: string) {
  let facts: DraftFacts = { caseFacts: { ...emptyCaseFacts(), number }, state: 'drafting', importReport: null };
  let text = number;
  const undone: string[] = [];
  const done: string[] = [];
  const listeners: (() => void)[] = [];
  const stored: string[] = [];
  const become = (next: string) => {
    text = next;
    for (const listener of listeners) listener();
  };
  return {
    stored,
    store: {
      apply: () => {
        const { number: next } = facts.caseFacts;
        if (next === text) return Promise.resolve(0);
        done.push(text);
        become(next);
        return Promise.resolve(1);
      },
      save: (next: DraftFacts['caseFacts']) => {
        stored.push(next.number);
        return Promise.resolve();
      },
      onProblem: (reason: unknown) => {
        throw reason;
      },
    },
    draft: {
      facts: { get: () => facts, subscribe: () => () => undefined },
      setFacts: (change: Partial<DraftFacts>) => {
        facts = { ...facts, ...change };
      },
      letter: {
        settled: () => Promise.resolve(),
        getDocumentJson: () => text,
        onChange: (listener: () => void) => {
          listeners.push(listener);
          return () => undefined;
        },
        selection: { get: () => ({ canRedo: undone.length > 0 }) as SelectionState, subscribe: () => () => undefined },
      },
    },
    undo: () => {
      undone.push(text);
      become(done.pop() ?? '');
    },
    redo: () => {
      done.push(text);
      become(undone.pop() ?? '');
    },
    settle: () => new Promise<void>((resolve) => setImmediate(resolve)),
    number: () => facts.caseFacts.number,
    text: () => text,
  };
}

describe('a change of the case', () => {
  it('goes with undo and redo of the letter, in both directions and several deep', async () => {
    const world = draftWith('0178');
    const change = async (number: string) =>
      changeCase(world.draft, { ...world.draft.facts.get().caseFacts, number }, world.store);
    await change('0179');
    await change('0180');
    const seen: [string, string][] = [];
    for (const step of ['undo', 'undo', 'redo', 'redo', 'undo'] as const) {
      world[step]();
      await world.settle();
      seen.push([world.text(), world.number()]);
    }
    expect(seen).toEqual([
      ['0179', '0179'],
      ['0178', '0178'],
      ['0179', '0179'],
      ['0180', '0180'],
      ['0179', '0179'],
    ]);
    expect(world.stored.at(-1)).toBe('0179');
  });

  it('leaves alone what was changed in the case since', async () => {
    const world = draftWith('0178');
    const facts = () => world.draft.facts.get().caseFacts;
    await changeCase(world.draft, { ...facts(), number: '0179' }, world.store);
    expect(await changeCase(world.draft, { ...facts(), dueOn: '2026-06-30' }, world.store)).toBe(0);
    world.undo();
    await world.settle();
    expect(facts()).toMatchObject({ number: '0178', dueOn: '2026-06-30' });
  });
});
