/** More outlines than any letter needs; beyond it a new book is begun, so that memory stays bounded. */
const MOST_OUTLINES = 20_000;

/**
 * Numbers the outlines of characters in the order they are first met, so that a page names them by small numbers and a
 * window is sent each of them once.
 */
export class OutlineBook {
  readonly #newEpoch: () => string;
  #epoch: string;
  #numbers = new Map<string, number>();
  #paths: string[] = [];

  constructor(newEpoch: () => string) {
    this.#newEpoch = newEpoch;
    this.#epoch = newEpoch();
  }

  get epoch(): string {
    return this.#epoch;
  }

  /** Takes the outlines of an SVG's `<symbol>`s; known ones are only looked at by their id. */
  learn(svg: string): void {
    if (this.#paths.length > MOST_OUTLINES) this.#begin();
    const opening = '<symbol id="';
    for (let at = svg.indexOf(opening); at !== -1; at = svg.indexOf(opening, at + opening.length)) {
      const id = svg.slice(at + opening.length, svg.indexOf('"', at + opening.length));
      if (this.#numbers.has(id)) continue;
      const start = svg.indexOf(' d="', at) + 4;
      this.#numbers.set(id, this.#paths.length);
      this.#paths.push(shortened(svg.slice(start, svg.indexOf('"', start))));
    }
  }

  numberOf(id: string): number {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new Error(`the drawing names an outline it does not have: ${id}`);
    return number;
  }

  /** What a window that has the first `count` outlines of `epoch` lacks. */
  since({ epoch, count }: { epoch: string; count: number }): { epoch: string; from: number; paths: string[] } {
    const from = epoch === this.#epoch ? Math.min(count, this.#paths.length) : 0;
    return { epoch: this.#epoch, from, paths: this.#paths.slice(from) };
  }

  #begin(): void {
    this.#epoch = this.#newEpoch();
    this.#numbers = new Map();
    this.#paths = [];
  }
}

/** A thousandth of a point is finer than any printer. */
function shortened(path: string): string {
  return path.replace(/(\.\d{3})\d+/g, '$1');
}
