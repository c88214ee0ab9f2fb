import { describe, expect, it } from 'vitest';
import { undoImportChange } from '#shared/document/import-undo.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { allBlockIds, everyBlock } from '#shared/document/walk.ts';
import { importHtml, importText, type ImportResult } from '../index.ts';

const opening = '您提出的《关于办好乡村书屋的提案》（第36号）收悉，现答复如下：';
const text = '已建成书屋十二家，藏书六万册。';

const read = (...lines: string[]): ImportResult => importText(['周晓芸委员：', opening, ...lines].join('\n'));
const printed = ({ document }: ImportResult): string[] => plainText(document).trim().split('\n').slice(2);
const codes = ({ report }: ImportResult): string[] => report.warnings.map(({ code }) => code);

describe('numbers of headings', () => {
  it.each([
    [['一、进展', text, '二、打算', '3.建好书屋', text, '4.管好书屋', text]],
    [['（一）建设', text, '（三）管理', text]],
    [['一、进展', text, '三、打算', text, '三、保障', text]],
    [['二、进展', '（二）建设', text]],
    [['1.建设', text, '2.管理', text, '1.队伍', text]],
    [['十一、进展', text, '十二、打算', text]],
  ])('are those typed: %j', (lines) => {
    const result = read(...lines);
    expect(printed(result)).toEqual(lines);
    expect(codes(result)).toContain('heading.kept');
  });

  it('that count as they should need no word about it', () => {
    const result = read('一、进展', '（一）建设', text, '（二）管理', text, '二、打算', '（一）队伍', text);
    expect(codes(result)).not.toContain('heading.kept');
    expect([...everyBlock(result.document)].some(({ props }) => props?.start !== undefined)).toBe(false);
  });

  it('go with their headings when the import is taken back', () => {
    const { document, report } = read('三、进展', text, '五、打算', text);
    const undone = report.changes.toReversed().reduce(undoImportChange, document);
    expect(JSON.stringify(undone)).not.toContain('start');
    expect(allBlockIds(undone)).toHaveLength(6);
  });

  it.each(['第一条 总则', '一是加强管理。', 'I.总则', '0.前言', '①建设；', '甲、总则', '1.1 范围'])(
    'of other forms stay as typed: %s',
    (line) => {
      expect(printed(read(line, text))).toEqual([line, text]);
    },
  );

  it.each([
    ['一.、进展', '一、进展'],
    ['（一）、进展', '（一）进展'],
    ['1.、进展', '1.进展'],
    ['1、进展', '1.进展'],
    ['一、.进展', '一、进展'],
  ])('with a mark too many lose it: %s', (line, wanted) => {
    expect(printed(read(line, text))[0]).toBe(wanted);
  });

  it('are told where a heading had none', () => {
    const result = importHtml(`<p>周晓芸委员：</p><p>${opening}</p><h2>进展</h2><p>${text}</p>`);
    expect(result.report.warnings).toContainEqual(
      expect.objectContaining({ code: 'heading.unnumbered', quote: '（一）' }),
    );
  });
});

describe('lists of a page', () => {
  const list = (html: string): string[] =>
    printed(importHtml(`<p>周晓芸委员：</p><p>${opening}</p>${html}<p>感谢您的关心。</p>`)).slice(0, -1);

  it.each([
    ['<ol start="3"><li>已建成。</li><li>正推进。</li></ol>', ['3.已建成。', '4.正推进。']],
    ['<ol><li>已建成。</li></ol><ol><li>正推进。</li></ol>', ['1.已建成。', '1.正推进。']],
    ['<ol><li value="7">已建成。</li><li>正推进。</li></ol>', ['7.已建成。', '8.正推进。']],
    ['<ol reversed><li>已建成。</li><li>正推进。</li></ol>', ['2.已建成。', '1.正推进。']],
    ['<ol type="I"><li>已建成。</li><li>正推进。</li></ol>', ['I.已建成。', 'II.正推进。']],
    ['<ol type="a" start="3"><li>已建成。</li></ol>', ['c.已建成。']],
    ['<ol style="list-style-type: cjk-ideographic"><li>已建成。</li></ol>', ['一、已建成。']],
    ['<ol style="list-style: none"><li>1.已建成。</li></ol>', ['1.已建成。']],
    ['<ol start="0"><li>已建成。</li><li>正推进。</li></ol>', ['0.已建成。', '1.正推进。']],
  ])('keep the numbers a browser shows: %s', (html, wanted) => {
    expect(list(html)).toEqual(wanted);
  });

  it('keep them in the cells of a table', () => {
    const [, row] = list(
      '<table><tr><td>序号</td><td>书屋</td></tr><tr><td><ol start="2"><li>甲</li></ol></td><td>乙</td></tr></table>',
    );
    expect(row).toBe('2.甲\t乙');
  });
});
