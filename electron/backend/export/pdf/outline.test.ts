import { describe, expect, it } from 'vitest';
import { outlineLevels } from './outline.ts';

const outline = (...levels: number[]): number[] => levels.map(outlineLevels());

describe('the outline of a PDF', () => {
  it('has the levels of a letter that leaves none out', () => {
    expect(outline(1, 2, 3, 4, 2, 1, 2)).toEqual([1, 2, 3, 4, 2, 1, 2]);
  });
  it('begins at 1 and goes down by one', () => {
    expect(outline(2, 2, 3, 2)).toEqual([1, 1, 2, 1]);
    expect(outline(1, 3, 3, 2, 1)).toEqual([1, 2, 2, 2, 1]);
  });
});
