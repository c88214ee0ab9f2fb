import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentSection, emptyReplyDocument, heading, listItem, paragraph, section } from './create.ts';
import { attachmentLabel, headingLabels, listLabels } from './numbering.ts';
import type { Block, ReplyDocument } from './schema.ts';

function letter(...blocks: Block[]): ReplyDocument {
  return { ...emptyReplyDocument(), sections: [section('progress', blocks)] };
}
function labelsOf(...levels: (1 | 2 | 3 | 4)[]): string[] {
  return [...headingLabels(letter(...levels.map((level) => heading(level, '标题')))).values()];
}

describe('headings', () => {
  it('are numbered 一、（一）1.（1） and start anew under each parent', () => {
    expect(labelsOf(1, 2, 2, 3, 4, 4, 3, 1, 2, 3)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '二、',
      '（一）',
      '1.',
    ]);
  });

  it('count on through the sections of the letter', () => {
    const document = {
      ...emptyReplyDocument(),
      sections: [
        section('progress', [heading(2, '进展')], heading(1, '工作进展')),
        section('plan', [heading(2, '计划')], heading(1, '下一步计划')),
      ],
    };
    expect([...headingLabels(document).values()]).toEqual(['一、', '（一）', '二、', '（一）']);
  });

  it('start anew in the text of each attachment', () => {
    const document = {
      ...emptyReplyDocument(),
      sections: [
        section('progress', [heading(2, '进展')], heading(1, '工作进展')),
        attachmentSection('a1', [heading(2, '范围'), heading(1, '依据')]),
        attachmentSection('a2', [heading(1, '清单'), heading(2, '甲类')]),
      ],
    };
    expect([...headingLabels(document).values()]).toEqual(['一、', '（一）', '（一）', '一、', '一、', '（一）']);
  });

  it('go beyond ten in Chinese numerals', () => {
    const labels = labelsOf(...Array.from({ length: 111 }, () => 1 as const));
    expect([labels[9], labels[10], labels[19], labels[20], labels[99], labels[104], labels[110]]).toEqual([
      '十、',
      '十一、',
      '二十、',
      '二十一、',
      '一百、',
      '一百〇五、',
      '一百一十一、',
    ]);
  });

  it('count on from a number of their own', () => {
    const at = (level: 1 | 2 | 3 | 4, start: number): Block => heading(level, '标题', { start });
    const document = letter(
      heading(1, '甲'),
      heading(3, '乙'),
      heading(1, '丙'),
      at(3, 2),
      heading(3, '丁'),
      at(1, 5),
      at(2, 3),
    );
    expect([...headingLabels(document).values()]).toEqual(['一、', '1.', '二、', '2.', '3.', '五、', '（三）']);
  });

  it('have no numbers there are no numerals for', () => {
    const starts = [0, -3, 10_000].map((start) => heading(1, '标题', { start }));
    expect([...headingLabels(letter(...starts)).values()]).toEqual(['一、', '二、', '三、']);
  });

  it('depend on nothing but the structure (law 4)', () => {
    const levels = fc.array(fc.constantFrom<(1 | 2 | 3 | 4)[]>(1, 2, 3, 4), { maxLength: 40 });
    fc.assert(
      fc.property(levels, fc.array(fc.string()), (structure, texts) => {
        const withTexts = structure.map((level, index) => heading(level, texts[index] ?? '甲'));
        const withParagraphs = structure.flatMap((level) => [paragraph('正文'), heading(level, '乙')]);
        const expected = labelsOf(...structure);
        expect([...headingLabels(letter(...withTexts)).values()]).toEqual(expected);
        expect([...headingLabels(letter(...withParagraphs)).values()]).toEqual(expected);
      }),
    );
  });
});

describe('lists', () => {
  it('start anew after a paragraph, under a shallower item and with another style', () => {
    const document = letter(
      listItem('decimal', '甲'),
      listItem('paren', '甲一', 2),
      listItem('paren', '甲二', 2),
      listItem('decimal', '乙'),
      listItem('paren', '乙一', 2),
      paragraph('正文'),
      listItem('decimal', '丙'),
      listItem('bullet', '丁'),
      listItem('circled', '戊'),
    );
    expect([...listLabels(document).values()]).toEqual(['1.', '（1）', '（2）', '2.', '（1）', '1.', '·', '①']);
  });

  it('start where the first item says', () => {
    const first = listItem('circled', '甲');
    const document = letter({ ...first, props: { list: 'circled', start: 20 } }, listItem('circled', '乙'));
    expect([...listLabels(document).values()]).toEqual(['⑳', '㉑']);
  });

  it('start again where an item says so', () => {
    const again = listItem('decimal', '丙');
    const document = letter(listItem('decimal', '甲'), listItem('decimal', '乙'), {
      ...again,
      props: { list: 'decimal', start: 1 },
    });
    expect([...listLabels(document).values()]).toEqual(['1.', '2.', '1.']);
  });
});

it('numbers attachments only when there are several', () => {
  expect(attachmentLabel(0, 1)).toBe('');
  expect([attachmentLabel(0, 2), attachmentLabel(1, 2)]).toEqual(['1.', '2.']);
});
