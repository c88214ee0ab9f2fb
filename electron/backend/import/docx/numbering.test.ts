import { describe, expect, it } from 'vitest';
import { handmadeDocx } from '../../../../tests/support/docx.ts';
import { readDocx } from './read-docx.ts';

const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = (id: number, depth: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`;

function labelsOf(body: string, numbering: string, styles = ''): (string | undefined)[] {
  return readDocx(handmadeDocx(body, { numbering, styles }), 'a.docx').blocks.map((block) =>
    block.kind === 'line' ? block.style?.list?.label : undefined,
  );
}

describe('automatic numbers', () => {
  const outline =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}` +
    `${level(2, 'decimal', '%3.')}${level(3, 'decimal', '（%4）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

  it('count by level and restart under each parent', () => {
    const body = [0, 1, 1, 2, 3, 1, 0, 1].map((depth) => numbered(1, depth)).join('');
    expect(labelsOf(body, outline)).toEqual(['一、', '（一）', '（二）', '1.', '（1）', '（三）', '二、', '（一）']);
  });

  it('start anew where a list says so, once', () => {
    const restarted = `${outline}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = [1, 1, 2, 2, 1].map((id) => numbered(id, 0)).join('');
    expect(labelsOf(body, restarted)).toEqual(['一、', '二、', '五、', '六、', '七、']);
  });

  it('obey restart rules, legal numbers and levels of styles', () => {
    const list =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="z"/>')}` +
      `${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'decimal', '%3', '<w:lvlRestart w:val="1"/>')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const styles =
      '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="章"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const chapter = '<w:p><w:pPr><w:pStyle w:val="z"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>';
    const body = chapter + numbered(1, 1) + numbered(1, 2) + numbered(1, 1) + numbered(1, 2) + chapter + numbered(1, 2);
    expect(labelsOf(body, list, styles)).toEqual(['第一章', '1.1', '1', '1.2', '2', '第二章', '1']);
  });

  it('follow links to numbering styles and switch off with list 0', () => {
    const linked =
      `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="list"/>${level(0, 'upperLetter', '%1)')}</w:abstractNum>` +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="list"/></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    expect(labelsOf(numbered(1, 0) + numbered(0, 0) + numbered(9, 0) + numbered(1, 0), linked)).toEqual([
      'A)',
      undefined,
      undefined,
      'B)',
    ]);
  });

  it('know the kind of list and that paragraphs deleted by a tracked change do not count', () => {
    const list =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '\uF0B7')}${level(1, 'decimalEnclosedCircle', '%2')}` +
      `${level(2, 'decimal', '(%3)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const deleted = numbered(1, 1).replace('</w:numPr>', '</w:numPr><w:rPr><w:del w:id="1"/></w:rPr>').replace('x', '');
    const document = readDocx(
      handmadeDocx(numbered(1, 0) + deleted + numbered(1, 1) + numbered(1, 2), { numbering: list }),
      'a',
    );
    expect(document.blocks.map((block) => (block.kind === 'line' ? block.style?.list : undefined))).toEqual([
      { label: '•', style: 'bullet', level: 1 },
      { label: '①', style: 'circled', level: 2 },
      { label: '(1)', style: 'paren', level: 3 },
    ]);
  });
});
