import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { attachmentSection, heading, listItem, paragraph, table } from '#shared/document/create.ts';
import type { Block, ReplyDocument, Tail } from '#shared/document/schema.ts';
import { inkBands } from '../../../../tests/support/ink.ts';
import { fullLetter } from '../../../../tests/support/letters.ts';
import {
  expectWithin,
  missingPdfTools,
  officeOf,
  openPdfPrinter,
  paper,
} from '../../../../tests/support/printed-pdf.ts';

const printer = missingPdfTools.length === 0 ? openPdfPrinter() : undefined;
afterAll(() => printer?.close());

const sentence = '云州市社区养老服务网点按照就近便民的原则布设，配套设施同步建成。';
const rows = (count: number) => [
  ['序号', '名称', '地址'],
  ...Array.from({ length: count }, (_, index) => [`${index + 1}`, `第${index + 1}服务网点`, '东湖区']),
];
const items = [
  { id: 'a1', title: '社区养老服务网点一览表' },
  { id: 'a2', title: '云州市推进基本养老服务体系建设的若干措施（征求意见后修改稿）及其配套文件目录' },
  { id: 'a3', title: '没有正文的附件' },
];

interface Text {
  itemId: string;
  blocks: Block[];
  isLandscape?: boolean;
}
function letterWith(texts: Text[], tail: Partial<Tail> = {}): ReplyDocument {
  const letter = fullLetter();
  const sections = texts.map(({ itemId, blocks, isLandscape }) => ({
    ...attachmentSection(itemId, blocks),
    attachment: { itemId, ...(isLandscape && { isLandscape: true as const }) },
  }));
  return {
    ...letter,
    sections: [...letter.sections, ...sections],
    tail: { ...letter.tail, attachments: items, ...tail },
  };
}
const middle = (line: { top: number; bottom: number }): number => (line.top + line.bottom) / 2;
const prose = (count: number): Block[] => [heading(1, '总体情况'), paragraph(sentence.repeat(count))];

describe.skipIf(missingPdfTools.length > 0)('附件 (7.3.6)', () => {
  it('begin on pages of their own after the notes, in the order of the list, whatever their order in the letter', async () => {
    const letter = letterWith([
      { itemId: 'a2', blocks: prose(3) },
      { itemId: 'a1', blocks: prose(3) },
    ]);
    const printed = await printer!.print(letter, officeOf('letter'));
    const [one, two] = [printed.line('附件1'), printed.line('附件2')];
    expect(one.page).toBe(printed.line('（此件公开发布）').page + 1);
    expect(two.page).toBe(one.page + 1);
    expect(printed.pages).toHaveLength(two.page);
    expect(() => printed.line('附件3')).toThrow('附件3');
    for (const mark of [one, two]) {
      expectWithin(mark.left, paper.left, 0.3);
      expectWithin(middle(mark), paper.top + paper.character / 2, 1);
    }
    // 黑体 at the mark, the title in the third line, the text from the fifth.
    const title = printed.line('社区养老服务网点一览表');
    const ownTitle = printed.pages[one.page - 1]!.lines.find(({ text }) => text === items[0]!.title)!;
    expect(title.page).toBeLessThan(one.page);
    expectWithin((ownTitle.left + ownTitle.right) / 2, (paper.left + paper.right) / 2);
    expectWithin(middle(ownTitle) - middle(one), 2 * paper.line, 1);
    const first = printed.pages[one.page - 1]!.lines.find(({ text }) => text.startsWith('一、总体情况'))!;
    expectWithin(middle(first) - middle(ownTitle), 2 * paper.line, 1);
  });

  it('number headings and lists anew, and pages on', async () => {
    const blocks = [heading(1, '甲'), listItem('decimal', '第一'), heading(2, '乙'), paragraph(sentence)];
    const printed = await printer!.print(
      letterWith([
        { itemId: 'a1', blocks },
        { itemId: 'a2', blocks: [heading(1, '丙'), paragraph(sentence)] },
      ]),
      officeOf('plain'),
    );
    const texts = printed.pages.map(({ lines }) => lines.map(({ text }) => text));
    const [first, second] = texts.slice(-2);
    expect(first).toEqual(expect.arrayContaining(['一、甲', '1.第一', '（一）乙']));
    expect(second).toEqual(expect.arrayContaining(['一、丙']));
    expect(texts.map((lines) => lines.find((text) => /^—\d+—$/.test(text)))).toEqual(
      texts.map((_, index) => `—${index + 1}—`),
    );
  });

  it('of a list of one has no number', async () => {
    const letter = letterWith([{ itemId: 'a1', blocks: prose(1) }], { attachments: items.slice(0, 1) });
    const printed = await printer!.print(letter, officeOf('letter'));
    expect(printed.pages.at(-1)!.lines[0]!.text).toBe('附件');
    expect(printed.line('附件：').text).toBe('附件：社区养老服务网点一览表');
  });

  it.each([1, 14, 20, 24, 60])('have the 版记 at the foot of the very last page, after %i sentences', async (count) => {
    const letter = letterWith([
      { itemId: 'a1', blocks: prose(2) },
      { itemId: 'a2', blocks: prose(count) },
    ]);
    const printed = await printer!.print(letter, officeOf('red-head'));
    expect(printed.line('印发').page).toBe(printed.pages.length);
    expect(printed.line('抄送：').page).toBe(printed.pages.length);
    const last = printed.pages.at(-1)!;
    // Never nothing but the 版记.
    expect(last.lines[0]!.text).not.toContain('抄送');
    expect(printed.line('印发').bottom).toBeLessThan(paper.bottom + 1);
    expect(printed.line('印发').bottom).toBeGreaterThan(paper.bottom - 8);
  });

  it('repeat the head of a table on every page of it', async () => {
    const printed = await printer!.print(letterWith([{ itemId: 'a1', blocks: [table(rows(60))] }]), officeOf('letter'));
    const from = printed.line('附件1').page;
    const pages = printed.pages.slice(from - 1);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.lines.some(({ text }) => text === '序号名称地址')).toBe(true);
    const found = pages.flatMap(({ lines }) => lines.map(({ text }) => /^\d+(第\d+服务网点)东湖区$/.exec(text)?.[1]));
    expect(found.filter((text) => text !== undefined)).toEqual(
      rows(60)
        .slice(1)
        .map(([, name]) => name),
    );
  });
});

