import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocx } from '#backend/export/docx/index.ts';
import { createPdfWriter } from '#backend/export/pdf/index.ts';
import { docxParts } from '../support/docx.ts';
import { resourcesFolder, type Case } from './cases.ts';
import { standInFolder } from './fonts/stand-ins.ts';
import { readPages, type Page } from './measure/pages.ts';
import { partsOf, type Part } from './measure/parts.ts';
import { officeCopy } from './office-copy.ts';
import type { Office } from './office.ts';

/** A letter as it is printed by one of the two ways. */
export interface Printed {
  pages: Page[];
  /** Path of the PDF: LibreOffice's, or the product's own. */
  pdf: string;
  parts: Part[];
}

/** One case, exported and read. */
export interface Exported {
  case: Case;
  docx: { bytes: Uint8Array; path: string; parts: Record<string, string> };
  pdfBytes: Uint8Array;
  word: Printed;
  pdf: Printed;
}

const writers = { pdf: createPdfWriter({ resourcesFolder, fontFolders: [standInFolder()] }) };

export function writePdf({ letter, options }: Case): Uint8Array {
  return writers.pdf.write(letter.document, options).bytes;
}

export function writeWord({ letter, options }: Case): Uint8Array {
  return writeDocx(letter.document, options);
}

/** Exports all cases, in as many LibreOffice runs at once as the machine has cores for. */
export async function exportAll(cases: readonly Case[], office: Office, runs = 2): Promise<Exported[]> {
  const files = cases.map((one) => {
    const docx = writeWord(one);
    const pdfBytes = writePdf(one);
    const paths = { docx: join(office.folder, `${one.id}.docx`), pdf: join(office.folder, `${one.id}.pdf`) };
    writeFileSync(paths.docx, officeCopy(docx));
    writeFileSync(paths.pdf, pdfBytes);
    return { case: one, docx, pdfBytes, paths };
  });
  const words = new Map<string, string>();
  await Promise.all(
    Array.from({ length: runs }, async (_, lane) => {
      const share = files.filter((_file, index) => index % runs === lane).map(({ paths }) => paths.docx);
      (await office.convert(share)).forEach((pdf, index) => words.set(share[index] ?? '', pdf));
    }),
  );
  const exported: Exported[] = [];
  for (const { case: one, docx, pdfBytes, paths } of files) {
    const [word, pdf] = await Promise.all([printed(one, words.get(paths.docx) ?? ''), printed(one, paths.pdf)]);
    exported.push({
      case: one,
      docx: { bytes: docx, path: paths.docx, parts: docxParts(docx) },
      pdfBytes,
      word,
      pdf,
    });
  }
  return exported;
}

/** One case as PDF alone; LibreOffice is spared, and its page is the same. */
export async function readPdf(one: Case, folder: string): Promise<Exported> {
  const path = join(folder, `${one.id}.pdf`);
  const pdfBytes = writePdf(one);
  const docx = writeWord(one);
  writeFileSync(path, pdfBytes);
  const pdf = await printed(one, path);
  return { case: one, docx: { bytes: docx, path: '', parts: docxParts(docx) }, pdfBytes, word: pdf, pdf };
}

async function printed(one: Case, pdf: string): Promise<Printed> {
  const pages = await readPages(pdf);
  return { pages, pdf, parts: partsOf(one, pages) };
}
