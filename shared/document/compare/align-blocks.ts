import type { Block } from '../schema.ts';
import { areMergeable } from './table-shape.ts';
import { differences } from './differences.ts';
import { common, joinedTraits, likeness, traitsOf, type Traits } from './likeness.ts';

/** A block on its way to its counterpart. */
export interface Entry {
  block: Block;
  /** Index of the section it stands in. */
  section: number;
  /** Only blocks of the same place are taken for each other without being moved. */
  place: string;
  text: string;
  traits: Traits;
}

/**
 * Blocks that stand for each other, in the order of both letters: one and one; one that was split, several that were
 * joined; only `a`: gone; only `b`: new. A moved block is in two steps: where it was and where it is.
 */
export interface Step {
  a: Entry[];
  b: Entry[];
  /** Its counterpart, which stands elsewhere. */
  movedTo?: Entry;
  movedFrom?: Entry;
}

/** Least likeness of paragraphs that stand for each other, and of those that were moved. */
const ALIKE = 0.35;
const ALIKE_BY_ID = 0.2;
const ALIKE_MOVED = 0.6;
/** Fewer characters are no paragraph of which one could say that it was moved. */
const LEAST_MOVED = 6;
/** How far from the straight way a counterpart is looked for, in blocks. */
const BAND = 100;
const MOST_PARTS = 4;

export function entryOf(block: Block, section: number, place: string, text: string): Entry {
  return { block, section, place, text, traits: traitsOf(text) };
}

export function alignBlocks(a: readonly Entry[], b: readonly Entry[], { moves }: { moves: boolean }): Step[] {
  const steps: Step[] = [];
  let [aDone, bDone] = [0, 0];
  const same = (aEnd: number) => {
    for (; aDone < aEnd; aDone += 1) steps.push({ a: [a[aDone]!], b: [b[bDone++]!] });
  };
  for (const { aStart, aEnd, bStart, bEnd } of differences(a.map(keyOf), b.map(keyOf))) {
    same(aStart);
    steps.push(...alignByLikeness(a.slice(aStart, aEnd), b.slice(bStart, bEnd)));
    [aDone, bDone] = [aEnd, bEnd];
  }
  same(a.length);
  if (moves) findMoves(steps);
  return steps;
}

function keyOf({ block, place, text }: Entry): string {
  const kind = block.table || block.type === 'page-break' ? block.type : '';
  return `${place}\0${kind}\0${text}`;
}

export function holdsText({ block }: Entry): boolean {
  return block.type !== 'table' && block.type !== 'page-break';
}

function mayMatch(a: Entry, b: Entry): boolean {
  return a.place === b.place && (holdsText(a) ? holdsText(b) : a.block.type === b.block.type);
}

/** What two blocks have in common, weighed; 0 where they do not stand for each other. */
function weight(a: Entry, b: Entry, shared: number): number {
  if (!mayMatch(a, b)) return 0;
  const isSameBlock = a.block.id === b.block.id;
  const shorter = Math.min(a.text.length, b.text.length);
  const holds = shorter >= 8 && shared >= 0.8 * shorter;
  const share = likeness(a, b);
  if (!holds && share < (isSameBlock ? ALIKE_BY_ID : ALIKE)) return 0;
  return Math.max(shared, share * shorter, 0.5) + (isSameBlock ? 2 : 0);
}

interface Choice {
  score: number;
  a: number;
  b: number;
}

/** The alignment that keeps most text, by dynamic programming over two stretches between blocks that are the same. */
function alignByLikeness(a: readonly Entry[], b: readonly Entry[]): Step[] {
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return [...a.map((one) => ({ a: [one], b: [] })), ...b.map((one) => ({ a: [], b: [one] }))];
  const isNear = (i: number, j: number) => Math.abs((i * m) / n - j) <= BAND;
  const shared = a.map((one, i) =>
    Int32Array.from(b, (other, j) => (isNear(i, j) && mayMatch(one, other) ? common(one.traits, other.traits) : 0)),
  );
  const best: Choice[][] = Array.from({ length: n + 1 }, () => []);
  const scoreAt = (i: number, j: number) => best[i]![j]!.score;
  for (let i = n; i >= 0; i -= 1) {
    for (let j = m; j >= 0; j -= 1) {
      let choice: Choice = { score: 0, a: 0, b: 0 };
      const offer = (score: number, da: number, db: number) => {
        const total = score + scoreAt(i + da, j + db);
        if (choice.a + choice.b === 0 || total > choice.score) choice = { score: total, a: da, b: db };
      };
      if (j < m) offer(0, 0, 1);
      if (i < n) offer(0, 1, 0);
      if (i < n && j < m && isNear(i, j)) {
        const alone = weight(a[i]!, b[j]!, shared[i]![j]!);
        if (alone > 0) offer(alone, 1, 1);
        for (const [da, db] of groups(a, b, shared, i, j)) offer(groupWeight(a, b, shared, { i, j, da, db }), da, db);
      }
      best[i]![j] = choice;
    }
  }
  const steps: Step[] = [];
  for (let [i, j] = [0, 0]; i < n || j < m;) {
    const { a: da, b: db } = best[i]![j]!;
    steps.push({ a: a.slice(i, i + da), b: b.slice(j, j + db) });
    i += da;
    j += db;
  }
  return steps;
}

