import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HostileTasks } from '#backend/testing/hostile-worker.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';
import { createCancelSource } from '#shared/rpc/cancel.ts';
import { createTaskThread, type TaskThread, type TaskThreadOptions } from './task-thread.ts';

const run = promisify(execFile);
const entry = fileURLToPath(new URL('../testing/hostile-worker.ts', import.meta.url));

function startThread(options: Partial<TaskThreadOptions> = {}): TaskThread<HostileTasks> {
  const thread = createTaskThread<HostileTasks>({ name: 'hostile', entry, ...options });
  onTestFinished(() => thread.close());
  return thread;
}

/** The proof that a thread lives, or that a new one took its place. */
const works = async (thread: TaskThread<HostileTasks>) => expect(await thread.run('add', { a: 1, b: 2 })).toBe(3);

describe('a task thread', { timeout: 30_000 }, () => {
  it('answers tasks one after another, and tells of their progress', async () => {
    const thread = startThread();
    const told: JobProgress[] = [];
    const order: string[] = [];
    const counting = thread.run('steps', { text: '答复', total: 3 }, { progress: (step) => told.push(step) });
    await Promise.all([
      counting.then(() => order.push('counted')),
      thread.run('add', { a: 1, b: 2 }).then(() => order.push('added')),
    ]);
    expect(order).toEqual(['counted', 'added']);
    expect(await counting).toBe(2);
    expect(told).toEqual([1, 2, 3].map((done) => ({ done, total: 3, label: '答复' })));
  });

  it('hands over what it is told to instead of copying it', async () => {
    const bytes = new Uint8Array(8);
    await startThread().run('add', { a: bytes.length, b: 0 }, { transfer: [bytes.buffer] });
    expect(bytes.buffer.detached).toBe(true);
  });

  it('tells refusals with code and details, and bugs with the place in the thread', async () => {
    const thread = startThread();
    await expect(thread.run('refuse', { name: '旧稿.pdf' })).rejects.toMatchObject({
      code: 'IMPORT_UNSUPPORTED',
      details: { name: '旧稿.pdf', reason: 'pdf' },
    });
    await expect(thread.run('fail', {})).rejects.toThrow(/a task failed in the hostile thread: Error: a bug\n.*at /);
    await works(thread);
  });

  it('refuses what cannot be cloned, on its way in and out', async () => {
    const thread = startThread();
    const input = { a: 1, b: 2, back: () => undefined };
    await expect(thread.run('add', input)).rejects.toMatchObject({ name: 'DataCloneError' });
    await works(thread);
    await expect(thread.run('add', input)).rejects.toMatchObject({ name: 'DataCloneError' });
    await expect(thread.run('answerAFunction', {})).rejects.toThrow('could not be cloned');
    await works(thread);
  });

  it('ends an endless loop at the limit of time, with the error of its table', async () => {
    const beyond = (reason: string) => new DafuError('IMPORT_UNSUPPORTED', { name: '', reason });
    const thread = startThread({ timeLimitMs: 300, beyond });
    await expect(thread.run('loopForEver', {})).rejects.toMatchObject({ details: { reason: 'timeout' } });
    await works(thread);
  });

  it('calls it a defect where the table has no error for its limit', async () => {
    const thread = startThread({ timeLimitMs: 300 });
    await expect(thread.run('loopForEver', {})).rejects.toThrow('beyond a limit of the hostile thread: timeout');
    await works(thread);
  });

  it('ends an endless loop when it is cancelled, and leaves out what was cancelled while it waited', async () => {
    const thread = startThread();
    const { signal, cancel } = createCancelSource();
    await works(thread);
    const running = thread.run('loopForEver', {}, { signal });
    const waiting = thread.run('add', { a: 1, b: 1 }, { signal });
    const other = thread.run('add', { a: 2, b: 2 });
    setImmediate(cancel);
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await other).toBe(4);
  });

  it.each(['exit', 'throwLater'] as const)('replaces a thread that broke: %s', async (task) => {
    const thread = startThread();
    const broken = thread.run(task, {});
    const next = thread.run('add', { a: 1, b: 2 });
    await expect(broken).rejects.toThrow(task === 'exit' ? 'ended by itself with 3' : 'nobody catches this');
    expect(await next).toBe(3);
  });

  it('tries a task again whose thread broke, as often as it is told', async () => {
    const asked = () => new Int32Array(new SharedArrayBuffer(4));
    await expect(startThread().run('exitOnce', { asked: asked() })).rejects.toThrow('ended by itself');
    expect(await startThread({ retries: 1 }).run('exitOnce', { asked: asked() })).toBe('answered');
    await expect(startThread({ retries: 1 }).run('exit', {})).rejects.toThrow('ended by itself with 3');
  });

  it('fails with the reason where its table cannot be made', async () => {
    const thread = startThread({ setup: { greeting: 'broken' } });
    await expect(thread.run('add', { a: 1, b: 2 })).rejects.toThrow('the table cannot be made');
  });

  // In a process of its own and with a second try: now and then V8 takes the whole process along with a thread that has
  // no memory left. In the app that is a backend lost, which is started again.
  it('outlives a task that eats all memory, and does the next', { retry: 2 }, async () => {
    const program = `
      import { createTaskThread } from ${JSON.stringify(new URL('task-thread.ts', import.meta.url).href)};
      const beyond = (limit) => Object.assign(new Error(limit), { limit });
      const thread = createTaskThread({ name: 'hostile', entry: ${JSON.stringify(entry)}, memoryMb: 32, beyond });
      const [first, second] = await Promise.allSettled([thread.run('eatMemory', {}), thread.run('add', { a: 1, b: 2 })]);
      await thread.close();
      console.log(JSON.stringify({ limit: first.reason.limit, next: second.value }));
    `;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
    expect(JSON.parse(stdout)).toEqual({ limit: 'out-of-memory', next: 3 });
  });

  it('cancels what runs and what waits when it is closed, and does nothing more', async () => {
    const thread = startThread();
    await works(thread);
    const outcomes = Promise.allSettled([thread.run('loopForEver', {}), thread.run('add', { a: 1, b: 2 })]);
    await thread.close();
    const cancelled = { status: 'rejected', reason: { code: 'CANCELLED' } };
    expect(await outcomes).toMatchObject([cancelled, cancelled]);
    await expect(thread.run('add', { a: 1, b: 2 })).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
