import { describe, expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { importText } from '../index.ts';
import { pageLook } from './chrome.ts';
import { fold } from './fold.ts';

/** Lines a page has round its text and a letter may have in it. */
const wordsOfPages = [
  '门户网站全年访问量突破八十万人次',
  '群众可用手机扫一扫张贴的二维码评价',
  '未经授权的摊点一律取缔',
  '责任编辑',
  '完成ICP备案核查',
  '推动文旅/交通/住建/水务联动',
  'https://www.example.org/a/b/c',
  '政务公开',
  '打印',
  '网站地图',
  '上一年度',
  '数据来源：青岭县统计局',
  '主办单位为县文旅局，包括：县图书馆、县文化馆',
  '扫一扫在手机打开当前页',
  '※',
  '- · -',
];
const title = '青岭县文化和旅游局关于县政协九届四次会议第36号提案的答复';
const head = [title, '周晓芸委员：', '您提出的《关于办好乡村书屋的提案》收悉，现答复如下：'];
const signature = ['青岭县文化和旅游局', '2026年5月20日'];

function read(...lines: string[]): { facts: LetterFacts; text: string; warnings: string[] } {
  const result = importText(lines.join('\n'));
  const facts = letterFacts(result);
  return { facts, text: plainText(result.document), warnings: facts.warnings.map(({ code }) => code) };
}

describe('a line inside the letter', () => {
  it.each(wordsOfPages)('stays for any words, in every place: %s', (line) => {
    const body = ['一、工作进展', '已建成书屋十二家。', '二、下一步计划', '继续开放。', '感谢您的关心。'];
    for (let at = 0; at <= body.length; at++) {
      const { facts, text } = read(...head, ...body.toSpliced(at, 0, line), ...signature);
      expect(text.split('\n').some((printed) => printed.includes(line))).toBe(true);
      expect(facts).toMatchObject({ title, junkLines: [], signatureUnits: [signature[0]], date: '2026-05-20' });
    }
  });

  it.each(wordsOfPages.filter((line) => !line.startsWith('扫一扫在')))(
    'stays as the last of a letter without date: %s',
    (line) => {
      const { facts, text } = read(...head, '已建成书屋十二家。', line);
      expect(text).toContain(line);
      expect(facts.junkLines).toEqual([]);
    },
  );

  it('is told of where it looks like one of a page', () => {
    expect(read(...head, '已建成书屋。', '微信公众号', '每周推送。', ...signature).warnings).toContain('lines.kept');
    expect(read(...head, '已建成书屋。', '每周推送。', ...signature).warnings).not.toContain('lines.kept');
  });

  it('is joined to the sentence it ends when it is a lone mark', () => {
    const { text } = read(...head, '得到群众好评', '。', '今年继续开放。', ...signature);
    expect(text).toContain('得到群众好评。\n今年继续开放。');
  });

  it('goes only where it counts the pages', () => {
    const { facts } = read(...head, '已建成书屋。', '— 1 —', '每周推送。', '— 2 —', ...signature);
    expect(facts.junkLines).toEqual(['— 1 —', '— 2 —']);
    expect(read(...head, '已建成书屋。', '— 2 —', '每周推送。', '— 1 —', ...signature).facts.junkLines).toEqual([]);
  });
});

describe('page lines round the letter', () => {
  it('go before the title, between page lines above the salutation, and below the date', () => {
    const { facts, text } = read(
      '首页 > 政务公开 > 建议提案',
      '部门动态',
      title,
      '发布日期：2026-05-22 浏览次数：12',
      '打印',
      ...head.slice(1),
      '已建成书屋。',
      ...signature,
      '责任编辑：钱文达',
      '扫码关注',
      '主办：青岭县人民政府',
    );
    expect(facts.junkLines).toHaveLength(7);
    expect(text.split('\n').slice(0, 2)).toEqual([title, '周晓芸委员：']);
  });

  it('stay above the salutation where nothing else of a page stands', () => {
    const { facts, text, warnings } = read(title, '（征求意见稿）', ...head.slice(1), '已建成书屋。', ...signature);
    expect(facts.junkLines).toEqual([]);
    expect(text).toContain('（征求意见稿）');
    expect(warnings).toContain('lines.kept');
  });

  it('end a letter without date only in company or beyond doubt', () => {
    expect(read(...head, '已建成书屋。', '打印', '关闭窗口').facts.junkLines).toEqual(['打印', '关闭窗口']);
    expect(read(...head, '已建成书屋。', '扫一扫在手机打开当前页').facts.junkLines).toHaveLength(1);
    expect(read(...head, '已建成书屋。', '打印').facts.junkLines).toEqual([]);
  });
});

it('takes no word after the date for one of a page when it stands alone', () => {
  const { facts, text } = read(...head, '已建成书屋。', ...signature, '（欢迎扫描二维码评价）');
  expect(facts.junkLines).toEqual([]);
  expect(text).toContain('欢迎扫描二维码评价');
});

it('sees nothing of a page in a Word file', () => {
  const text = '【打印】【关闭】';
  const line = { id: '1', text, key: fold(text), blankBefore: false, indent: 0 };
  expect(pageLook(line)).toBe('certain');
  expect(pageLook({ ...line, inWord: true })).toBeNull();
});
