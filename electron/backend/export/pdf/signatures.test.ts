import { afterAll, describe, expect, it } from 'vitest';
import { paragraph, section } from '#shared/document/create.ts';
import type { ReplyDocument, Tail } from '#shared/document/schema.ts';
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

/** A short letter that ends in this way. */
function ending(tail: Partial<Tail>): ReplyDocument {
  const letter = fullLetter();
  return {
    ...letter,
    head: { title: [], salutation: [] },
    sections: [section('other', [paragraph('专此答复。')])],
    tail: { ...letter.tail, attachments: [], contacts: [], copyTo: [], ...tail },
  };
}
const print = (tail: Partial<Tail>) => printer!.print(ending(tail), officeOf('plain'));
const middle = (line: { top: number; bottom: number }): number => (line.top + line.bottom) / 2;
const centre = (box: { left: number; right: number }): number => (box.left + box.right) / 2;
const date = '2026年4月7日';
/** mm; of most offices. */
const seal = 42;

describe.skipIf(missingPdfTools.length > 0)('with seals (7.3.5.1)', () => {
  it('of several units: rows that leave every seal its place, the last unit above the date', async () => {
    const units = ['云州市民政局', '云州市财政局', '云州市教育局', '云州市司法局', '云州市审计局'];
    const printed = await print({ units });
    const places = units.map((name) => {
      for (const { lines } of printed.pages) {
        for (const { words } of lines) {
          const word = words.find(({ text }) => text === name);
          if (word) return { x: centre(word), y: middle(word) };
        }
      }
      throw new Error(`no ${name}`);
    });
    const [dateLine, text] = [printed.line(date), printed.line('专此答复。')];
    expectWithin(dateLine.right, paper.right - 4 * paper.character, 0.5);
    expectWithin(places.at(-1)!.x, centre(dateLine), 0.5);
    expectWithin(dateLine.top - places.at(-1)!.y, paper.line - (dateLine.bottom - dateLine.top) / 2, 0.5);
    expect(places.map(({ y }) => Math.round((y - places[0]!.y) / paper.line))).toEqual([0, 0, 0, 5, 5]);
    // The columns of the second row are those of the first.
    expectWithin(places[4]!.x, places[2]!.x, 0.2);
    expectWithin(places[3]!.x, places[1]!.x, 0.2);
    // The uppermost seal begins within a line of the text.
    expect(places[0]!.y - seal / 2 - middle(text)).toBeLessThan(2 * paper.line);
    for (const [index, { x, y }] of places.entries()) {
      expect(x - seal / 2).toBeGreaterThan(paper.left - 1);
      expect(x + seal / 2).toBeLessThan(paper.right + 1);
      for (const other of places.slice(index + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(seal);
    }
  });

  it('keeps the rows on one page with the end of the text', async () => {
    const units = ['云州市民政局', '云州市财政局', '云州市教育局', '云州市司法局', '云州市审计局'];
    const letter = ending({ units });
    for (let lines = 8; lines <= 20; lines += 1) {
      const sections = [section('other', [paragraph('国'.repeat(28 * lines - 2))])];
      const printed = await printer!.print({ ...letter, sections }, officeOf('plain'));
      const page = printed.line(date).page;
      expect(printed.line('云州市民政局').page).toBe(page);
      expect(printed.pages[page - 1]!.lines[0]!.text).toContain('国');
    }
  });
});

describe.skipIf(missingPdfTools.length > 0)('without seals (7.3.5.2)', () => {
  it('stands several units one under the other, the date two characters right of the longest', async () => {
    const units = ['云州市工业和信息化局', '云州市民政局'];
    const printed = await print({ units, seal: 'unsealed' });
    const [first, second, last] = [...units, date].map((text) => printed.line(text));
    for (const line of [first!, second!]) expectWithin(line.right, paper.right - 2 * paper.character, 0.5);
    expectWithin(second!.top - first!.top, paper.line, 0.1);
    expectWithin(last!.left - first!.left, 2 * paper.character, 0.5);
    expectWithin(middle(first!) - middle(printed.line('专此答复。')), 2 * paper.line, 0.3);
  });
});

describe.skipIf(missingPdfTools.length > 0)('with 签名章 (7.3.5.3)', () => {
  it('leaves its room four characters from the right, the post two characters left of it', async () => {
    const printed = await print({ seal: 'name-stamp', signerPosts: ['云州市民政局局长'] });
    const [text, post, last] = ['专此答复。', '云州市民政局局长', date].map((line) => printed.line(line));
    expectWithin(post!.right, paper.right - (4 + 7 + 2) * paper.character, 0.5);
    // Two empty lines, the post at the middle of two, one empty, the date.
    expectWithin(middle(post!) - middle(text!), 3.5 * paper.line, 0.3);
    expectWithin(middle(last!) - middle(post!), 2.5 * paper.line, 0.3);
    expectWithin(last!.right, paper.right - 4 * paper.character, 0.5);
    expect(printed.pages[0]!.lines.some(({ text: own }) => own === '云州市民政局')).toBe(false);
  });

  it('has a line for every unit, posts flush with each other', async () => {
    const printed = await print({
      units: ['云州市民政局', '云州市财政局'],
      seal: 'name-stamp',
      signerPosts: ['云州市民政局局长', '云州市财政局党组书记'],
    });
    const [first, second] = ['云州市民政局局长', '云州市财政局党组书记'].map((line) => printed.line(line));
    expectWithin(second!.right, first!.right, 0.1);
    expectWithin(middle(second!) - middle(first!), 3 * paper.line, 0.2);
  });
});
