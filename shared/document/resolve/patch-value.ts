/** Equal as JSON: whatever order the properties stand in; an absent one is `undefined`. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameValue(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  return [...keysOf(a, b)].every((key) => isSameValue(a[key], b[key]));
}

/**
 * `current` with the step from `before` to `after` taken on it, though it may be another value than `before` by now:
 * what was put into a list or taken out of it is put in and taken out there, a changed property is changed there, and
 * a value that is neither list nor object becomes `after`. So of two people who each add a unit to 抄送 both are heard.
 */
export function patchedValue(current: unknown, before: unknown, after: unknown): unknown {
  if (isSameValue(current, before)) return after;
  if (isSameValue(before, after)) return current;
  if (Array.isArray(current) && Array.isArray(before) && Array.isArray(after))
    return patchedList(current, before, after);
  if (isRecord(current) && isRecord(before) && isRecord(after)) {
    const patched: Record<string, unknown> = {};
    for (const key of keysOf(current, after)) {
      const value = patchedValue(current[key], before[key], after[key]);
      if (value !== undefined) patched[key] = value;
    }
    return patched;
  }
  return after;
}

function patchedList(current: readonly unknown[], before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const [now, old, fresh] = [keyed(current), keyed(before), keyed(after)];
  const kept = commonKeys([...old.keys()], [...fresh.keys()]);
  const result = [...now.keys()].filter((key) => !old.has(key) || kept.has(key));
  let previous: string | undefined;
  for (const key of fresh.keys()) {
    // What both have put in is there once.
    if (!kept.has(key) && !result.includes(key)) {
      result.splice(previous === undefined ? 0 : result.indexOf(previous) + 1, 0, key);
    }
    if (result.includes(key)) previous = key;
  }
  return result.map((key) =>
    now.has(key) && old.has(key) && fresh.has(key)
      ? patchedValue(now.get(key), old.get(key), fresh.get(key))
      : (now.get(key) ?? fresh.get(key)),
  );
}

/** Items by their ids, others by their value and the how manieth of it they are. */
function keyed(items: readonly unknown[]): Map<string, unknown> {
  const result = new Map<string, unknown>();
  for (const item of items) {
    const name = isRecord(item) && typeof item['id'] === 'string' ? `id ${item['id']}` : JSON.stringify(sorted(item));
    let count = 0;
    while (result.has(`${name} ${count}`)) count += 1;
    result.set(`${name} ${count}`, item);
  }
  return result;
}

/** The longest run of keys that stand in both lists in the same order; the others were moved. */
function commonKeys(a: readonly string[], b: readonly string[]): Set<string> {
  const lengths = Array.from({ length: a.length + 1 }, () => b.map(() => 0));
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const isSame = a[i] === b[j];
      lengths[i]![j] = isSame ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const common = new Set<string>();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      common.add(a[i]!);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keysOf(a: object, b: object): Set<string> {
  return new Set([...Object.keys(a), ...Object.keys(b)]);
}
