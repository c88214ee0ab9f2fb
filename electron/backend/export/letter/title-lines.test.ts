import { describe, expect, it } from 'vitest';
import { textRun } from '#shared/document/create.ts';
import { fullLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { letterElements } from './elements.ts';
import { widthInCharacters } from './signature.ts';
import { titleLines } from './title-lines.ts';

describe('titleLines', () => {
  it.each([
    ['关于城市绿化的答复', ['关于城市绿化的答复']],
    ['关于市政协十五届三次会议第0168号提案的答复', ['关于市政协十五届三次会议', '第0168号提案的答复']],
    [
      '云州市人力资源和社会保障局关于对云州市第十六届人民代表大会第五次会议第0168号建议的答复',
      ['云州市人力资源和社会保障局', '关于对云州市第十六届人民代表大会', '第五次会议第0168号建议的答复'],
    ],
    [
      '国家医疗保障局关于政协十三届全国委员会第三次会议第4482号（医疗体育类623号）提案答复的函',
      ['国家医疗保障局关于政协十三届全国委员会', '第三次会议第4482号', '（医疗体育类623号）提案答复的函'],
    ],
    [
      '云江市工业和信息化局关于市政协六届四次会议第0231号提案的答复',
      ['云江市工业和信息化局关于市政协', '六届四次会议第0231号提案的答复'],
    ],
    ['一行\n两行', ['一行', '两行']],
  ])('breaks %s where the sense allows', (title, lines) => {
    expect(titleLines(title)).toEqual(lines);
  });

  it('loses nothing and keeps to the width', () => {
    const text = '关于推动人工智能大语言模型创新发展加快建设智慧城市持续优化营商环境提案的答复';
    for (let length = 1; length <= text.length; length += 1) {
      const lines = titleLines(text.slice(0, length));
      expect(lines.join('')).toBe(text.slice(0, length));
      for (const line of lines) expect(widthInCharacters(line)).toBeLessThanOrEqual(20);
    }
  });

  it('leaves what cannot be broken, and very long text, to the writer', () => {
    expect(titleLines('x'.repeat(80))).toEqual(['x'.repeat(80)]);
    expect(titleLines('国'.repeat(100_000))).toHaveLength(1);
  });
});

describe('the title of a printed letter', () => {
  it('has its breaks whatever runs it is made of', () => {
    const letter = fullLetter();
    letter.head.title = [
      textRun('关于市政协十五届'),
      textRun('三次会议', { bold: true }),
      textRun('第0168号提案的答复'),
    ];
    const title = letterElements(letter, letterOptions).find((element) => element.kind === 'title');
    expect(title?.spans.map((span) => span.text)).toEqual(['关于市政协十五届', '三次会议\n', '第0168号提案的答复']);
  });
});
