import type { WireError } from '#shared/contract/errors.ts';
import { newId } from '#shared/lib/ids.ts';
import type { LetterSession } from '../../editor/api.ts';
import { toWireError } from '../../rpc/wire-error.ts';

/**
 * `waiting`: the backend is gone and comes back by itself; the text is kept and saved then. `failed`: saving did not
 * work; it is tried again by itself, by the next change, and at once by `retry`. `conflict`: the stored draft is newer
 * than the one this text was made from; nothing is saved until the person has chosen.
 */
export type SaveStatus =
  | { state: 'saved'; savedAt: number | null }
  | { state: 'unsaved' }
  | { state: 'saving' }
  | { state: 'waiting' }
  | { state: 'failed'; error: WireError }
  | { state: 'conflict'; currentVersion: number };

/** The part of the editor the session needs. */
export type SessionText = Pick<LetterSession, 'getDocumentJson' | 'onChange' | 'isComposing' | 'settled'>;

export interface SaveRequest {
  baseVersion: number;
  body: string;
  commandId: string;
}

export interface SessionStore {
  /** The same `commandId` again is harmless. */
  save(request: SaveRequest): Promise<{ version: number; savedAt: number }>;
  whenConnected(): Promise<void>;
}

/**
 * Times in ms. What was typed must be stored within one second even while typing goes on, so the longest wait leaves
 * time for the save itself.
 */
const QUIET_MS = 300;
const LONGEST_WAIT_MS = 600;
const COMPOSITION_WAIT_MS = 300;
const RETRY_MS = 5000;

/**
 * Carries the text of one open draft to the store: one save at a time, each made from the newest version known, none
 * lost. It knows nothing of React; the screen subscribes to `status`.
 */
export class DocumentSession {
  #status: SaveStatus = { state: 'saved', savedAt: null };
  #version: number;
  #storedBody: string;
  #text: SessionText;
  #store: SessionStore;
  #listeners = new Set<() => void>();
  #quietTimer: ReturnType<typeof setTimeout> | undefined;
  #waitTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #running: Promise<void> | null = null;
  #stopListening: () => void;

  constructor(options: { version: number; body: string; text: SessionText; store: SessionStore }) {
    this.#version = options.version;
    this.#storedBody = options.body;
    this.#text = options.text;
    this.#store = options.store;
    this.#stopListening = options.text.onChange(() => this.#noteChange());
  }

  get version(): number {
    return this.#version;
  }

  readonly status = {
    get: (): SaveStatus => this.#status,
    subscribe: (listener: () => void): (() => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  /**
   * Saves what is unsaved, now. True when the store holds the text as it stands; false when it could not be saved, or
   * not within `timeoutMs`.
   */
  async flush(timeoutMs = Infinity): Promise<boolean> {
    let giveUp: ReturnType<typeof setTimeout> | undefined;
    const flushed = this.#settleAndSave();
    if (timeoutMs === Infinity) return flushed;
    const timeout = new Promise<false>((resolve) => {
      giveUp = setTimeout(() => resolve(false), timeoutMs);
    });
    try {
      return await Promise.race([flushed, timeout]);
    } finally {
      clearTimeout(giveUp);
    }
  }

  retry(): void {
    if (this.#status.state === 'failed') this.#startSaving();
  }

  /** The stored draft was read again, or written by another command of this window: saves are made from it now. */
  rebase(stored: { version: number; body: string }): void {
    this.#version = stored.version;
    this.#storedBody = stored.body;
    this.#isDirty = false;
    this.#clearTimers();
    this.#setStatus({ state: 'saved', savedAt: null });
  }

  /** Stops saving. Call `flush` before. */
  dispose(): void {
    this.#stopListening();
    this.#clearTimers();
    this.#listeners.clear();
  }

  #noteChange(): void {
    this.#isDirty = true;
    if (this.#status.state === 'conflict') return;
    if (this.#status.state === 'saved') this.#setStatus({ state: 'unsaved' });
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => this.#whenQuiet(), QUIET_MS);
    this.#waitTimer ??= setTimeout(() => this.#whenQuiet(), LONGEST_WAIT_MS);
  }

  /** Half-typed syllables are not stored: the end of the composition is a change and comes round again. */
  #whenQuiet(): void {
    if (!this.#text.isComposing()) this.#startSaving();
    else this.#clearTimers();
  }

  #clearTimers(): void {
    clearTimeout(this.#quietTimer);
    clearTimeout(this.#waitTimer);
    clearTimeout(this.#retryTimer);
    this.#quietTimer = this.#waitTimer = this.#retryTimer = undefined;
  }

  async #settleAndSave(): Promise<boolean> {
    if (this.#text.isComposing()) {
      await Promise.race([this.#text.settled(), new Promise((resolve) => setTimeout(resolve, COMPOSITION_WAIT_MS))]);
      this.#isDirty = true;
    }
    this.#startSaving();
    await this.#running;
    return !this.#isDirty;
  }

  #startSaving(): void {
    this.#clearTimers();
    if (this.#status.state === 'conflict') return;
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null;
    });
  }

  /** Until nothing is unsaved, or a save failed. */
  async #saveAll(): Promise<void> {
    while (this.#isDirty) {
      this.#isDirty = false;
      this.#clearTimers();
      const body = this.#text.getDocumentJson();
      if (body === this.#storedBody) {
        // Typed and taken back: the store has it already. A failure before this one is over as well.
        this.#setStatus({ state: 'saved', savedAt: null });
        continue;
      }
      if (!(await this.#saveOne({ baseVersion: this.#version, body, commandId: newId() }))) return;
    }
  }

  async #saveOne(request: SaveRequest): Promise<boolean> {
    for (;;) {
      this.#setStatus({ state: 'saving' });
      try {
        const { version, savedAt } = await this.#store.save(request);
        this.#version = version;
        this.#storedBody = request.body;
        this.#setStatus(this.#isDirty ? { state: 'unsaved' } : { state: 'saved', savedAt });
        return true;
      } catch (reason) {
        const error = toWireError(reason);
        if (error.code === 'BACKEND_LOST') {
          // It may have been stored before the answer was lost, so the very same request goes out again.
          this.#setStatus({ state: 'waiting' });
          await this.#store.whenConnected();
          continue;
        }
        this.#isDirty = true;
        if (error.code === 'CONFLICT') {
          this.#setStatus({ state: 'conflict', currentVersion: error.details.currentVersion });
        } else {
          this.#setStatus({ state: 'failed', error });
          this.#retryTimer = setTimeout(() => this.#startSaving(), RETRY_MS);
        }
        return false;
      }
    }
  }

  #setStatus(status: SaveStatus): void {
    this.#status = status;
    this.#listeners.forEach((listener) => listener());
  }
}
