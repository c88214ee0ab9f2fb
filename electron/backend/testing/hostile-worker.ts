import { setTimeout } from 'node:timers/promises';
import { serveTasks } from '#backend/threads/serve-tasks.ts';
import type { TaskContext } from '#backend/threads/task-table.ts';
import { DafuError } from '#shared/contract/errors.ts';

/** What tasks do at their worst, for the tests of the task thread. */
export interface HostileTasks {
  add(input: { a: number; b: number }): number;
  /** Length of the text, after so many steps told one by one. */
  steps(input: { text: string; total: number }, context: TaskContext): Promise<number>;
  refuse(input: { name: string }): never;
  fail(input: object): never;
  loopForEver(input: object): never;
  eatMemory(input: object): never;
  /** Ends the thread from inside. */
  exit(input: object): never;
  /** Breaks the thread behind the back of the task, which never answers. */
  throwLater(input: object): Promise<void>;
  /** Ends the thread the first time it is asked. `asked` is shared with whoever asks. */
  exitOnce(input: { asked: Int32Array }): string;
  answerAFunction(input: object): () => void;
}

serveTasks((setup: { greeting?: string } | undefined): HostileTasks => {
  if (setup?.greeting === 'broken') throw new Error('the table cannot be made');
  return {
    add: ({ a, b }) => a + b,
    async steps({ text, total }, { progress }) {
      for (let done = 1; done <= total; done += 1) {
        progress({ done, total, label: text });
        await setTimeout(1);
      }
      return text.length;
    },
    refuse({ name }) {
      throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'pdf' });
    },
    fail() {
      throw new Error('a bug');
    },
    loopForEver() {
      for (;;);
    },
    eatMemory() {
      const eaten: number[][] = [];
      for (;;) eaten.push(Array.from({ length: 10_000 }, (_, index) => index + eaten.length));
    },
    exit: () => process.exit(3),
    throwLater: () =>
      new Promise(() => {
        setImmediate(() => {
          throw new Error('nobody catches this');
        });
      }),
    exitOnce({ asked }) {
      if (Atomics.add(asked, 0, 1) === 0) process.exit(3);
      return 'answered';
    },
    answerAFunction: () => () => undefined,
  };
});
