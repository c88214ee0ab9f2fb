import { describe, expect, it } from 'vitest';
import { handmadeDocx } from '../../../../tests/support/docx.ts';
import { fullLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { writeDocx } from '../../export/docx/index.ts';
import type { SourceBlock, SourceLine, SourceTable } from '../source.ts';
import { readDocx } from './read-docx.ts';

const read = (body: string, parts: Record<string, string> = {}): ReturnType<typeof readDocx> =>
  readDocx(handmadeDocx(body, parts), '来文.docx');
const linesOf = (blocks: SourceBlock[]): SourceLine[] => blocks.filter((block) => block.kind === 'line');
const textsOf = (body: string, parts: Record<string, string> = {}): string[] =>
  read(body, parts).blocks.map((block) => (block.kind === 'line' ? block.text : `<${block.kind}>`));
const codesOf = (body: string, parts: Record<string, string> = {}): string[] =>
  read(body, parts).warnings.map((warning) => warning.code);
const tableOf = (body: string): SourceTable => {
  const table = read(body).blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
};
const r = (text: string, props = ''): string =>
  `<w:r>${props === '' ? '' : `<w:rPr>${props}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, props = ''): string =>
  `<w:p>${props === '' ? '' : `<w:pPr>${props}</w:pPr>`}${content}</w:p>`;

describe('text', () => {
  it('reads tabs, hyphens, line and page breaks, ruby, symbols and links', () => {
    expect(
      textsOf(
        p(`${r('甲')}<w:r><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:br/></w:r>${r('乙')}`) +
          p(`${r('丙')}<w:r><w:br w:type="page"/></w:r>${r('丁')}`) +
          p('<w:r><w:br w:type="page"/></w:r>') +
          p(
            '<w:r><w:ruby><w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>',
          ) +
          p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F041"/></w:r>') +
          p(`<w:hyperlink>${r('链接')}</w:hyperlink><w:sdt><w:sdtContent>${r('控件')}</w:sdtContent></w:sdt>`),
      ),
    ).toEqual(['甲\t\u2011', '乙', '丙', '<page-break>', '丁', '<page-break>', '汉', '☑✌', '链接控件']);
  });

  it('keeps emoji and rare Han and trims only unprotected white space', () => {
    expect(textsOf(p('<w:r><w:t> 生僻字𠮷😀　</w:t></w:r>'))).toEqual(['生僻字𠮷😀　']);
  });

  it('gives bold, italic and underline of the text, by run or character style, not of the paragraph style', () => {
    const styles =
      '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>';
    const body = p(
      r('一', '<w:rStyle w:val="Strong"/>') +
        r('二', '<w:b w:val="0"/><w:u w:val="none"/>') +
        r('三', '<w:i/><w:u w:val="single"/>'),
      '<w:pStyle w:val="H"/>',
    );
    expect(linesOf(read(body, { styles }).blocks)).toEqual([
      {
        kind: 'line',
        text: '一二三',
        runs: [{ text: '一', bold: true }, { text: '二' }, { text: '三', italic: true, underline: true }],
        style: { heading: 1 },
      },
    ]);
  });

  it('shows results of fields only, nested and over paragraphs', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText> REF x </w:instrText></w:r>';
    expect(
      textsOf(
        p(
          `${r('第')}${mark('begin')}${code}${mark('begin')}${code}${mark('separate')}${r('内')}${mark('end')}${mark('separate')}${r('12')}`,
        ) +
          p(`${r('续')}${mark('end')}${r('号')}`) +
          p(`<w:fldSimple w:instr="PAGE">${r('3')}</w:fldSimple>`),
      ),
    ).toEqual(['第12', '续号', '3']);
  });

  it('reads a text box once, after the paragraph that holds it', () => {
    const box = `<w:txbxContent>${p(r('框内'))}</w:txbxContent>`;
    const body = p(
      `${r('甲')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('乙')}`,
    );
    expect(textsOf(body)).toEqual(['甲乙', '框内']);
  });
});

