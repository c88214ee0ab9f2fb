import type { Ignorable, LetterChange } from './comparison.ts';
import type { ComparedText } from './notable.ts';

/** What is noted on the way through both letters. */
export interface Recorder {
  ignores(what: Ignorable): boolean;
  /** A revision of its own for the next change. */
  revision(): string;
  add(change: LetterChange): void;
  /** Texts that stand for each other, with what is not the same in them. */
  compared(text: ComparedText): void;
  /** What was added while `work` ran is handed back instead of being listed. */
  apart<T>(work: () => T): { result: T; changes: LetterChange[] };
}

export function createRecorder(ignore: readonly Ignorable[]) {
  let changes: LetterChange[] = [];
  const texts: ComparedText[] = [];
  const revisions: string[] = [];
  const recorder: Recorder = {
    ignores: (what) => ignore.includes(what),
    revision() {
      const id = `change-${revisions.length + 1}`;
      revisions.push(id);
      return id;
    },
    add: (change) => changes.push(change),
    compared: (text) => texts.push(text),
    apart(work) {
      const outside = changes;
      changes = [];
      const result = work();
      const inside = changes;
      changes = outside;
      return { result, changes: inside };
    },
  };
  return { recorder, texts, revisions, changes: () => changes };
}
