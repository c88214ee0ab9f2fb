/** Makes a `switch` exhaustive at compile time; reaching it at run time is a defect, so it throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

/** Throws when `condition` does not hold; for invariants that only a defect can break. */
export function strictAssert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
