import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../editor/api.ts';
import { moveTarget, previousSibling, subtreeEnd } from './outline-move.ts';

const section = (sectionId: string): OutlineEntry => entry('section', sectionId, null, 0);
const heading = (sectionId: string, blockId: string, level: number): OutlineEntry =>
  entry('heading', sectionId, blockId, level);
function entry(kind: OutlineEntry['kind'], sectionId: string, blockId: string | null, level: number): OutlineEntry {
  const words = { label: '', text: '', prompt: '' };
  return { kind, sectionId, role: 'progress', blockId, goTo: blockId, level, ...words, empty: false, current: false };
}

const entries = [
  section('s1'),
  heading('s1', 'a', 1),
  heading('s1', 'a1', 2),
  heading('s1', 'b', 1),
  section('s2'),
  heading('s2', 'c', 1),
];

describe('moving a heading in the outline', () => {
  it('knows what stands under a heading', () => {
    expect(subtreeEnd(entries, 1)).toBe(3);
    expect(subtreeEnd(entries, 3)).toBe(4);
  });
  it('goes below what it is dropped on from above, before what follows there', () => {
    expect(moveTarget(entries, 1, 3)).toEqual({ sectionId: 's1', before: null });
    expect(moveTarget(entries, 1, 4)).toEqual({ sectionId: 's2', before: 'c' });
    expect(moveTarget(entries, 1, 5)).toEqual({ sectionId: 's2', before: null });
  });
  it('goes above what it is dropped on from below', () => {
    expect(moveTarget(entries, 3, 1)).toEqual({ sectionId: 's1', before: 'a' });
    expect(moveTarget(entries, 5, 4)).toEqual({ sectionId: 's1', before: null });
  });
  it('changes places with its neighbour of the same level, never with a child of it', () => {
    expect(previousSibling(entries, 3)).toBe(1);
    expect(previousSibling(entries, 1)).toBe(-1);
    expect(previousSibling(entries, 2)).toBe(-1);
    expect(previousSibling(entries, 5)).toBe(-1);
  });
  it('stays when dropped into itself, and sections never move', () => {
    expect(moveTarget(entries, 1, 2)).toBeNull();
    expect(moveTarget(entries, 0, 3)).toBeNull();
  });
});
