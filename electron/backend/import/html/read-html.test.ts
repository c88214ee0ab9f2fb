import { describe, expect, it } from 'vitest';
import { letterFacts } from '#shared/document/facts.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { importBytes, importHtml } from '../index.ts';
import type { SourceBlock } from '../source.ts';
import { readHtml } from './read-html.ts';

const source = { name: '', format: 'paste-html', encoding: 'utf-16' } as const;
const read = (html: string): SourceBlock[] => readHtml(html, source).blocks;
const texts = (html: string): string[] =>
  read(html).flatMap((block) => (block.kind === 'line' && block.text.trim() !== '' ? [block.text.trim()] : []));

describe('lines of HTML', () => {
  it('keeps paragraphs, divisions and line breaks apart', () => {
    expect(texts('<p>甲</p><div>乙<br>丙</div>丁<p>戊 <span>己</span></p>')).toEqual(['甲', '乙', '丙', '丁', '戊 己']);
  });

  it('joins source lines without a blank between Chinese characters, with one between Latin words', () => {
    expect(texts('<p>您提出的\n   提案\r\n收悉</p><p>Open\n  Source</p>')).toEqual(['您提出的提案收悉', 'Open Source']);
  });

  it('ignores scripts, styles, forms, hidden parts and remote content', () => {
    const html = `<head><title>站点</title><style>p{color:red}</style></head><script>alert(1)</script>
      <p style="display:none">藏一</p><p hidden>藏二</p><p style="mso-hide:all">藏三</p><span style="font-size:0">藏四</span>
      <iframe src="https://example.invalid/"></iframe><form><input value="搜索"><button>提交</button></form>
      <svg><text>图</text></svg><noscript>请启用脚本</noscript><template><p>模板</p></template>
      <p>正文<img src="https://example.invalid/a.png" alt="图片"></p>`;
    expect(texts(html)).toEqual(['正文']);
    const codes = readHtml(html, source).warnings.map((warning) => warning.code);
    expect(codes).toEqual(['hidden.dropped', 'pictures.dropped']);
  });

  it('keeps bold, italic and underline as runs', () => {
    const [line] = read('<p>甲<b>乙</b><span style="font-weight:700;text-decoration:underline">丙</span><i>丁</i></p>');
    expect(line).toMatchObject({
      runs: [
        { text: '甲' },
        { text: '乙', bold: true },
        { text: '丙', bold: true, underline: true },
        { text: '丁', italic: true },
      ],
    });
  });

  it('knows headings, titles and alignment', () => {
    expect(read('<h1>甲</h1><p class=MsoTitle align=center>乙</p><p style="text-align:right">丙</p>')).toMatchObject([
      { style: { heading: 1 } },
      { style: { title: true, align: 'center' } },
      { style: { align: 'right' } },
    ]);
  });

  it('reads nested lists with their level and kind', () => {
    expect(read('<ul><li>甲<ol><li>乙</li></ol></li><li>丙</li></ul>')).toMatchObject([
      { text: '甲', style: { list: { style: 'bullet', level: 1 } } },
      { text: '乙', style: { list: { style: 'decimal', level: 2 } } },
      { text: '丙', style: { list: { style: 'bullet', level: 1 } } },
    ]);
  });

  it('reads a table of data as a table with spans and header', () => {
    const [table] = read(
      '<table><thead><tr><th>项目</th><th colspan=2>金额</th></tr></thead><tr><td rowspan=2>甲</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
    );
    expect(table).toMatchObject({
      kind: 'table',
      headerRows: 1,
      rows: [
        [{ lines: [{ text: '项目' }] }, { colSpan: 2 }],
        [{ rowSpan: 2 }, { lines: [{ text: '1' }] }, { lines: [{ text: '2' }] }],
        [{ lines: [{ text: '3' }] }, { lines: [{ text: '4' }] }],
      ],
    });
  });

  it('reads through tables that only lay out a page', () => {
    expect(texts('<table><tr><td><table><tr><td><p>甲</p><p>乙</p></td></tr></table></td></tr></table>')).toEqual([
      '甲',
      '乙',
    ]);
  });

  it('marks navigation and footers of a page', () => {
    expect(read('<nav>栏目</nav><p>正文</p><footer>网站信息</footer>')).toMatchObject([
      { text: '栏目', style: { chrome: true } },
      { text: '正文' },
      { text: '网站信息', style: { chrome: true } },
    ]);
  });
});

