import type { Change, Changeable, Decision, PresenceMarks } from '../revision-marks.ts';
import { isSameValue, patchedValue } from './patch-value.ts';

/** What was decided of a revision; undefined while it is open. */
export type VerdictOf = (revision: string) => Decision | undefined;

/** A copy of an object with its decided marks taken off; `undefined` for what is gone. */
export function resolvePresence<T extends PresenceMarks>(item: T, verdictOf: VerdictOf): T | undefined {
  const { ins, del, ...rest } = item;
  if (ins === undefined && del === undefined) return item;
  const verdicts = (del ?? []).map(verdictOf);
  if ((ins !== undefined && verdictOf(ins) === 'rejected') || verdicts.includes('accepted')) return undefined;
  const openDel = (del ?? []).filter((_, index) => verdicts[index] === undefined);
  return {
    ...rest,
    ...(ins !== undefined && verdictOf(ins) === undefined && { ins }),
    ...(openDel.length > 0 && { del: openDel }),
  } as T;
}

/**
 * What becomes of the changes of one field, given in their order, and of the value that is stored for it. A change that was taken becomes part
 * of the value only when all before it are decided, for a later one is written on top of them; one that was refused is
 * taken out from between.
 */
export function resolveField(
  changes: readonly Change[],
  stored: unknown,
  verdictOf: VerdictOf,
): { value: unknown; open: Change[] } {
  const verdicts = changes.map(({ revision }) => verdictOf(revision));
  let base = changes[0]?.before;
  const open: Change[] = [];
  for (const [index, change] of changes.entries()) {
    if (verdicts[index] === 'rejected') continue;
    if (verdicts[index] === 'accepted' && open.length === 0) base = patchedValue(base, change.before, change.after);
    else open.push(change);
  }
  const [first, ...later] = open;
  if (first && !isSameValue(first.before, base)) {
    open.splice(0, open.length, withValues(first, base, patchedValue(base, first.before, first.after)), ...later);
  }
  const value = verdicts.includes('rejected')
    ? open.reduce((shown, { before, after }) => patchedValue(shown, before, after), base)
    : stored;
  return { value, open };
}

/** A copy with the decided changes of all fields settled. */
export function resolveChanges<T extends Changeable>(item: T, verdictOf: VerdictOf): T {
  const { changes } = item;
  if (changes === undefined || !changes.some(({ revision }) => verdictOf(revision) !== undefined)) return item;
  const result = { ...item } as Record<string, unknown> & Changeable;
  const open: Change[] = [];
  const byField = [...Map.groupBy(changes, (change) => change.field)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [field, ofField] of byField) {
    const resolved = resolveField(ofField, result[field], verdictOf);
    if (resolved.value === undefined) delete result[field];
    else result[field] = resolved.value;
    open.push(...resolved.open);
  }
  if (open.length > 0) result.changes = open;
  else delete result.changes;
  return result as T;
}

function withValues({ before: _before, after: _after, ...change }: Change, before: unknown, after: unknown): Change {
  return { ...change, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
