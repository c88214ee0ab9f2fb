import { describe, expect, it } from 'vitest';
import { heading, pageBreak, paragraph, section, table, textRun } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { docxComplaints, docxParts } from '../../../../tests/support/docx.ts';
import { fullLetter, gridLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { treatLetter } from '../treatment.ts';
import { writeDocx } from './index.ts';

const bodyOf = (letter: ReplyDocument): string =>
  docxParts(writeDocx(letter, letterOptions))['word/document.xml'] ?? '';

/** Text of the paragraphs, as far as runs hold it. */
const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([source]) =>
    source
      .replaceAll('<w:br/>', '\n')
      .replaceAll('<w:tab/>', '\t')
      .replaceAll(/<[^>]+>/g, ''),
  );

function withBlocks(...blocks: ReturnType<typeof paragraph>[]): ReplyDocument {
  return { ...fullLetter(), sections: [section('other', blocks)] };
}

/** Letters at the edges of the model. */
function awkwardLetters(): Record<string, ReplyDocument> {
  const full = fullLetter();
  const empty: ReplyDocument = {
    ...full,
    head: { title: [], salutation: [] },
    sections: [section('other', [])],
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
  };
  const ragged = table([['甲', '乙'], ['丙']]);
  if (ragged.table) ragged.table.columns = [{ width: 3 }];
  const spanning = table([
    ['一', '二', '三'],
    ['四', '五'],
    ['六', '七', '八'],
  ]);
  const corner = spanning.table?.rows[0]?.cells[0];
  if (corner) corner.rowSpan = 2;
  return {
    full,
    empty,
    grid: gridLetter(30),
    'several units, unsealed': {
      ...full,
      tail: { ...full.tail, units: ['云州市民政局', '云州市财政局', '云州市卫生健康委员会'], seal: 'unsealed' },
    },
    'characters XML cannot hold': withBlocks(
      paragraph('\u0000甲\u000B乙\uFFFE丙\uD800丁\t<&>"戊\r\n己\u{2070E}😀\u200B\u202E'),
    ),
    'ragged table': withBlocks(ragged),
    'merged table at the end of the body': withBlocks(spanning),
    'page breaks everywhere': withBlocks(pageBreak(), pageBreak(), table([['甲']]), pageBreak()),
    'copy-to list longer than the foot of a page': {
      ...full,
      tail: { ...full.tail, copyTo: Array.from({ length: 90 }, (_, index) => `市属第${index + 1}单位`) },
    },
    'deep and formatted': withBlocks(
      heading(1, ''),
      heading(4, [textRun('标题', { bold: true }), textRun('正文', { body: true, italic: true, underline: true })]),
    ),
  };
}

describe('writeDocx', () => {
  it('gives the same bytes for the same letter', () => {
    expect(Buffer.from(writeDocx(fullLetter(), letterOptions)).equals(writeDocx(fullLetter(), letterOptions))).toBe(
      // Ids in the letter are new each time; nothing of them may reach the file.
      true,
    );
  });

  it('keeps people, times and organisations out of the properties', () => {
    const parts = docxParts(writeDocx(fullLetter(), letterOptions));
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>云州市民政局关于市政协六届五次会议第0168号提案的答复</dc:title>',
    );
    for (const part of ['docProps/core.xml', 'docProps/app.xml', 'word/settings.xml']) {
      expect(parts[part]).not.toMatch(/creator|lastModifiedBy|created|modified|Company|Manager|rsid/i);
    }
  });

  it('writes headings as outline levels with their numbers as text', () => {
    const xml = bodyOf(fullLetter());
    const headings = [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="Heading(\d)"\/>.*?<\/w:p>/g)].map(
      ([source, level]) => `${level} ${source.replaceAll(/<[^>]+>/g, '').slice(0, 9)}`,
    );
    expect(headings).toEqual([
      '1 一、工作进展',
      '2 （一）健全制度。',
      '2 （二）夯实基础',
      '3 1.网点建设',
      '4 （1）分步实施',
      '1 二、下一步计划',
    ]);
  });

  it('parts a heading from the text that runs in after it by a style separator, on one line', () => {
    const xml = bodyOf(
      withBlocks(heading(2, [textRun('健全制度。'), textRun('我局', { body: true })]), paragraph('下文')),
    );
    expect(xml).toContain(
      '<w:pStyle w:val="Heading2"/><w:keepNext w:val="0"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>' +
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">（一）</w:t></w:r>' +
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">健全制度。</w:t></w:r>' +
        '</w:p><w:p><w:pPr><w:pStyle w:val="DafuBody"/></w:pPr>' +
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">我局</w:t></w:r></w:p>',
    );
  });

  it('writes tracked changes as they were decided, and no comment', () => {
    const letter = withBlocks(
      {
        ...paragraph([textRun('保留'), { text: '删', del: ['r1'] }, { text: '增', ins: 'r1', threads: ['t'] }]),
        mark: { del: ['r1'] },
      },
      paragraph('下文'),
    );
    const { document } = treatLetter({ document: letter, ...letterOptions }, { review: 'accept' });
    const xml = bodyOf(document);
    expect(paragraphsOf(xml)).toContain('保留增下文');
    expect(xml).not.toMatch(/w:ins|w:del|comment/);
  });

  it('drops what XML cannot hold and keeps rare characters, marks and line ends', () => {
    const xml = bodyOf(awkwardLetters()['characters XML cannot hold'] ?? fullLetter());
    expect(paragraphsOf(xml)).toContain('甲乙丙丁\t&lt;&amp;&gt;&quot;戊\n己\u{2070E}😀\u200B\u202E');
  });

  it('prints no prompt, and blank lines only where the form asks for them', () => {
    const letter = withBlocks(paragraph('正文。'), paragraph('', { prompt: '写下一步' }), paragraph(''));
    const texts = paragraphsOf(bodyOf(letter));
    expect(texts.slice(texts.indexOf('正文。') + 1, texts.indexOf('正文。') + 3)).toEqual([
      '',
      '附件：1.社区养老服务网点一览表',
    ]);
  });

  it('lists signing units one under the other above the date', () => {
    const texts = paragraphsOf(bodyOf(awkwardLetters()['several units, unsealed'] ?? fullLetter()));
    const first = texts.indexOf('云州市民政局');
    expect(texts.slice(first, first + 4)).toEqual([
      '云州市民政局',
      '云州市财政局',
      '云州市卫生健康委员会',
      '2026年4月7日',
    ]);
  });
});

describe('validity by Microsoft’s validator', () => {
  it.each(Object.entries(awkwardLetters()))('%s', { timeout: 60_000 }, async (_name, letter) => {
    const docx = writeDocx(letter, letterOptions);
    expect(await docxComplaints(docx, 'Office2013')).toEqual([]);
    expect(await docxComplaints(docx, 'Microsoft365')).toEqual([]);
  });
});
