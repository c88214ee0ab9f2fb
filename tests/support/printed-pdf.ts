import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { createPdfWriter, type PdfOptions } from '#backend/export/pdf/index.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { defaultUnitLayout, type UnitLayout, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { optionsOfForm } from './letters.ts';
import { missingRenderTools, openRenderer, pdfPages, type PdfLine, type PdfPage } from './render.ts';

const run = promisify(execFile);

export const missingPdfTools = missingRenderTools(['pdftotext', 'pdftoppm', 'pdffonts']);

/** mm of the page that tests lay the ruler on. */
export const paper = {
  left: 28,
  right: 184,
  top: 37,
  bottom: 262,
  line: 225 / 22,
  /** Width of a character at its natural width, and of one on the grid of 28. */
  character: 16 * (25.4 / 72),
  gridCharacter: 156 / 28,
  small: 14 * (25.4 / 72),
} as const;

export interface Printed {
  path: string;
  pages: PdfPage[];
  /** The line that contains this text, and the page it stands on, from 1. Fails when there is none. */
  line(text: string): PdfLine & { page: number };
  /** `pdffonts`: names of the fonts in the file. */
  fonts(): Promise<string[]>;
  /** What a screen reader is told, in its order, without white space. Fails when the file is not tagged. */
  structure(): Promise<string>;
}

export interface PdfPrinter {
  print(letter: ReplyDocument, options: PdfOptions): Promise<Printed>;
  close(): void;
}

/** Prints letters through the PDF writer into a scratch folder, and reads what stands on the pages. */
export function openPdfPrinter(): PdfPrinter {
  const renderer = openRenderer();
  const writer = createPdfWriter({ resourcesFolder: fileURLToPath(new URL('../../resources/', import.meta.url)) });
  let count = 0;
  return {
    async print(letter, options) {
      const path = join(renderer.folder, `printed-${(count += 1)}.pdf`);
      writeFileSync(path, writer.write(letter, options).bytes);
      const pages = await pdfPages(path);
      return {
        path,
        pages,
        line(text) {
          for (const [index, page] of pages.entries()) {
            const line = page.lines.find((found) => found.text.includes(text));
            if (line) return { ...line, page: index + 1 };
          }
          throw new Error(`no line with ${text}`);
        },
        async structure() {
          expect((await run('pdfinfo', [path])).stdout).toMatch(/Tagged:\s+yes/);
          const { stdout } = await run('pdfinfo', ['-struct-text', path], { maxBuffer: 64e6 });
          // A paragraph comes in pieces, each in quotes of its own.
          return stdout.replaceAll(/\s/g, '').replaceAll('""', '');
        },
        async fonts() {
          const { stdout } = await run('pdffonts', [path]);
          return stdout
            .split('\n')
            .slice(2)
            .map((row) => row.split(/\s/)[0] ?? '')
            .filter((name) => name !== '')
            .map((name) => name.replace(/^[A-Z]{6}\+/, ''));
        },
      };
    },
    close: () => renderer.close(),
  };
}

/** An office that differs from 云州市民政局 in this, writing in this form. */
export function officeOf(
  form: string,
  unit: Partial<Omit<UnitSettings, 'layout'>> & { layout?: Partial<UnitLayout> } = {},
): PdfOptions {
  const options = optionsOfForm(form);
  const layout = { ...defaultUnitLayout, ...unit.layout };
  return { ...options, unit: { ...options.unit, ...unit, layout } };
}

export function expectWithin(actual: number | undefined, wanted: number, tolerance = 0.5): void {
  expect(Math.abs((actual ?? Number.NaN) - wanted), `${actual} instead of ${wanted}`).toBeLessThan(tolerance);
}
