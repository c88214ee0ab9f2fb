import type { WireError } from '#shared/contract/errors.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { PagePicture, PreviewFacts, PreviewMark } from '#shared/contract/preview.ts';
import type { ReadableStore } from '../../editor/api.ts';
import type { Backend } from '../../rpc/backend.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import type { OutlineShelf } from './outline-shelf.ts';

/** What is drawn: a stored letter, or a text with the settings it is drawn with. */
export type LetterToDraw = Pick<
  Input<'preview.render'>,
  'documentId' | 'body' | 'caseFacts' | 'unit' | 'form' | 'tryTighter'
>;

/** Lengths in pt. */
export interface SheetSize {
  hash: string;
  width: number;
  height: number;
}

export interface PreviewState {
  sheets: readonly SheetSize[];
  marks: readonly PreviewMark[];
  /** Null until the first answer. */
  facts: PreviewFacts | null;
  /** Of the last request; what was drawn before stays. */
  error: WireError | null;
}

const nothing: PreviewState = { sheets: [], marks: [], facts: null, error: null };

/** From 1, both included; `last` is 0 when there is none. */
export interface PageRange {
  first: number;
  last: number;
}

/** Pages beside those in view whose pictures are fetched along. */
const AHEAD = 1;

/** The pages of one letter as the window has them. Knows nothing of React and nothing of the editor. */
export class PageStore {
  readonly #backend: Pick<Backend, 'call'>;
  readonly #shelf: OutlineShelf;
  #state = nothing;
  #listeners = new Set<() => void>();
  #pictures = new Map<string, PagePicture>();
  #picturesEpoch = '';
  #viewers = new Map<object, PageRange>();
  #fetching = false;
  #letter: LetterToDraw | null = null;

  constructor(backend: Pick<Backend, 'call'>, shelf: OutlineShelf) {
    this.#backend = backend;
    this.#shelf = shelf;
  }

  readonly state: ReadableStore<PreviewState> = {
    get: () => this.#state,
    subscribe: (listener) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  get outlines(): OutlineShelf {
    return this.#shelf;
  }

  /** The picture of a sheet, if it is here. The listeners of `state` hear when one comes. */
  picture(hash: string): PagePicture | undefined {
    return this.#picturesEpoch === this.#shelf.epoch ? this.#pictures.get(hash) : undefined;
  }

  pictureOfPage(page: number): PagePicture | undefined {
    const sheet = this.#state.sheets[page - 1];
    return sheet && this.picture(sheet.hash);
  }

  /** A page that is here, for printing. */
  printPage(page: number): { sheet: SheetSize; picture: PagePicture } {
    const sheet = this.#state.sheets[page - 1];
    const picture = sheet && this.picture(sheet.hash);
    if (!sheet || !picture) throw new Error(`page ${page} is not here`);
    return { sheet, picture };
  }

  /** Which pages a viewer shows; null when it shows none any more. Without viewers only facts are asked for. */
  want(viewer: object, range: PageRange | null): void {
    if (range === null || range.last === 0) this.#viewers.delete(viewer);
    else this.#viewers.set(viewer, range);
    void this.#fetchMissing();
  }

  get #wanted(): PageRange {
    const ranges = [...this.#viewers.values()];
    if (ranges.length === 0) return { first: 0, last: 0 };
    return {
      first: Math.max(1, Math.min(...ranges.map(({ first }) => first)) - AHEAD),
      last: Math.max(...ranges.map(({ last }) => last)) + AHEAD,
    };
  }

  /** Pictures of these pages, whether or not they are in view. */
  async fetch(pages: readonly number[]): Promise<void> {
    const missing = pages
      .map((page) => this.#state.sheets[page - 1]?.hash)
      .filter((hash) => hash !== undefined && this.picture(hash) === undefined) as string[];
    if (missing.length === 0) return;
    const answer = await this.#backend.call('preview.pictures', {
      known: this.#shelf.known,
      hashes: missing.slice(0, 100),
    });
    this.#takeOutlines(answer.outlines);
    for (const { hash, picture } of answer.pictures) this.#pictures.set(hash, picture);
    this.#announce({});
    if (answer.pictures.length === 0 && this.#letter) await this.render(this.#letter);
    else if (missing.length > 100) await this.fetch(pages);
  }

  /** Draws the letter anew. Only sheets that are not here yet arrive. */
  async render(letter: LetterToDraw): Promise<void> {
    this.#letter = letter;
    try {
      const answer = await this.#backend.call('preview.render', {
        ...letter,
        known: this.#shelf.known,
        knownPages: this.#picturesEpoch === this.#shelf.epoch ? [...this.#pictures.keys()] : [],
        wanted: this.#wanted,
      });
      this.#take(answer, letter.tryTighter === true);
      void this.#fetchMissing();
    } catch (reason) {
      this.#announce({ error: toWireError(reason) });
    }
  }

  #take({ outlines, pages, marks, facts }: Output<'preview.render'>, isTried: boolean): void {
    this.#takeOutlines(outlines);
    const kept = new Map<string, PagePicture>();
    for (const { hash, picture } of pages) {
      const here = picture ?? this.#pictures.get(hash);
      if (here) kept.set(hash, here);
    }
    this.#pictures = kept;
    this.#announce({
      sheets: pages.map(({ hash, width, height }) => ({ hash, width, height })),
      marks,
      facts: isTried ? facts : withKnownPitch(facts, this.#state.facts),
      error: null,
    });
  }

  #takeOutlines(outlines: Output<'preview.render'>['outlines']): void {
    this.#shelf.take(outlines);
    if (this.#picturesEpoch !== outlines.epoch) this.#pictures = new Map();
    this.#picturesEpoch = outlines.epoch;
  }

  async #fetchMissing(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      for (let tries = 0; tries < 20; tries += 1) {
        const { first, last } = this.#wanted;
        const pages = this.#state.sheets.flatMap(({ hash }, index) =>
          index + 1 >= first && index + 1 <= last && this.picture(hash) === undefined ? [index + 1] : [],
        );
        if (pages.length === 0) return;
        await this.fetch(pages);
      }
    } catch (reason) {
      this.#announce({ error: toWireError(reason) });
    } finally {
      this.#fetching = false;
    }
  }

  #announce(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/**
 * A quick rendering does not look for closer lines. While the letter ends where it did, what was found before still
 * holds, and a warning must not come and go with every key.
 */
function withKnownPitch(facts: PreviewFacts, before: PreviewFacts | null): PreviewFacts {
  const known = before?.warnings.find((warning) => warning.kind === 'left-over' && warning.tighterPitch !== null);
  if (!known || before?.lastPage !== facts.lastPage || before.lastPageLines !== facts.lastPageLines) return facts;
  return { ...facts, warnings: [...facts.warnings.filter(({ kind }) => kind !== 'left-over'), known] };
}
