import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { Backend } from '../../rpc/backend.ts';
import { LivePreview, type IdleDeadline } from './live-preview.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const answer = {
  outlines: { epoch: 'e', from: 0, paths: [] },
  pages: [{ hash: 'h', width: 595, height: 842 }],
  marks: [],
  facts: { pages: 1, lastPageLines: 3, linesPerPage: 22, substitutions: [], warnings: [] },
};

/** A letter that is typed into, a backend that answers when told to. */
function open() {
  let changed = () => {};
  let composing = false;
  let endComposition = () => {};
  const state = { body: 'a', reads: 0 };
  const requests: { body: string; form?: string; answer: () => Promise<void> }[] = [];
  const idle: ((deadline: IdleDeadline) => void)[] = [];
  const preview = new LivePreview({
    backend: {
      call: ((procedure: string, input: { body: string; form?: string }) => {
        if (procedure !== 'preview.render') return Promise.resolve({ outlines: answer.outlines, pictures: [] });
        return new Promise((resolve) => {
          requests.push({
            ...input,
            answer: async () => {
              resolve(answer);
              await vi.advanceTimersByTimeAsync(0);
            },
          });
        });
      }) as unknown as Backend['call'],
      on: () => () => {},
      onConnectionChange: () => () => {},
      connectionState: () => 'connected',
    },
    text: {
      getDocumentJson: () => ((state.reads += 1), state.body),
      onChange: (listener) => ((changed = listener), () => {}),
      isComposing: () => composing,
      settled: () => new Promise((resolve) => (endComposition = resolve)),
    },
    documentId: 'd',
    caseFacts: { get: () => ({ caseFacts: emptyCaseFacts() }), subscribe: () => () => {} },
    whenIdle: (work) => void idle.push(work),
  });
  return {
    preview,
    state,
    requests,
    type(body: string) {
      state.body = body;
      changed();
    },
    async idle(remaining = 50) {
      await vi.advanceTimersByTimeAsync(2000);
      idle.splice(0).forEach((work) => work({ didTimeout: false, timeRemaining: () => remaining }));
      await vi.advanceTimersByTimeAsync(0);
    },
    compose(on: boolean) {
      composing = on;
      if (!on) endComposition();
    },
  };
}

describe('the live preview', () => {
  it('reads the text in idle time only', async () => {
    const letter = open();
    letter.type('b');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(letter.state.reads).toBe(0);
    await letter.idle();
    expect(letter.requests.map(({ body }) => body)).toEqual(['b']);
    letter.preview.dispose();
  });

  it('has one rendering under way and takes all that changed meanwhile into the next', async () => {
    const letter = open();
    letter.preview.watch();
    await letter.idle();
    for (const body of ['b', 'c', 'd']) {
      letter.type(body);
      await letter.idle();
    }
    expect(letter.requests).toHaveLength(1);
    await letter.requests[0]?.answer();
    await letter.idle();
    expect(letter.requests.map(({ body }) => body)).toEqual(['a', 'd']);
    await letter.requests[1]?.answer();
    await letter.idle();
    expect(letter.requests).toHaveLength(2);
    letter.preview.dispose();
  });

  it('waits while an input method composes', async () => {
    const letter = open();
    letter.compose(true);
    await letter.idle();
    expect(letter.state.reads).toBe(0);
    letter.state.body = 'ni';
    letter.compose(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(letter.requests.map(({ body }) => body)).toEqual(['ni']);
    letter.preview.dispose();
  });

  it('draws in another form at once', async () => {
    const letter = open();
    await letter.idle();
    await letter.requests[0]?.answer();
    letter.preview.setForm('red-head');
    await vi.advanceTimersByTimeAsync(0);
    expect(letter.requests.at(-1)).toMatchObject({ form: 'red-head' });
    letter.preview.dispose();
  });
});
