import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import { letterFacts } from '#shared/document/facts.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { handmadeEntries } from '../../../../tests/support/docx.ts';
import { importBytes } from '../index.ts';

const p = (content: string, props = ''): string => `<w:p><w:pPr>${props}</w:pPr>${content}</w:p>`;
const r = (text: string, props = ''): string => `<w:r><w:rPr>${props}</w:rPr><w:t>${text}</w:t></w:r>`;
const word2003 = (body: string, before = '', attributes = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:st1="urn:schemas-microsoft-com:office:smarttags" xmlns:v="urn:schemas-microsoft-com:vml" ${attributes} xml:space="preserve">${before}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`,
  );

function read(bytes: Uint8Array, name = '复函.xml'): { text: string; told: string[] } {
  const { document, report } = importBytes({ name, bytes });
  return { text: plainText(document).trim(), told: report.warnings.map(({ code, quote }) => `${code} ${quote}`) };
}
function refusal(bytes: Uint8Array): string {
  try {
    importBytes({ name: '复函.xml', bytes });
  } catch (error) {
    if (!(error instanceof DafuError)) throw error;
    const details = error.details as { reason?: string; limit?: string };
    return `${error.code} ${details.reason ?? details.limit}`;
  }
  return 'accepted';
}

describe('Word 2003 XML', () => {
  const annotation = (type: string, content: string): string =>
    `<aml:annotation aml:id="1" w:type="Word.${type}"><aml:content>${content}</aml:content></aml:annotation>`;
  const letter =
    p(r('云海市教育局关于市政协五届三次会议第128号提案的答复'), '<w:pStyle w:val="T"/><w:jc w:val="center"/>') +
    p(r('王明委员：')) +
    p(r('您提出的《关于加强校园安全的提案》（第128号）收悉，现答复如下：')) +
    `<wx:sub-section>${p(r('工作进展'), '<w:pStyle w:val="1"/><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr>')}` +
    p(
      `<st1:place>${r('云海市')}</st1:place>${annotation('Insertion', r('已'))}${annotation('Deletion', '<w:r><w:delText>未</w:delText></w:r>')}${r('建成 ')}${r('10')}${r('3', '<w:vertAlign w:val="superscript"/>')}${r('处')}<w:r><w:footnote>${p(r('截至五月'))}</w:footnote></w:r>${r('。')}${annotation('Comment', p(r('请核')))}`,
    ) +
    '</wx:sub-section>' +
    `<w:tbl><w:tr><w:tc><w:p>${r('学校')}</w:p></w:tc><w:tc><w:p>${r('数量')}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p>${r('小学')}</w:p></w:tc><w:tc><w:p>${r('12')}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p>${r('13')}</w:p></w:tc></w:tr></w:tbl>` +
    p(r('感谢您对教育工作的关心和支持。')) +
    p(r('云海市教育局'), '<w:jc w:val="right"/>') +
    p(r('2025年4月17日'), '<w:jc w:val="right"/>') +
    `<w:sectPr><w:hdr w:type="odd">${p(r('内部资料'))}</w:hdr><w:ftr w:type="odd">${p(r('— 1 —'))}</w:ftr></w:sectPr>`;
  const styles =
    '<w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>';

  it('reads as the same letter in .docx', () => {
    const result = importBytes({ name: '复函.xml', bytes: word2003(letter, styles) });
    expect(letterFacts(result)).toMatchObject({
      title: '云海市教育局关于市政协五届三次会议第128号提案的答复',
      salutation: '王明委员',
      headings: [{ level: 1, text: '工作进展' }],
      signatureUnits: ['云海市教育局'],
      date: '2025-04-17',
    });
    const { text, told } = read(word2003(letter, styles), '复函.doc');
    expect(text).toContain('一、工作进展\n云海市已建成 10³处（注：截至五月）。\n学校\t数量\n小学\t12\n');
    expect(text).not.toContain('未建成');
    expect(told).toEqual(
      expect.arrayContaining([
        'comments.present 请核',
        'margins.dropped 内部资料',
        'notes.flattened 截至五月',
        'revisions.present 已 / 未',
      ]),
    );
  });

  it('reads UTF-16 too', () => {
    const xml = word2003(p(r('正文。')))
      .toString()
      .replace('UTF-8', 'UTF-16');
    expect(read(Buffer.from(`\ufeff${xml}`, 'utf16le')).text).toBe('正文。');
  });

  it.each([
    ['macros', word2003(p(r('x')), '', 'w:macrosPresent="yes"'), 'IMPORT_UNSUPPORTED macro'],
    ['no words', word2003(p('')), 'IMPORT_UNSUPPORTED empty'],
    ['cut off', word2003(p(r('x'))).subarray(0, -40), 'IMPORT_UNSUPPORTED damaged'],
    [
      'entities that multiply',
      Buffer.from(
        word2003(p(r('&b;')))
          .toString()
          .replace('<?mso', '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><?mso'),
      ),
      'IMPORT_UNSUPPORTED dtd',
    ],
    ['elements 100,000 deep', word2003('<wx:sect>'.repeat(100_000)), 'IMPORT_TOO_LARGE nesting'],
    ['200,000 paragraphs', word2003(p(r('x')).repeat(200_000)), 'IMPORT_TOO_LARGE paragraphs'],
  ])('is refused: %s', (_name, bytes, expected) => {
    expect(refusal(bytes)).toBe(expected);
  });
});

describe('a Word package in one XML file', () => {
  const flat = (body: string, more = ''): Buffer => {
    const parts = Object.entries(handmadeEntries(body, { comments: `<w:comment w:id="0">${p(r('请核'))}</w:comment>` }))
      .filter(([path]) => !path.startsWith('['))
      .map(([path, bytes]) => {
        const xml = Buffer.from(bytes)
          .toString()
          .replace(/^<\?xml[^>]*>/, '');
        return `<pkg:part pkg:name="/${path}" pkg:contentType="application/xml"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
      });
    return Buffer.from(
      `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}${more}</pkg:package>`,
    );
  };
  const part = (name: string): string =>
    `<pkg:part pkg:name="${name}" pkg:contentType="x"><pkg:binaryData>AA==</pkg:binaryData></pkg:part>`;

  it('reads like the zipped one', () => {
    expect(read(flat(p(r('正文。'))))).toMatchObject({
      text: '正文。',
      told: expect.arrayContaining(['comments.present 请核']) as unknown,
    });
  });

  it.each([
    ['a macro', flat(p(r('x')), part('/word/vbaProject.bin')), 'IMPORT_UNSUPPORTED macro'],
    ['the same part twice', flat(p(r('x')), part('/word/document.xml')), 'IMPORT_UNSUPPORTED duplicate-part'],
    ['a part without end', flat(p(r('x')), '<pkg:part pkg:name="/a">'), 'IMPORT_UNSUPPORTED damaged'],
    [
      'entities',
      Buffer.from(
        flat(p(r('x')))
          .toString()
          .replace('<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
      ),
      'IMPORT_UNSUPPORTED dtd',
    ],
  ])('is refused: %s', (_name, bytes, expected) => {
    expect(refusal(bytes)).toBe(expected);
  });
});
