import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textRun } from '#shared/document/create.ts';
import { fullLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { describeLetter } from './describe.ts';
import { widthInCharacters } from './signature.ts';
import { titleLines } from '#shared/document/title-lines.ts';

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
      ['国家医疗保障局', '关于政协十三届全国委员会第三次会议', '第4482号（医疗体育类623号）', '提案答复的函'],
    ],
    [
      '云江市工业和信息化局关于市政协六届四次会议第0231号提案的答复',
      ['云江市工业和信息化局', '关于市政协六届四次会议', '第0231号提案的答复'],
    ],
    [
      '云州市发展和改革委员会云州市财政局关于市政协六届五次会议第0168号提案的答复',
      ['云州市发展和改革委员会云州市财政局', '关于市政协六届五次会议', '第0168号提案的答复'],
    ],
    [
      '云岭省农业农村厅关于云岭省十三届人大三次会议第1238号代表建议答复的函',
      ['云岭省农业农村厅', '关于云岭省十三届人大三次会议', '第1238号代表建议答复的函'],
    ],
    [
      '云州市民政局关于市政协六届五次会议第0168号提案的答复（B）',
      ['云州市民政局关于市政协六届五次会议', '第0168号提案的答复（B）'],
    ],
    [
      '云川市水务局关于办理市第十五届人民代表大会第二次会议第12号代表建议情况的答复',
      ['云川市水务局', '关于办理市第十五届人民代表大会第二次会议', '第12号代表建议情况的答复'],
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

  const unit = fc.constantFrom(
    '云州市民政局',
    '云江市工业和信息化局',
    '云岭省农业农村厅',
    '云州市卫生健康委员会',
    '云江市人力资源和社会保障局',
    '云岭县人民政府办公室',
    '云州市发展和改革委员会',
    '云江市住房和城乡建设局',
    '云川经济技术开发区管理委员会',
  );
  const session = fc.constantFrom('六届五次会议', '十五届三次会议', '十三届人大一次会议', '第六届委员会第五次会议');
  const body = fc.constantFrom('市政协', '市', '政协云江市', '省政协', '云岭省');
  const number = fc.oneof(
    fc.integer({ min: 1, max: 9999 }).map((value) => `第${value}号`),
    fc.constantFrom('第0168号', '第温36号', '第132456号', '第JY100012050700号'),
  );
  const ending = fc.constantFrom(
    '提案的答复',
    '建议的答复',
    '提案答复的函',
    '代表建议答复的函',
    '提案协办意见的函',
    '建议会办工作的意见',
    '提案的答复（B）',
  );
  const own = fc.constantFrom('', '《关于完善社区养老服务网络的提案》', '《关于在云州老城区增设夜间公交线路的建议》');

  it('keeps names whole and lines presentable in whatever title', () => {
    fc.assert(
      fc.property(
        fc.option(unit, { nil: '' }),
        fc.constantFrom('关于', '对', '关于对'),
        body,
        session,
        number,
        own,
        ending,
        (issuer, about, where, when, caseNumber, caseTitle, end) => {
          const title = issuer + about + where + when + caseNumber + caseTitle + end;
          const lines = titleLines(title);
          expect(lines.join('')).toBe(title);
          for (const line of lines) {
            expect(widthInCharacters(line)).toBeLessThanOrEqual(20);
            expect([...line].length, line).toBeGreaterThan(2);
          }
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的地得了和与及等、）》]/);
          for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《对和与及第]$|关于$/);
          const names = [issuer, caseNumber, when.replace(/^第六届委员会/, ''), caseTitle];
          for (const name of names.filter((text) => widthInCharacters(text) <= 19)) {
            expect(lines.join('|')).toContain(name);
          }
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('keeps names it is told of', () => {
    const names = ['云江市智慧城市建设和运行管理事务中心'];
    const title = `关于${names[0]!}牵头办理市政协六届五次会议第0168号提案的答复`;
    expect(titleLines(title, { names }).some((line) => line.includes(names[0]!))).toBe(true);
  });

  it('makes no line in the middle narrower than those around it, where it can', () => {
    const title = '云岭省交通运输厅对政协云岭省第七届委员会第二次会议第0529号《关于完善农村公路养护机制的提案》的答复';
    const widths = titleLines(title).map(widthInCharacters);
    for (const [index, width] of widths.entries()) {
      const [before, after] = [Math.max(0, ...widths.slice(0, index)), Math.max(0, ...widths.slice(index + 1))];
      expect(Math.min(before, after)).toBeLessThanOrEqual(width + 1);
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
    const title = describeLetter(letter, letterOptions).elements.find((element) => element.kind === 'title');
    expect(title?.spans.map((span) => span.text)).toEqual(['关于市政协十五届', '三次会议\n', '第0168号提案的答复']);
  });

  it.each([
    ['云江市民政局关于对云江市第六届人民代表大会第五次会议第0231号建议的答复', '云江市第六届人民代表大会第五次会议'],
    ['关于对中国人民政治协商会议云江市第十四届委员会第三次会议第168号提案的答复', '第十四届委员会第三次会议'],
    ['云江市住房和城乡建设局关于云江市第十五届人大四次会议第3012号代表建议的答复', '云江市第十五届人大四次会议'],
  ])('keeps the name of a meeting on one line: %s', (title, meeting) => {
    expect(titleLines(title).filter((line) => line.includes(meeting))).toHaveLength(1);
  });
});
