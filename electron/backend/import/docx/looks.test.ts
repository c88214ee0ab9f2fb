import { describe, expect, it } from 'vitest';
import { handmadeDocx } from '../../../../tests/support/docx.ts';
import { readDocx } from './read-docx.ts';

const r = (text: string, props = ''): string =>
  `<w:r><w:rPr>${props}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const raised = '<w:vertAlign w:val="superscript"/>';
const lowered = '<w:vertAlign w:val="subscript"/>';

function read(body: string, parts: Record<string, string> = {}): { text: string; told: string[] } {
  const { blocks, warnings } = readDocx(handmadeDocx(body, parts), '来文.docx');
  const lines = blocks.flatMap((block) =>
    block.kind === 'line'
      ? [block.text]
      : block.kind === 'table'
        ? block.rows.map((row) => row.map((cell) => cell.lines.map((line) => line.text).join('/')).join(' | '))
        : [],
  );
  return { text: lines.join('\n'), told: warnings.map(({ code, quote }) => `${code} ${quote}`) };
}
const readRuns = (runs: string, parts: Record<string, string> = {}): ReturnType<typeof read> =>
  read(`<w:p>${runs}</w:p>`, parts);

describe('raised and lowered text', () => {
  it('stays what it says', () => {
    expect(
      readRuns(r('10') + r('6', raised) + r('立方米、1200m') + r('2', raised) + r('、CO') + r('2', lowered)),
    ).toEqual({
      text: '10⁶立方米、1200m²、CO₂',
      told: [],
    });
  });

  it('is told where no such characters exist, and never makes another number', () => {
    expect(readRuns(r('10') + r('2.5', raised) + r('亩，见注') + r('[1]', raised))).toEqual({
      text: '10^2.5亩，见注[1]',
      told: ['script.flattened 10^2.5 / 10^2.5亩，见注[1]'],
    });
  });

  it('may be small figures moved up or down, as some programs write them', () => {
    const moved = (position: number, size: number): string =>
      `<w:position w:val="${position}"/><w:sz w:val="${size}"/>`;
    const base = '<w:sz w:val="32"/>';
    const runs =
      r('10', base) +
      r('6', moved(8, 19)) +
      r('吨CO', base) +
      r('2', moved(-2, 19)) +
      r('第', base) +
      r('3', moved(6, 32));
    expect(readRuns(runs + r('甲', moved(6, 19)))).toEqual({ text: '10⁶吨CO₂第3甲', told: [] });
  });

  it('may come from a character style', () => {
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:name w:val="幂"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    expect(readRuns(r('10') + r('6', '<w:rStyle w:val="S"/>'), { styles }).text).toBe('10⁶');
  });
});

it('keeps text crossed out and tells it', () => {
  expect(readRuns(r('投入') + r('三百', '<w:strike/>') + r('四百', '<w:dstrike w:val="0"/>') + r('万元'))).toEqual({
    text: '投入三百四百万元',
    told: ['struck.kept 三百'],
  });
});

describe('symbol fonts', () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  it('are read by sign and by letter, Chinese characters of the run as they are', () => {
    expect(
      readRuns(r('\uf0fe同意 \u00fc', font('Wingdings')) + r('a', font('Webdings')) + r('D', font('Symbol'))),
    ).toEqual({
      text: '☑同意 ✓✓Δ',
      told: [],
    });
  });

  it('leave a mark where a sign is not known, told with font and code', () => {
    expect(readRuns('<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>')).toEqual({
      text: '□',
      told: ['symbols.unknown Wingdings F0FF'],
    });
  });
});

describe('content controls', () => {
  const styles = '<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>';
  const prompt = '<w:rStyle w:val="a3"/>';
  const control = (content: string): string =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

  it('leave their prompts out, in a line, as a paragraph and in a cell', () => {
    const body =
      `<w:p>${r('联系人：') + control(r('请输入姓名', prompt))}</w:p>` +
      control(`<w:p>${r('单击或点击此处输入文字。')}</w:p>`) +
      `<w:tbl><w:tr>${control(`<w:tc><w:p>${r('选择日期', prompt)}</w:p></w:tc>`)}<w:tc><w:p>${r('乙')}</w:p></w:tc></w:tr></w:tbl>`;
    expect(read(body, { styles })).toEqual({
      text: '联系人：\n\n | 乙',
      told: ['prompts.dropped 请输入姓名 / 单击或点击此处输入文字。 / 选择日期'],
    });
  });

  it('leave a prompt out that stands in several runs', () => {
    const split = control(r('单击') + r('此处', '<w:b/>') + r('输入文字'));
    expect(readRuns(r('备注：') + split)).toMatchObject({ text: '备注：' });
  });

  it('keep what a program filled in, though it left the mark', () => {
    expect(readRuns(control(r('云海市教育局')), { styles })).toEqual({ text: '云海市教育局', told: [] });
  });
});

it('tells the words of headers and footers, but no page numbers', () => {
  const header = `<w:p>${r('云海市教育局内部资料')}</w:p>`;
  const footer = `<w:p>${r('— ')}<w:fldSimple w:instr="PAGE">${r('1')}</w:fldSimple>${r(' —')}</w:p><w:p>${r('第 1 页 共 3 页')}</w:p>`;
  expect(read(`<w:p>${r('正文')}</w:p>`, { header, footer })).toEqual({
    text: '正文',
    told: ['margins.dropped 云海市教育局内部资料'],
  });
});

it('leaves hidden rows out and tells their words', () => {
  const row = (text: string, props = ''): string => `<w:tr>${props}<w:tc><w:p>${r(text)}</w:p></w:tc></w:tr>`;
  expect(read(`<w:tbl>${row('甲')}${row('底价三万', '<w:trPr><w:hidden/></w:trPr>')}${row('乙')}</w:tbl>`)).toEqual({
    text: '甲\n乙',
    told: ['hidden.dropped 底价三万'],
  });
});

it('reads letters drawn as art, and tells a picture that stands beside a text box', () => {
  const art =
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="云海市教育局文件"/></v:shape></w:pict></w:r>';
  const group = `<w:r><w:drawing><wp:docPr descr="公章"/><w:txbxContent><w:p>${r('框内')}</w:p></w:txbxContent><a:blip/></w:drawing></w:r>`;
  expect(read(`<w:p>${art}</w:p><w:p>${group}</w:p>`)).toEqual({
    text: '\n云海市教育局文件\n\n框内',
    told: ['pictures.dropped 公章'],
  });
});

it('leaves pronunciation over characters out and tells it', () => {
  const ruby = `<w:r><w:ruby><w:rt>${r('yín')}</w:rt><w:rubyBase>${r('鄞')}</w:rubyBase></w:ruby></w:r>`;
  expect(readRuns(ruby + r('州'))).toEqual({ text: '鄞州', told: ['readings.dropped yín'] });
});
