import { describe, expect, it } from 'vitest';
import { numberedLine, typedNumber } from './typed-number.ts';

describe('a number typed before a line', () => {
  it.each([
    ['一、工作进展', 1, 2],
    ['十二、经费保障', 1, 3],
    ['　　（三）完善制度', 2, 5],
    ['(二) 完善制度', 2, 4],
    ['3.摸清底数', 3, 2],
    ['3． 摸清底数', 3, 3],
    ['3、摸清底数', 3, 2],
    ['（4）逐户登记', 4, 3],
    ['⑷逐户登记', 4, 1],
    ['①逐户登记', null, 1],
  ])('%s', (text, level, end) => {
    expect(typedNumber(text)).toMatchObject({ level, end });
  });

  it.each(['1.5亿元投入使用', '一、二、三产业融合', '2025.3', '（见附件）', '一是加强领导', '123.甲', '—', ''])(
    'is not in %j',
    (text) => {
      expect(typedNumber(text)).toBeNull();
    },
  );

  it('has the value of its figure', () => {
    expect(['12.甲', '（7）甲', '⑸甲', '⑩甲', '三、甲'].map((text) => typedNumber(text)?.count)).toEqual([
      12, 7, 5, 10, 0,
    ]);
  });
});

describe('a whole line with a typed number', () => {
  it('is a heading when it is a short phrase', () => {
    expect(numberedLine('（一）完善停车政策')).toEqual({ kind: 'heading', level: 2, end: 3, bodyStart: 9 });
    expect(numberedLine('二、压实责任。')).toMatchObject({ kind: 'heading', level: 1, bodyStart: 7 });
  });

  it('is a heading with text after it when a phrase opens the paragraph', () => {
    const line = numberedLine('1.摸清底数。组织街道逐一排查，建立台账。');
    expect(line).toEqual({ kind: 'heading', level: 3, end: 2, bodyStart: 7 });
  });

  it('is an item of a list when it is a sentence with a figure', () => {
    expect(numberedLine('3.2024年新建泊位820个；')).toEqual({ kind: 'list', list: 'decimal', count: 3, end: 2 });
    expect(numberedLine('②逐户登记，')).toEqual({ kind: 'list', list: 'circled', count: 2, end: 1 });
  });

  it('stays as typed without words, and as a sentence after a Chinese numeral', () => {
    expect(numberedLine('一、')).toBeNull();
    expect(numberedLine('一、您提出的建议很有针对性，我局高度重视')).toBeNull();
  });
});
