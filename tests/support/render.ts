import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/**
 * Renders exported letters the way a reader sees them, so that tests can measure them: Word files through LibreOffice
 * to PDF, PDF through poppler to positions and pictures. Fonts are the bundled ones only, whatever the machine has, so
 * that every machine measures the same page.
 */
const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../', import.meta.url));
const timeoutMs = 120_000;

const tools = ['soffice', 'pdftotext', 'pdftoppm', 'pdffonts'] as const;
export type RenderTool = (typeof tools)[number];

/** Programs that are not on the path; tests that need them skip with this list as their reason. */
export function missingRenderTools(needed: readonly RenderTool[] = tools): RenderTool[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return needed.filter((tool) => !folders.some((folder) => isExecutable(join(folder, tool))));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const serifNames = [
  '方正小标宋简体',
  '方正小标宋_GBK',
  '仿宋_GB2312',
  '仿宋',
  'FangSong',
  'FangSong_GB2312',
  '楷体_GB2312',
  '楷体',
  'KaiTi',
  'KaiTi_GB2312',
  '宋体',
  'SimSun',
];
const sansNames = ['黑体', 'SimHei'];

/**
 * Writes a fonts.conf that knows the bundled fonts only and maps the names of the standard's fonts to them. Returns
 * its path, to be passed as `FONTCONFIG_FILE`. The scan of the fonts is cached in node_modules/.cache.
 */
export function writeFontConfig(folder: string): string {
  const fontFolders = ['noto-serif-sc', 'noto-sans-sc'].flatMap((family) =>
    ['400Regular', '700Bold'].map((weight) => join(repository, 'node_modules/@expo-google-fonts', family, weight)),
  );
  const cache = join(repository, 'node_modules/.cache/dafu-fontconfig');
  mkdirSync(cache, { recursive: true });
  const alias = (wanted: string, used: string): string =>
    `<match target="pattern"><test name="family"><string>${wanted}</string></test>` +
    `<edit name="family" mode="assign" binding="strong"><string>${used}</string></edit></match>`;
  const path = join(folder, 'fonts.conf');
  writeFileSync(
    path,
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
      fontFolders.map((fontFolder) => `<dir>${fontFolder}</dir>`).join('') +
      `<cachedir>${cache}</cachedir>` +
      serifNames.map((name) => alias(name, 'Noto Serif SC')).join('') +
      sansNames.map((name) => alias(name, 'Noto Sans SC')).join('') +
      '<match target="pattern"><edit name="family" mode="append"><string>Noto Serif SC</string></edit></match>' +
      '</fontconfig>',
  );
  return path;
}

/** A rectangle on a page in mm from its top left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface PdfWord extends Box {
  text: string;
}
/** Words that stand on one line, left to right; `text` is them without the gaps. */
export interface PdfLine extends Box {
  text: string;
  words: PdfWord[];
}
export interface PdfPage {
  /** mm */
  width: number;
  height: number;
  /** Top to bottom, running footers included. */
  lines: PdfLine[];
}

export interface Renderer {
  /** Scratch folder, removed by `close`. */
  folder: string;
  /** LibreOffice's reading of a Word file. `name` is the file stem. Returns the path of the PDF. */
  docxToPdf(docx: Uint8Array, name: string): Promise<string>;
  /** One PNG a page, in page order. */
  pdfToPng(pdf: string, dpi?: number): Promise<string[]>;
  /** Straight horizontal rules at least `length` mm long on the page with this number (from 1). */
  pdfRules(pdf: string, page: number, length: number): Promise<Box[]>;
  close(): void;
}

/** Opens a scratch folder with its own LibreOffice profile, so that runs do not disturb each other or the person's. */
export function openRenderer(): Renderer {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-render-'));
  const env = { ...process.env, FONTCONFIG_FILE: writeFontConfig(folder), LC_ALL: 'C.UTF-8' };
  const profile = pathToFileURL(join(folder, 'profile')).href;
  return {
    folder,
    async docxToPdf(docx, name) {
      const source = join(folder, `${name}.docx`);
      writeFileSync(source, docx);
      const converted = await run(
        'soffice',
        [
          '--headless',
          '--norestore',
          `-env:UserInstallation=${profile}`,
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
        ].concat(source),
        { env, timeout: timeoutMs },
      );
      const pdf = join(folder, `${name}.pdf`);
      const kept = join(folder, `${name}.docx.pdf`);
      await rename(pdf, kept).catch((cause: unknown) => {
        throw new Error(`LibreOffice made no PDF: ${converted.stdout}${converted.stderr}`, { cause });
      });
      return kept;
    },
    async pdfToPng(pdf, dpi = 60) {
      const stem = `${pdf.replace(/^.*\//, '').replace(/\.pdf$/, '')}-page`;
      await run('pdftoppm', ['-png', '-r', String(dpi), pdf, join(folder, stem)], { timeout: timeoutMs });
      const names = await readdir(folder);
      return names
        .filter((name) => name.startsWith(`${stem}-`) && name.endsWith('.png'))
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
        .map((name) => join(folder, name));
    },
    async pdfRules(pdf, page, length) {
      const stem = `${pdf}-rules`;
      const args = ['-gray', '-r', String(ruleDpi), '-f', String(page), '-l', String(page), '-singlefile', pdf, stem];
      await run('pdftoppm', args, { timeout: timeoutMs });
      return rulesOf(await readFile(`${stem}.pgm`), length);
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const mmOfPt = 25.4 / 72;

/**
 * Text of a PDF with its place on the page, from `pdftotext -bbox`. Left and right are the pen positions before the
 * first and after the last character; top and bottom are the font's, so compare them with each other only.
 */
export async function pdfPages(pdf: string): Promise<PdfPage[]> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 256e6, timeout: timeoutMs });
  return stdout
    .split('<page ')
    .slice(1)
    .map((source) => {
      const size = /^width="([\d.]+)" height="([\d.]+)"/.exec(source);
      if (!size) throw new Error('pdftotext -bbox: page without size');
      const words = [...source.matchAll(wordPattern)].map(([, left, top, right, bottom, text]): PdfWord => ({
        left: Number(left) * mmOfPt,
        top: Number(top) * mmOfPt,
        right: Number(right) * mmOfPt,
        bottom: Number(bottom) * mmOfPt,
        text: unescapeXml(text ?? ''),
      }));
      return { width: Number(size[1]) * mmOfPt, height: Number(size[2]) * mmOfPt, lines: linesOf(words) };
    });
}
const wordPattern = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/g;

/** Words whose vertical middles lie within 2 mm are one line: less than half the smallest line pitch in a letter. */
function linesOf(words: PdfWord[]): PdfLine[] {
  const middle = (box: Box): number => (box.top + box.bottom) / 2;
  const lines: PdfWord[][] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && middle(word) - middle(first) <= 2) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const sorted = line.sort((a, b) => a.left - b.left);
    return {
      text: sorted.map((word) => word.text).join(''),
      words: sorted,
      left: Math.min(...sorted.map((word) => word.left)),
      top: Math.min(...sorted.map((word) => word.top)),
      right: Math.max(...sorted.map((word) => word.right)),
      bottom: Math.max(...sorted.map((word) => word.bottom)),
    };
  });
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const ruleDpi = 254;

/** Dark runs in a binary PGM at ten pixels a millimetre; neighbouring rows are one rule. */
function rulesOf(pgm: Uint8Array, length: number): Box[] {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(pgm.subarray(0, 64)));
  if (!head) throw new Error('pdftoppm -gray: not a binary PGM');
  const width = Number(head[1]);
  const height = Number(head[2]);
  const rules: Box[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = pgm.subarray(head[0].length + y * width, head[0].length + (y + 1) * width);
    const dark = longestDarkRun(row);
    if (dark.end - dark.start < length * 10) continue;
    const last = rules.at(-1);
    if (last && y / 10 - last.bottom < 0.05) last.bottom = (y + 1) / 10;
    else rules.push({ left: dark.start / 10, right: dark.end / 10, top: y / 10, bottom: (y + 1) / 10 });
  }
  return rules;
}

function longestDarkRun(row: Uint8Array): { start: number; end: number } {
  let longest = { start: 0, end: 0 };
  let start = 0;
  for (let x = 0; x <= row.length; x += 1) {
    if ((row[x] ?? 255) < 128) continue;
    if (x - start > longest.end - longest.start) longest = { start, end: x };
    start = x + 1;
  }
  return longest;
}