it('reads the footer of an article as its own', () => {
  const article = '<article><nav>目录</nav><p>正文</p><aside>附言</aside><footer>云江市园林局</footer></article>';
  expect(read(`${article}<footer>网站信息</footer>`)).toEqual([
    { kind: 'line', text: '目录', style: { chrome: true } },
    { kind: 'line', text: '正文' },
    { kind: 'line', text: '附言' },
    { kind: 'line', text: '云江市园林局' },
    { kind: 'line', text: '网站信息', style: { chrome: true } },
  ]);
});

describe('what looks mean, and what is no text', () => {
  const told = (html: string): { text: string; told: string[] } => {
    const { blocks, warnings } = readHtml(html, source);
    const lines = blocks.flatMap((block) =>
      block.kind === 'line'
        ? [block.text]
        : block.kind === 'table'
          ? block.rows.map((row) => row.map((cell) => cell.lines.map((line) => line.text).join('/')).join(' | '))
          : [],
    );
    return { text: lines.join('\n'), told: warnings.map(({ code, quote }) => `${code} ${quote}`) };
  };

  it('keeps powers, indices and crossed-out text what they are', () => {
    expect(told('<p>10<sup>6</sup>亩、CO<sub>2</sub>、m<span style="vertical-align:super">2</span></p>')).toEqual({
      text: '10⁶亩、CO₂、m²',
      told: [],
    });
    expect(
      told('<p>10<sup>2.5</sup>亩，<s>三百</s><span style="text-decoration:line-through">两百</span>四百</p>'),
    ).toEqual({
      text: '10^2.5亩，三百两百四百',
      told: ['script.flattened 10^2.5', 'struck.kept 三百 / 两百'],
    });
  });

  it('leaves pronunciation out', () => {
    expect(told('<p><ruby>鄞<rp>(</rp><rt>yín</rt><rp>)</rp></ruby>州</p>')).toEqual({
      text: '鄞州',
      told: ['readings.dropped yín'],
    });
  });

  it('leaves comments of Word out, their marks and their texts', () => {
    const html = `<p>正文<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[U1]</a></span>。</p>
      <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div class=msocomtxt><p class=MsoCommentText>请核实</p></div></div></div>`;
    expect(told(html)).toEqual({ text: '正文。', told: ['comments.present [U1] / 请核实'] });
  });

  it('leaves rows, columns and cells hidden in a spreadsheet out and narrows what is merged over them', () => {
    const html = `<table><col><col style='display:none' width=0><col>
      <tr><td colspan=3>合计表</td></tr>
      <tr><td rowspan=3>甲</td><td>底价</td><td>1</td></tr>
      <tr style='display:none'><td>暗数</td><td>2</td></tr>
      <tr><td>成本</td><td>3</td></tr></table>`;
    const [table] = readHtml(html, source).blocks;
    expect(table).toMatchObject({ rows: [[{ colSpan: 2 }], [{ rowSpan: 2 }, {}], [{}]] });
    expect(told(html)).toEqual({ text: '合计表\n甲 | 1\n3', told: ['hidden.dropped 底价 / 暗数 / 2 / 成本'] });
  });
});

