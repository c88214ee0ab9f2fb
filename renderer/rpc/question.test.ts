import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DraftFacts } from '#shared/contract/documents.ts';
import type { EventName } from '#shared/contract/events.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { Backend } from './backend.ts';
import { keepAnswer } from './question.ts';
import { invalidateOnEvents } from './query-invalidation.ts';

const drafting: DraftFacts = { caseFacts: emptyCaseFacts(), state: 'drafting', importReport: null };

/** A draft whose facts are kept, and a store in which somebody else may change them. */
function keptFacts() {
  let stored = drafting;
  const listeners = new Map<string, (payload: unknown) => void>();
  const call = vi.fn<() => Promise<unknown>>(async () => stored);
  const backend = {
    call,
    on: (event: EventName, listener: (payload: unknown) => void) => listeners.set(event, listener),
    onConnectionChange: () => undefined,
  } as unknown as Backend;
  const queries = new QueryClient();
  invalidateOnEvents(backend, queries);
  const facts = keepAnswer({ queries, backend }, ['documents.facts', { documentId: 'a' }], drafting);
  const heard: DraftFacts['state'][] = [];
  facts.subscribe(() => heard.push(facts.get().state));
  kept.push(facts);
  return {
    facts,
    heard,
    call,
    otherwiseStored(facts: DraftFacts, payload: { documentIds: string[]; onlyText?: boolean }) {
      stored = facts;
      listeners.get('documents.changed')?.(payload);
    },
  };
}
const kept: { dispose(): void }[] = [];
afterEach(() => kept.splice(0).forEach((answer) => answer.dispose()));

describe('the facts of an open draft', () => {
  it('are those it was opened with, and are not asked for again', () => {
    const { facts, call } = keptFacts();
    expect(facts.get()).toEqual(drafting);
    expect(call).not.toHaveBeenCalled();
  });

  it('are at once what a command says it stored', () => {
    const { facts, heard } = keptFacts();
    facts.set({ ...drafting, state: 'finished' });
    expect(facts.get().state).toBe('finished');
    expect(heard).toEqual(['finished']);
  });

  it('follow what another window stores', async () => {
    const { facts, heard, otherwiseStored } = keptFacts();
    otherwiseStored({ ...drafting, state: 'finished' }, { documentIds: ['a'] });
    await vi.waitFor(() => expect(heard).toEqual(['finished']));
    expect(facts.get().state).toBe('finished');
  });

  it('are not asked for when only the text was saved, or another draft', async () => {
    const { heard, call, otherwiseStored } = keptFacts();
    const finished: DraftFacts = { ...drafting, state: 'finished' };
    otherwiseStored(finished, { documentIds: ['a'], onlyText: true });
    otherwiseStored(finished, { documentIds: ['b'] });
    expect(call).not.toHaveBeenCalled();
    otherwiseStored(finished, { documentIds: ['a'] });
    await vi.waitFor(() => expect(heard).toEqual(['finished']));
    expect(call).toHaveBeenCalledTimes(1);
  });
});
