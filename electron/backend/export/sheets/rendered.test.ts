import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import { sheetValues } from '#shared/domain/sheet-values.ts';
import { defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { docxComplaints, docxParts } from '../../../../tests/support/docx.ts';
import { fullLetter } from '../../../../tests/support/letters.ts';
import {
  missingRenderTools,
  openRenderer,
  pdfPages,
  type Box,
  type PdfPage,
  type PdfWord,
  type Renderer,
} from '../../../../tests/support/render.ts';
import { writeSheetDocx } from './docx.ts';
import { layOutSheet, type SheetLetter, type SheetPrint } from './layout.ts';
import { createSheetPdfWriter } from './pdf.ts';
import { createSheets } from '#backend/formats/sheets.ts';

const resourcesFolder = fileURLToPath(new URL('../../../../resources/', import.meta.url));
const sheets = createSheets({ shipped: join(resourcesFolder, 'sheets'), own: join(resourcesFolder, 'none') });
const all = sheets.list().sheets.map(({ sheet }) => sheet);
const pdfWriter = createSheetPdfWriter({ resourcesFolder, fontFolders: [] });

const unit: UnitSettings = {
  ...defaultUnitSettings,
  fullName: '云州市民政局',
  approvers: defaultUnitSettings.approvers.map(({ step }) => ({ step, name: step === '签发' ? '林一鸣' : '' })),
};
const members = [
  { name: '林知远', lead: true, collective: false },
  { name: '欧阳若川', lead: false, collective: false },
  { name: '云州市第三界别组', lead: false, collective: true },
];
const facts: CaseFacts = {
  ...emptyCaseFacts(),
  body: '市政协',
  session: '六届五次会议',
  number: '0168',
  title: '关于完善社区养老服务网络的提案',
  members,
  role: 'host',
  coUnits: ['市财政局', '市卫生健康委员会'],
};
const recipients = [
  { name: '林知远', address: '云州市城东区青云路1号', postcode: '999001' },
  { name: '欧阳若川', address: '云州市滨江区白鹭街26号', postcode: '999002' },
  { name: '云州市第三界别组', address: '', postcode: '' },
];

function letter(document: ReplyDocument = fullLetter(), more: Partial<SheetLetter> = {}, by = unit): SheetLetter {
  return { data: sheetValues(document, facts, by), members, recipients, ...more };
}

/** Everything at its longest: twelve steps, a title of 200 characters, forty units. */
function longest(): { letter: SheetLetter; unit: UnitSettings } {
  const busy: UnitSettings = {
    ...unit,
    fullName: '云州市人力资源和社会保障局（云州市就业服务管理中心）',
    approvers: Array.from({ length: 12 }, (_, index) => ({ step: `第${index + 1}环节审核负责人`, name: '欧阳若川' })),
  };
  const document = fullLetter();
  document.head = {
    ...document.head,
    title: [{ text: '关于统筹推进城乡社区居家养老服务网络建设的提案的答复'.repeat(8) }],
  };
  document.tail = {
    ...document.tail,
    copyTo: Array.from({ length: 40 }, (_, index) => `云州市第${index + 1}协调工作委员会办公室`),
    attachments: Array.from({ length: 12 }, (_, index) => ({ id: `a${index}`, title: '社区养老服务网点一览表及说明' })),
  };
  const many = Array.from({ length: 60 }, (_, index) => ({
    name: `欧阳若川${index}`,
    lead: index === 0,
    collective: false,
  }));
  const data = sheetValues(document, { ...facts, title: '关于统筹推进养老服务的提案'.repeat(15), members: many }, busy);
  const address = '云州市城东区青云路1号云州大学公共管理学院社会保障研究中心综合楼三层'.repeat(3);
  return {
    unit: busy,
    letter: {
      data,
      members: many,
      recipients: [{ name: '欧阳若川、林知远、何川'.repeat(6), address, postcode: '999001' }],
    },
  };
}

/** Names without digits, around which programs leave gaps. */
const nameOf = (number: number): string =>
  `欧阳${[...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕'][number - 1]}川`;

const print: SheetPrint = {
  sender: { address: '云州市府前路8号', postcode: '999000' },
  firstLabel: 0,
  isPreprinted: false,
};
const missing = missingRenderTools();
if (missing.length > 0) console.warn(`rendered sheet tests skipped: ${missing.join(', ')} not installed`);

describe.each(all.map((sheet) => [sheet.id, sheet] as const))('%s as a Word file', (_id, sheet) => {
  const write = (): Uint8Array => writeSheetDocx(layOutSheet(sheet, [letter()], print), unit.layout);

  it('is valid', async () => {
    expect(await docxComplaints(write(), 'Office2013')).toEqual([]);
    expect(await docxComplaints(write(), 'Microsoft365')).toEqual([]);
  }, 60_000);

  it('has the same bytes and no personal metadata', () => {
    expect(write()).toEqual(write());
    const core = docxParts(write())['docProps/core.xml'] ?? '';
    expect(core).toContain(sheet.name);
    expect(core).not.toMatch(/creator|lastModifiedBy|created|modified/);
  });
});

it.each(all.map((sheet) => [sheet.id, sheet] as const))('%s as PDF has the same bytes', (_id, sheet) => {
  const write = (): Uint8Array => pdfWriter.write(layOutSheet(sheet, [letter()], print), unit.layout).bytes;
  expect(write()).toEqual(write());
});

describe.skipIf(missing.length > 0)('sheets on paper', { timeout: 180_000 }, () => {
  let renderer: Renderer;
  let count = 0;
  beforeAll(() => {
    renderer = openRenderer();
  });
  afterAll(() => {
    renderer.close();
  });

  /** The PDF of the program and LibreOffice's of the Word file. */
  async function files(
    sheet: Sheet,
    letters: SheetLetter[],
    more: Partial<SheetPrint> = {},
    by = unit,
  ): Promise<string[]> {
    const laidOut = layOutSheet(sheet, letters, { ...print, ...more });
    const name = `${sheet.id}-${(count += 1)}`;
    const pdf = join(renderer.folder, `${name}.own.pdf`);
    writeFileSync(pdf, pdfWriter.write(laidOut, by.layout).bytes);
    return [pdf, await renderer.docxToPdf(writeSheetDocx(laidOut, by.layout), name)];
  }
  const wordWith = (page: PdfPage | undefined, text: string): PdfWord => {
    const found = page?.lines.flatMap(({ words }) => words).find((word) => word.text.includes(text));
    if (!found) throw new Error(`no word with ${text}`);
    return found;
  };
  const textOf = (page: PdfPage | undefined): string => (page?.lines ?? []).map((line) => line.text).join('');
  const middleX = (box: Box): number => (box.left + box.right) / 2;
  const middleY = (box: Box): number => (box.top + box.bottom) / 2;

  it('are one page a letter or member of the size they say, whatever is on them', async () => {
    const full = longest();
    for (const sheet of all.filter((one) => one.for !== 'labels')) {
      const expected = sheet.for === 'letter' ? 1 : 3;
      for (const [letters, pages, by] of [
        [[letter()], expected, unit],
        [[full.letter], 1, full.unit],
        [[letter(fullLetter(), { recipients: [] })], 1, unit],
      ] as const) {
        for (const pdf of await files(sheet, [...letters], {}, by)) {
          const found = await pdfPages(pdf);
          expect(found.length, pdf).toBe(pages);
          for (const page of found) {
            expect(Math.abs(page.width - sheet.page.width)).toBeLessThan(0.3);
            expect(Math.abs(page.height - sheet.page.height)).toBeLessThan(0.3);
            for (const line of page.lines) {
              expect(line.left).toBeGreaterThan(sheet.page.margin.left - 0.5);
              // A mark at the end may leave the blank half of its square outside.
              const mark = /[）。，……]$/u.test(line.text) ? 2.5 : 0;
              expect(line.right).toBeLessThan(sheet.page.width - sheet.page.margin.right + 0.5 + mark);
              expect(line.bottom).toBeLessThan(sheet.page.height - sheet.page.margin.bottom + 0.5);
            }
          }
        }
      }
    }
  });

  it('rule the slip over the type area, with the same rows in Word and PDF', async () => {
    const rules = await Promise.all(
      (await files(sheets.get('approval-slip'), [letter()])).map((pdf) => renderer.pdfRules(pdf, 1, 150)),
    );
    for (const found of rules) {
      // Fifteen rows of the form and one for each step but 拟稿.
      expect(found.length).toBeGreaterThanOrEqual(18);
      for (const rule of found) {
        expect(Math.abs(rule.left - 28)).toBeLessThan(0.6);
        expect(Math.abs(rule.right - 184)).toBeLessThan(0.6);
      }
      expect(found.at(-1)!.bottom).toBeLessThan(297 - 20 + 0.1);
    }
    const [own = [], word = []] = rules;
    expect(word.length).toBe(own.length);
    for (const [index, rule] of own.entries()) expect(Math.abs(rule.top - word[index]!.top)).toBeLessThan(1);
  });

  it('leave at least 14 mm to sign in for every step', async () => {
    for (const pdf of await files(sheets.get('approval-slip'), [letter()])) {
      const [page] = await pdfPages(pdf);
      const steps = ['科室负责人', '会签', '核稿', '分管领导', '签发'].map((step) => middleY(wordWith(page, step)));
      for (const [index, step] of steps.slice(1).entries()) expect(step - steps[index]!).toBeGreaterThan(13);
    }
  });

  it('say what is known and leave the rest blank', async () => {
    for (const pdf of await files(sheets.get('approval-slip'), [letter()])) {
      const text = textOf((await pdfPages(pdf))[0]);
      expect(text).toContain('云州民函〔2026〕12号');
      expect(text).toContain('市政协六届五次会议第0168号');
      expect(text).toContain('（林一鸣）');
      expect(text).not.toContain('{');
    }
  });

  it('put the postcode into six boxes at the upper left of an envelope, within the field that is read by machine', async () => {
    for (const pdf of await files(sheets.get('envelope-zl'), [letter()])) {
      const [page] = await pdfPages(pdf);
      const digits = page!.lines[0]!.words.flatMap((word) => [...word.text].map(() => word));
      expect(page!.lines[0]!.text).toBe('999001');
      expect(digits[0]!.left).toBeGreaterThan(12);
      expect(digits.at(-1)!.right).toBeLessThan(90);
      expect(middleY(page!.lines[0]!)).toBeGreaterThan(12);
      expect(middleY(page!.lines[0]!)).toBeLessThan(22);
      const boxes = await renderer.pdfRules(pdf, 1, 7.5);
      expect(boxes.some((rule) => Math.abs(rule.top - 12) < 0.5)).toBe(true);
      expect(boxes.some((rule) => Math.abs(rule.top - 22) < 0.5)).toBe(true);
    }
  });

  it('keep the field for the bar code of an envelope free: 55 to 160 mm from the right, 20 mm from below', async () => {
    for (const id of ['envelope-dl', 'envelope-zl', 'envelope-c5']) {
      const sheet = sheets.get(id);
      for (const pdf of await files(sheet, [letter(), longest().letter])) {
        for (const page of await pdfPages(pdf)) {
          for (const { words } of page.lines) {
            for (const word of words.filter(({ bottom }) => bottom > page.height - 19.5)) {
              expect(word.left, word.text).toBeGreaterThan(page.width - 55.5);
            }
          }
        }
      }
    }
  });

  it('leave boxes and sender out on pre-printed envelopes, and the rest where it was', async () => {
    const sheet = sheets.get('envelope-zl');
    const whole = await files(sheet, [letter()]);
    for (const [index, pdf] of (await files(sheet, [letter()], { isPreprinted: true })).entries()) {
      expect(await renderer.pdfRules(pdf, 1, 7.5)).toEqual([]);
      const [[page], [before]] = [await pdfPages(pdf), await pdfPages(whole[index]!)];
      expect(textOf(page)).toBe('999001云州市城东区青云路1号林知远委员收');
      for (const text of ['云州市城东区', '林知远']) {
        expect(Math.abs(wordWith(page, text).left - wordWith(before, text).left)).toBeLessThan(0.5);
        expect(Math.abs(middleY(wordWith(page, text)) - middleY(wordWith(before, text)))).toBeLessThan(0.5);
      }
    }
  });

  it('fill labels row by row from the one asked for, at 70 by 37 mm', async () => {
    const names = Array.from({ length: 30 }, (_, index) => ({ name: nameOf(index + 1), address: '', postcode: '' }));
    for (const pdf of await files(sheets.get('labels-24'), [letter(fullLetter(), { recipients: names })], {
      firstLabel: 5,
    })) {
      const pages = await pdfPages(pdf);
      expect(pages).toHaveLength(2);
      // Name n stands on label n + 5 of 24; its text begins 6 mm in.
      for (const [number, page, column, row] of [
        [1, 0, 2, 1],
        [2, 0, 0, 2],
        [19, 0, 2, 7],
        [20, 1, 0, 0],
        [30, 1, 1, 3],
      ] as const) {
        const word = wordWith(pages[page], nameOf(number));
        expect(Math.abs(word.left - (column * 70 + 6))).toBeLessThan(0.5);
        const top = 0.5 + row * 37;
        expect(middleY(word)).toBeGreaterThan(top + 20);
        expect(middleY(word)).toBeLessThan(top + 35);
      }
    }
  });

  it('put labels in the same places in Word and PDF', async () => {
    for (const id of ['labels-24', 'labels-14']) {
      const sheet = sheets.get(id);
      const names = Array.from({ length: 14 }, (_, index) => ({
        name: nameOf(index + 1),
        address: '青云路',
        postcode: '999001',
      }));
      const [own, word] = await Promise.all(
        (await files(sheet, [letter(fullLetter(), { recipients: names })])).map(pdfPages),
      );
      for (let number = 1; number <= 14; number += 1) {
        const [first, second] = [own, word].map((pages) => wordWith(pages?.[0], nameOf(number)));
        expect(Math.abs(middleX(first!) - middleX(second!))).toBeLessThan(1.5);
        expect(Math.abs(middleY(first!) - middleY(second!))).toBeLessThan(0.8);
      }
    }
  });

  it('cut only what does not fit at the smallest size, and say so', () => {
    const full = longest();
    expect(layOutSheet(sheets.get('approval-slip'), [letter()], print).cut).toEqual([]);
    const address = '云州市城东区青云路1号云州大学公共管理学院'.repeat(12);
    const recipient = { name: '林知远', address, postcode: '' };
    const envelope = layOutSheet(sheets.get('envelope-dl'), [{ ...full.letter, recipients: [recipient] }], print);
    expect(envelope.cut).toEqual([address]);
    const cells = envelope.pages.flat().flatMap((part) => (part.kind === 'grid' ? part.cells : []));
    expect(cells.some(({ text }) => text.endsWith('……'))).toBe(true);
  });
});
