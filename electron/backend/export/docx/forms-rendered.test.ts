import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { paragraph, section, table } from '#shared/document/create.ts';
import type { Block, ReplyDocument } from '#shared/document/schema.ts';
import {
  jointUnits,
  letterWithAttachments,
  optionsOfUnit,
  shortLetter,
} from '../../../../tests/support/feature-letters.ts';
import { inkBands } from '../../../../tests/support/ink.ts';
import { fullLetter, optionsOfForm } from '../../../../tests/support/letters.ts';
import {
  missingRenderTools,
  openRenderer,
  pdfPages,
  type PdfLine,
  type PdfPage,
} from '../../../../tests/support/render.ts';
import type { LetterOptions } from '../letter/options.ts';
import { createPdfWriter } from '../pdf/index.ts';
import { writeDocx } from './index.ts';

/** Lengths in mm, on the page as LibreOffice lays it out. */
const area = { left: 28, right: 184, top: 37, bottom: 262 };
const lineHeight = 225 / 22;
const bodySize = 16 * (25.4 / 72);
const smallSize = 14 * (25.4 / 72);
const tolerance = 1;

const missing = missingRenderTools();
const renderer = missing.length === 0 ? openRenderer() : undefined;
const writer = createPdfWriter({ resourcesFolder: fileURLToPath(new URL('../../../../resources/', import.meta.url)) });
afterAll(() => renderer?.close());

let rendered = 0;
async function renderWord(letter: ReplyDocument, options: LetterOptions): Promise<{ pdf: string; pages: PdfPage[] }> {
  rendered += 1;
  const pdf = await renderer!.docxToPdf(writeDocx(letter, options), `letter-${rendered}`);
  return { pdf, pages: await pdfPages(pdf) };
}
async function renderPdf(letter: ReplyDocument, options: LetterOptions): Promise<PdfPage[]> {
  rendered += 1;
  const path = join(renderer!.folder, `letter-${rendered}.typst.pdf`);
  writeFileSync(path, writer.write(letter, options).bytes);
  return pdfPages(path);
}

function expectNear(actual: number | undefined, wanted: number): void {
  expect(Math.abs((actual ?? Number.NaN) - wanted), `${actual} instead of ${wanted}`).toBeLessThan(tolerance);
}
const middle = (box: { top: number; bottom: number }): number => (box.top + box.bottom) / 2;
const center = (box: { left: number; right: number }): number => (box.left + box.right) / 2;

function lineWith(pages: readonly PdfPage[], text: string): PdfLine {
  const found = pages.flatMap(({ lines }) => lines).find((line) => line.text.includes(text));
  if (!found) throw new Error(`no line with ${text}`);
  return found;
}
/** Turned words are lines of their own. */
function wordOf(page: PdfPage | undefined, text: string): PdfLine {
  const found = page?.lines.flatMap(({ words }) => words).find((word) => word.text === text);
  if (!found) throw new Error(`no word ${text}`);
  return { ...found, words: [found] };
}

describe.skipIf(missing.length > 0)('heads of several units in Word', { timeout: 120_000 }, () => {
  it('sets their names to one width, one under the other, with 文件 beside their middle (7.2.4)', async () => {
    const letter = shortLetter({ tail: { units: jointUnits } });
    const { pdf, pages } = await renderWord(letter, optionsOfForm('red-head'));
    const { red } = await inkBands(pdf, 1);
    const [first, second, third, rule] = red;
    expect(red).toHaveLength(4);
    expectNear(first?.top, area.top + 35);
    expect(second!.top - first!.bottom).toBeGreaterThan(1);
    expect(third!.top - second!.bottom).toBeGreaterThan(1);
    expectNear(first!.left, third!.left);
    expectNear(first!.right, third!.right);
    // 文件 stands on the line of the second name, and both together in the middle of the type area.
    expect(second!.right).toBeGreaterThan(first!.right + 10);
    expectNear((second!.left + second!.right) / 2, (area.left + area.right) / 2);
    const number = lineWith(pages, '云州民函〔2026〕12号');
    expectNear(center(number), (area.left + area.right) / 2);
    expect(rule!.top - number.bottom).toBeLessThan(6);
  });

  it('sets 签发人 in columns, the document number on the line of the last (7.2.6)', async () => {
    const letter = shortLetter({ head: { signer: '李建国 王明 欧阳华' } });
    const { pages } = await renderWord(letter, optionsOfForm('red-head'));
    const [upper, lower] = [lineWith(pages, '签发人：李建国王明'), lineWith(pages, '欧阳华')];
    expect(lower.text).toBe('云州民函〔2026〕12号欧阳华');
    expectNear(lower.left, area.left + bodySize);
    expectNear(middle(lower) - middle(upper), lineHeight);
    const [name] = lower.words.filter((word) => word.text.includes('欧阳华'));
    // Two columns of three characters and a blank between them, one character from the right.
    expectNear(name?.left, area.right - 8 * bodySize);
    expectNear(upper.left, area.right - 12 * bodySize);
  });
});

