import { writeDocx } from '#backend/export/docx/index.ts';
import { createPdfWriter } from '#backend/export/pdf/index.ts';
import { letterOptions as options } from '../support/letters.ts';
import { edited, letterOf, TEN_PAGES } from './letters.ts';
import { fontFolders, resourcesFolder } from './paths.ts';
import { reportBudget } from './report.ts';
import { median, percentile, timeCalls } from './stats.ts';

/** Word and PDF of a ten-page letter in a warm process, after an edit. */
export async function benchOutput(): Promise<void> {
  const letter = letterOf(TEN_PAGES);
  const docx = await timeCalls(30, 5, (round) => writeDocx(edited(letter, round), options));
  reportBudget('docx, 10 pages, warm', median(docx), 10, { p95: percentile(docx, 0.95) });

  const start = performance.now();
  const writer = createPdfWriter({ fontFolders, resourcesFolder });
  const { pages } = writer.write(letter, { ...options, pdfStandard: 'none' });
  const first = performance.now() - start;
  const pdf = await timeCalls(30, 5, (round) =>
    writer.write(edited(letter, round), { ...options, pdfStandard: 'none' }),
  );
  reportBudget('pdf after an edit, 10 pages, warm', median(pdf), 30, { p95: percentile(pdf, 0.95), first, pages });
}
