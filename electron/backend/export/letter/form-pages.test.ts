import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, section } from '#shared/document/create.ts';
import type { Head, ReplyDocument } from '#shared/document/schema.ts';
import type { FormId } from '#shared/domain/form.ts';
import { docxComplaints, docxParts } from '../../../../tests/support/docx.ts';
import { inkBands, type Band } from '../../../../tests/support/ink.ts';
import { fullLetter, longLetter, optionsOfForm } from '../../../../tests/support/letters.ts';
import { missingRenderTools, openRenderer, pdfPages, type PdfPage } from '../../../../tests/support/render.ts';
import { writeDocx } from '../docx/index.ts';
import { createPdfWriter } from '../pdf/index.ts';

const run = promisify(execFile);
const missing = missingRenderTools();
const renderer = missing.length === 0 ? openRenderer() : undefined;
const writer = createPdfWriter({ resourcesFolder: fileURLToPath(new URL('../../../../resources/', import.meta.url)) });
afterAll(() => renderer?.close());

/** mm; GB/T 9704-2012 states its distances in whole ones. */
const tolerance = 1;
const lineHeight = 225 / 22;
const bodySize = 16 * (25.4 / 72);
const red: Band['color'] = [255, 0, 0];

interface Rendered {
  pdf: string;
  pages: PdfPage[];
  first: { red: Band[]; black: Band[] };
  text: string;
}

const writers = ['Word', 'PDF'] as const;

async function render(letter: ReplyDocument, form: FormId, by: (typeof writers)[number]): Promise<Rendered> {
  const options = optionsOfForm(form);
  const name = `${letter.id}-${form}`;
  let pdf = join(renderer!.folder, `${name}.typst.pdf`);
  if (by === 'Word') pdf = await renderer!.docxToPdf(writeDocx(letter, options), name);
  else writeFileSync(pdf, writer.write(letter, options).bytes);
  // LibreOffice draws the box of the issuer after the lines beside it, though it hangs on the line before them.
  const { stdout } = await run('pdftotext', [...(by === 'PDF' ? ['-raw'] : []), pdf, '-']);
  return { pdf, pages: await pdfPages(pdf), first: await inkBands(pdf, 1), text: stdout.replace(/\s/g, '') };
}

function withHead(head: Partial<Head>): ReplyDocument {
  const letter = fullLetter();
  return { ...letter, id: `head-${Object.keys(head).join('-')}`, head: { ...letter.head, ...head } };
}

function expectNear(actual: number | undefined, wanted: number): void {
  expect(Math.abs((actual ?? Number.NaN) - wanted), `${actual} instead of ${wanted}`).toBeLessThan(tolerance);
}

const height = (band: Band | undefined): number => (band ? band.bottom - band.top : Number.NaN);
const isPageNumber = (text: string): boolean => /^—\d+—$/.test(text);
const lineWith = (pages: PdfPage[], text: string) =>
  pages.flatMap(({ lines }) => lines).find((line) => line.text.includes(text));

