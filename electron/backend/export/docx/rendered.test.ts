import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, section, table } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { fullLetter, gridLetter, letterOptions } from '../../../../tests/support/letters.ts';
import {
  missingRenderTools,
  openRenderer,
  pdfPages,
  type PdfLine,
  type PdfPage,
  type Renderer,
} from '../../../../tests/support/render.ts';
import { writeDocx } from './index.ts';

/** The page as LibreOffice lays it out, in mm. The type area is 28…184 × 37…262, a line 10.213, a character 5.556. */
const area = { left: 28, right: 184, top: 37, bottom: 262 };
const linePitch = 225 / 22;
const character = (156 / 28) * (15.75 / (442.25 / 28));
const tolerance = 0.5;

const missing = missingRenderTools();
if (missing.length > 0) console.warn(`rendered Word tests skipped: ${missing.join(', ')} not installed`);

const middle = (line: PdfLine): number => (line.top + line.bottom) / 2;
const bodyLines = (page: PdfPage | undefined): PdfLine[] => (page?.lines ?? []).filter((line) => line.bottom < 265);
const pageNumber = (page: PdfPage | undefined): PdfLine | undefined => page?.lines.find((line) => line.top > 262);
const textsOf = (page: PdfPage | undefined): string[] => bodyLines(page).map((line) => line.text);

describe.skipIf(missing.length > 0)('the page in LibreOffice', { timeout: 180_000 }, () => {
  let renderer: Renderer;
  beforeAll(() => {
    renderer = openRenderer();
  });
  afterAll(() => {
    renderer.close();
  });
  const pagesOf = async (letter: ReplyDocument, name: string): Promise<PdfPage[]> =>
    pdfPages(await renderer.docxToPdf(writeDocx(letter, letterOptions), name));

  it('is A4 with 22 lines of 28 characters that fill the type area', async () => {
    const pages = await pagesOf(gridLetter(60), 'grid');
    expect(pages).toHaveLength(3);
    for (const page of pages) {
      expect(page.width).toBeCloseTo(210, 0);
      expect(page.height).toBeCloseTo(297, 0);
    }
    for (const page of pages.slice(0, 2)) {
      const lines = bodyLines(page);
      expect(lines).toHaveLength(22);
      const first = lines[0];
      const last = lines.at(-1);
      if (!first || !last) throw new Error('no lines');
      expect(Math.abs(middle(last) - middle(first) - 21 * linePitch)).toBeLessThan(tolerance);
      expect(middle(first) - linePitch / 2).toBeGreaterThan(area.top - tolerance);
      expect(middle(last) + linePitch / 2).toBeLessThan(area.bottom + tolerance + 0.3 * linePitch);
    }
    const full = pages.flatMap(bodyLines).slice(1, -1);
    expect(new Set(full.map((line) => [...line.text].length))).toEqual(new Set([28]));
    for (const line of full) {
      expect(Math.abs(line.left - area.left)).toBeLessThan(tolerance);
      expect(Math.abs(line.right - area.right)).toBeLessThan(tolerance);
    }
    const [start] = bodyLines(pages[0]);
    expect([...(start?.text ?? '')]).toHaveLength(26);
    expect(Math.abs((start?.left ?? 0) - area.left - 2 * character)).toBeLessThan(tolerance);
  });

  it('numbers odd pages at the right and even ones at the left, one character in, 7 mm below the text', async () => {
    const pages = await pagesOf(gridLetter(60), 'numbers');
    const em = 14 * (25.4 / 72);
    const [first, second] = [pageNumber(pages[0]), pageNumber(pages[1])];
    expect(first?.text).toBe('—1—');
    expect(second?.text).toBe('—2—');
    expect(Math.abs((first?.right ?? 0) - (area.right - em))).toBeLessThan(tolerance);
    expect(Math.abs((second?.left ?? 0) - (area.left + em))).toBeLessThan(tolerance);
    for (const line of [first, second]) {
      if (!line) throw new Error('no page number');
      expect(Math.abs(middle(line) - area.bottom - 7)).toBeLessThan(tolerance);
    }
  });

  it('keeps the lines of the title on the grid and its line breaks', async () => {
    const [page] = await pagesOf(fullLetter(), 'title');
    const [mark, first, second, salutation] = bodyLines(page);
    if (!mark || !first || !second || !salutation) throw new Error('lines missing');
    expect(mark.text).toBe('云州民函〔2026〕12号A类');
    expect(Math.abs(mark.right - area.right)).toBeLessThan(tolerance);
    expect(first.text).toBe('云州市民政局关于市政协六届五次会议');
    expect(second.text).toBe('第0168号提案的答复');
    for (const line of [first, second]) {
      expect(Math.abs((line.left + line.right) / 2 - (area.left + area.right) / 2)).toBeLessThan(tolerance);
    }
    expect(Math.abs(middle(second) - middle(first) - linePitch)).toBeLessThan(tolerance);
    // The middle of 二号 lies higher over its baseline than that of 三号.
    expect(Math.abs(middle(salutation) - middle(second) - 2 * linePitch)).toBeLessThan(1);
    expect(Math.abs(salutation.left - area.left)).toBeLessThan(tolerance);
  });

  it('puts a sealed signature four characters from the right and 抄送 on the foot of the type area', async () => {
    const pdf = await renderer.docxToPdf(writeDocx(fullLetter(), letterOptions), 'sealed');
    const pages = await pdfPages(pdf);
    const last = pages.at(-1);
    const lineOf = (text: string): PdfLine => {
      const found = last?.lines.find((line) => line.text.startsWith(text));
      if (!found) throw new Error(`no line ${text}`);
      return found;
    };
    expect(Math.abs(lineOf('2026年4月7日').right - (area.right - 4 * character))).toBeLessThan(tolerance);
    expect(lineOf('（联系人').top).toBeGreaterThan(lineOf('2026年4月7日').top);
    const rules = await renderer.pdfRules(pdf, pages.length, 150);
    expect(rules).toHaveLength(2);
    for (const rule of rules) {
      expect(Math.abs(rule.left - area.left)).toBeLessThan(tolerance);
      expect(Math.abs(rule.right - area.right)).toBeLessThan(tolerance);
    }
    expect(Math.abs((rules[1]?.bottom ?? 0) - area.bottom)).toBeLessThan(tolerance);
    expect(lineOf('抄送：').top).toBeGreaterThan(rules[0]?.top ?? Infinity);
  });

  it('never leaves the signature alone on a page', async () => {
    for (const lineCount of [15, 17, 18, 19]) {
      const letter: ReplyDocument = {
        ...fullLetter(),
        sections: [
          section('other', [...Array.from({ length: lineCount }, () => paragraph('正文。')), paragraph('专此答复。')]),
        ],
      };
      letter.head = { title: [], salutation: letter.head.salutation };
      letter.tail = { ...letter.tail, attachments: [], copyTo: [], contacts: [] };
      const pages = await pagesOf(letter, `keep-${lineCount}`);
      const last = textsOf(pages.at(-1));
      expect(last).toContain('2026年4月7日');
      expect(last).toContain('专此答复。');
    }
  });

  it('repeats the header row of a table on every page', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`第${index + 1}项`, '已完成']);
    const letter: ReplyDocument = {
      ...fullLetter(),
      sections: [section('other', [table([['事项', '进度'], ...rows])])],
    };
    const pages = await pagesOf(letter, 'table');
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(1, -1)) expect(textsOf(page)[0]).toBe('事项进度');
  });
});
