import type { QueryClient } from '@tanstack/react-query';
import { eventNames, type EventName } from '#shared/contract/events.ts';
import type { Input, NamesOfKind } from '#shared/contract/index.ts';
import type { Backend } from './backend.ts';
import { isStaleAfter } from './staleness.ts';

type QueryKey = readonly [NamesOfKind<'query'>, Input<NamesOfKind<'query'>>];

/** Marks what events make stale, and only that. Only events do: a command that changes something always emits one. */
export function invalidateOnEvents(backend: Backend, queries: QueryClient): () => void {
  const follow = (event: EventName) =>
    backend.on(event, (payload) => {
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => isStaleAfter(queryKey as unknown as QueryKey, event, payload),
      });
    });
  let wasLost = false;
  const unsubscribe = [
    ...eventNames.map(follow),
    // Events sent while the connection was down are gone, so everything may be stale.
    backend.onConnectionChange(() => {
      if (backend.connectionState() === 'lost') wasLost = true;
      else if (backend.connectionState() === 'connected' && wasLost) {
        wasLost = false;
        void queries.invalidateQueries();
      }
    }),
  ];
  return () => unsubscribe.forEach((stop) => stop());
}