describe.skipIf(missing.length > 0)('signatures in Word', { timeout: 120_000 }, () => {
  it('stand side by side with room for every seal, the last over the date (7.3.5.1)', async () => {
    const { pages } = await renderWord(shortLetter({ tail: { units: jointUnits } }), optionsOfForm('letter'));
    const tail = pages.slice(1);
    const [first, third, date] = ['云州市民政局', '云州市卫生健康委员会', '2026年4月7日'].map((text) =>
      lineWith(tail, text),
    );
    const [left, right] = first!.words;
    expect(left?.text).toBe('云州市民政局');
    expect(right?.text).toBe('云州市财政局');
    expect(center(right!) - center(left!)).toBeGreaterThan(45);
    // The date is six characters wide; LibreOffice sets gaps around its figures that Word and WPS leave out.
    expectNear(center(third!), area.right - 7 * bodySize);
    expectNear(center(right!), area.right - 7 * bodySize);
    expectNear(date!.right, area.right - 4 * bodySize);
    expectNear(middle(date!) - middle(third!), lineHeight);
    expect(middle(third!) - middle(first!)).toBeGreaterThan(45);
  });

  it('leaves a stamp its place between post and margin (7.3.5.3)', async () => {
    const letter = shortLetter({ tail: { seal: 'name-stamp', signerPosts: ['局长'] } });
    const { pages } = await renderWord(letter, optionsOfForm('letter'));
    const [post, date] = [lineWith(pages, '局长'), lineWith(pages.slice(1), '2026年4月7日')];
    // Four characters free, the stamp of about 40 mm, two characters.
    expectNear(post.right, area.right - 13 * bodySize);
    expectNear(date.right, area.right - 4 * bodySize);
    expectNear(middle(date) - middle(post), 2.5 * lineHeight);
  });
});

describe.skipIf(missing.length > 0)('texts of attachments in Word (7.3.6)', { timeout: 120_000 }, () => {
  it('begin on a page of their own, with the 版记 at the foot of the very last page', async () => {
    const { pdf, pages } = await renderWord(letterWithAttachments('none'), optionsOfForm('red-head'));
    const [, second, , last] = [...pages.keys()].filter((index) => pages[index]?.lines[0]?.text.startsWith('附件'));
    expect(second).toBeDefined();
    const starts = pages.filter((page) => page.lines[0]?.text.startsWith('附件'));
    expect(starts).toHaveLength(2);
    expect(last).toBeUndefined();
    for (const [index, page] of starts.entries()) {
      const [mark, title, text] = page.lines;
      expect(mark?.text).toBe(`附件${index + 1}`);
      expectNear(mark?.left, area.left);
      // The title is on the third line; the middle of its larger characters lies a little higher over the baseline.
      expectNear(middle(title!) - middle(mark!), 2 * lineHeight - 0.5);
      expectNear(center(title!), (area.left + area.right) / 2);
      expectNear(middle(text!) - middle(title!), 2 * lineHeight + 0.5);
    }
    for (const page of pages.keys()) {
      const rules = await renderer!.pdfRules(pdf, page + 1, 150);
      const expected = page === 0 || page === pages.length - 1 ? [1, 3] : [0];
      expect(expected).toContain(rules.length);
    }
    const rules = await renderer!.pdfRules(pdf, pages.length, 150);
    expectNear(rules.at(-1)?.bottom, area.bottom);
  });

  it.each(['first', 'last'] as const)(
    'lie crosswise with the page number at its place of the sheet, %s',
    async (wide) => {
      const { pages } = await renderWord(letterWithAttachments(wide), optionsOfForm('red-head'));
      const crosswise = [...pages.entries()].filter(([, page]) => page.width > page.height);
      expect(crosswise).toHaveLength(2);
      for (const [index, page] of crosswise) {
        const number = wordOf(page, String(index + 1));
        // The sheet's lower edge is the left one here: 35 mm to the type area, 7 mm on to the number.
        expectNear(center(number), 28);
        // Odd numbers at the right of the upright sheet, which is the lower end here: one character and a dash in.
        const free = smallSize + (4.4 + 1.25) + (number.bottom - number.top) / 2;
        expectNear(middle(number), (index + 1) % 2 === 1 ? 210 - 26 - free : 28 + free);
        // The head of the table stands on both pages.
        expectNear(wordOf(page, '项目').left, 35 + 0.4 * smallSize);
      }
      const { lines } = pages.at(-1)!;
      expect(lines.some(({ text }) => text.includes('印发'))).toBe(true);
    },
  );
});

