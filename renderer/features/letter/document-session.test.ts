import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireError } from '#shared/contract/errors.ts';
import { DocumentSession, type SaveRequest, type SaveStatus } from './document-session.ts';

/** A text and a compare-and-set store with a switch for every way it can fail. */
function setUp() {
  let body = 'v0';
  let composing: { end: () => void; ended: Promise<void> } | null = null;
  const listeners = new Set<() => void>();
  const stored = { version: 1, body: 'v0', writes: [] as string[] };
  const applied = new Map<string, { version: number; savedAt: number }>();
  const faults: ((request: SaveRequest) => Promise<void> | void)[] = [];
  let connected: Promise<void> = Promise.resolve();
  const text = {
    getDocumentJson: () => body,
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isComposing: () => composing !== null,
    settled: () => composing?.ended ?? Promise.resolve(),
  };
  const commit = (request: SaveRequest) => {
    const before = applied.get(request.commandId);
    if (before) return before;
    if (request.baseVersion !== stored.version) {
      throw error('CONFLICT', { what: 'document', id: 'd', currentVersion: stored.version });
    }
    stored.version += 1;
    stored.body = request.body;
    stored.writes.push(request.body);
    const result = { version: stored.version, savedAt: Date.now() };
    applied.set(request.commandId, result);
    return result;
  };
  const session = new DocumentSession({
    version: 1,
    body: 'v0',
    text,
    store: {
      async save(request) {
        await Promise.resolve();
        await faults.shift()?.(request);
        return commit(request);
      },
      whenConnected: () => connected,
    },
  });
  const states: SaveStatus['state'][] = [];
  session.status.subscribe(() => states.push(session.status.get().state));
  return {
    session,
    stored,
    states,
    faults,
    commit,
    type(next: string) {
      body = next;
      listeners.forEach((listener) => listener());
    },
    compose(next: string) {
      let end = () => {};
      const ended = new Promise<void>((resolve) => (end = resolve));
      composing = {
        ended,
        end: () => {
          composing = null;
          body = next;
          end();
          listeners.forEach((listener) => listener());
        },
      };
      return composing;
    },
    disconnect() {
      let back = () => {};
      connected = new Promise<void>((resolve) => (back = resolve));
      return () => back();
    },
  };
}

function error<C extends WireError['code']>(code: C, details: unknown = {}): WireError {
  return { code, details, incidentId: 'i' } as WireError;
}
const fail = (code: WireError['code'], details?: unknown) => () => {
  throw error(code, details);
};

