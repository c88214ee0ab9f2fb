import fc from 'fast-check';
import { patchedValue } from '#shared/document/resolve/patch-value.ts';
import type { Change, Changeable, Moved, Revision } from '#shared/document/revision-marks.ts';
import type { ReplyDocument, Tail } from '#shared/document/schema.ts';
import { fieldPaths } from '#shared/document/letter-fields.ts';
import type { Anchor, Thread } from '#shared/document/threads.ts';

/** Everything a reviewer can say in a letter, for the random letters of `reply-arbitrary.ts`. */
export const revisionIds = ['r1', 'r2', 'r3', 'r4', 'r5'] as const;
export const revision = fc.constantFrom(...revisionIds);

export const revisions: fc.Arbitrary<Record<string, Revision>> = fc.constant(
  Object.fromEntries(
    revisionIds.map((id, index) => [id, { author: '甲乙'[index % 2]!, authorId: 'ab'[index % 2]!, at: index }]),
  ),
);

/** Each key is there or absent, never `undefined`: documents come from JSON. */
export function optional<T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

/** Most things carry no mark at all. */
function seldom<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | Record<string, never>> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
}

function seldomSome<T>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(item, { minLength: 1, maxLength }) },
  );
}

export const presence = optional({
  ins: revision,
  del: fc.uniqueArray(revision, { minLength: 1, maxLength: 2 }),
});
export const seldomPresence = seldom(presence);

interface Step {
  field: string;
  revision: string;
  after: unknown;
  isBeside: boolean;
}

/**
 * An object with up to three suggested values, some written on top of another's, some beside it in a copy. `values`
 * says what a field can become; undefined where it may be absent.
 */
export function withChanges<T extends object>(
  source: fc.Arbitrary<T>,
  values: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<T> {
  const step = fc.oneof(
    ...Object.entries(values).map(([field, after]) =>
      fc.record({ field: fc.constant(field), revision, after, isBeside: fc.boolean() }),
    ),
  );
  return fc.tuple(source, seldomSome(step, 3)).map(changed);
}

export function changed<T extends object>([source, steps]: [T, Step[]]): T {
  if (steps.length === 0) return source;
  const original = source as Record<string, unknown>;
  const result = { ...source } as Record<string, unknown> & Changeable;
  const changes = steps.map(({ field, revision: id, after, isBeside }): Change => {
    const before = isBeside ? original[field] : result[field];
    const value = patchedValue(result[field], before, after);
    if (value === undefined) delete result[field];
    else result[field] = value;
    return {
      field,
      revision: id,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  });
  return { ...result, changes } as T;
}

/** Cells keep their spans until it is decided. */
export function withSpanChanges<T extends { colSpan?: number; rowSpan?: number }>(
  source: fc.Arbitrary<T>,
): fc.Arbitrary<T> {
  const span = fc.record({ columns: fc.integer({ min: 1, max: 3 }), rows: fc.integer({ min: 1, max: 2 }) });
  const steps = fc.array(fc.record({ revision, after: span, isBeside: fc.boolean() }), { maxLength: 2 });
  return fc
    .tuple(source, fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: steps }))
    .map(([cell, all]) => {
      if (all.length === 0) return cell;
      const span0 = { columns: cell.colSpan ?? 1, rows: cell.rowSpan ?? 1 };
      const { changes } = changed([{ span: span0 }, all.map((step) => ({ ...step, field: 'span' }))]) as Changeable;
      return { ...cell, changes };
    });
}

export interface MovePlan {
  revision: string;
  from: number;
  to: number;
}
export const movePlans: fc.Arbitrary<MovePlan[]> = seldomSome(
  fc.record({ revision, from: fc.nat(99), to: fc.nat(99) }),
  3,
);

/** Lists in which elements were moved, one move after the other; each leaves its place behind. */
export function moved<T extends Moved & { id: string }>(
  lists: T[][],
  plans: readonly MovePlan[],
  placeOf: (id: string, originOf: string) => T,
): T[][] {
  const result = lists.map((list) => [...list]);
  for (const [index, { revision: id, from, to }] of plans.entries()) {
    const movable = result.flatMap((list) => list.filter(({ originOf }) => originOf === undefined));
    const item = movable[from % movable.length];
    if (item === undefined) continue;
    const origin = placeOf(`place${index}${item.id}`, item.id);
    const home = result.find((list) => list.includes(item))!;
    home.splice(home.indexOf(item), 1, origin);
    const target = result[to % result.length]!;
    target.splice(Math.floor(to / result.length) % (target.length + 1), 0, {
      ...item,
      moves: [...(item.moves ?? []), { revision: id, from: origin.id }],
    });
  }
  return result;
}

/** Attachments of the list taken out, put in and set in another order. */
export function withItemChanges(document: ReplyDocument, plans: readonly { revision: string; take: number }[]): Tail {
  const { tail } = document;
  const steps = plans.map(({ revision: id, take }, index): Step => {
    const rest = tail.attachments.filter((_, place) => place !== take);
    const added = { id: `added${index}`, title: '补充材料' };
    return { field: 'attachments', revision: id, after: [added, ...rest.toReversed()], isBeside: take % 2 === 0 };
  });
  const { changes: earlier, ...plain } = tail;
  const result: Tail = changed([plain as Tail, steps]);
  return earlier || result.changes ? { ...result, changes: [...(earlier ?? []), ...(result.changes ?? [])] } : result;
}

const anchor: fc.Arbitrary<Anchor> = fc.oneof(
  fc.constant({ type: 'text' as const }),
  fc.constant({ type: 'letter' as const }),
  fc.record({ type: fc.constant('field' as const), field: fc.constantFrom(...fieldPaths) }),
  fc.record({
    type: fc.constantFrom(...(['section', 'block', 'row', 'cell', 'revision'] as const)),
    id: fc.constantFrom('r1', 'b3', 's1', 'gone'),
  }),
);

export const thread = (text: fc.Arbitrary<string>): fc.Arbitrary<Thread> =>
  fc.record({
    id: fc.constant('t1'),
    anchor,
    state: fc.constantFrom('open' as const, 'resolved' as const),
    kind: fc.constantFrom(...(['correction', 'suggestion', 'question', 'return'] as const)),
    severity: fc.constantFrom(...(['info', 'warning', 'error'] as const)),
    quote: text,
    messages: fc.array(fc.record({ id: fc.constant('m1'), author: text, at: fc.nat(), text }), { maxLength: 2 }),
  });
