import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import fc from 'fast-check';
import { temporaryFolder } from '#backend/testing/backend.ts';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { heading, listItem, paragraph, section, table, textRun } from '#shared/document/create.ts';
import { defaultPublicationOptions, type FindingAction } from '#shared/document/redaction/finding.ts';
import type { ReplyDocument, Run } from '#shared/document/schema.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { docxParts } from '../../../tests/support/docx.ts';
import { fullLetter } from '../../../tests/support/letters.ts';
import { missingRenderTools } from '../../../tests/support/render.ts';
import { findingsOf, treatLetter, type Letter, type TreatedLetter } from './treatment.ts';
import { createLetterWriters } from './writers.ts';

const resourcesFolder = fileURLToPath(new URL('../../../resources/', import.meta.url));
const writers = createLetterWriters({ resourcesFolder, fontFolders: [] });

const secrets = [
  '13800138000',
  '139 0013 9000',
  '１３７００１３７０００',
  '18600001111、18600002222',
  '11010519491231002X',
  'lin@example.com',
  '云A12345',
  '6222021234567890128',
  '家住和平里小区3号楼2单元501室',
];
const around = ['请拨打', '（联系人：张三；联系电话：', '手机：', '', '经查，'];

/** A word of its own for each place, that must be in every output, and something private beside it. */
const placed = fc.tuple(fc.constantFrom(...around), fc.constantFrom(...secrets), fc.nat({ max: 30 }));
const placesCount = 11;

function letterOf(places: [string, string, number][]): ReplyDocument {
  const texts = places.map(([before, secret], index) => {
    const closing = before.startsWith('（') ? '）' : '';
    return `标记${'甲乙丙丁戊己庚辛壬癸子'[index]}处。${before}${secret}${closing}。`;
  });
  // Split somewhere, so that numbers run over runs of different looks.
  const runs = (index: number): Run[] => {
    const text = texts[index] ?? '';
    const at = Math.min(places[index]?.[2] ?? 0, text.length);
    return [textRun(text.slice(0, at)), textRun(text.slice(at), { bold: true })];
  };
  const letter = fullLetter();
  return {
    ...letter,
    head: { ...letter.head, title: runs(0), salutation: runs(1) },
    sections: [
      section(
        'opening',
        [paragraph(runs(2)), listItem('circled', runs(3)), table([[runs(4), runs(5)]], 0)],
        heading(1, runs(6)),
      ),
      { ...section('attachment', [paragraph(runs(7))]), attachment: { itemId: 'a1' } },
    ],
    tail: {
      ...letter.tail,
      attachments: [{ id: 'a1', title: texts[8] ?? '' }],
      note: texts[9] ?? '',
      copyTo: [texts[10] ?? ''],
    },
  };
}

async function textsOf(letter: TreatedLetter, formats: readonly ExportFormat[]): Promise<[ExportFormat, string][]> {
  const texts: [ExportFormat, string][] = [];
  for (const format of formats) {
    const { bytes } = await writers.write(format, letter, 'none');
    texts.push([
      format,
      format === 'docx'
        ? Object.values(docxParts(bytes)).join('')
        : format === 'pdf'
          ? pdfText(bytes)
          : Buffer.from(bytes).toString(),
    ]);
  }
  return texts.map(([format, text]) => [format, text.replaceAll(/<[^>]+>|\s/g, '')]);
}

function pdfText(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'letter.pdf');
  writeFileSync(path, bytes);
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', stdio: 'pipe' });
}

async function expectNothingPrivate(
  document: ReplyDocument,
  action: FindingAction | null,
  formats: readonly ExportFormat[],
) {
  const unit = { ...defaultUnitSettings, fullName: '云州市民政局', form: 'letter' };
  const letter: Letter = { document, caseFacts: emptyCaseFacts(), unit };
  const findings = findingsOf(letter, 'accept', defaultPublicationOptions);
  expect(findings.length).toBeGreaterThanOrEqual(placesCount);
  const decisions = Object.fromEntries(action ? findings.map(({ id }) => [id, action]) : []);
  const publication = { options: defaultPublicationOptions, decisions };
  const treated = treatLetter(letter, { review: 'refuse', publication });
  for (const [format, text] of await textsOf(treated, formats)) {
    for (const finding of findings) expect(text, format).not.toContain(finding.text.replaceAll(/\s/g, ''));
    for (const mark of '甲乙丙丁戊己庚辛壬癸子') expect(text, format).toContain(`标记${mark}处`);
    expect(text, format).not.toMatch(/1[3-9]\d{9}|@example/);
  }
}

const actions = fc.constantFrom<FindingAction | null>('remove', 'mask', null);
const letters = fc.array(placed, { minLength: placesCount, maxLength: placesCount }).map(letterOf);

it('has nothing that was found in Word, HTML or text, and everything else', async () => {
  await fc.assert(
    fc.asyncProperty(letters, actions, (document, action) =>
      expectNothingPrivate(document, action, ['docx', 'html', 'txt']),
    ),
    { numRuns: 40 },
  );
}, 60_000);

it.skipIf(missingRenderTools(['pdftotext']).length > 0)(
  'nor in PDF',
  async () => {
    await fc.assert(
      fc.asyncProperty(letters, actions, (document, action) => expectNothingPrivate(document, action, ['pdf'])),
      { numRuns: 5 },
    );
  },
  60_000,
);
