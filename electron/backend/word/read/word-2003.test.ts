import { describe, expect, it } from 'vitest';
import { storedText, walk } from './walk.ts';
import { readWordXml } from './word-xml.ts';

const r = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const annotation = (type: string, id: number, content = ''): string =>
  `<aml:annotation aml:id="${id}" w:type="Word.${type}" aml:author="王处长" aml:createdate="2006-04-01T09:30:00Z" w:initials="W">${content}</aml:annotation>`;
const tracked = (type: string, id: number, content: string): string =>
  annotation(type, id, `<aml:content>${content}</aml:content>`);

describe('a file of Word 2003', () => {
  it('has changes, comments, notes and headers where later files have them', () => {
    const body =
      `<w:p>${annotation('Comment.Start', 1)}${r('云海市')}${annotation('Comment.End', 1)}` +
      `<w:r>${tracked('Comment', 1, `<w:p>${r('请核')}</w:p>`)}</w:r>` +
      tracked('Insertion', 2, r('已')) +
      tracked('Deletion', 3, '<w:r><w:delText>未</w:delText></w:r>') +
      `${r('建成')}<w:r><w:footnote><w:p>${r('截至五月')}</w:p></w:footnote></w:r></w:p>`;
    const word = readWordXml(
      Buffer.from(
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"' +
          ` xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body><wx:sect>${body}` +
          `<w:sectPr><w:hdr w:type="odd"><w:p>${r('内部资料')}</w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`,
      ),
      '复函.xml',
      'word-2003',
    );
    const changes: string[] = [];
    walk(word.body(), (node) => {
      if (node.kind !== 'revised') return;
      changes.push(`${node.change} ${node.revision.author} ${node.revision.date} ${storedText(node.content)}`);
    });
    expect(changes).toEqual(['insertion 王处长 2006-04-01T09:30:00Z 已', 'deletion 王处长 2006-04-01T09:30:00Z 未']);
    expect(word.threads()).toMatchObject([
      {
        comment: { author: '王处长', initials: 'W', date: '2006-04-01T09:30:00Z' },
        anchor: { start: { offset: 0 }, end: { offset: 3 } },
      },
    ]);
    expect(word.notes('footnote').map(({ blocks }) => storedText(blocks))).toEqual(['截至五月']);
    expect(word.margins().map(({ blocks }) => storedText(blocks))).toEqual(['内部资料']);
  });
});
