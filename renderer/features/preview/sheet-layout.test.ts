import { describe, expect, it } from 'vitest';
import { pageInView, placeSheets, REAL_SIZE, scaleOf, SHEET_GAP, sheetsBetween } from './sheet-layout.ts';

const upright = { hash: 'u', width: 600, height: 800 };
const landscape = { hash: 'l', width: 800, height: 600 };
const room = { width: 600 + 2 * SHEET_GAP, height: 400 + 2 * SHEET_GAP };

describe('the layout of sheets', () => {
  it('fits the first sheet into the width or the whole room, or shows its real size', () => {
    expect(scaleOf('width', [upright], room)).toBe(1);
    expect(scaleOf('page', [upright], room)).toBe(0.5);
    expect(scaleOf(100, [upright], room)).toBe(REAL_SIZE);
  });

  it('draws a landscape sheet smaller where it would not fit, and no other', () => {
    const { places } = placeSheets('width', [upright, landscape, upright], room);
    expect(places.map(({ width }) => width)).toEqual([600, 600, 600]);
    expect(places.map(({ height }) => height)).toEqual([800, 450, 800]);
    expect(placeSheets(75, [upright, landscape], room).places[1]?.width).toBe(800);
  });

  it('knows which sheets are in view, and which one most', () => {
    const { places } = placeSheets('width', [upright, upright, upright], room);
    expect(sheetsBetween(places, 0, 400)).toEqual({ first: 1, last: 1 });
    expect(sheetsBetween(places, 700, 1100)).toEqual({ first: 1, last: 2 });
    expect(sheetsBetween([], 0, 400)).toEqual({ first: 0, last: 0 });
    expect(pageInView(places, 700, 1100)).toBe(2);
  });
});
