import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { fullLetter, gridLetter, letterOptions, longLetter } from '../../../../tests/support/letters.ts';
import { missingRenderTools, openRenderer, pdfPages, type PdfPage } from '../../../../tests/support/render.ts';
import { writeDocx } from '../docx/index.ts';
import { createPdfWriter } from '../pdf/index.ts';

const missing = missingRenderTools();
const renderer = missing.length === 0 ? openRenderer() : undefined;
const writer = createPdfWriter({ resourcesFolder: fileURLToPath(new URL('../../../../resources/', import.meta.url)) });
afterAll(() => renderer?.close());

/** Lines of the body, without the running page number. */
const lines = (page: PdfPage): string[] =>
  page.lines.map((line) => line.text.replaceAll(/\s/g, '')).filter((text) => !/^—\d+—$/.test(text));

async function bothWays(letter: ReplyDocument): Promise<{ word: PdfPage[]; pdf: PdfPage[] }> {
  const { folder, docxToPdf } = renderer!;
  const path = join(folder, `${letter.id}-typst.pdf`);
  writeFileSync(path, writer.write(letter, letterOptions).bytes);
  const word = await docxToPdf(writeDocx(letter, letterOptions), letter.id);
  return { word: await pdfPages(word), pdf: await pdfPages(path) };
}

describe.skipIf(missing.length > 0)('Word and PDF of one letter', () => {
  it('have the same lines on the same pages where the grid decides', async () => {
    const { word, pdf } = await bothWays(gridLetter(50));
    expect(pdf.map(lines)).toEqual(word.map(lines));
  }, 120_000);

  it.each([
    ['with one of everything', fullLetter()],
    ['of running text', longLetter(6)],
  ])(
    'have as many pages, %s',
    async (_name, letter) => {
      const { word, pdf } = await bothWays(letter);
      expect(pdf).toHaveLength(word.length);
      expect(lines(pdf[0]!)[0]).toBe(lines(word[0]!)[0]);
      expect(lines(pdf.at(-1)!).at(-1)).toBe(lines(word.at(-1)!).at(-1));
    },
    120_000,
  );
});
