/** How often something that fails may be started again: at most `limit` times within `windowMs`, with growing pauses. */
export class RestartBudget {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  #spent: number[] = [];

  constructor({ limit, windowMs, now = Date.now }: { limit: number; windowMs: number; now?: () => number }) {
    this.#limit = limit;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Spends one start. Milliseconds to wait before it (0, 250, 500, 1000 …), or null when none is left just now. */
  spend(): number | null {
    const now = this.#now();
    this.#spent = this.#spent.filter((time) => now - time < this.#windowMs);
    if (this.#spent.length >= this.#limit) return null;
    this.#spent.push(now);
    const earlier = this.#spent.length - 1;
    return earlier === 0 ? 0 : 250 * 2 ** (earlier - 1);
  }
}
