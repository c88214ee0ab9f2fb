import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/document/schema.ts';
import { htmlOfBlocks, textOfBlocks } from './blocks-out.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { blocksOfOwnNodes } from './own-blocks.ts';
import { blocksOfText } from './text-blocks.ts';

const bare = (blocks: Block[]) => blocks.map(({ id: _id, ...rest }) => rest);
const texts = (blocks: Block[]) => blocks.map((block) => block.runs.map((run) => run.text).join(''));

describe('pasted HTML', () => {
  it('takes text and formats and leaves the rest of the look behind', () => {
    const html = `<style>p{color:red}</style><p style="font-size:9pt;color:red">经<b>研究</b>，<span style="font-weight:700">现</span><u>答复</u>如下：</p>
      <script>alert(1)</script>`;
    expect(bare(blocksOfHtml(html))).toEqual([
      {
        type: 'paragraph',
        runs: [
          { text: '经' },
          { text: '研究', format: { bold: true } },
          { text: '，' },
          { text: '现', format: { bold: true } },
          { text: '答复', format: { underline: true } },
          { text: '如下：' },
        ],
      },
    ]);
  });

  it('drops typed first-line indents, empty paragraphs and source line ends', () => {
    const html =
      '<p>\u3000\u3000一是加强\n领导。&nbsp;</p><p>&nbsp;</p><p><o:p>&nbsp;</o:p></p><div>二是<br>落实。<br></div>';
    expect(texts(blocksOfHtml(html))).toEqual(['一是加强领导。', '二是\n落实。']);
  });

  it('reads headings, nested lists and the list paragraphs of Word', () => {
    const html = `<h2>进展</h2><ol><li>甲<ul><li>乙</li></ul></li></ol>
      <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>（1）<span>&nbsp;</span></span>丙</p>
      <p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>一、</span>丁</p>
      <p style='mso-outline-level:3'>戊</p>`;
    expect(bare(blocksOfHtml(html))).toEqual([
      { type: 'heading', level: 2, runs: [{ text: '进展' }] },
      { type: 'list-item', level: 1, props: { list: 'decimal' }, runs: [{ text: '甲' }] },
      { type: 'list-item', level: 2, props: { list: 'bullet' }, runs: [{ text: '乙' }] },
      { type: 'list-item', level: 2, props: { list: 'paren' }, runs: [{ text: '丙' }] },
      { type: 'heading', level: 1, runs: [{ text: '丁' }] },
      { type: 'heading', level: 3, runs: [{ text: '戊' }] },
    ]);
  });

  it('reads tables with spans as Excel and Word put them', () => {
    const html = `<table><thead><tr><th colspan=2>项目</th></tr></thead>
      <tr><td rowspan=2>甲</td><td><p>1</p><p>2</p></td></tr><tr><td></td></tr></table>`;
    const [table] = blocksOfHtml(html);
    expect(table?.table?.headerRows).toBe(1);
    expect(table?.table?.columns).toEqual([1, 1]);
    expect(
      table?.table?.rows.map((row) => row.cells.map((cell) => [cell.colSpan, cell.rowSpan, texts(cell.blocks)])),
    ).toEqual([
      [[2, undefined, ['项目']]],
      [
        [undefined, 2, ['甲']],
        [undefined, undefined, ['1', '2']],
      ],
      [[undefined, undefined, ['']]],
    ]);
  });

  it('does not take hidden text, tracked deletions or pictures', () => {
    expect(
      texts(blocksOfHtml('<p>甲<del>乙</del><span style="display:none">丙</span><img src="file:///x.png">丁</p>')),
    ).toEqual(['甲丁']);
  });

  it('survives a hostile span', () => {
    const [table] = blocksOfHtml('<table><tr><td colspan=99999999 rowspan=-3>x</td></tr></table>');
    expect(table?.table?.columns.length).toBeLessThanOrEqual(64);
    expect(table?.table?.rows[0]?.cells[0]?.colSpan).toBeLessThanOrEqual(64);
  });
});

describe('pasted text', () => {
  it('makes a paragraph of every line that says something', () => {
    expect(texts(blocksOfText('\u3000\u3000第一段\r\n\r\n第二段\t续\n\u200b'))).toEqual(['第一段', '第二段 续']);
  });
});

describe('own clipboard', () => {
  const text = (value: string, $: Record<string, string> = {}) => ({
    type: 'text',
    version: 1,
    text: value,
    format: 0,
    $,
  });

  it('unwraps sections, keeps ids and leaves review marks behind', () => {
    const paragraph = {
      type: 'paragraph',
      version: 1,
      $: { bid: 'b1', mark: '{"ins":"r1"}' },
      children: [text('甲', { ins: 'r1', threads: '["t1"]' }), text('乙', { del: 'r2' })],
    };
    const blocks = blocksOfOwnNodes([{ type: 'section', version: 1, children: [paragraph] }, text('丙')]);
    expect(blocks[0]).toEqual({ id: 'b1', type: 'paragraph', runs: [{ text: '甲' }, { text: '乙' }] });
    expect(texts(blocks)).toEqual(['甲乙', '丙']);
  });
});

describe('copied blocks for other programs', () => {
  const blocks: Block[] = [
    { id: 'h', type: 'heading', level: 2, runs: [{ text: '进展 <1>' }] },
    { id: 'p', type: 'paragraph', runs: [{ text: '甲', format: { bold: true } }, { text: '乙' }] },
  ];
  const labelOf = (block: Block) => (block.type === 'heading' ? '（一）' : '');

  it('carry their numbers as text', () => {
    expect(textOfBlocks(blocks, labelOf)).toBe('（一）进展 <1>\n甲乙');
    expect(htmlOfBlocks(blocks, labelOf)).toBe('<h2>（一）进展 &lt;1&gt;</h2>\n<p><b>甲</b>乙</p>');
  });

  it('come back from HTML as they went, but for the number', () => {
    expect(bare(blocksOfHtml(htmlOfBlocks(blocks, () => '')))).toEqual(bare(blocks));
  });
});