describe('what is left out is told', () => {
  it('takes tracked changes as accepted', () => {
    const body =
      p(`${r('保留')}<w:ins w:id="1">${r('增')}</w:ins><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>`) +
      p(`${r('上')}`, '<w:rPr><w:del w:id="3"/></w:rPr>') +
      p(`<w:moveFrom w:id="4">${r('移走')}</w:moveFrom>${r('下')}<w:moveTo w:id="5">${r('移来')}</w:moveTo>`) +
      '<w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>';
    expect(textsOf(body)).toEqual(['保留增', '上下移来']);
    expect(codesOf(body)).toEqual(['revisions.present']);
  });

  it('tells comments, hidden text, pictures, objects and notes', () => {
    const footnotes =
      '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' +
      `<w:footnote w:id="2">${p(`${r('据统计')}<w:del>${r('删')}</w:del><w:r><w:footnoteReference w:id="2"/></w:r>`)}</w:footnote>`;
    const comments = `<w:comment w:id="0">${p(r('请核实'))}</w:comment>`;
    const picture = '<w:drawing><wp:inline><wp:docPr id="1" name="p" descr="印章"/><a:blip/></wp:inline></w:drawing>';
    const body =
      p(`${r('甲')}${r('密', '<w:vanish/>')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r>${picture}</w:r>`) +
      p('<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>') +
      '<w:altChunk/>';
    const document = read(body, { footnotes, comments });
    expect(linesOf(document.blocks).map((line) => line.text)).toEqual(['甲（注：据统计）', 'E=mc']);
    expect(document.warnings.map(({ code, quote }) => `${code} ${quote}`).sort((a, b) => a.localeCompare(b))).toEqual([
      'comments.present 请核实',
      'formula.flattened E=mc',
      'hidden.dropped 密',
      'notes.flattened 据统计',
      'objects.dropped ',
      'pictures.dropped 印章',
      // The deletion inside the note.
      'revisions.present 删',
    ]);
  });

  it('says nothing when there is nothing to say', () => {
    expect(codesOf(p(r('正文。')))).toEqual([]);
  });
});

describe('headings', () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的标题"/><w:basedOn w:val="2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="要点"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="pool"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="pool"><w:name w:val="圈"/><w:basedOn w:val="loop"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>';
  it.each([
    ['<w:pStyle w:val="1"/>', { heading: 1 }],
    ['<w:pStyle w:val="2"/>', { heading: 2 }],
    ['<w:pStyle w:val="own"/>', { heading: 2 }],
    ['<w:pStyle w:val="o"/>', { heading: 3 }],
    ['<w:pStyle w:val="o"/><w:outlineLvl w:val="9"/>', undefined],
    ['<w:outlineLvl w:val="3"/>', { heading: 4 }],
    ['<w:outlineLvl w:val="6"/>', undefined],
    ['<w:pStyle w:val="loop"/>', undefined],
    ['<w:pStyle w:val="missing"/>', undefined],
    ['<w:pStyle w:val="t"/>', { title: true, align: 'center' }],
    ['<w:jc w:val="right"/>', { align: 'right' }],
  ])('%s', (props, style) => {
    expect(linesOf(read(p(r('甲'), props), { styles }).blocks)[0]?.style).toEqual(style);
  });

  it('joins a heading and its text at a style separator', () => {
    const body =
      p(r('（一）健全制度。'), '<w:pStyle w:val="2"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>') +
      p(r('我局开展工作。'));
    expect(linesOf(read(body, { styles }).blocks)).toEqual([
      { kind: 'line', text: '（一）健全制度。我局开展工作。', style: { heading: 2 } },
    ]);
  });
});

