import { describe, expect, it } from 'vitest';
import type { Tail } from '#shared/document/schema.ts';
import { addSigner, moveSigner, removeSigner, writeSigner } from './signing-units.ts';

const tail = (units: string[], signerPosts?: string[]): Tail => ({
  attachments: [],
  units,
  ...(signerPosts && { signerPosts }),
  contacts: [],
  copyTo: [],
});

describe('signing units', () => {
  it('take their posts along', () => {
    const before = tail(['甲局', '乙局', '丙局'], ['局长', '', '主任']);
    expect(moveSigner(before, 0, 1)).toEqual(tail(['乙局', '甲局', '丙局'], ['', '局长', '主任']));
    expect(removeSigner(before, 0)).toEqual(tail(['乙局', '丙局'], ['', '主任']));
    expect(addSigner(before, 0)).toEqual(tail(['甲局', '', '乙局', '丙局'], ['局长', '', '', '主任']));
    expect(moveSigner(before, 2, 1)).toBe(before);
  });

  it('leave no posts behind where none is written', () => {
    expect(removeSigner(tail(['甲局', '乙局'], ['局长', '']), 0)).toEqual(tail(['乙局']));
    expect(writeSigner(tail(['甲局'], ['局长']), 0, { post: '' })).toEqual(tail(['甲局']));
  });

  it('begin with the first word written, and are none when the last is gone', () => {
    expect(writeSigner(tail([]), 0, { unit: '甲局' })).toEqual(tail(['甲局']));
    expect(writeSigner(tail([]), 0, { post: '局长' })).toEqual(tail([''], ['局长']));
    expect(writeSigner(tail(['甲局']), 0, { unit: '' })).toEqual(tail([]));
  });
});
