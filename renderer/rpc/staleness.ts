import type { EventName, EventPayload } from '#shared/contract/events.ts';
import { contract, type Input, type NamesOfKind } from '#shared/contract/index.ts';
import type { Staleness } from '#shared/contract/procedure.ts';

/** Whether an answer the window has may be old after the event, as the query of the contract says. */
export function isStaleAfter<P extends NamesOfKind<'query'>, E extends EventName>(
  [procedure, input]: readonly [P, Input<P>],
  event: E,
  payload: EventPayload<E>,
): boolean {
  // Another store: nothing of the one before counts.
  if (event === 'app.statusChanged') return true;
  // The tests of each query are typed by its input; here, where the name is a variable, TypeScript cannot see it.
  const { on } = contract[procedure].stale as Staleness<unknown>;
  return on?.[event]?.(input, payload) ?? false;
}
