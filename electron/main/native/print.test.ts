import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { printContents } from './print.ts';

function contentsWith(printers: number, isDone: boolean, reason: string) {
  const asked: unknown[] = [];
  const contents = {
    getPrintersAsync: () => Promise.resolve(Array.from({ length: printers }, () => ({ name: 'p' }))),
    print: (options: unknown, done: (isDone: boolean, reason: string) => void) => {
      asked.push(options);
      done(isDone, reason);
    },
  };
  return { asked, contents: contents as unknown as WebContents };
}

test('asks the system, without margins and on A4', async () => {
  const { asked, contents } = contentsWith(1, true, '');
  expect(await printContents(contents)).toEqual({ outcome: 'printed' });
  expect(asked).toEqual([expect.objectContaining({ silent: false, margins: { marginType: 'none' }, pageSize: 'A4' })]);
});

test.each(['Print job canceled', 'cancelled'])('a dialog that was closed is no failure: %s', async (reason) => {
  expect(await printContents(contentsWith(1, false, reason).contents)).toEqual({ outcome: 'cancelled' });
});

test('a failure keeps its reason', async () => {
  const { contents } = contentsWith(1, false, 'Print job failed');
  expect(await printContents(contents)).toEqual({ outcome: 'failed', message: 'Print job failed' });
});

test('without a printer nothing is asked', async () => {
  const { asked, contents } = contentsWith(0, true, '');
  expect(await printContents(contents)).toEqual({ outcome: 'no-printer' });
  expect(asked).toEqual([]);
});
