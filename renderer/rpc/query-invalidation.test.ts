import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { Input, NamesOfKind } from '#shared/contract/index.ts';
import type { Backend, ConnectionState } from './backend.ts';
import { invalidateOnEvents } from './query-invalidation.ts';

/** A window that has asked some questions, and a backend that tells what happened. */
function windowThatAsked(...questions: { [P in NamesOfKind<'query'>]: [P, Input<P>] }[NamesOfKind<'query'>][]) {
  const listeners = new Map<string, (payload: unknown) => void>();
  let connection: ConnectionState = 'connected';
  let onConnectionChange = () => {};
  const backend = {
    on: (event: EventName, listener: (payload: unknown) => void) => listeners.set(event, listener),
    connectionState: () => connection,
    onConnectionChange: (listener: () => void) => (onConnectionChange = listener),
  } as unknown as Backend;
  const queries = new QueryClient();
  for (const question of questions) queries.setQueryData(question, {});
  invalidateOnEvents(backend, queries);
  return {
    happens: <E extends EventName>(event: E, payload: EventPayload<E>) => listeners.get(event)?.(payload),
    connectionBecomes(state: ConnectionState) {
      connection = state;
      onConnectionChange();
    },
    stale: () => questions.filter((question) => queries.getQueryState(question)?.isInvalidated),
  };
}

describe('answers the window keeps', () => {
  it('are old after an autosave only where they are about that draft', () => {
    const window = windowThatAsked(
      ['documents.get', { documentId: 'a' }],
      ['documents.get', { documentId: 'b' }],
      ['exports.review', { documentIds: ['b', 'a'] }],
      ['exports.review', { documentIds: ['b'] }],
      ['documents.list', { search: '', state: 'all', sort: 'updatedAt', direction: 'desc' }],
      ['settings.get', {}],
    );
    window.happens('documents.changed', { documentIds: ['a'] });
    expect(window.stale()).toEqual([
      ['documents.get', { documentId: 'a' }],
      ['exports.review', { documentIds: ['b', 'a'] }],
      ['documents.list', { search: '', state: 'all', sort: 'updatedAt', direction: 'desc' }],
    ]);
  });

  it('about drafts of the same file follow the other drafts', () => {
    const window = windowThatAsked(['imports.sameFile', { documentId: 'a' }]);
    window.happens('documents.changed', { documentIds: ['a'] });
    expect(window.stale()).toEqual([]);
    window.happens('documents.changed', { documentIds: ['b'] });
    expect(window.stale()).toEqual([['imports.sameFile', { documentId: 'a' }]]);
  });

  it('do not grow old because somebody scrolled', () => {
    const window = windowThatAsked(
      ['forms.list', {}],
      ['exports.getFolder', {}],
      ['app.status', {}],
      ['settings.get', {}],
    );
    window.happens('settings.changed', { keys: ['workspace'] });
    expect(window.stale()).toEqual([['settings.get', {}]]);
  });

  it('are all old with another store, or when events may have been missed', () => {
    const other = windowThatAsked(['settings.listProfiles', {}], ['app.status', {}]);
    other.happens('app.statusChanged', {});
    expect(other.stale()).toHaveLength(2);
    const missed = windowThatAsked(['settings.listProfiles', {}], ['app.status', {}]);
    missed.connectionBecomes('lost');
    expect(missed.stale()).toEqual([]);
    missed.connectionBecomes('connected');
    expect(missed.stale()).toHaveLength(2);
  });
});
