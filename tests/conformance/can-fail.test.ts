import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingRenderTools } from '../support/render.ts';
import { defaultUnitLayout, type UnitLayout } from '#shared/domain/unit-settings.ts';
import { caseOf, formIds, type Case, type ShippedFormId } from './cases.ts';
import { check } from './check.ts';
import { distortions } from './distortions.ts';
import { readPdf, type Exported } from './exports.ts';
import { conformanceLetters, type ConformanceLetter } from './letters.ts';
import { chapters } from './rules/index.ts';

/** A rule that cannot fail proves nothing. All letters as PDF only; the wrong ones need no second look by LibreOffice. */
const missing = missingRenderTools(['pdftotext', 'pdftoppm', 'pdffonts']);
const folder = mkdtempSync(join(tmpdir(), 'dafu-can-fail-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Says who wrote it, embeds no font, has no tags and another title. */
const strangePdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Author(Somebody)/Title(Something else)/CreationDate(D:20260101120000Z)>>endobj
6 0 obj<</Type/Metadata/Subtype/XML/Length 38>>stream
<x:xmpmeta><dc:creator>Somebody</dc:creator>
endstream endobj
trailer<</Root 1 0 R/Info 5 0 R>>
%%EOF`;

/** Forms in which a letter is tried; all others in both forms with a head. */
const formsOf: Readonly<Record<string, readonly ShippedFormId[]>> = {
  'one-page': formIds,
  'twelve-pages': [],
  grid: ['plain'],
};

const slow = /^docx\.(valid|same)/;
const rules = chapters.flatMap((chapter) => chapter.rules);

describe.skipIf(missing.length > 0)('each rule of the conformance', { timeout: 600_000 }, () => {
  const noticed = new Map<string, string>();

  beforeAll(async () => {
    const right: Exported[] = [];
    for (const letter of conformanceLetters) {
      for (const form of formsOf[letter.id] ?? ['letter', 'red-head']) {
        right.push(await readPdf(caseOf(letter, form), folder));
      }
    }
    const strange = join(folder, 'strange.pdf');
    writeFileSync(strange, strangePdf);
    const all = { ...distortions, 'a strange PDF': (one: Exported) => ({ ...one, pdf: { ...one.pdf, pdf: strange } }) };
    for (const [name, distort] of Object.entries(all)) {
      const left = rules.filter(
        (rule) => !noticed.has(rule.id) && !slow.test(rule.id) && isAboutFile(rule.id) === isFile(name),
      );
      // One letter after the other until all have failed; most do on the first.
      for (const one of right) {
        const open = left.filter((rule) => !noticed.has(rule.id));
        if (open.length === 0) break;
        const others = right.filter(({ case: { letter } }) => letter === one.case.letter || letter.id === 'one-page');
        const wrong = distort(one);
        const findings = await check([wrong], open, [wrong, ...others]);
        for (const { rule, isKept } of findings) if (!isKept) noticed.set(rule.id, name);
      }
    }
  }, 600_000);

  it.each(rules.map(({ id }) => id).filter((id) => !slow.test(id)))('%s can fail', (id) => {
    expect(noticed.get(id)).toBeDefined();
  });
});

describe.skipIf(missing.length > 0)('a letter that is really wrong', { timeout: 120_000 }, () => {
  const letter = conformanceLetters.find(({ id }) => id === 'three-pages')!;
  const grid = conformanceLetters.find(({ id }) => id === 'grid')!;
  const right = (one: ConformanceLetter, form: ShippedFormId): Case => caseOf(one, form);
  const withOptions = (one: Case, options: Partial<Case['options']>): Case => ({
    ...one,
    id: `${one.id}-wrong`,
    options: { ...one.options, ...options },
  });
  const withUnit = (one: Case, layout: Partial<UnitLayout>): Case =>
    withOptions(one, {
      unit: { ...one.options.unit, layout: { ...one.options.unit.layout, ...layout } },
    });
  const lowered = (one: Case): Case => {
    const { form } = one.options;
    const head = form.head && { ...form.head, issuer: { ...form.head.issuer, top: form.head.issuer.top + 3 } };
    return withOptions(one, { form: { ...form, head } });
  };
  const body = { ...defaultUnitLayout.fonts, body: ['楷体_GB2312'] };

  it.each([
    ['letter.issuer-top', 'an issuer 3 mm lower', right(letter, 'letter'), lowered],
    ['issuer.top', 'an issuer 3 mm lower', right(letter, 'red-head'), lowered],
    ['lines.per-page', '21 lines a page', right(grid, 'plain'), (one: Case) => withOptions(one, { linePitch: 30 })],
    ['text.font', 'another typeface', right(letter, 'plain'), (one: Case) => withUnit(one, { fonts: { ...body } })],
    [
      'page-number.odd',
      'a number in the middle',
      right(letter, 'plain'),
      (one: Case) => withUnit(one, { pageNumberPlace: 'center' }),
    ],
  ] as const)('%s sees %s', async (id, _name, one, spoil) => {
    const only = rules.filter((rule) => rule.id === id);
    const broken = async (some: Case): Promise<number> =>
      (await check([await readPdf(some, folder)], only)).filter(({ isKept }) => !isKept).length;
    expect(await broken(one)).toBe(0);
    expect(await broken(spoil(one))).toBeGreaterThan(0);
  });
});

const isAboutFile = (id: string): boolean =>
  rules.find((rule) => rule.id === id)!.on.some((on) => on === 'docx' || on === 'pdf-file');
const isFile = (name: string): boolean => /Word file|PDF/.test(name);
