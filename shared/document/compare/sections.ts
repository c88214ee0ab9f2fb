import type { Section } from '../schema.ts';
import { differences } from './differences.ts';

/** A part of the letter with marks, from a part of one letter or of both, given by their indexes. */
export interface SectionPair {
  a?: number;
  b?: number;
}

/**
 * The parts of the body by their roles, in the order of both letters; parts of other roles between them stand for each
 * other where there are as many on both sides.
 */
export function pairedSections(a: readonly Section[], b: readonly Section[]): SectionPair[] {
  const pairs: SectionPair[] = [];
  let [aDone, bDone] = [0, 0];
  const end = { aStart: a.length, aEnd: a.length, bStart: b.length, bEnd: b.length };
  const roles = (sections: readonly Section[]) => sections.map(({ role }) => role);
  for (const { aStart, aEnd, bStart, bEnd } of [...differences(roles(a), roles(b)), end]) {
    while (aDone < aStart) pairs.push({ a: aDone++, b: bDone++ });
    const isSameCount = aEnd - aStart === bEnd - bStart;
    while (isSameCount && aDone < aEnd) pairs.push({ a: aDone++, b: bDone++ });
    while (aDone < aEnd) pairs.push({ a: aDone++ });
    while (bDone < bEnd) pairs.push({ b: bDone++ });
  }
  return pairs;
}

/**
 * Texts of attachments by the items of the list they belong to. Those without an item are printed in their order, which
 * is kept: one that came before another is not taken for it.
 */
export function pairedAttachments(
  a: readonly Section[],
  b: readonly Section[],
  isListed: (section: Section) => boolean,
): SectionPair[] {
  const left = new Set(a.keys());
  const pairs: SectionPair[] = [];
  let least = 0;
  for (const [index, section] of b.entries()) {
    const found = [...left].find(
      (at) =>
        a[at]!.attachment?.itemId === section.attachment?.itemId &&
        (at >= least || (isListed(a[at]!) && isListed(section))),
    );
    if (found === undefined) {
      pairs.push({ b: index });
      continue;
    }
    const isLater = (at: number) => b.some(({ attachment }) => attachment?.itemId === a[at]!.attachment?.itemId);
    for (const at of [...left].filter((one) => one < found && !isLater(one))) {
      left.delete(at);
      pairs.push({ a: at });
    }
    left.delete(found);
    least = Math.max(least, found);
    pairs.push({ a: found, b: index });
  }
  return [...pairs, ...[...left].map((index) => ({ a: index }))];
}
