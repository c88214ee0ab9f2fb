import { changeKinds, type ChangeKind, type ComparisonStatistics, type LetterChange } from './comparison.ts';
import type { ComparedText } from './notable.ts';

export function statisticsOf(changes: readonly LetterChange[], texts: readonly ComparedText[]): ComparisonStatistics {
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
  const count = (all: readonly LetterChange[]) => {
    for (const { kind, edits } of all) {
      counts[kind] += 1;
      if (edits) count(edits);
    }
  };
  count(changes);
  let [insertedCharacters, deletedCharacters, all] = [0, 0, 0];
  for (const { a, changed } of texts) {
    all += a.length;
    for (const { aStart, aEnd, bStart, bEnd } of changed) {
      deletedCharacters += aEnd - aStart;
      insertedCharacters += bEnd - bStart;
    }
  }
  return { changes: counts, insertedCharacters, deletedCharacters, keptCharacters: all - deletedCharacters };
}
