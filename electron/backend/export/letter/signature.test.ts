import { describe, expect, it } from 'vitest';
import { placeSignature } from './signature.ts';

const unit = '云江市工业和信息化局'; // 10 characters
const date = '2026年4月7日'; // 6 half-width digits and 3 characters: 6 characters wide

describe('with a seal (7.3.5.1)', () => {
  it('keeps four characters free right of the date and centres the unit on it', () => {
    expect(placeSignature([unit], date, true)).toEqual([
      { text: unit, rightIndent: 2 },
      { text: date, rightIndent: 4 },
    ]);
  });
  it('never pushes a long unit over the edge of the type area', () => {
    const long = '云江市人力资源和社会保障事业发展服务中心';
    expect(placeSignature([long], date, true)[0]?.rightIndent).toBe(0);
  });
});

describe('without a seal (7.3.5.2)', () => {
  it('keeps two characters free right of the unit and starts the date two characters after it', () => {
    const [first, second] = placeSignature([unit], date, false);
    expect(first?.rightIndent).toBe(2);
    const unitStart = 28 - 2 - 10;
    expect(28 - (second?.rightIndent ?? 0) - 6).toBe(unitStart + 2);
  });
  it('lets a date longer than the unit keep two characters free and moves the unit left', () => {
    const short = '市局';
    const [first, second] = placeSignature([short], date, false);
    expect(second?.rightIndent).toBe(2);
    const dateStart = 28 - 2 - 6;
    expect(28 - (first?.rightIndent ?? 0) - 2).toBe(dateStart - 2);
  });
});

it('places what there is', () => {
  expect(placeSignature([], '', true)).toEqual([]);
  expect(placeSignature([], date, false)).toEqual([{ text: date, rightIndent: 2 }]);
  expect(placeSignature([unit], '', true)).toEqual([{ text: unit, rightIndent: 4 }]);
});
