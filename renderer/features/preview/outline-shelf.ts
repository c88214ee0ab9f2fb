import type { Output } from '#shared/contract/index.ts';

type Outlines = Output<'preview.render'>['outlines'];

/** The outlines of characters this window was sent, by number; one shelf serves every preview of the window. */
export class OutlineShelf {
  #epoch = '';
  #paths: string[] = [];
  #drawable: (Path2D | undefined)[] = [];

  /** What the backend need not send again. */
  get known(): { epoch: string; count: number } {
    return { epoch: this.#epoch, count: this.#paths.length };
  }

  get epoch(): string {
    return this.#epoch;
  }

  take({ epoch, from, paths }: Outlines): void {
    if (epoch !== this.#epoch) {
      this.#epoch = epoch;
      this.#paths = [];
      this.#drawable = [];
    }
    for (const [index, path] of paths.entries()) this.#paths[from + index] = path;
  }

  /** SVG path data, y upwards from the baseline. */
  path(number: number): string {
    const path = this.#paths[number];
    if (path === undefined) throw new Error(`outline ${number} was not sent`);
    return path;
  }

  drawable(number: number): Path2D {
    return (this.#drawable[number] ??= new Path2D(this.path(number)));
  }
}

export const outlineShelf = new OutlineShelf();