describe.skipIf(missingPdfTools.length > 0)('a table at the end', () => {
  const marked = (count: number) => letterWith([{ itemId: 'a1', blocks: [table(rows(count))] }]);

  it('never leaves the 版记 a page of its own, and loses neither row nor head', async () => {
    for (let count = 10; count <= 40; count += 1) {
      const printed = await printer!.print(marked(count), officeOf('letter'));
      const [last, ...pages] = printed.pages.slice(printed.line('附件1').page - 1).toReversed();
      expect(last!.lines[0]!.text, `${count} rows`).toMatch(/^(附件1|序号名称地址)$/);
      const lines = [last!, ...pages].toReversed().flatMap((page) => page.lines.map(({ text }) => text));
      expect(lines.filter((text) => text.includes('服务网点东湖区'))).toHaveLength(count);
      expect(lines.filter((text) => text === '序号名称地址')).toHaveLength(pages.length + 1);
    }
  });

  it('looks like one table: rows at even distances, rules where two rows meet', async () => {
    const printed = await printer!.print(marked(8), officeOf('letter'));
    const page = printed.pages.at(-1)!;
    const tops = page.lines.filter(({ text }) => text.includes('东湖区')).map(({ top }) => top);
    for (const [index, top] of tops.slice(1).entries()) expectWithin(top - tops[index]!, paper.line, 0.15);
    const { black } = await inkBands(printed.path, printed.pages.length);
    // The frame holds all rows without a gap.
    const frame = black.find(({ left, right }) => right - left > 155)!;
    expectWithin(frame.bottom - frame.top, 9 * paper.line, 0.6);
  });

  it('does not leave the signature alone either', async () => {
    for (let count = 5; count <= 36; count += 1) {
      const letter = fullLetter();
      const sections = [{ ...letter.sections[0]!, blocks: [paragraph(sentence), table(rows(count))] }];
      const printed = await printer!.print({ ...letter, sections }, officeOf('letter'));
      const page = printed.line('2026年4月7日').page;
      expect(printed.pages[page - 1]!.lines.some(({ text }) => text.includes('东湖区'))).toBe(true);
    }
  });
});

