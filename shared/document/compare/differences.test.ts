import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differences } from './differences.ts';

const items = fc.array(fc.constantFrom('的', '应当', '可以', '完成', '改造'), { maxLength: 30 });

/** Length of the longest common subsequence, by the table everybody knows. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let below = Array.from({ length: b.length + 1 }, () => 0);
  for (const item of a) {
    const row = [0];
    for (const [j, other] of b.entries()) {
      row.push(item === other ? below[j]! + 1 : Math.max(below[j + 1]!, row[j]!));
    }
    below = row;
  }
  return below.at(-1)!;
}

it('keeps as much as can be kept, and nothing that is the same is in a difference on both sides', () => {
  fc.assert(
    fc.property(items, items, (a, b) => {
      let kept = 0;
      let [aDone, bDone] = [0, 0];
      for (const { aStart, aEnd, bStart, bEnd } of differences(a, b)) {
        expect(a.slice(aDone, aStart)).toEqual(b.slice(bDone, bStart));
        kept += aStart - aDone;
        [aDone, bDone] = [aEnd, bEnd];
        const gone = new Set(a.slice(aStart, aEnd));
        expect(b.slice(bStart, bEnd).filter((item) => gone.has(item))).toEqual([]);
      }
      expect(a.slice(aDone)).toEqual(b.slice(bDone));
      expect(kept + a.length - aDone).toBe(commonLength(a, b));
    }),
    { numRuns: 1000 },
  );
});
