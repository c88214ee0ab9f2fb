import { describe, expect, it } from 'vitest';
import { shortenPair } from './changes.ts';

describe('what an import changed, in short', () => {
  const long = '我局高度重视校园安全工作，'.repeat(30);

  it('is whole when it is short', () => {
    expect(shortenPair('甲 乙', '甲乙')).toEqual({ before: '甲 乙', after: '甲乙' });
  });

  it('shows where two long texts begin to differ', () => {
    const { before, after } = shortenPair(`${long}学校 安防。`, `${long}学校安防。`);
    expect(before).toBe(`…${`${long}学校`.slice(-20)} 安防。`);
    expect(after).toBe(`…${`${long}学校`.slice(-20)}安防。`);
  });

  it('shows the beginning of what was taken out', () => {
    const { before, after } = shortenPair(long, '');
    expect(before).toBe(`${long.slice(0, 199)}…`);
    expect(after).toBe('');
  });
});
