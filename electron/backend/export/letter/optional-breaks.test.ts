import { describe, expect, it } from 'vitest';
import { withOptionalBreaks } from './optional-breaks.ts';

const parts = (text: string): string[] => withOptionalBreaks(text).split('\u200B');

describe('optional breaks', () => {
  it('stand where the parts of a long western word meet', () => {
    expect(parts('芯片（GPGPU+XPU）等')).toEqual(['芯片（GPGPU+', 'XPU）等']);
    expect(parts('平台“YunServe”上线')).toEqual(['平台“Yun', 'Serve”上线']);
    expect(parts('信箱office.letters@yunjiang.example可用')).toEqual([
      '信箱office.',
      'letters@',
      'yunjiang.',
      'example可用',
    ]);
  });
  it('never part a number, a short word or Chinese', () => {
    for (const text of ['1234567.89万元', 'B+C', '2026-2030年', '以“人工智能+”为引领', '0999-6000000', 'iPhone']) {
      expect(parts(text)).toEqual([text]);
    }
  });
});
