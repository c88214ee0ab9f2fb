import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

/** The time in ms, to the minute: enough for "还剩 3 天" and "昨天 09:10", which must not go stale on a desk left open. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, toTheMinute);
}

function toTheMinute(): number {
  return Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS;
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS);
  return () => clearInterval(timer);
}
