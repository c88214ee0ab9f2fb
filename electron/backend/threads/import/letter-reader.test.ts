import { execFile } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { REPLY_SCHEMA } from '#shared/document/schema.ts';
import { createCancelSource } from '#shared/rpc/cancel.ts';
import { createLetterReader, type LetterReader, type LetterReaderOptions } from './letter-reader.ts';
import type { LetterSource } from './tasks.ts';

const run = promisify(execFile);
const opening = '王二委员：\n您提出的《关于加强云岭老街停车管理的提案》（第0529号）收悉，现答复如下：\n';
const small: LetterSource = { kind: 'text', name: '', text: `${opening}一、工作进展\n已增设车位120个。\n` };

/** Reading so many lines takes seconds on any PC. */
const [line, lines] = ['会同有关部门,增设车位120个.\n', 150_000];
const endless: LetterSource = { kind: 'text', name: '', text: opening + line.repeat(lines) };

function startReader(options: LetterReaderOptions = {}): LetterReader {
  const reader = createLetterReader(options);
  onTestFinished(() => reader.close());
  return reader;
}

describe('the letter reader', { timeout: 60_000 }, () => {
  it('makes drafts ready for the store, one after another, under the ids it is given', async () => {
    const reader = startReader();
    const ids = ['first', 'second', 'third'];
    const drafts = await Promise.all(ids.map((id) => reader.draft(id, small)));
    expect(drafts.map(({ documentId }) => documentId)).toEqual(ids);
    expect(drafts[1]).toMatchObject({ caseFacts: { number: '0529' } });
    expect(JSON.parse(drafts[2]!.body)).toMatchObject({ schema: REPLY_SCHEMA, id: 'third' });
    expect(await reader.caseFacts(small, { fullName: '', shortName: '' })).toEqual(drafts[0]!.caseFacts);
  });

  it('takes the bytes of a file with it instead of copying them', async () => {
    const bytes = new TextEncoder().encode(opening);
    const draft = await startReader().draft('id', { kind: 'file', name: 'a.txt', bytes });
    expect(draft.letterText).toContain('云岭老街');
    expect(bytes.buffer.detached).toBe(true);
  });

  it('tells refusals with code and details', async () => {
    const source: LetterSource = { kind: 'file', name: '旧稿.pdf', bytes: new TextEncoder().encode('%PDF-1.7') };
    await expect(startReader().draft('id', source)).rejects.toMatchObject({
      code: 'IMPORT_UNSUPPORTED',
      details: { name: '旧稿.pdf', reason: 'pdf' },
    });
  });

  it('stops at the time limit, and reads the next letter', async () => {
    const reader = startReader({ timeLimitMs: 1500 });
    const startedAt = performance.now();
    const [first, second] = await Promise.allSettled([reader.draft('1', endless), reader.draft('2', small)]);
    expect(first).toMatchObject({ reason: { code: 'IMPORT_UNSUPPORTED', details: { name: '', reason: 'timeout' } } });
    expect(second).toMatchObject({ status: 'fulfilled', value: { documentId: '2' } });
    expect(performance.now() - startedAt).toBeGreaterThan(1500);
  });

  it('stops when it is cancelled, what is being read and what waits, and reads the next letter', async () => {
    const reader = startReader();
    await reader.draft('warm', small);
    const { signal, cancel } = createCancelSource();
    const running = reader.draft('1', endless, signal);
    const waiting = reader.draft('2', small, signal);
    const other = reader.draft('3', small);
    await setTimeout(200);
    cancel();
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await other).toMatchObject({ documentId: '3' });
  });

  // In a process of its own and with a second try: now and then V8 takes the whole process along with a thread that has
  // no memory left. In the app that is a backend lost, which is started again.
  it('outlives a thread that runs out of memory, and reads the next letter', { retry: 2 }, async () => {
    const program = `
      import { createLetterReader } from ${JSON.stringify(new URL('letter-reader.ts', import.meta.url).href)};
      const { opening, line, lines } = ${JSON.stringify({ opening, line, lines })};
      const letter = (text) => ({ kind: 'text', name: '', text });
      const reader = createLetterReader({ memoryMb: 32, timeLimitMs: 50_000 });
      const [first, second] = await Promise.allSettled([
        reader.draft('1', letter(opening + line.repeat(lines))),
        reader.draft('2', letter(opening + line)),
      ]);
      await reader.close();
      console.log(JSON.stringify({ ...first.reason, next: second.value?.documentId }));
    `;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
    expect(JSON.parse(stdout)).toMatchObject({
      code: 'IMPORT_UNSUPPORTED',
      details: { reason: 'out-of-memory' },
      next: '2',
    });
  });

  it('tells what was running when it is closed, and reads nothing more', async () => {
    const reader = startReader();
    const running = reader.draft('1', endless);
    const outcome = expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await setTimeout(100);
    await reader.close();
    await outcome;
    await expect(reader.draft('2', small)).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
