import type { Moved } from '../revision-marks.ts';
import type { VerdictOf } from './values.ts';

type Movable = Moved & { id: string };
interface Place {
  /** Id of the element that holds the place; absent: where the moved one stands. */
  origin?: string;
  /** Brought it here; absent for the place it was in before all moves that are open. */
  move?: NonNullable<Moved['moves']>[number];
}

/**
 * Lists of blocks (one a section), or the list of sections, with what was decided of their moves. A moved element stands
 * in the end where the last move that was taken brought it, or else where it was first.
 */
export function resolveMoves<T extends Movable>(lists: readonly T[][], verdictOf: VerdictOf): T[][] {
  if (!lists.some((list) => list.some(({ moves, originOf }) => moves ?? originOf))) return [...lists];
  const places = new Set(lists.flatMap((list) => list.filter(isOrigin).map(({ id }) => id)));
  const back = new Map<string, T>();
  const kept = new Set<string>();
  const resolved = lists.map((list) =>
    list.filter((item) => {
      const left = placesOf(item, verdictOf);
      const last = left.at(-1)?.origin;
      if (last === undefined || !places.has(last)) return true;
      back.set(last, item);
      return false;
    }),
  );
  for (const item of lists.flat()) for (const { origin } of placesOf(item, verdictOf)) if (origin) kept.add(origin);
  return resolved.map((list) =>
    list.flatMap((item) => {
      const returned = back.get(item.id);
      if (returned) return [withoutDecided(returned, verdictOf)];
      if (isOrigin(item)) return kept.has(item.id) ? [item] : [];
      return [withoutDecided(item, verdictOf)];
    }),
  );
}

export function isOrigin({ originOf }: Moved): boolean {
  return originOf !== undefined;
}

/** The places an element may still stand in, the one it is moved away from first. */
function placesOf({ moves }: Movable, verdictOf: VerdictOf): Place[] {
  if (moves === undefined) return [{}];
  let places: Place[] = [{ origin: moves[0]!.from }];
  for (const [index, move] of moves.entries()) {
    const next = moves[index + 1];
    const place: Place = { ...(next && { origin: next.from }), move };
    const verdict = verdictOf(move.revision);
    // Once it was agreed that it goes here, it no longer matters from where.
    if (verdict === 'accepted') places = [place];
    else if (verdict === undefined) places.push(place);
  }
  return places;
}

function withoutDecided<T extends Movable>(item: T, verdictOf: VerdictOf): T {
  if (item.moves === undefined) return item;
  const { moves: _moves, ...rest } = item;
  const places = placesOf(item, verdictOf);
  const open = places.slice(1).map(({ move }, index) => ({ ...move, from: places[index]!.origin }));
  return { ...rest, ...(open.length > 0 && { moves: open }) } as unknown as T;
}
