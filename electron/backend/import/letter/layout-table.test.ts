import { describe, expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { handmadeDocx } from '../../../../tests/support/docx.ts';
import { importBytes } from '../index.ts';

const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

interface Pieces {
  head?: string;
  middle?: string;
  tail: string;
}
function imported({ head = '', middle = '', tail }: Pieces): { facts: LetterFacts; text: string } {
  const body =
    head +
    p('云海市教育局关于市政协五届三次会议第128号提案的答复') +
    p('王明委员：') +
    p('您提出的《关于加强校园安全的提案》（第128号）收悉，现答复如下：') +
    p('我们已经加固全部校门。') +
    middle +
    p('感谢您对教育工作的关心和支持。') +
    tail;
  const result = importBytes({ name: '复函.docx', bytes: handmadeDocx(body) });
  return { facts: letterFacts(result), text: plainText(result.document) };
}
const signed = p('云海市教育局') + p('2025年4月17日');

describe('tables that only place things side by side', () => {
  it('hold document number and signer', () => {
    const { facts, text } = imported({ head: table([['云教函〔2025〕17号', '签发人：张一鸣']]), tail: signed });
    expect(facts).toMatchObject({ docNumber: '云教函〔2025〕17号', signer: '张一鸣', date: '2025-04-17' });
    expect(text).not.toContain('\t');
  });

  it.each([
    [
      'one below the other',
      [
        ['', '云海市教育局'],
        ['', '2025年4月17日'],
      ],
      ['云海市教育局'],
    ],
    ['in one cell', [['', '云海市教育局 2025年4月17日']], ['云海市教育局']],
    [
      'of two offices',
      [
        ['云海市教育局', '云海市公安局'],
        ['2025年4月17日', '2025年4月17日'],
      ],
      ['云海市教育局', '云海市公安局'],
    ],
  ])('hold signature and date %s', (_name, rows, units) => {
    const { facts } = imported({ tail: table(rows) });
    expect(facts).toMatchObject({ signatureUnits: units, date: '2025-04-17' });
  });

  it.each([
    [
      'beside their labels',
      [
        ['联系人', '李四'],
        ['联系电话', '0871-65123456'],
      ],
    ],
    ['in one row', [['联系人：', '李四', '联系电话：', '0871-65123456']]],
    ['with their labels', [['联系人：李四', '联系电话：0871-65123456']]],
    [
      'under their labels',
      [
        ['姓名', '联系电话'],
        ['李四', '0871-65123456'],
      ],
    ],
  ])('hold contacts %s', (_name, rows) => {
    const { facts } = imported({ tail: signed + table(rows) });
    expect(facts.contacts).toMatchObject([{ name: '李四', phones: ['0871-65123456'] }]);
    expect(facts).toMatchObject({ signatureUnits: ['云海市教育局'], date: '2025-04-17' });
  });
});

it.each([
  [
    'offices and dates',
    [
      ['单位', '日期'],
      ['云海市教育局', '2025年4月17日'],
    ],
  ],
  [
    'names and telephones',
    [
      ['姓名', '电话'],
      ['李四', '0871-65123456'],
    ],
  ],
  [
    'numbers',
    [
      ['学校', '数量'],
      ['小学', '12'],
    ],
  ],
])('a table of %s in the text stays a table', (_name, rows) => {
  const { text, facts } = imported({ middle: table(rows), tail: signed });
  expect(text).toContain(rows.map((row) => row.join('\t')).join('\n'));
  expect(facts.signatureUnits).toEqual(['云海市教育局']);
});

describe('numbers the author typed where the program numbers too', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const numbered = (text: string): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

  it('are not doubled', () => {
    const body =
      p('王明委员：') +
      p('您提出的《关于加强校园安全的提案》收悉，现答复如下：') +
      numbered('一、工作进展') +
      p('我们已经加固全部校门。') +
      numbered('下一步计划') +
      p('我们将继续努力。');
    const result = importBytes({ name: '复函.docx', bytes: handmadeDocx(body, { numbering }) });
    expect(plainText(result.document)).toContain('一、工作进展\n我们已经加固全部校门。\n二、下一步计划');
    expect(letterFacts(result).headings).toEqual([
      { level: 1, text: '工作进展' },
      { level: 1, text: '下一步计划' },
    ]);
  });
});