/** Splits, joins and moved boundaries that are worth a closer look. */
function groups(
  a: readonly Entry[],
  b: readonly Entry[],
  shared: readonly Int32Array[],
  i: number,
  j: number,
): [number, number][] {
  const found: [number, number][] = [];
  const has = (ai: number, bj: number, part: Entry | undefined) =>
    part !== undefined && part.text.length >= 2 && (shared[ai]?.[bj] ?? 0) >= 0.5 * part.text.length - 1;
  for (let parts = 1; parts < MOST_PARTS && has(i, j + parts - 1, b[j + parts - 1]); parts += 1) {
    if (has(i, j + parts, b[j + parts]) && areNeighbours(b, j, parts + 1) && holdsText(a[i]!))
      found.push([1, parts + 1]);
  }
  for (let parts = 1; parts < MOST_PARTS && has(i + parts - 1, j, a[i + parts - 1]); parts += 1) {
    if (has(i + parts, j, a[i + parts]) && areNeighbours(a, i, parts + 1) && holdsText(b[j]!))
      found.push([parts + 1, 1]);
  }
  const crosses = Math.max(shared[i]?.[j + 1] ?? 0, shared[i + 1]?.[j] ?? 0) >= 8;
  if (crosses && areNeighbours(a, i, 2) && areNeighbours(b, j, 2)) found.push([2, 2]);
  return found;
}

function areNeighbours(entries: readonly Entry[], start: number, count: number): boolean {
  const [first] = entries.slice(start);
  const group = entries.slice(start, start + count);
  return (
    first !== undefined &&
    group.length === count &&
    group.every((one) => holdsText(one) && one.section === first.section && one.place === first.place)
  );
}

/** What a group keeps; every part of it must add half of its text at least, or it stands better alone. */
function groupWeight(
  a: readonly Entry[],
  b: readonly Entry[],
  shared: readonly Int32Array[],
  { i, j, da, db }: { i: number; j: number; da: number; db: number },
): number {
  const [aGroup, bGroup] = [a.slice(i, i + da), b.slice(j, j + db)];
  const traits = (entries: readonly Entry[]) => joinedTraits(entries.map((one) => one.traits));
  const [aAll, bAll] = [traits(aGroup), traits(bGroup)];
  const whole = common(aAll, bAll);
  if (da === 2 && db === 2) {
    const apart = shared[i]![j]! + shared[i + 1]![j + 1]!;
    const shorter = Math.min(...[...aGroup, ...bGroup].map(({ text }) => text.length));
    return whole - apart >= Math.max(8, 0.2 * shorter) ? whole - 1 : 0;
  }
  const [parts, other] = da === 1 ? [bGroup, aAll] : [aGroup, bAll];
  const adds = parts.every((part) => {
    const rest = parts.filter((one) => one !== part);
    return whole - common(traits(rest), other) >= 0.5 * part.text.length - 1;
  });
  return adds ? whole - 0.5 : 0;
}

/** Blocks that are gone here and new there: the same first, then the most alike. */
function findMoves(steps: Step[]): void {
  const gone = steps.filter(({ a, b }) => a.length === 1 && b.length === 0 && isWorthMoving(a[0]!));
  const fresh = steps.filter(({ a, b }) => b.length === 1 && a.length === 0 && isWorthMoving(b[0]!));
  const pairs: { from: Step; to: Step; share: number }[] = [];
  for (const from of gone) {
    for (const to of fresh) {
      const [left, right] = [from.a[0]!, to.b[0]!];
      if (holdsText(left) !== holdsText(right) || left.text.length > 3 * right.text.length) continue;
      if (right.text.length > 3 * left.text.length) continue;
      if (left.block.table && right.block.table && !areMergeable(left.block.table, right.block.table)) continue;
      const share = left.text === right.text ? 2 : likeness(left, right);
      if (share >= ALIKE_MOVED) pairs.push({ from, to, share });
    }
  }
  for (const { from, to } of pairs.toSorted((one, other) => other.share - one.share)) {
    if (from.movedTo || to.movedFrom) continue;
    from.movedTo = to.b[0]!;
    to.movedFrom = from.a[0]!;
  }
}

function isWorthMoving({ block, text }: Entry): boolean {
  return block.type !== 'page-break' && text.length >= LEAST_MOVED;
}