describe.skipIf(missing.length > 0)('pre-printed paper in Word', { timeout: 120_000 }, () => {
  it.each([
    ['preprinted-letter', 'letter'],
    ['preprinted-red-head', 'red-head'],
  ] as const)('%s has everything else where %s has it, moved by the offset', async (form, whole) => {
    const letter = shortLetter({ head: { copyNumber: '000012', urgency: '特急' } });
    const offset = { x: 2, y: -3 };
    const { pages: printed } = await renderWord(letter, optionsOfForm(whole));
    const onPaper = optionsOfUnit(form, { layout: { preprintedOffset: offset } });
    const { pages: moved } = await renderWord(letter, onPaper);
    for (const text of ['000012', '特急', '云州民函〔2026〕12号', '第0168号提案', '林知远委员：', '（此件公开发布）']) {
      const [here, there] = [lineWith(moved, text), lineWith(printed, text)];
      expect(Math.abs(here.left - there.left - offset.x)).toBeLessThan(0.2);
      expect(Math.abs(here.top - there.top - offset.y)).toBeLessThan(0.2);
    }
    expect(moved[0]?.lines.some(({ text }) => text.startsWith('云州市民政局文件'))).toBe(false);
  });
});

describe.skipIf(missing.length > 0)('page numbers in Word', { timeout: 120_000 }, () => {
  it('stand in the middle where the unit wants it', async () => {
    const layout = { pageNumberPlace: 'center', pageNumberStyle: 'words' } as const;
    const { pages } = await renderWord(fullLetter(), optionsOfUnit('red-head', { layout }));
    for (const [index, page] of pages.entries()) {
      expectNear(center(lineWith([page], `第${index + 1}页`)), (area.left + area.right) / 2);
    }
  });
});

describe.skipIf(missing.length > 0)('pages of Word and PDF', { timeout: 300_000 }, () => {
  const copyTo = Array.from({ length: 9 }, (_, index) => `市属第${'一二三四五六七八九'[index]}单位`);
  /** `texts` are the second cells of the rows, in turns. */
  const rows = (count: number, ...texts: string[]): Block =>
    table(Array.from({ length: count }, (_, row) => ['事项', texts[row % texts.length] ?? '']));
  const letterOf = (lineCount: number, ...blocks: Block[]): ReplyDocument => ({
    ...fullLetter(),
    sections: [
      section('other', [
        ...Array.from({ length: lineCount }, () => paragraph('正文。')),
        ...blocks,
        paragraph('专此答复。'),
      ]),
    ],
    tail: { ...fullLetter().tail, copyTo },
  });
  const linesOf = (page: PdfPage): string[] =>
    page.lines.map(({ text }) => text.replaceAll(/\s/g, '')).filter((text) => !/^—\d+—$/.test(text));

  // Around the number of lines at which the tail, and with it the 版记, goes to a page more.
  it.each([11, 12, 13, 14, 15])('break alike with %i lines over a tall 版记', async (count) => {
    const [word, pdf] = [
      (await renderWord(letterOf(count), optionsOfForm('red-head'))).pages,
      await renderPdf(letterOf(count), optionsOfForm('red-head')),
    ];
    expect(word.map(linesOf)).toEqual(pdf.map(linesOf));
  });

  it.each([
    ['on one page', rows(7, '要分成两行才放得下的一格文字在这里', '短', '短')],
    ['over two pages', rows(14, '短')],
  ])('have the lines after a table %s at the same place', async (_name, block) => {
    const letter = letterOf(2, block, ...Array.from({ length: 9 }, () => paragraph('表后。')));
    const [word, pdf] = [
      (await renderWord(letter, optionsOfForm('letter'))).pages,
      await renderPdf(letter, optionsOfForm('letter')),
    ];
    expect(word.map(linesOf)).toEqual(pdf.map(linesOf));
    // At the top of a page a line of Word stands 3.3 mm lower than in the PDF, a table does not.
    expect(Math.abs(middle(lineWith(word, '表后。')) - middle(lineWith(pdf, '表后。')))).toBeLessThan(1.5);
  });

  it('have no empty page for a last paragraph longer than a page', async () => {
    const letter = { ...letterOf(0), sections: [section('other', [paragraph('国'.repeat(28 * 40))])] };
    const { pages } = await renderWord(letter, optionsOfForm('red-head'));
    expect(pages).toHaveLength((await renderPdf(letter, optionsOfForm('red-head'))).length);
    for (const page of pages) expect(page.lines.length).toBeGreaterThan(5);
  });

  it.each([28, 30])('have as many lines where the unit has a pitch of %i pt', async (points) => {
    const options = optionsOfUnit('red-head', { layout: { linePitch: { kind: 'fixed', points } } });
    const [word, pdf] = [(await renderWord(letterOf(60), options)).pages, await renderPdf(letterOf(60), options)];
    expect(word.map(linesOf)).toEqual(pdf.map(linesOf));
    expect(word[1]?.lines).toHaveLength(Math.floor(637.8 / points) + 1);
  });
});
