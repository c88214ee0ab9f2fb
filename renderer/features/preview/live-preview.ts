import type { CaseFacts } from '#shared/domain/case.ts';
import type { FormId } from '#shared/domain/form.ts';
import type { LetterSession, ReadableStore } from '../../editor/api.ts';
import { createStore } from '../../editor/store.ts';
import type { Backend } from '../../rpc/backend.ts';
import { outlineShelf } from './outline-shelf.ts';
import { PageStore } from './page-store.ts';

/** The part of the editor the preview needs. */
export type PreviewedText = Pick<LetterSession, 'getDocumentJson' | 'onChange' | 'isComposing' | 'settled'>;

/** ms without a change before the pages are asked for while nobody looks at them (the status bar does). */
const UNSEEN_QUIET_MS = 1500;
/** A rendering that took longer than this is asked for less often. */
const QUICK_MS = 150;
const LONGEST_QUIET_MS = 400;
/** Lets the next key of a quick hand through before anything is done. */
const SHORTEST_QUIET_MS = 25;
/** While changes keep coming without a rest, the pages follow after this many ms, or as many quiet times. */
const LONGEST_WAIT_MS = 500;
const PATIENCE = 4;
/** ms without a change after which it is worth looking whether closer lines would save the last page. */
const SETTLED_MS = 1200;
/** ms after which the work is done although the window is never idle. */
const IDLE_TIMEOUT_MS = 300;
const IDLE_TRIES = 5;

export interface IdleDeadline {
  readonly didTimeout: boolean;
  timeRemaining(): number;
}
export type WhenIdle = (work: (deadline: IdleDeadline) => void, options: { timeout: number }) => void;

/**
 * Keeps the pages of an open letter up to date and stays out of the way of typing: the text is read in idle time only,
 * never while an input method composes, one rendering is under way at a time, and what changed meanwhile is taken
 * together into the next.
 */
export class LivePreview {
  readonly store: PageStore;
  readonly form: ReadableStore<FormId | null>;
  readonly #form = createStore<FormId | null>(null);
  readonly #text: PreviewedText;
  readonly #documentId: string;
  readonly #caseFacts: () => CaseFacts;
  readonly #whenIdle: WhenIdle;
  readonly #stops: (() => void)[];
  #watchers = 0;
  #isDirty = false;
  #isRunning = false;
  #isDisposed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settledTimer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  /** ms the last rendering took, and the reading of the text in it. */
  #lastRound = 0;
  #lastReading = 0;

  constructor(options: {
    backend: Pick<Backend, 'call' | 'on' | 'onConnectionChange' | 'connectionState'>;
    text: PreviewedText;
    documentId: string;
    caseFacts: ReadableStore<{ caseFacts: CaseFacts }>;
    whenIdle?: WhenIdle;
  }) {
    const { backend, text, caseFacts } = options;
    this.store = new PageStore(backend, outlineShelf);
    this.form = this.#form;
    this.#text = text;
    this.#documentId = options.documentId;
    this.#caseFacts = () => caseFacts.get().caseFacts;
    this.#whenIdle = options.whenIdle ?? ((work, idle) => void requestIdleCallback(work, idle));
    this.#stops = [
      text.onChange(() => this.#ask()),
      caseFacts.subscribe(() => this.#ask()),
      backend.on('settings.changed', ({ keys }) => {
        if (keys.includes('unit')) this.#ask();
      }),
      backend.on('forms.changed', () => this.#ask()),
      backend.onConnectionChange(() => {
        if (backend.connectionState() === 'connected') this.#ask();
      }),
    ];
    this.#ask();
  }

  /** The text has changed since the pages were drawn; they will follow by themselves. */
  get isBehind(): boolean {
    return this.#isDirty || this.#isRunning;
  }

  /** Somebody looks at the pages until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#isDirty) this.#ask();
    return () => {
      this.#watchers -= 1;
    };
  }

  /** Null: the unit's. */
  setForm(form: FormId | null): void {
    this.#form.set(form);
    this.refresh();
  }

  /** Draws again, now. */
  refresh(): void {
    this.#isDirty = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#run();
  }

  /** Draws the text as it stands; settled when the pages are here, or an error stands in the state of the store. */
  async drawNow(): Promise<void> {
    if (this.#text.isComposing()) await this.#text.settled();
    await this.#render(false);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#settledTimer);
    this.#stops.forEach((stop) => stop());
  }

  #quietMs(): number {
    if (this.#watchers === 0) return UNSEEN_QUIET_MS;
    return this.#lastRound < QUICK_MS ? SHORTEST_QUIET_MS : Math.min(LONGEST_QUIET_MS, this.#lastRound);
  }

  #ask(): void {
    this.#isDirty = true;
    if (this.#isRunning || this.#isDisposed) return;
    clearTimeout(this.#settledTimer);
    const now = performance.now();
    this.#waitingSince ??= now;
    const quiet = this.#quietMs();
    const rest = Math.max(0, this.#waitingSince + Math.max(LONGEST_WAIT_MS, quiet * PATIENCE) - now);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#runWhenIdle(IDLE_TRIES), Math.min(quiet, rest));
  }

  /** Reading the text takes a moment: an idle time shorter than that would hold up a key. */
  #runWhenIdle(tries: number): void {
    this.#whenIdle(
      (deadline) => {
        if (this.#isDisposed) return;
        const isTooShort = !deadline.didTimeout && deadline.timeRemaining() < this.#lastReading;
        if (isTooShort && tries > 1) this.#runWhenIdle(tries - 1);
        else void this.#run();
      },
      { timeout: IDLE_TIMEOUT_MS },
    );
  }

  async #run(): Promise<void> {
    if (this.#isRunning || this.#isDisposed) return;
    this.#isRunning = true;
    this.#waitingSince = null;
    try {
      if (this.#text.isComposing()) await this.#text.settled();
      if (this.#isDirty && !this.#isDisposed) await this.#render(false);
    } finally {
      this.#isRunning = false;
    }
    if (this.#isDirty) this.#ask();
  }

  async #render(tryTighter: boolean): Promise<void> {
    this.#isDirty = false;
    const start = performance.now();
    const body = this.#text.getDocumentJson();
    this.#lastReading = performance.now() - start;
    const form = this.#form.get();
    await this.store.render({
      documentId: this.#documentId,
      body,
      caseFacts: this.#caseFacts(),
      ...(form !== null && { form }),
      ...(tryTighter && { tryTighter }),
    });
    if (tryTighter) return;
    this.#lastRound = performance.now() - start;
    if (this.#watchers > 0 && this.#mayBeTightened()) {
      clearTimeout(this.#settledTimer);
      this.#settledTimer = setTimeout(() => {
        if (!this.#isDirty && !this.#isRunning && !this.#text.isComposing()) void this.#render(true);
      }, SETTLED_MS);
    }
  }

  /** A last page that is nearly empty; the backend knows whether closer lines help. */
  #mayBeTightened(): boolean {
    const { facts } = this.store.state.get();
    return facts !== null && facts.lastPage > 1 && facts.lastPageLines <= facts.linesPerPage / 2;
  }
}
