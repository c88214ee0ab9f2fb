import { describe, expect, it } from 'vitest';
import type { PagePicture, PreviewMark } from '#shared/contract/preview.ts';
import { textRun } from '#shared/document/create.ts';
import { drawnOffsets, LetterPlaces } from './letter-places.ts';

const sheets = [
  { width: 595, height: 842 },
  { width: 595, height: 842 },
];
const line = (y: number, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => [from + 16 * index, y]).flat();
const picture = (...lines: number[][]): PagePicture => ({
  runs: lines.map((at) => ({ fill: '#000000', stroke: 0, matrix: [1, 0, 0, -1], glyphs: at.map(() => 0), at })),
  shapes: [],
});
const mark = (blockId: string, page: number, x: number, y: number): PreviewMark => ({
  blockId,
  part: null,
  page,
  x,
  y,
});

/** Two blocks: `a` has three lines over two pages, `b` begins below it. A page number stands in the lower margin. */
const pages = [
  picture(line(700, 112, 3), line(729, 80, 4), line(800, 500, 3)),
  picture(line(119, 80, 2), line(148, 112, 5)),
];
const marks = [mark('a', 1, 112, 700), mark('b', 2, 112, 148)];
const places = new LetterPlaces(marks, sheets, (page) => pages[page - 1]);

describe('places of a letter', () => {
  it('gives a block its characters, over pages, without the page number', () => {
    expect(places.charactersOf(marks[0]!)).toHaveLength(9);
    expect(places.charactersOf(marks[0]!)?.at(-1)).toEqual({ page: 2, x: 96, y: 119 });
    expect(places.charactersOf(marks[1]!)).toHaveLength(5);
  });

  it('finds block and character under a place', () => {
    expect(places.at({ page: 1, x: 130, y: 695 })).toEqual({
      mark: marks[0],
      character: { page: 1, x: 128, y: 700 },
      isBehind: false,
    });
    expect(places.at({ page: 2, x: 90, y: 116 })).toMatchObject({
      mark: marks[0],
      character: { x: 80 },
      isBehind: true,
    });
    expect(places.at({ page: 2, x: 20, y: 150 })).toMatchObject({
      mark: marks[1],
      character: { x: 112 },
      isBehind: false,
    });
    expect(places.at({ page: 2, x: 500, y: 600 })).toMatchObject({
      mark: marks[1],
      character: { x: 176 },
      isBehind: true,
    });
  });

  it('says that it cannot know what is not here', () => {
    const partly = new LetterPlaces(marks, sheets, (page) => (page === 1 ? pages[0] : undefined));
    expect(partly.charactersOf(marks[0]!)).toBeNull();
    expect(partly.at({ page: 2, x: 90, y: 116 })).toBeNull();
  });
});

describe('drawn characters', () => {
  it('skip white space and deleted text, and count offsets in UTF-16', () => {
    const deleted = { ...textRun('删'), del: ['r1'] };
    expect(drawnOffsets('一、', [textRun('甲 乙'), deleted as never, textRun('𠮷\n丁')], 6)).toEqual([
      -1, -1, 0, 2, 4, 7,
    ]);
  });

  it('may be two dashes in one outline', () => {
    const runs = [textRun('甲——乙……')];
    expect(drawnOffsets('', runs, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(drawnOffsets('', runs, 5)).toEqual([0, 1, 3, 4, 5]);
    expect(drawnOffsets('', runs, 4)).toEqual([0, 1, 3, 4]);
    expect(drawnOffsets('', runs, 3)).toBeNull();
  });
});
