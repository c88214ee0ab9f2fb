import { describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import type { PreviewWarning } from '#shared/contract/preview.ts';
import type { Backend } from '../../rpc/backend.ts';
import { OutlineShelf } from './outline-shelf.ts';
import { PageStore } from './page-store.ts';

type Rendering = Output<'preview.render'>;
const picture = { runs: [], shapes: [] };

function rendering(hashes: string[], change: Partial<Rendering['facts']> = {}, epoch = 'e'): Rendering {
  return {
    outlines: { epoch, from: 0, paths: [] },
    pages: hashes.map((hash) => ({ hash, width: 595, height: 842 })),
    marks: [],
    facts: { pages: 2, lastPage: 2, lastPageLines: 2, linesPerPage: 22, substitutions: [], warnings: [], ...change },
  };
}

/** A backend that gives these answers in turn, and any picture that is asked for. */
function open(...answers: (Rendering | Error)[]) {
  const asked: string[][] = [];
  const call = (procedure: string, input: { hashes: string[] }) => {
    if (procedure === 'preview.render') {
      const answer = answers.shift();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    }
    asked.push(input.hashes);
    const pictures = input.hashes.map((hash) => ({ hash, picture }));
    return Promise.resolve({ outlines: { epoch: 'e', from: 0, paths: [] }, pictures });
  };
  return { asked, store: new PageStore({ call: call as unknown as Backend['call'] }, new OutlineShelf()) };
}

const leftOver: PreviewWarning = { kind: 'left-over', page: 2, lines: 2, tighterPitch: 27.7 };

describe('the pages of a letter', () => {
  it('fetches what is in view and a page beside it, once', async () => {
    const { asked, store } = open(rendering(['a', 'b', 'c', 'd', 'e']), rendering(['a', 'b', 'C', 'd', 'e']));
    store.want({}, { first: 2, last: 2 });
    await store.render({ body: '' });
    await Promise.resolve();
    expect(asked).toEqual([['a', 'b', 'c']]);
    await store.render({ body: '' });
    await Promise.resolve();
    expect(asked.slice(1)).toEqual([['C']]);
  });

  it('asks for no pictures while nobody looks', async () => {
    const { asked, store } = open(rendering(['a', 'b']));
    await store.render({ body: '' });
    expect(asked).toEqual([]);
    expect(store.state.get().facts?.pages).toBe(2);
  });

  it('keeps the pages and tells of the error when drawing fails', async () => {
    const { store } = open(rendering(['a']), new Error('broken'), rendering(['b']));
    await store.render({ body: '' });
    await store.render({ body: '' });
    expect(store.state.get()).toMatchObject({ sheets: [{ hash: 'a' }], error: { code: 'INTERNAL' } });
    await store.render({ body: '' });
    expect(store.state.get()).toMatchObject({ sheets: [{ hash: 'b' }], error: null });
  });

  it('keeps what is known of closer lines while the letter ends at the same line', async () => {
    const { store } = open(
      rendering(['a', 'b'], { warnings: [leftOver] }),
      rendering(['a', 'c']),
      rendering(['a', 'd'], { lastPageLines: 3 }),
    );
    await store.render({ body: '', tryTighter: true });
    await store.render({ body: '' });
    expect(store.state.get().facts?.warnings).toEqual([leftOver]);
    await store.render({ body: '' });
    expect(store.state.get().facts?.warnings).toEqual([]);
  });
});
