import { describe, expect, it } from 'vitest';
import { placeSignature, widthInCharacters } from './signature.ts';

const unit = '云江市工业和信息化局'; // 10 characters
const date = '2026年4月7日'; // 6 half-width digits and 3 characters: 6 characters wide
const line = (text: string, rightIndent: number, blankLinesBefore = 0) => ({
  blankLinesBefore,
  cells: [{ text, rightIndent }],
});

describe('with a seal (7.3.5.1)', () => {
  it('keeps four characters free right of the date and centres the unit on it', () => {
    expect(placeSignature([unit], date, 'sealed')).toEqual([line(unit, 2, 2), line(date, 4)]);
  });
  it('never pushes a long unit over the edge of the type area', () => {
    const long = '云江市人力资源和社会保障事业发展服务中心';
    expect(placeSignature([long], date, 'sealed')[0]?.cells[0]?.rightIndent).toBe(0);
  });
});

describe('joint with seals (7.3.5.1)', () => {
  /** mm; the widest seal of an office below the province. */
  const seal = 42;
  const character = 16 * (25.4 / 72);
  const short = ['市民政局', '市财政局', '市教育局', '市司法局', '市审计局', '市统计局', '市医保局'];

  it.each([
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [3, 2]],
    [7, [3, 2, 2]],
  ])('stands %i units in rows of %j, the last above the date', (count, rows) => {
    const lines = placeSignature(short.slice(0, count), date, 'sealed');
    expect(lines.slice(0, -1).map(({ cells }) => cells.length)).toEqual(rows);
    expect(lines.flatMap(({ cells }) => cells.map(({ text }) => text))).toEqual([...short.slice(0, count), date]);
    expect(lines.at(-1)).toEqual(line(date, 4));
    expect(lines.at(-2)?.cells.at(-1)?.rightIndent).toBe(5);
  });

  it.each([
    ['short names', short],
    ['long names', short.map((name) => `云江市${name.slice(1)}分局`)],
    ['names of several lengths', ['市局', '云江市工业和信息化局', '市民政局', '云江市人力资源和社会保障局']],
    ['names wider than half a line', Array.from({ length: 3 }, () => '云江市人力资源和社会保障事业发展服务中心')],
  ])('leaves every seal its place inside the type area, %s', (_name, names) => {
    for (let count = 2; count <= names.length; count += 1) {
      const rows = placeSignature(names.slice(0, count), date, 'sealed').slice(0, -1);
      let top = 0;
      const seals: { x: number; y: number }[] = [];
      for (const { blankLinesBefore, cells } of rows) {
        top += blankLinesBefore;
        let edge = 156;
        for (const { text, rightIndent } of cells.toReversed()) {
          const [right, width] = [rightIndent * character, widthInCharacters(text) * character];
          expect(right).toBeGreaterThanOrEqual(0);
          expect(right + width).toBeLessThanOrEqual(156.5);
          expect(156 - right).toBeLessThanOrEqual(edge);
          edge = 156 - right - width - character + 0.01;
          seals.push({ x: right + width / 2, y: top * (225 / 22) });
        }
        top += 1;
      }
      for (const [index, { x, y }] of seals.entries()) {
        expect(x + seal / 2).toBeLessThanOrEqual(157);
        expect(x - seal / 2).toBeGreaterThanOrEqual(-1);
        for (const other of seals.slice(index + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(seal);
      }
    }
  });
});

describe('without a seal (7.3.5.2)', () => {
  it('keeps two characters free right of the unit and starts the date two characters after it', () => {
    const [first, second] = placeSignature([unit], date, 'unsealed');
    expect(first).toEqual(line(unit, 2, 1));
    const unitStart = 28 - 2 - 10;
    expect(28 - (second?.cells[0]?.rightIndent ?? 0) - 6).toBe(unitStart + 2);
  });
  it('lets a date longer than the unit keep two characters free and moves the unit left', () => {
    const short = '市局';
    const [first, second] = placeSignature([short], date, 'unsealed');
    expect(second).toEqual(line(date, 2));
    const dateStart = 28 - 2 - 6;
    expect(28 - (first?.cells[0]?.rightIndent ?? 0) - 2).toBe(dateStart - 2);
  });
  it('stands several units one under the other', () => {
    const lines = placeSignature([unit, '云江市民政局'], date, 'unsealed');
    expect(lines).toEqual([line(unit, 2, 1), line('云江市民政局', 2), line(date, 4)]);
  });
});

describe('with 签名章 (7.3.5.3)', () => {
  it('leaves the stamp its room four characters from the right, the post at half its height two characters left', () => {
    const lines = placeSignature([unit], date, 'name-stamp', ['云江市工业和信息化局局长']);
    // Two empty lines, a stamp of two lines with the post at their middle, an empty line, the date.
    expect(lines).toEqual([line('云江市工业和信息化局局长', 4 + 7 + 2, 2.5), line(date, 4, 1.5)]);
  });
  it('has a line for every post, the units where posts are not known', () => {
    const lines = placeSignature([unit, '云江市民政局'], date, 'name-stamp', ['局长']);
    expect(lines.map(({ cells }) => cells[0]?.text)).toEqual(['局长', '云江市民政局', date]);
  });
});

it('places what there is', () => {
  expect(placeSignature([], '', 'sealed')).toEqual([]);
  expect(placeSignature([], date, 'unsealed')).toEqual([line(date, 2, 1)]);
  expect(placeSignature([unit], '', 'sealed')).toEqual([line(unit, 4, 2)]);
  expect(placeSignature([], '', 'name-stamp', ['局长'])).toEqual([line('局长', 13, 2.5)]);
});
