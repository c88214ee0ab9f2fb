import { describe, expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { importText } from '../index.ts';

const opening = '您提出的《关于办好乡村书屋的提案》（第36号）收悉，现答复如下：';
const rest = ['已建成书屋十二家。', '感谢您的关心。', '青岭县文化和旅游局', '2026年5月20日'];
const read = (...head: string[]): LetterFacts => letterFacts(importText([...head, opening, ...rest].join('\n')));
const title = '青岭县文化和旅游局关于县政协九届四次会议第36号提案的答复';

describe('a title', () => {
  it.each([
    '关于“乡村书屋”建设的答复',
    '关于第36号提案办理情况的汇报',
    '关于您提出的第36号提案的答复',
    '关于“书屋何时建成？”提案的复函',
    '致周晓芸委员的一封信',
    '提案办理情况说明',
    '复函',
    '书屋那些事',
    '关于微信公众号建设提案的答复',
  ])('has any wording where it stands above the salutation: %s', (wording) => {
    const wanted = { title: wording, salutation: '周晓芸委员', bodyParagraphs: 3, junkLines: [] };
    expect(read(wording, '', '周晓芸委员：')).toMatchObject(wanted);
    expect(read('青文旅函〔2026〕8号', wording, '周晓芸委员：')).toMatchObject(wanted);
    expect(read(wording)).toMatchObject({ title: wording, salutation: null });
  });

  it.each([
    `【${title}】`,
    `★${title}`,
    `${title}。`,
    `# ${title}`,
    `《${title}》`,
    `复文标题：${title}`,
    `标题：${title}`,
    `【标题】${title}`,
  ])('goes without what stands round it: %s', (line) => {
    expect(read(line, '周晓芸委员：').title).toBe(title);
  });

  it.each([
    ['关于“乡村书屋”', '建设的答复'],
    ['关于第36号提案办理情况的', '汇报'],
    ['青岭县文化和旅游局', '提案办理复函'],
  ])('may be broken: %s / %s', (first, second) => {
    expect(read(first, second, '', '周晓芸委员：').title).toBe(first + second);
  });

  it('is found between the lines of a page and never taken for one', () => {
    const facts = read(
      '首页 > 政务公开',
      '致周晓芸委员的一封公开信',
      '发布时间：2026-05-21 浏览次数：3',
      '周晓芸委员：',
    );
    expect(facts).toMatchObject({ title: '致周晓芸委员的一封公开信', salutation: '周晓芸委员' });
    expect(facts.junkLines).toHaveLength(2);
  });
});

describe('a salutation over several lines', () => {
  it.each([
    [['周晓芸、李文达', '欧阳一诺委员：'], '周晓芸、李文达、欧阳一诺委员'],
    [['周晓芸、', '李文达委员：'], '周晓芸、李文达委员'],
    [['周晓芸', '李文达委员：'], '周晓芸、李文达委员'],
    [['周　芸　李文达', '欧阳一诺委员：'], '周　芸　李文达、欧阳一诺委员'],
    [['古丽·艾山、周晓芸', '李文达委员：'], '古丽·艾山、周晓芸、李文达委员'],
    [['周晓芸（领衔）、李文达', '欧阳一诺代表：'], '周晓芸（领衔）、李文达、欧阳一诺代表'],
    [['周晓芸等', '12名委员：'], '周晓芸等12名委员'],
    [['周晓芸、李文达', '委员：'], '周晓芸、李文达委员'],
    [['民盟青岭县总支', '周晓芸委员：'], '民盟青岭县总支、周晓芸委员'],
    [['民盟青岭县委、农工党青岭县', '委员会：'], '民盟青岭县委、农工党青岭县委员会'],
    [['县政协提案委：', '周晓芸委员：'], '县政协提案委、周晓芸委员'],
  ])('%j', (lines, wanted) => {
    expect(read(title, ...lines)).toMatchObject({ title, salutation: wanted, junkLines: [] });
  });

  it('begins below title and document number', () => {
    expect(read('复函', '青文旅函〔2026〕8号', '周晓芸委员：')).toMatchObject({
      title: '复函',
      salutation: '周晓芸委员',
    });
  });
});

describe('a closing', () => {
  const close = (...lines: string[]): LetterFacts =>
    letterFacts(
      importText([title, '周晓芸委员：', opening, '已建成书屋十二家。', ...lines, ...rest.slice(2)].join('\n')),
    );

  it.each([
    '再一次感谢您的关心！',
    '谨致谢忱。',
    '顺致敬意！',
    '此答复。',
    '望继续关注乡村书屋。',
    '期待您继续关心我们的工作。',
    '我局衷心感谢您的支持。',
    '谨复。',
    '以上答复，敬请批评指正。',
    '妥否，请指示。',
  ])('is known by its courtesy: %s', (line) => {
    expect(close(line)).toMatchObject({ closing: line, bodyParagraphs: 3 });
  });

  it.each(['下一步：一是加大投入；二是完善制度。', '感谢信已寄出，下一步，我局将继续投入。', '期末藏书六万册。'])(
    'is no report of work: %s',
    (line) => {
      expect(close(line)).toMatchObject({ closing: null, bodyParagraphs: 3 });
    },
  );

  it('has its regards below it, which are no paragraphs', () => {
    expect(close('此致', '敬礼！')).toMatchObject({
      closing: '此致敬礼！',
      bodyParagraphs: 2,
      signatureUnits: [rest[2]],
    });
    expect(close('感谢您的关心。', '此致', '敬礼！')).toMatchObject({ closing: '感谢您的关心。', bodyParagraphs: 3 });
  });
});
