import type { ReadableStore } from './api.ts';

export interface WritableStore<T> extends ReadableStore<T> {
  set(value: T): void;
}

/** Listeners hear only of values that differ: by reference, or by JSON for small plain objects (`deep`). */
export function createStore<T>(initial: T, options: { deep?: boolean } = {}): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const same = options.deep ? (a: T, b: T) => JSON.stringify(a) === JSON.stringify(b) : (a: T, b: T) => Object.is(a, b);
  return {
    get: () => value,
    set: (next) => {
      if (same(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
