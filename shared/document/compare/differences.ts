/** Stretches of two lists that are not the same; what lies between two of them is. Indexes, ends not included. */
export interface Difference {
  aStart: number;
  aEnd: number;
  bStart: number;
  bEnd: number;
}

/** Beyond so many steps from either end the stretch counts as rewritten: nobody reads thousands of single changes. */
const MOST_STEPS = 4000;

/**
 * The fewest items to take out of `a` and put in to make it `b` (Myers, An O(ND) Difference Algorithm, 1986, in linear
 * space). So within one difference no item is on both sides in the same order.
 */
export function differences(a: readonly string[], b: readonly string[]): Difference[] {
  const found: Difference[] = [];
  const add = (one: Difference) => {
    const last = found.at(-1);
    if (last?.aEnd === one.aStart && last.bEnd === one.bStart) Object.assign(last, { aEnd: one.aEnd, bEnd: one.bEnd });
    else found.push(one);
  };
  const compare = (area: Difference): void => {
    let { aStart, aEnd, bStart, bEnd } = area;
    for (; aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]; aStart += 1) bStart += 1;
    for (; aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]; aEnd -= 1) bEnd -= 1;
    if (aStart === aEnd && bStart === bEnd) return;
    const inner = { aStart, aEnd, bStart, bEnd };
    const middle = aStart < aEnd && bStart < bEnd ? middlePoint(a, b, inner) : null;
    if (middle === null) {
      add(inner);
      return;
    }
    compare({ aStart, aEnd: middle.a, bStart, bEnd: middle.b });
    compare({ aStart: middle.a, aEnd, bStart: middle.b, bEnd });
  };
  compare({ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length });
  return found;
}

/** A point on a shortest way, where the ways from both ends meet; null where they do not meet in time. */
function middlePoint(
  a: readonly string[],
  b: readonly string[],
  { aStart, aEnd, bStart, bEnd }: Difference,
): { a: number; b: number } | null {
  const [n, m] = [aEnd - aStart, bEnd - bStart];
  const delta = n - m;
  const most = Math.min(Math.ceil((n + m) / 2), MOST_STEPS);
  const forward = new Int32Array(2 * most + 3);
  const backward = new Int32Array(2 * most + 3);
  const at = most + 1;
  const furthest = (line: Int32Array, k: number, steps: number) =>
    k === -steps || (k !== steps && line[at + k - 1]! < line[at + k + 1]!) ? line[at + k + 1]! : line[at + k - 1]! + 1;
  for (let steps = 0; steps <= most; steps += 1) {
    for (let k = -steps; k <= steps; k += 2) {
      let x = furthest(forward, k, steps);
      while (x < n && x - k < m && a[aStart + x] === b[bStart + x - k]) x += 1;
      forward[at + k] = x;
      const back = delta - k;
      const meets = delta % 2 !== 0 && Math.abs(back) < steps && x + backward[at + back]! >= n;
      if (meets && x <= n && x - k <= m) return { a: aStart + x, b: bStart + x - k };
    }
    for (let k = -steps; k <= steps; k += 2) {
      let x = furthest(backward, k, steps);
      while (x < n && x - k < m && a[aEnd - 1 - x] === b[bEnd - 1 - x + k]) x += 1;
      backward[at + k] = x;
      const ahead = delta - k;
      const meets = delta % 2 === 0 && Math.abs(ahead) <= steps && x + forward[at + ahead]! >= n;
      if (meets && x <= n && x - k <= m) return { a: aEnd - x, b: bEnd - x + k };
    }
  }
  return null;
}