describe('tables', () => {
  const tc = (text: string, props = ''): string => `<w:tc><w:tcPr>${props}</w:tcPr>${p(r(text))}</w:tc>`;
  it('reads merged cells, header rows and inner tables', () => {
    const inner = `<w:tc><w:tbl><w:tr>${tc('子')}${tc('丑')}</w:tr></w:tbl><w:p/></w:tc>`;
    const body =
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('甲', '<w:gridSpan w:val="2"/>')}${tc('乙')}</w:tr>` +
      `<w:tr>${tc('丙', '<w:vMerge w:val="restart"/>')}${tc('丁')}${inner}</w:tr>` +
      `<w:tr>${tc('', '<w:vMerge/>')}${tc('戊')}${tc('己', '<w:vMerge/>')}</w:tr></w:tbl>`;
    const table = tableOf(body);
    expect(table.headerRows).toBe(1);
    const shape = table.rows.map((row) =>
      row.map((cell) => [cell.lines.map((line) => line.text).join('/'), cell.colSpan ?? 1, cell.rowSpan ?? 1]),
    );
    expect(shape).toEqual([
      [
        ['甲', 2, 1],
        ['乙', 1, 1],
      ],
      [
        ['丙', 1, 2],
        ['丁', 1, 1],
        ['子\t丑/', 1, 1],
      ],
      [
        ['戊', 1, 1],
        ['己', 1, 1],
      ],
    ]);
  });

  it('takes boxes and the 版记 as lines', () => {
    expect(textsOf(`<w:tbl><w:tr>${tc('方框')}</w:tr></w:tbl>`)).toEqual(['方框']);
    expect(
      textsOf(
        `<w:tbl><w:tr>${tc('抄送：市政协提案委员会。', '<w:gridSpan w:val="2"/>')}</w:tr>` +
          `<w:tr>${tc('云州市民政局办公室')}${tc('2026年4月7日印发')}</w:tr></w:tbl>`,
      ),
    ).toEqual(['抄送：市政协提案委员会。', '云州市民政局办公室\t2026年4月7日印发']);
  });

  it('bounds absurd spans', () => {
    const wide = tc('甲', '<w:gridSpan w:val="999999999"/>');
    expect(textsOf(`<w:tbl><w:tr>${wide}${wide}</w:tr><w:tr>${tc('乙')}</w:tr></w:tbl>`)).toEqual(['甲\t甲', '乙']);
  });
});

describe('own Word files', () => {
  it('come back with their text, headings, table and hints', () => {
    const document = readDocx(writeDocx(fullLetter(), letterOptions), '函.docx');
    expect(document.warnings).toEqual([]);
    const lines = linesOf(document.blocks);
    const find = (start: string): SourceLine | undefined => lines.find((line) => line.text.startsWith(start));
    expect(lines[0]?.text).toBe('云州民函〔2026〕12号\tA类');
    expect(find('云州市民政局关于')).toEqual({
      kind: 'line',
      text: '云州市民政局关于市政协六届五次会议第0168号提案的答复',
      style: { title: true, align: 'center', size: 22 },
    });
    expect(
      lines
        .filter((line) => line.style?.heading !== undefined)
        .map((line) => [line.style?.heading, line.text.slice(0, 9)]),
    ).toEqual([
      [1, '一、工作进展'],
      [2, '（一）健全制度。我'],
      [2, '（二）夯实基础'],
      [3, '1.网点建设'],
      [4, '（1）分步实施'],
      [1, '二、下一步计划'],
    ]);
    expect(find('生僻字')?.text).toContain('𠮷与表情😀');
    expect(find('附件：')?.text).toBe('附件：1.社区养老服务网点一览表');
    expect(find('2026年4月7日')?.style?.align).toBe('right');
    expect(find('抄送：')?.text).toBe('抄送：市政协提案委员会，市政府办公室，市财政局，市卫生健康委员会。');
    expect(document.blocks.filter((block) => block.kind === 'page-break')).toHaveLength(1);
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.headerRows).toBe(1);
    expect(table?.rows[2]?.[1]?.colSpan).toBe(2);
  });
});
