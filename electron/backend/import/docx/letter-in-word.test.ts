import { describe, expect, it } from 'vitest';
import { letterFacts } from '#shared/document/facts.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { handmadeDocx } from '../../../../tests/support/docx.ts';
import { importBytes, type ImportResult } from '../index.ts';

const p = (text: string, paragraph = '', run = ''): string =>
  `<w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const read = (body: string, parts: Record<string, string> = {}): ImportResult =>
  importBytes({ name: '来文.docx', bytes: handmadeDocx(body, parts) });
const printed = ({ document }: ImportResult): string[] => plainText(document).trim().split('\n');

const opening = p('您提出的《关于办好乡村书屋的提案》（第36号）收悉，现答复如下：');
const text = p('已建成书屋十二家。');
const signature = p('青岭县文化和旅游局') + p('2026年5月20日');
const big = '<w:sz w:val="44"/>';

describe('the title of a Word file', () => {
  it.each([
    ['by its size', p('书屋那些事', '<w:jc w:val="center"/>', big), {}],
    ['over two lines by its size', p('书屋', '', big) + p('那些事', '', big), {}],
    [
      'by the size of its style',
      p('书屋那些事', '<w:pStyle w:val="Big"/>'),
      { styles: `<w:style w:type="paragraph" w:styleId="Big"><w:name w:val="big"/><w:rPr>${big}</w:rPr></w:style>` },
    ],
    [
      'by its style',
      p('书屋那些事', '<w:pStyle w:val="T"/>'),
      { styles: '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' },
    ],
  ])('is known %s', (_how, title, parts) => {
    const head = p('青岭县文化和旅游局', '', '<w:sz w:val="72"/>') + p('青文旅函〔2026〕8号') + title + p('内部资料');
    const result = read(head + p('周晓芸委员：') + opening + text + signature, parts);
    expect(letterFacts(result)).toMatchObject({ title: '书屋那些事', salutation: '周晓芸委员', date: '2026-05-20' });
    expect(printed(result)).toContain('内部资料');
  });
});

it('has no page round its letter: every line stays, wherever it stands', () => {
  const lines = [
    '首页 &gt; 政务公开',
    '【打印】【关闭】',
    '责任编辑：钱文达',
    '— 1 —',
    '扫一扫在手机打开当前页',
    '版权所有',
  ];
  const page = lines.map((line) => p(line)).join('');
  const title = p('关于县政协九届四次会议第36号提案的答复');
  const result = read(page + title + page + p('周晓芸委员：') + opening + page + text + signature + page);
  const { junkLines, title: found } = letterFacts(result);
  expect(junkLines).toEqual([]);
  expect(found).toBe('关于县政协九届四次会议第36号提案的答复');
  expect(result.report.changes.map(({ kind }) => kind)).not.toContain('junk.removed');
  const all = printed(result).join('\n');
  for (const line of ['首页 > 政务公开', ...lines.slice(1)])
    expect(all.split(line).length - 1).toBeGreaterThanOrEqual(3);
});

describe('automatic numbers', () => {
  const level = (format: string, label: string, start = 1): string =>
    `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`;
  const numbering = (...levels: string[]): string =>
    levels.map((one, index) => `<w:abstractNum w:abstractNumId="${index}">${one}</w:abstractNum>`).join('') +
    levels.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`).join('');
  const item = (content: string, list = 1): string =>
    p(content, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
  const numbered = (body: string, ...levels: string[]): string[] =>
    printed(read(p('周晓芸委员：') + opening + body, { numbering: numbering(...levels) })).slice(2);

  it.each([
    ['第一条　已建成十二家。', 'chineseCounting', '第%1条', 1],
    ['I.已建成十二家。', 'upperRoman', '%1.', 1],
    ['4.已建成十二家。', 'decimal', '%1.', 4],
    ['（3）已建成十二家。', 'decimal', '（%1）', 3],
    ['③已建成十二家。', 'decimalEnclosedCircle', '%1', 3],
    ['一是已建成十二家。', 'chineseCounting', '%1是', 1],
  ])('print as in Word: %s', (line, format, label, start) => {
    expect(numbered(item('已建成十二家。'), level(format, label, start))[0]).toBe(line);
  });

  it('start again where another list begins', () => {
    const body = item('甲已建成。') + item('乙已建成。') + item('丙在推进。', 2);
    const plain = level('decimal', '%1.');
    expect(numbered(body, plain, plain)).toEqual(['1.甲已建成。', '2.乙已建成。', '1.丙在推进。']);
  });
});
