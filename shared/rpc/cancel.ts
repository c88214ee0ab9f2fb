import type { CancelSignal } from '#shared/contract/index.ts';
import { DafuError } from '#shared/contract/errors.ts';

export interface CancelSource {
  readonly signal: CancelSignal;
  /** Idempotent. Listeners run at once, each one time. */
  cancel(): void;
}

/** An `AbortController` for `shared`, which knows neither DOM nor Node. A cancelled job fails with `CANCELLED`. */
export function createCancelSource(): CancelSource {
  let aborted = false;
  let listeners: (() => void)[] = [];
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      throwIfAborted() {
        if (aborted) throw new DafuError('CANCELLED', {});
      },
      addEventListener(_type, listener) {
        if (aborted) listener();
        else listeners.push(listener);
      },
    },
    cancel() {
      if (aborted) return;
      aborted = true;
      const waiting = listeners;
      listeners = [];
      for (const listener of waiting) listener();
    },
  };
}