describe.skipIf(missingPdfTools.length > 0)('landscape pages of 附件', () => {
  const landscape = letterWith([
    { itemId: 'a1', blocks: [table(rows(30))], isLandscape: true },
    { itemId: 'a2', blocks: prose(2) },
  ]);

  it('are 297 by 210 mm, the head at the binding edge: the margins of an upright page turned with the sheet', async () => {
    const printed = await printer!.print(landscape, officeOf('letter'));
    const mark = printed.line('附件1');
    const pages = printed.pages.filter(({ width }) => width > 290);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expectWithin(page.width, 297, 0.1);
      expectWithin(page.height, 210, 0.1);
    }
    // 28 mm above as at the binding edge, 35 mm at the left as at the foot.
    expectWithin(middle(mark), 28 + paper.character / 2, 1);
    expectWithin(mark.left, 35, 0.3);
    const body = pages.flatMap(({ lines }) => lines).filter(({ left }) => left > 34);
    for (const line of body) {
      expect(line.right).toBeLessThan(297 - 37 + 0.5);
      expect(line.bottom).toBeLessThan(210 - 26 + 1);
    }
  });

  it('have the page number where the others have it once the sheet is turned upright', async () => {
    const printed = await printer!.print(landscape, officeOf('letter'));
    const upright = printed.pages.findIndex(({ lines }) => lines.some(({ text }) => text === '—3—'));
    const reference = printed.pages[upright]!.lines.find(({ text }) => text === '—3—')!;
    const even = printed.pages[3]!.lines.find(({ text }) => text === '—4—')!;
    for (const [index, page] of printed.pages.entries()) {
      if (page.width < 290) continue;
      const number = page.lines.flatMap(({ words }) => words).filter(({ right }) => right < 35);
      expect(number.length).toBeGreaterThan(0);
      // Turned a quarter clockwise: x of the landscape page runs up the upright one, y runs to its right.
      const [left, right] = [
        Math.min(...number.map(({ top }) => top)),
        Math.max(...number.map(({ bottom }) => bottom)),
      ];
      const across = 297 - number.reduce((sum, word) => sum + (word.left + word.right) / 2, 0) / number.length;
      expectWithin(across, middle(reference), 1);
      const odd = index % 2 === 0;
      expectWithin(odd ? right : left, odd ? reference.right : even.left, 1);
    }
  });

  it('are left again for the upright ones after them', async () => {
    const printed = await printer!.print(landscape, officeOf('letter'));
    const last = printed.pages.at(-1)!;
    expectWithin(last.width, 210, 0.1);
    expect(last.lines[0]!.text).toBe('附件2');
    expectWithin(last.lines[0]!.left, paper.left, 0.3);
  });

  it('can be the last, with the 版记 at their foot', async () => {
    const letter = letterWith([{ itemId: 'a1', blocks: [table(rows(30))], isLandscape: true }]);
    const printed = await printer!.print(letter, officeOf('red-head'));
    const imprint = printed.line('印发');
    expect(imprint.page).toBe(printed.pages.length);
    expectWithin(printed.pages.at(-1)!.width, 297, 0.1);
    expectWithin(imprint.right, 297 - 37 - paper.small, 0.5);
    expect(imprint.bottom).toBeGreaterThan(210 - 26 - 8);
  });
});

describe.skipIf(missingPdfTools.length > 0)('a letter with everything', () => {
  const letter = letterWith(
    [
      { itemId: 'a1', blocks: [table(rows(30)), ...prose(4)], isLandscape: true },
      { itemId: 'a2', blocks: prose(30) },
    ],
    { units: ['云州市民政局', '云州市财政局'], signerPosts: ['局长', '局长'] },
  );

  it.each([
    ['letter', 'sealed'],
    ['red-head', 'name-stamp'],
    ['preprinted-red-head', 'unsealed'],
  ] as const)('is PDF/A-2b and reads in order: %s, %s', async (form, seal) => {
    const signed = { ...letter, tail: { ...letter.tail, seal } };
    const printed = await printer!.print(signed, { ...officeOf(form), pdfStandard: 'a-2b' });
    const text = await printed.structure();
    const parts = [
      '林知远委员',
      '专此答复',
      '4月7日',
      '（此件公开发布）',
      '附件1',
      '第30服务网点',
      '附件2',
      '总体情况',
      '抄送',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(text.lastIndexOf('抄送')).toBeGreaterThan(text.lastIndexOf('总体情况'));
    expect(places.slice(0, -2)).toEqual(places.slice(0, -2).toSorted((a, b) => a - b));
  });

  it('has the same bytes each time', async () => {
    const [first, second] = [
      await printer!.print(letter, officeOf('letter')),
      await printer!.print(letter, officeOf('letter')),
    ];
    expect(Buffer.compare(readFileSync(first.path), readFileSync(second.path))).toBe(0);
  });
});
