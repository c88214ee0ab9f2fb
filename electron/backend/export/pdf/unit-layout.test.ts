import { afterAll, describe, expect, it } from 'vitest';
import { heading, paragraph, section } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { fullLetter, gridLetter, longLetter } from '../../../../tests/support/letters.ts';
import {
  expectWithin,
  missingPdfTools,
  officeOf,
  openPdfPrinter,
  paper,
} from '../../../../tests/support/printed-pdf.ts';

const printer = missingPdfTools.length === 0 ? openPdfPrinter() : undefined;
afterAll(() => printer?.close());

/** Without a title, whose font is bold already. */
function untitled(): ReplyDocument {
  const letter = fullLetter();
  return {
    ...letter,
    head: { title: [], salutation: [] },
    sections: [section('other', [heading(3, '三级标题'), paragraph('正文2026年ABC。')])],
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
  };
}

describe.skipIf(missingPdfTools.length > 0)('the layout of a unit, in PDF', () => {
  it.each([
    [28, 22],
    [26, 24],
    [30, 21],
  ])('sets lines %f pt apart, %i a page', async (points, lines) => {
    const options = officeOf('plain', { layout: { linePitch: { kind: 'fixed', points } } });
    const { pages } = await printer!.print(gridLetter(lines + 3), options);
    const [first] = pages;
    const rows = first!.lines.filter(({ text }) => text.includes('国国'));
    expect(rows).toHaveLength(lines);
    const pitch = (rows.at(-1)!.top - rows[0]!.top) / (lines - 1);
    expectWithin(pitch, points * (25.4 / 72), 0.02);
  });

  it('keeps the distances of the head in empty lines of that pitch', async () => {
    const options = officeOf('red-head', { layout: { linePitch: { kind: 'fixed', points: 26 } } });
    const printed = await printer!.print(fullLetter(), options);
    const pitch = 26 * (25.4 / 72);
    const [title, salutation] = [printed.line('第0168号提案的答复'), printed.line('林知远委员：')];
    const middle = (line: { top: number; bottom: number }): number => (line.top + line.bottom) / 2;
    expectWithin(middle(salutation) - middle(title), 2 * pitch, 1);
  });

  it.each([
    ['dashes', (page: number) => `—${page}—`],
    ['plain', String],
    ['words', (page: number) => `第${page}页`],
  ] as const)('numbers pages with %s', async (pageNumberStyle, wanted) => {
    const { pages } = await printer!.print(longLetter(3), officeOf('plain', { layout: { pageNumberStyle } }));
    const numbers = pages.map((page) => page.lines.filter(({ top }) => top > paper.bottom).map(({ text }) => text));
    expect(numbers).toEqual(pages.map((_page, index) => [wanted(index + 1)]));
  });

  it('puts page numbers in the middle where the unit wants it', async () => {
    const { pages } = await printer!.print(longLetter(3), officeOf('plain', { layout: { pageNumberPlace: 'center' } }));
    for (const page of pages) {
      const number = page.lines.find(({ text }) => /^—\d+—$/.test(text));
      expectWithin((number!.left + number!.right) / 2, (paper.left + paper.right) / 2);
    }
  });

  it('takes the fonts of the unit, the first that is installed', async () => {
    const fonts = { title: [], body: ['没有这种字体', 'Noto Sans SC'], heading1: [], heading2: [], pageNumber: [] };
    const printed = await printer!.print(untitled(), officeOf('plain', { layout: { fonts } }));
    expect(await printed.fonts()).toEqual(expect.arrayContaining([expect.stringContaining('NotoSansSC')]));
  });

  it('takes digits and western letters from the font the unit names, but not the page number', async () => {
    const plain = await printer!.print(untitled(), officeOf('plain'));
    expect(await plain.fonts()).not.toContainEqual(expect.stringContaining('NotoSansSC'));
    const own = await printer!.print(untitled(), officeOf('plain', { layout: { latinFont: 'Noto Sans SC' } }));
    const fonts = await own.fonts();
    expect(fonts).toContainEqual(expect.stringContaining('NotoSansSC'));
    expect(fonts).toContainEqual(expect.stringContaining('NotoSerifSC'));
  });

  it('sets level 3 bold where the unit wants it, number and all', async () => {
    const [plain, bold] = [false, true].map((isLevel3Bold) =>
      printer!.print(untitled(), officeOf('plain', { layout: { isLevel3Bold } })),
    );
    const [, second] = await Promise.all([plain, bold]);
    expect(second!.line('1.三级标题').text).toBe('1.三级标题');
  });
});
