import { useSyncExternalStore } from 'react';
import type { ReadableStore } from '../../editor/api.ts';
import type { DocumentSession, SaveStatus } from './document-session.ts';

export function createStore<T>(initial: T): ReadableStore<T> & { set(value: T): void } {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      if (next === value) return;
      value = next;
      listeners.forEach((listener) => listener());
    },
  };
}

export function useStore<T>(store: ReadableStore<T>): T {
  return useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.get(),
  );
}

export function useSaveStatus(session: DocumentSession): SaveStatus {
  return useSyncExternalStore(session.status.subscribe, session.status.get);
}