describe('DocumentSession', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('saves a moment after the last change, once', async () => {
    const { session, stored, states, type } = setUp();
    type('a');
    await vi.advanceTimersByTimeAsync(200);
    type('ab');
    expect(session.status.get().state).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(299);
    expect(stored.writes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(stored.writes).toEqual(['ab']);
    expect(session.status.get().state).toBe('saved');
    expect(session.version).toBe(2);
    expect(states).toEqual(['unsaved', 'saving', 'saved']);
  });

  it('stores every character within a second while typing never pauses', async () => {
    const { stored, type } = setUp();
    let letters = '';
    for (let step = 0; step < 100; step += 1) {
      letters += 'x';
      type(letters);
      await vi.advanceTimersByTimeAsync(50);
      // What stood there a second ago (20 steps) is in the store.
      expect(stored.body.replace('v0', '').length).toBeGreaterThanOrEqual(letters.length - 20);
    }
  });

  it('saves what was typed during a save', async () => {
    const { stored, faults, type } = setUp();
    let release = () => {};
    faults.push(() => new Promise<void>((resolve) => (release = resolve)));
    type('a');
    await vi.advanceTimersByTimeAsync(300);
    type('ab');
    release();
    await vi.advanceTimersByTimeAsync(300);
    expect(stored.writes).toEqual(['a', 'ab']);
  });

  it('writes nothing when the change was taken back', async () => {
    const { session, stored, type } = setUp();
    type('a');
    type('v0');
    await vi.advanceTimersByTimeAsync(1000);
    expect(stored.writes).toEqual([]);
    expect(session.status.get().state).toBe('saved');
  });

  it('flushes at once and tells that all is stored', async () => {
    const { session, stored, type } = setUp();
    type('a');
    await expect(session.flush()).resolves.toBe(true);
    expect(stored.body).toBe('a');
    await expect(session.flush()).resolves.toBe(true);
    expect(stored.writes).toEqual(['a']);
  });

  it('waits for an input method before it flushes', async () => {
    const { session, stored, compose } = setUp();
    const composition = compose('答复');
    const flushed = session.flush();
    composition.end();
    await expect(flushed).resolves.toBe(true);
    expect(stored.body).toBe('答复');
  });

  it('does not store half-typed syllables', async () => {
    const { stored, type, compose } = setUp();
    type('a');
    const composition = compose('a答');
    await vi.advanceTimersByTimeAsync(2000);
    expect(stored.writes).toEqual([]);
    composition.end();
    await vi.advanceTimersByTimeAsync(300);
    expect(stored.writes).toEqual(['a答']);
  });

  it('does not wait for ever for an input method', async () => {
    const { session, compose } = setUp();
    compose('never');
    const flushed = session.flush();
    await vi.advanceTimersByTimeAsync(300);
    await expect(flushed).resolves.toBe(true);
  });

  it('keeps the text when saving fails, says so, and tries again by itself', async () => {
    const { session, stored, faults, type } = setUp();
    faults.push(fail('DISK_FULL', { path: '/d' }), fail('DISK_FULL', { path: '/d' }));
    type('a');
    await vi.advanceTimersByTimeAsync(300);
    expect(session.status.get()).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } });
    await expect(session.flush()).resolves.toBe(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(stored.body).toBe('a');
    expect(session.status.get().state).toBe('saved');
  });

  it('saves at once on retry', async () => {
    const { session, stored, faults, type } = setUp();
    faults.push(fail('DATABASE_LOCKED', { path: '/d' }));
    type('a');
    await vi.advanceTimersByTimeAsync(300);
    session.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(stored.body).toBe('a');
  });

  it('waits for the backend and then repeats the same request, so that nothing is stored twice', async () => {
    const { session, stored, faults, commit, disconnect, type } = setUp();
    const reconnect = disconnect();
    // The worst case: stored, but the answer was lost.
    faults.push((request) => {
      commit(request);
      throw error('BACKEND_LOST');
    });
    type('a');
    await vi.advanceTimersByTimeAsync(300);
    expect(session.status.get().state).toBe('waiting');
    type('ab');
    reconnect();
    await vi.advanceTimersByTimeAsync(1000);
    expect(stored.writes).toEqual(['a', 'ab']);
    expect(session.version).toBe(3);
    expect(session.status.get().state).toBe('saved');
  });

  it('gives up a flush after its time but goes on saving', async () => {
    const { session, stored, faults, disconnect, type } = setUp();
    const reconnect = disconnect();
    faults.push(fail('BACKEND_LOST'));
    type('a');
    const flushed = session.flush(2000);
    await vi.advanceTimersByTimeAsync(2000);
    await expect(flushed).resolves.toBe(false);
    reconnect();
    await vi.advanceTimersByTimeAsync(0);
    expect(stored.body).toBe('a');
  });

  it('stops at a conflict until the person has chosen', async () => {
    const { session, stored, type } = setUp();
    stored.version = 7;
    stored.body = 'theirs';
    type('mine');
    await vi.advanceTimersByTimeAsync(300);
    expect(session.status.get()).toEqual({ state: 'conflict', currentVersion: 7 });
    type('mine, longer');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stored.body).toBe('theirs');
    await expect(session.flush()).resolves.toBe(false);
    session.rebase({ version: 7, body: 'theirs' });
    type('theirs and more');
    await vi.advanceTimersByTimeAsync(300);
    expect(stored.body).toBe('theirs and more');
    expect(session.version).toBe(8);
  });

  it('saves nothing after it was disposed', async () => {
    const { session, stored, type } = setUp();
    type('a');
    session.dispose();
    type('ab');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored.writes).toEqual([]);
  });
});
