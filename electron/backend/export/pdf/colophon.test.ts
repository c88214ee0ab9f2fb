import { afterAll, describe, expect, it } from 'vitest';
import { paragraph, section } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { inkBands } from '../../../../tests/support/ink.ts';
import { fullLetter } from '../../../../tests/support/letters.ts';
import { openRenderer } from '../../../../tests/support/render.ts';
import {
  expectWithin,
  missingPdfTools,
  officeOf,
  openPdfPrinter,
  paper,
} from '../../../../tests/support/printed-pdf.ts';

const printer = missingPdfTools.length === 0 ? openPdfPrinter() : undefined;
const renderer = missingPdfTools.length === 0 ? openRenderer() : undefined;
afterAll(() => {
  printer?.close();
  renderer?.close();
});

/** So many lines of text, and 抄送 to so many units. */
function letterOf(lines: number, units: number): ReplyDocument {
  const letter = fullLetter();
  const copyTo = Array.from({ length: units }, (_, index) => `云州市第${index + 1}服务中心`);
  return {
    ...letter,
    sections: [section('other', [paragraph('国'.repeat(28 * lines - 2))])],
    tail: { ...letter.tail, attachments: [], copyTo },
  };
}

describe.skipIf(missingPdfTools.length > 0)('版记 (7.4)', () => {
  it.each(['red-head', 'plain', 'letter'])(
    'of a long 抄送 hangs behind its colon and ends at the foot, %s',
    async (form) => {
      const printed = await printer!.print(letterOf(10, 30), officeOf(form));
      const page = printed.pages.at(-1)!;
      const first = page.lines.findIndex(({ text }) => text.startsWith('抄送：'));
      const end = page.lines.findIndex(({ text }) => text.endsWith('。') && text.includes('第30服务中心'));
      const rows = page.lines.slice(first, end + 1);
      expect(rows.length).toBeGreaterThan(6);
      expectWithin(rows[0]!.left, paper.left + paper.small, 0.3);
      for (const row of rows.slice(1)) expectWithin(row.left, paper.left + 4 * paper.small, 0.5);
      // Of a mark at the end of a line the empty half hangs over.
      for (const row of rows) expect(row.right).toBeLessThan(paper.right - paper.small / 2 + 0.1);
      const rules = await renderer!.pdfRules(printed.path, printed.pages.length, 150);
      const wanted = { 'red-head': 3, plain: 2, letter: 0 }[form]!;
      expect(rules).toHaveLength(wanted);
      for (const rule of rules.slice(-1)) expectWithin(rule.bottom, paper.bottom, 0.5);
      const { black } = await inkBands(printed.path, printed.pages.length);
      const foot = black.filter(({ bottom }) => bottom < paper.bottom + 1).at(-1)!;
      expect(foot.bottom).toBeGreaterThan(paper.bottom - 5);
    },
  );

  it('has rules of 0.35 mm outside and 0.25 mm inside', async () => {
    const printed = await printer!.print(letterOf(5, 3), officeOf('red-head'));
    const { black } = await inkBands(printed.path, printed.pages.length);
    const rules = black.filter(({ left, right, top, bottom }) => right - left > 155 && bottom - top < 1);
    expect(rules).toHaveLength(3);
    // A tenth of a millimetre is a pixel, half of which may be added at each edge.
    for (const [index, weight] of [0.35, 0.25, 0.35].entries()) {
      expectWithin(rules[index]!.bottom - rules[index]!.top, weight, 0.11);
    }
  });

  it('never stands on a page of its own, however tall, wherever the text ends', async () => {
    for (let lines = 4; lines <= 30; lines += 1) {
      const printed = await printer!.print(letterOf(lines, 30), officeOf('red-head'));
      const colophon = printed.line('抄送：');
      expect(colophon.page).toBe(printed.pages.length);
      expect(printed.pages.at(-1)!.lines[0]!.text, `${lines} lines`).toContain('国');
      expect(printed.line('4月7日印发').page).toBe(colophon.page);
      const signature = printed.pages.at(-1)!.lines.find(({ text }) => text === '2026年4月7日');
      expect(signature!.bottom).toBeLessThan(colophon.top);
    }
  });
});
