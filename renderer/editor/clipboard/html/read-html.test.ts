import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/document/schema.ts';
import { blocksOfHtml } from './read-html.ts';

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
    expect(table?.table?.columns).toEqual([{ width: 1 }, { width: 1 }]);
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
    const [table] = blocksOfHtml('<table><tr><td colspan=99999999 rowspan=-3>x</td></tr><tr><td>y</td></tr></table>');
    expect(table?.table?.columns.length).toBeLessThanOrEqual(64);
    expect(table?.table?.rows[0]?.cells[0]?.colSpan).toBeLessThanOrEqual(64);
  });

  it('leaves the comments of Word behind, not the words they hang on', () => {
    const html = `<p class=MsoNormal>将<a style='mso-comment-reference:U_1;mso-comment-date:20260301T0900'>新建泊位</a><span
      class=MsoCommentReference><span lang=EN-US><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[U1]</a><span
      style='mso-special-character:comment'>&nbsp;</span></span></span>三百个。</p>
      <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1"
      class=msocomtxt><p class=MsoCommentText><span class=MsoCommentReference>[U1]</span>核实数字</p></div></div></div>`;
    expect(texts(blocksOfHtml(html))).toEqual(['将新建泊位三百个。']);
  });

  it('takes no text that a style sheet hides', () => {
    const html =
      '<style>p.Memo, .x9 {color:red; display:none}</style><p>甲<span class="x9">乙</span></p><p class=Memo>丙</p>';
    expect(texts(blocksOfHtml(html))).toEqual(['甲']);
  });

  it('does not double a number that is written before a heading or an item', () => {
    const html = `<h2>一、停车治理</h2><h1>（二）　盘活车位</h1><h3>3.摸清底数。组织街道逐户排查。</h3>
      <ol><li>1.登记</li><li>12号楼</li></ol><h2>一、</h2>`;
    expect(bare(blocksOfHtml(html))).toEqual([
      { type: 'heading', level: 1, runs: [{ text: '停车治理' }] },
      { type: 'heading', level: 2, runs: [{ text: '盘活车位' }] },
      {
        type: 'heading',
        level: 3,
        runs: [{ text: '摸清底数。' }, { text: '组织街道逐户排查。', format: { body: true } }],
      },
      { type: 'list-item', level: 1, props: { list: 'decimal' }, runs: [{ text: '登记' }] },
      { type: 'list-item', level: 1, props: { list: 'decimal' }, runs: [{ text: '12号楼' }] },
      { type: 'heading', level: 2, runs: [{ text: '一、' }] },
    ]);
  });

  it('keeps the lines of preformatted text, of line separators and of page breaks apart', () => {
    const html = `<pre>甲\n  乙</pre><p>丙\u2028丁\v戊</p><p><br style='page-break-before:always'>己</p>
      <p>庚<span style='mso-tab-count:1'>&nbsp; </span>辛</p>`;
    expect(
      bare(blocksOfHtml(html)).map(({ type, runs }) => `${type} ${runs.map(({ text }) => text).join('')}`),
    ).toEqual([
      'paragraph 甲',
      'paragraph 乙',
      'paragraph 丙\n丁\n戊',
      'page-break ',
      'paragraph 己',
      'paragraph 庚\t辛',
    ]);
  });
});

const grid = (html: string) =>
  blocksOfHtml(html)
    .find(({ table }) => table)
    ?.table?.rows.map((row) => row.cells.map((cell) => texts(cell.blocks).join('|')));

describe('pasted tables', () => {
  it('keep the words of tables in their cells, and what stands above them', () => {
    const html = `<table><caption>表1　泊位</caption><tr><td>前<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>后</td>
      <td>丙</td></tr></table>`;
    expect(texts(blocksOfHtml(html))).toEqual(['表1　泊位', '']);
    expect(grid(html)).toEqual([['前|甲 1|乙 2|后', '丙']]);
  });

  it('of one cell are their text', () => {
    const html = '<table><tr><td><p>甲</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>';
    expect(blocksOfHtml(html).map(({ type }) => type)).toEqual(['paragraph', 'table']);
  });

  it('leave out rows and columns hidden in the sheet', () => {
    const html = `<table><colgroup><col width=72 style='width:54pt'><col width=0 style='display:none;mso-width-alt:0'><col width=144></colgroup>
      <tr><td colspan=3>标题</td></tr>
      <tr><td>甲</td><td width=0 style='width:0'>密</td><td>1</td></tr>
      <tr height=0 style='display:none'><td>乙</td><td>密</td><td>2</td></tr>
      <tr style='height:0pt'><td>丙</td><td>密</td><td>3</td></tr>
      <tr><td rowspan=2>丁</td><td style='display:none'>密</td><td>4</td></tr><tr><td style='display:none'>密</td><td>5</td></tr></table>`;
    expect(grid(html)).toEqual([['标题'], ['甲', '1'], ['丁', '4'], ['5']]);
    const table = blocksOfHtml(html)[0]?.table;
    expect(table?.rows[0]?.cells[0]?.colSpan).toBe(2);
    expect(table?.columns).toEqual([{ width: 72 }, { width: 144 }]);
  });

  it('hide a column by the width of its first cell', () => {
    expect(
      grid("<table><tr><td>甲</td><td width=0 style='width:0pt'>密</td></tr><tr><td>1</td><td>密</td></tr></table>"),
    ).toEqual([['甲'], ['1']]);
  });

  it('have a complete grid, however uneven their rows are', () => {
    expect(
      grid(
        '<table><tr><td>甲</td></tr><tr><td>1</td><td>2</td><td>3</td></tr><tr></tr><tr><td colspan=2>丁</td></tr></table>',
      ),
    ).toEqual([
      ['甲', '', ''],
      ['1', '2', '3'],
      ['丁', ''],
    ]);
  });
});
