import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/document/schema.ts';
import { blocksOfHtml } from '../html/read-html.ts';
import { htmlOfParts, htmlOfPhrase } from './html-out.ts';
import { textOfParts, type CopiedPart, type LabelOf } from './text-out.ts';

const p = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  id,
  type: 'paragraph',
  runs: [{ text }],
  ...more,
});
const cell = (id: string, ...blocks: Block[]) => ({ id, blocks });
const labels: Record<string, string> = { h: '（一）', r: '1.', i1: '1.', i2: '2.' };
const labelOf: LabelOf = ({ id }) => labels[id] ?? '';
const body = (...blocks: Block[]): CopiedPart[] => [{ part: 'section', blocks }];
const bare = (blocks: Block[]) =>
  blocks.map(({ type, level, runs, props, table }) => ({ type, level, runs, props, table }));

const heading = p('h', '进展 <1>', { type: 'heading', level: 2 });
const runIn = p('r', '', {
  type: 'heading',
  level: 3,
  runs: [{ text: '摸清底数。' }, { text: '逐户排查。', format: { body: true } }],
});
const table: Block = {
  id: 't',
  type: 'table',
  runs: [],
  table: {
    headerRows: 1,
    columns: [{ width: 3 }, { width: 1 }],
    rows: [
      { id: 'r0', cells: [{ ...cell('c0', p('c0p', '项目')), colSpan: 2 }] },
      {
        id: 'r1',
        cells: [
          cell('c1', p('i1', '甲', { type: 'list-item', level: 1 }), p('i2', '乙', { type: 'list-item', level: 1 })),
          cell('c2', p('c2p', '12', { props: { align: 'right' } })),
        ],
      },
    ],
  },
};

describe('copied as text', () => {
  it('carries the numbers, those in cells too', () => {
    expect(textOfParts(body(heading, table, p('x', '甲\t乙  丙')), labelOf)).toBe(
      '（一）进展 <1>\n项目\n1.甲 2.乙\t12\n甲\t乙  丙',
    );
  });
});

describe('copied as HTML', () => {
  const html = (...blocks: Block[]) => {
    const holder = document.createElement('div');
    holder.innerHTML = htmlOfParts(body(...blocks), labelOf);
    return holder;
  };

  it('sets every line in its typeface, size, indent and pitch', () => {
    const line = html(heading).querySelector('h2');
    expect(line?.textContent).toBe('（一）进展 <1>');
    const style = `${line?.getAttribute('style')};${line?.querySelector('span')?.getAttribute('style')}`;
    for (const part of [
      '楷体_GB2312',
      'font-size:16pt',
      'text-indent:32pt',
      'line-height:28.95pt',
      'mso-line-height-rule:exactly',
    ]) {
      expect(style).toContain(part);
    }
    const [title] = new DOMParser().parseFromString(
      htmlOfParts([{ part: 'title', blocks: [p('t', '关于某事的答复')] }], labelOf),
      'text/html',
    ).body.children;
    expect(title?.getAttribute('style')).toMatch(/text-align:center.*方正小标宋简体.*font-size:22pt/u);
  });

  it('makes no heading of the text that runs in after one', () => {
    const line = html(runIn).firstElementChild;
    expect(line?.tagName).toBe('P');
    expect([...(line?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      '1.',
      '摸清底数。',
      '逐户排查。',
    ]);
  });

  it('keeps tabs, blanks, breaks and alignment, and does not spread a phrase over lines of its own', () => {
    const runs = [{ text: '  甲' }, { text: '\t', object: { type: 'tab' as const } }, { text: '乙  丙\n丁' }];
    const line = html(p('x', '', { runs, props: { align: 'right' } })).firstElementChild;
    expect(line?.getAttribute('style')).toMatch(/text-indent:0pt;text-align:right/);
    expect(line?.querySelectorAll('[style="mso-tab-count:1"]')).toHaveLength(1);
    expect(line?.querySelectorAll('[style="mso-spacerun:yes"]')).toHaveLength(2);
    expect(line?.querySelectorAll('br')).toHaveLength(1);
    expect(html({ id: 'b', type: 'page-break', runs: [] }).innerHTML).toContain('page-break-before:always');
    expect(htmlOfPhrase(p('x', '甲乙'), 'section')).toMatch(/^<span [^>]*>甲乙<\/span>$/u);
  });

  it('gives a table its widths, its repeated rows and the numbers in its cells', () => {
    const sheet = html(table);
    expect([...sheet.querySelectorAll('col')].map((column) => column.getAttribute('style'))).toEqual([
      'width:331.7pt',
      'width:110.6pt',
    ]);
    expect(sheet.querySelector('thead td')?.getAttribute('style')).toContain('width:442.2pt');
    expect(sheet.querySelector('tbody td')?.textContent).toBe('1.甲2.乙');
    expect(sheet.querySelector('tbody td:last-child p')?.getAttribute('style')).toContain('text-align:right');
  });

  it('comes back as it went, but for what HTML cannot say', () => {
    const plain = [heading, p('x', '甲', { runs: [{ text: '甲', format: { bold: true } }, { text: '乙  丙' }] })];
    expect(bare(blocksOfHtml(htmlOfParts(body(...plain), labelOf)))).toEqual(bare(plain));
    const [again] = blocksOfHtml(htmlOfParts(body(table), () => ''));
    expect(again?.table?.headerRows).toBe(1);
    expect(again?.table?.rows.map((row) => row.cells.map(({ colSpan }) => colSpan ?? 1))).toEqual([[2], [1, 1]]);
    const [first, second] = again?.table?.columns ?? [];
    expect(first!.width / second!.width).toBeCloseTo(3, 1);
  });
});