function expectOrder(text: string, parts: string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

describe.skipIf(missing.length > 0).each(writers)('信函格式 in %s (10.1)', { timeout: 120_000 }, (by) => {
  let letter: Rendered;
  beforeAll(async () => {
    letter = await render(fullLetter(), 'letter', by);
  }, 120_000);

  it('has the issuer 30 mm from the page edge, and a double rule 4 mm under it, the heavier stroke above', () => {
    const [issuer, heavy, light] = letter.first.red;
    expectNear(issuer?.top, 30);
    expectNear((issuer!.left + issuer!.right) / 2, 106);
    expectNear(heavy!.top - issuer!.bottom, 4);
    for (const stroke of [heavy!, light!]) {
      expectNear(stroke.left, 21);
      expectNear(stroke.right, 191);
    }
    expect(height(heavy)).toBeCloseTo(0.8, 0);
    expect(height(heavy)).toBeGreaterThan(2 * height(light));
    expect(light!.top - heavy!.bottom).toBeLessThan(1);
  });

  it('has a double rule 20 mm from the foot of the first page, the heavier stroke below', async () => {
    const [, , , light, heavy, ...others] = letter.first.red;
    expect(others).toEqual([]);
    expectNear(heavy!.bottom, 277);
    expect(height(heavy)).toBeGreaterThan(2 * height(light));
    expect(heavy!.top - light!.bottom).toBeLessThan(1);
    for (const stroke of [light!, heavy!]) {
      expectNear(stroke.left, 21);
      expectNear(stroke.right, 191);
    }
    expect((await inkBands(letter.pdf, 2)).red).toEqual([]);
  });

  it('is red, RGB 255 0 0', () => {
    for (const band of letter.first.red) expect(band.color).toEqual(red);
  });

  it('has the document number 7/8 of a character under the rule at the right, the title two lines below', () => {
    const [, , light] = letter.first.red;
    const [number, category] = letter.first.black;
    expectNear(category!.right, 184);
    expectNear(number!.top - light!.bottom, (7 / 8) * bodySize);
    const line = lineWith(letter.pages, '云州民函〔2026〕12号');
    expectNear(line?.right, 184);
    // The category takes the line under the number.
    const [, , titleBelow] = letter.first.black;
    expectNear(titleBelow!.top - number!.top, 4 * lineHeight - 1);
  });

  it('numbers all pages but the first', () => {
    const numbers = letter.pages.map(({ lines }) => lines.map(({ text }) => text).filter(isPageNumber));
    expect(numbers).toEqual(letter.pages.map((_, index) => (index === 0 ? [] : [`—${index + 1}—`])));
  });

  it('has 抄送 without rules at the foot of the type area of the last page', async () => {
    const last = letter.pages.at(-1)!;
    const copyTo = last.lines.findLast((line) => !isPageNumber(line.text));
    expect(copyTo?.text).toContain('委员会。');
    const { black } = await inkBands(letter.pdf, letter.pages.length);
    const foot = black.filter((band) => band.bottom < 264).at(-1);
    expect(foot!.bottom).toBeGreaterThan(262 - 4);
    expect(foot!.bottom).toBeLessThanOrEqual(262 + tolerance);
    expect(await renderer!.pdfRules(letter.pdf, letter.pages.length, 150)).toEqual([]);
  });

  it('sets long names smaller, in one line', async () => {
    const issuer = '云江市人力资源和社会保障事业发展服务中心（云江市就业促进中心）';
    const { first } = await render(withHead({ issuer }), 'letter', by);
    expectNear(first.red[0]?.top, 30);
    expect(first.red[0]!.left).toBeGreaterThan(27);
    expect(first.red[0]!.right).toBeLessThan(185);
    expectNear(first.red[1]!.top - first.red[0]!.bottom, 4);
  });

  it('reads in order', () => {
    expectOrder(letter.text, [
      '云州市民政局',
      '云州民函〔2026〕12号',
      '第0168号提案',
      '林知远委员：',
      '专此答复。',
      '抄送：',
    ]);
  });
});

describe.skipIf(missing.length > 0).each(writers)('文件格式 in %s (7.2, 7.4)', { timeout: 120_000 }, (by) => {
  const notices = { copyNumber: '000012', secrecy: '机密★1年', urgency: '特急' };
  let letter: Rendered;
  beforeAll(async () => {
    letter = await render(withHead(notices), 'red-head', by);
  }, 120_000);

  it('has 份号, 密级 and 紧急程度 in the first lines of the type area', () => {
    const rows = ['000012', '机密★1年', '特急'].map((text) => lineWith(letter.pages, text));
    for (const row of rows) expectNear(row?.left, 28);
    expectNear(rows[1]!.top - rows[0]!.top, lineHeight);
    expectNear(rows[2]!.top - rows[1]!.top, lineHeight);
    const [top] = letter.first.black;
    expect(top!.top).toBeGreaterThanOrEqual(37);
    expect(top!.bottom).toBeLessThan(37 + lineHeight);
    expectNear(lineWith(letter.pages, 'A类')?.right, 184);
  });

  it('has the issuer with 文件 35 mm under the upper edge of the type area, notices or none', async () => {
    for (const { first, pages } of [letter, await render(fullLetter(), 'red-head', by)]) {
      const [issuer] = first.red;
      expectNear(issuer?.top, 37 + 35);
      expectNear((issuer!.left + issuer!.right) / 2, 106);
      expect(lineWith(pages, '云州市民政局文件')).toBeDefined();
      for (const band of first.red) expect(band.color).toEqual(red);
    }
  });

  it('has the document number centred after two empty lines, and a rule as wide as the type area 4 mm under it', () => {
    const [issuer, rule, ...others] = letter.first.red;
    expect(others).toEqual([]);
    const number = letter.first.black.find((band) => band.top > issuer!.bottom);
    expectNear(number!.top - issuer!.bottom, 3 * lineHeight - bodySize);
    expectNear((number!.left + number!.right) / 2, 106);
    expectNear(rule!.top - number!.bottom, 4);
    expectNear(rule!.left, 28);
    expectNear(rule!.right, 184);
    expect(height(rule)).toBeGreaterThan(0.3);
    expect(height(rule)).toBeLessThan(0.7);
    const title = letter.first.black.find((band) => band.top > rule!.bottom);
    expectNear(title!.top - rule!.bottom, 3 * lineHeight - bodySize - 1);
  });

  it('has the document number at the left and 签发人 at the right of one line, both one character in', async () => {
    const { first, pages } = await render(withHead({ signer: '李建国' }), 'red-head', by);
    const line = lineWith(pages, '签发人：李建国');
    expect(line?.text).toBe('云州民函〔2026〕12号签发人：李建国');
    expectNear(line?.left, 28 + bodySize);
    expectNear(line?.right, 184 - bodySize);
    expectNear(first.red[0]?.top, 72);
  });

  it('has 版记 with rules of 0.35 and 0.25 mm on the lower edge of the last type area', async () => {
    const rules = await renderer!.pdfRules(letter.pdf, letter.pages.length, 150);
    expect(rules).toHaveLength(3);
    for (const rule of rules) {
      expectNear(rule.left, 28);
      expectNear(rule.right, 184);
    }
    expectNear(rules[2]!.bottom, 262);
    const imprint = lineWith(letter.pages, '2026年4月7日印发');
    expect(imprint?.text).toBe('云州市民政局2026年4月7日印发');
    const small = 14 * (25.4 / 72);
    expectNear(imprint?.left, 28 + small);
    expectNear(imprint?.right, 184 - small);
    expect((imprint!.top + imprint!.bottom) / 2).toBeGreaterThan(rules[1]!.bottom);
    const copyTo = lineWith(letter.pages, '抄送：');
    expect((copyTo!.top + copyTo!.bottom) / 2).toBeGreaterThan(rules[0]!.bottom);
    expect((copyTo!.top + copyTo!.bottom) / 2).toBeLessThan(rules[1]!.top);
  });

  it('numbers every page', () => {
    const numbers = letter.pages.map(({ lines }) => lines.map(({ text }) => text).filter(isPageNumber));
    expect(numbers).toEqual(letter.pages.map((_, index) => [`—${index + 1}—`]));
  });

  it('reads in order', () => {
    expectOrder(letter.text, ['000012', '机密★1年', '特急', '文件', '〔2026〕12号', '林知远委员：', '抄送：', '印发']);
  });
});

describe.each(['letter', 'red-head'] as const)('a file in the form %s', (form) => {
  const bare: ReplyDocument = {
    ...fullLetter(),
    head: { title: [], salutation: [] },
    sections: [section('other', [paragraph('正文。')])],
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
  };
  const letters = {
    full: fullLetter(),
    notices: withHead({ copyNumber: '000012', secrecy: '机密★1年', urgency: '特急', signer: '李建国' }),
    bare,
    hostile: withHead({ issuer: '<&>"\u0000局', secrecy: '#panic()', urgency: '*x*', signer: '</w:t>' }),
  };

  it.each(Object.entries(letters))('is valid Word, %s', { timeout: 60_000 }, async (_name, letter) => {
    const docx = writeDocx(letter, optionsOfForm(form));
    expect(await docxComplaints(docx, 'Office2013')).toEqual([]);
    expect(await docxComplaints(docx, 'Microsoft365')).toEqual([]);
  });

  it('has the same bytes for the same letter', () => {
    for (const letter of Object.values(letters)) {
      const options = optionsOfForm(form);
      expect(Buffer.compare(writeDocx(letter, options), writeDocx(letter, options))).toBe(0);
      expect(Buffer.compare(writer.write(letter, options).bytes, writer.write(letter, options).bytes)).toBe(0);
    }
  });

  it('takes the weights of the rules from the form', () => {
    const parts = docxParts(writeDocx(letters.notices, optionsOfForm(form)));
    const weights = [
      ...Object.values(parts)
        .join('')
        .matchAll(/w:val="single" w:sz="(\d+)"/g),
    ].map(([, sz]) => Number(sz));
    // Eighths of a point: 0.8 and 0.25 mm; 0.5 mm; of the colophon 0.35 and 0.25 mm.
    expect(new Set(weights.filter((sz) => sz !== 4))).toEqual(new Set(form === 'letter' ? [18, 6] : [11, 8, 6]));
  });

  it.skipIf(missing.length > 0)('is tagged, in PDF/A as well', async () => {
    for (const pdfStandard of ['none', 'a-2b'] as const) {
      const path = join(renderer!.folder, `tagged-${form}-${pdfStandard}.pdf`);
      writeFileSync(path, writer.write(letters.full, { ...optionsOfForm(form), pdfStandard }).bytes);
      expect((await run('pdfinfo', [path])).stdout).toMatch(/Tagged:\s+yes/);
      const { stdout } = await run('pdfinfo', ['-struct-text', path]);
      expectOrder(stdout.replace(/\s/g, ''), ['云州市民政局', '云州民函〔2026〕12号', '林知远委员：']);
    }
  });

  // Before the tail: there LibreOffice keeps whole paragraphs with the signature and the PDF their last lines.
  it.skipIf(missing.length > 0)('breaks the pages of the body in Word as in PDF', { timeout: 120_000 }, async () => {
    const [word, pdf] = [await render(longLetter(6), form, 'Word'), await render(longLetter(6), form, 'PDF')];
    const lines = ({ pages }: Rendered) => pages.slice(0, 6).map((page) => page.lines.map(({ text }) => text));
    expect(lines(pdf)).toEqual(lines(word));
  });
});
