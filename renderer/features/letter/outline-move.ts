import type { OutlineEntry } from '../../editor/api.ts';

/** A heading with everything under it: the entries from `from` up to the next heading of its level or above. */
export function subtreeEnd(entries: readonly OutlineEntry[], from: number): number {
  const level = entries[from]?.level ?? 0;
  let end = from + 1;
  while (end < entries.length && entries[end]!.kind === 'heading' && entries[end]!.level > level) end += 1;
  return end;
}

/** The heading before this one that it would change places with: of the same level, under the same parent; or -1. */
export function previousSibling(entries: readonly OutlineEntry[], at: number): number {
  const level = entries[at]?.level ?? 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (!entry || entry.level <= level) return entry?.level === level && entry.kind === 'heading' ? index : -1;
  }
  return -1;
}

/**
 * Where a heading goes when it is dropped on another entry: below it when it came from above, above it when it came
 * from below, like a card in a pile. Null when that is where it stands already.
 */
export function moveTarget(
  entries: readonly OutlineEntry[],
  from: number,
  onto: number,
): { sectionId: string; before: string | null } | null {
  const moved = entries[from];
  const target = entries[onto];
  const end = subtreeEnd(entries, from);
  if (!moved || !target || moved.kind === 'section' || (onto >= from && onto < end)) return null;
  const goesDown = onto > from;
  if (!goesDown && target.kind === 'heading') return { sectionId: target.sectionId, before: target.blockId };
  if (!goesDown) {
    // On a section's own line from below: to the end of the section before it.
    const previous = entries.slice(0, onto).findLast(({ kind }) => kind === 'section');
    return previous ? { sectionId: previous.sectionId, before: null } : null;
  }
  const next = entries[target.kind === 'section' ? onto + 1 : subtreeEnd(entries, onto)];
  const staysInSection = next?.kind === 'heading' && next.sectionId === target.sectionId;
  return { sectionId: target.sectionId, before: staysInSection ? next.blockId : null };
}
