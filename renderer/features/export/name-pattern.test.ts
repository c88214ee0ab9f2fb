import { describe, expect, it } from 'vitest';
import { shownPattern, storedPattern } from './name-pattern.ts';

const labels = { docNumber: '发文字号', title: '标题', date: '日期', caseNumber: '案号' };

describe('the pattern of file names', () => {
  it('is read in words and stored by names, text around them untouched', () => {
    expect(shownPattern('{docNumber} {title}-终稿', labels)).toBe('{发文字号} {标题}-终稿');
    expect(storedPattern('{案号}_{标题}({日期})', labels)).toBe('{caseNumber}_{title}({date})');
  });
  it('comes back the same', () => {
    const stored = '{date} {caseNumber} {title} {docNumber} {未知}';
    expect(storedPattern(shownPattern(stored, labels), labels)).toBe(stored);
  });
});