describe('clipboard HTML', () => {
  const word = `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000001234\r\nStartFragment:0000000140\r\nEndFragment:0000001200\r\n
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><style><!-- @list l0:level1 {mso-level-text:"%1、";} --></style></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><span style='font-size:22.0pt;font-family:方正小标宋简体'>关于市政协六届四次会议第<span lang=EN-US>12</span>号提案的答复<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal>王明委员<span lang=EN-US>:</span></p>
<p class=MsoNormal style='text-indent:32.0pt'>您提出的《关于保护古树的提案》收悉，现答复如下：</p>
<p class=MsoListParagraph style='text-indent:32.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>工作进展</p>
<p class=MsoNormal><b>已完成普查。</b></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>树种</p></td><td><p class=MsoNormal>株数</p></td></tr><tr><td><p class=MsoNormal>银杏</p></td><td><p class=MsoNormal><span lang=EN-US>12</span></p></td></tr></table>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>二、</span><![endif]>下一步计划</p>
<p class=MsoNormal><ins cite="mailto:x" datetime="2026-01-01">继续</ins><del>停止</del>保护。<a class=msocomanchor href="#_msocom_1"></a></p>
<p class=MsoNormal>此复。</p>
<p class=MsoNormal align=right>云江市园林局</p>
<p class=MsoNormal align=right><span lang=EN-US>2026</span>年<span lang=EN-US>4</span>月<span lang=EN-US>17</span>日</p>
<!--EndFragment--></body></html>`;

  it('from Word gives the letter with its numbers, tables and formats', () => {
    const result = importHtml(word);
    expect(letterFacts(result)).toMatchObject({
      title: '关于市政协六届四次会议第12号提案的答复',
      salutation: '王明委员',
      caseNumber: '12',
      headings: [
        { level: 1, text: '工作进展' },
        { level: 1, text: '下一步计划' },
      ],
      bodyParagraphs: 4,
      closing: '此复。',
      signatureUnits: ['云江市园林局'],
      date: '2026-04-17',
    });
    const text = plainText(result.document);
    expect(text).toContain('一、工作进展\n已完成普查。\n树种\t株数\n银杏\t12\n二、下一步计划\n继续保护。');
    expect(text).not.toContain('停止');
    expect(result.report.warnings.map((warning) => warning.code)).toContain('revisions.present');
    expect(result.document.sections.flatMap((section) => section.blocks).some((block) => block.table)).toBe(true);
  });

  it('from WPS with its own marks', () => {
    const html = `<html><head><meta name=Generator content="Microsoft Word 14 (filtered)"></head><body><!--StartFragment--><p class="MsoNormal" style="text-indent:32pt;mso-char-indent-count:2.0000;"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;font-size:16.0000pt;"><font face="仿宋_GB2312">王明委员：</font></span></p><p class="MsoNormal"><span style="mso-spacerun:'yes';">您提出的《关于保护古树的提案》收悉，现答复如下：</span></p><p class="MsoNormal"><span style="mso-spacerun:'yes';">（一）加强保护。</span><span>全市挂牌保护古树。</span></p><!--EndFragment--></body></html>`;
    const facts = letterFacts(importHtml(html));
    expect(facts).toMatchObject({
      salutation: '王明委员',
      caseTitle: '关于保护古树的提案',
      headings: [{ level: 2, text: '加强保护' }],
    });
  });
});

describe('a page of a government site', () => {
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>答复</title></head><body>
<div class="header"><a>首页</a> &gt; <a>政务公开</a> &gt; <a>建议提案</a></div>
<table class="xxgk"><tr><td>索引号：</td><td>YJ-01</td><td>文号：</td><td>云园提复〔2026〕3号</td></tr><tr><td>发布机构：</td><td>市园林局</td><td>公开方式：</td><td>主动公开</td></tr></table>
<div class="article"><h1>云江市园林局关于市政协六届四次会议第12号提案的答复</h1><div class="info"><span>发布时间：2026-04-20</span> <span>浏览次数：35</span> <span>字体：[大 中 小]</span></div>
<div class="content"><p>王明委员：</p><p>　　您提出的《关于保护古树的提案》收悉。经会同市林业局研究，现答复如下：</p><p>　　<strong>一、工作进展</strong></p><p>　　已完成普查。</p><p>　　感谢您的关心。</p><p style="text-align:right">云江市园林局</p><p style="text-align:right">2026年4月17日</p></div></div>
<div class="share">分享到： <a>微信</a> <a>微博</a></div><div>上一篇：<a>关于第11号提案的答复</a></div><footer><p>主办：云江市人民政府</p><p>联系电话：0799-1234567</p></footer></body></html>`;

  it('gives the letter alone', () => {
    const result = importBytes({ name: 'page.html', bytes: Buffer.from(page) });
    expect(result.report.source).toEqual({ name: 'page.html', format: 'html', encoding: 'utf-8' });
    expect(letterFacts(result)).toMatchObject({
      title: '云江市园林局关于市政协六届四次会议第12号提案的答复',
      docNumber: '云园提复〔2026〕3号',
      disclosure: 'public',
      salutation: '王明委员',
      coUnits: ['市林业局'],
      headings: [{ level: 1, text: '工作进展' }],
      bodyParagraphs: 3,
      signatureUnits: ['云江市园林局'],
      date: '2026-04-17',
      contacts: [],
    });
  });
});
