/** What is stored is walked by recursion later: no value from outside may be nested so deep that the stack ends. */
export const mostNesting = 500;

/** The objects and arrays of a value, level by level from the outside in, without recursion. */
export function* objectLevels(value: unknown): Generator<readonly object[]> {
  let level = [value].filter(isObject);
  while (level.length > 0) {
    yield level;
    level = level.flatMap((item) => Object.values(item).filter(isObject));
  }
}

/** True when `value` has more than {@link mostNesting} levels. */
export function isNestedTooDeep(value: unknown): boolean {
  let depth = 0;
  for (const _level of objectLevels(value)) {
    depth += 1;
    if (depth > mostNesting) return true;
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
