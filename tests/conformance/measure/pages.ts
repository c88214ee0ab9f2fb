import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { pdfPages, type Box, type PdfPage, type PdfWord } from '../../support/render.ts';
import { drawingsOf, type Bar, type Drawing, type DrawnGlyph } from './svg.ts';

export type { Bar };
const run = promisify(execFile);
const timeout = 120_000;
const mmOfPt = 25.4 / 72;
/** Steps of a point in which `pdftohtml` tells places and sizes. */
const htmlZoom = 3;

/** One printed character. Lengths in mm, `size` in pt. */
export interface Character {
  text: string;
  /** Pen positions before and after it. */
  left: number;
  right: number;
  baseline: number;
  ink: Box | null;
  font: string;
  size: number;
  color: string;
}
/** Characters on one baseline, left to right. */
export interface Line {
  /** Without blanks. */
  text: string;
  characters: Character[];
  left: number;
  right: number;
  baseline: number;
  /** Edges of the characters' square, 0.86 em above and 0.14 em below the baseline. */
  top: number;
  bottom: number;
  /** The largest type size in it, pt. */
  size: number;
}
export interface Page {
  number: number;
  width: number;
  height: number;
  /** Top to bottom, the page number included. */
  lines: Line[];
  bars: Bar[];
  /** Of a landscape page: the page number, which keeps its place on the sheet and so is printed turned. */
  turned: { text: string; dash: Box } | null;
}

/** Everything that is printed, page by page, as poppler finds it in the PDF. */
export async function readPages(pdf: string): Promise<Page[]> {
  const html = ['-xml', '-i', '-hidden', '-zoom', String(htmlZoom), '-fontfullname', '-stdout', pdf];
  const [texts, looks] = await Promise.all([
    pdfPages(pdf),
    run('pdftohtml', html, { timeout, maxBuffer: 256e6 }).then(({ stdout }) => looksOf(stdout)),
  ]);
  const drawings = await drawnPages(pdf, texts);
  return texts.map((text, index) => {
    const drawing = drawings[index];
    if (!drawing) throw new Error(`${pdf}: page ${index + 1} is not drawn`);
    const { level, turned } = withoutTurned(text, drawing);
    return {
      number: index + 1,
      width: text.width,
      height: text.height,
      lines: linesOf(charactersOf(level.page, level.drawing, looks[index] ?? [], `${pdf}, page ${index + 1}`)),
      bars: drawing.bars,
      turned,
    };
  });
}

/** One picture takes its size from its first page, so landscape pages get pictures of their own. */
async function drawnPages(pdf: string, pages: readonly PdfPage[]): Promise<Drawing[]> {
  const drawings: Drawing[] = [];
  for (let first = 0; first < pages.length; first = drawings.length) {
    const isTurned = (page: PdfPage | undefined): boolean => page !== undefined && page.width > page.height;
    let end = first + 1;
    while (end < pages.length && isTurned(pages[end]) === isTurned(pages[first])) end += 1;
    const svg = `${pdf}-${first + 1}.svg`;
    const range = ['-f', String(first + 1), '-l', String(end)];
    await run('pdftocairo', ['-svg', '-noshrink', '-nocenter', ...range, pdf, svg], { timeout });
    drawings.push(...drawingsOf(await readFile(svg, 'utf8')));
    await rm(svg);
  }
  return drawings;
}

/** Width of the edges of a landscape page in which nothing but the turned page number stands. */
const turnedEdge = 34;

/** Takes what stands beside the type area of a landscape page out of its text. */
function withoutTurned(
  page: PdfPage,
  drawing: Drawing,
): { level: { page: PdfPage; drawing: Drawing }; turned: Page['turned'] } {
  if (page.width <= page.height) return { level: { page, drawing }, turned: null };
  const isBeside = (left: number): boolean => left < turnedEdge || left > page.width - turnedEdge;
  const words = page.lines.flatMap((line) => line.words);
  const number = words.filter((word) => isBeside(word.left)).sort((a, b) => a.top - b.top);
  const [dash] = drawing.glyphs
    .flatMap((glyph) => (isBeside(glyph.x) && glyph.ink ? [glyph.ink] : []))
    .sort((a, b) => a.top - b.top);
  const lines = page.lines.map((line) => ({ ...line, words: line.words.filter((word) => !isBeside(word.left)) }));
  return {
    level: {
      page: { ...page, lines },
      drawing: { ...drawing, glyphs: drawing.glyphs.filter(({ x }) => !isBeside(x)) },
    },
    turned: dash ? { text: number.map(({ text }) => text).join(''), dash } : null,
  };
}

export function boxOf(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

interface Look extends Box {
  font: string;
  size: number;
}

/** Font and size by place, from `pdftohtml -xml`. */
function looksOf(xml: string): Look[][] {
  const fonts = new Map<string, { font: string; size: number }>();
  const scale = mmOfPt / htmlZoom;
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      for (const [, id = '', size, family = ''] of page.matchAll(
        /<fontspec id="(\d+)" size="([-\d]+)" family="([^"]*)"/g,
      )) {
        fonts.set(id, { font: family.replace(/^[A-Z]{6}\+/, ''), size: Number(size) / htmlZoom });
      }
      const texts = page.matchAll(/<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)"/g);
      return [...texts].map(([, top, left, width, height, id = '']): Look => {
        const look = fonts.get(id);
        if (!look) throw new Error(`pdftohtml: unknown font ${id}`);
        return {
          ...look,
          left: Number(left) * scale,
          right: (Number(left) + Number(width)) * scale,
          top: Number(top) * scale,
          bottom: (Number(top) + Number(height)) * scale,
        };
      });
    });
}

/**
 * Gives each drawn glyph its character and its font: along one baseline, left to right, both are the same. (Places of
 * words do not tell, as squeezed punctuation reaches into its neighbours.)
 */
function charactersOf(page: PdfPage, drawing: Drawing, looks: readonly Look[], at: string): Character[] {
  const baselines = baselinesOf(drawing.glyphs);
  const wordsOn = new Map<DrawnGlyph[], PdfWord[]>(baselines.map((glyphs) => [glyphs, []]));
  for (const word of page.lines.flatMap((line) => line.words)) {
    const expected = word.top + 0.86 * (word.bottom - word.top);
    const off = (glyphs: DrawnGlyph[]): number => Math.abs((glyphs[0]?.baseline ?? Infinity) - expected);
    const nearest = baselines.reduce<DrawnGlyph[]>((best, glyphs) => (off(glyphs) < off(best) ? glyphs : best), []);
    wordsOn.get(nearest)?.push(word);
  }
  return baselines.flatMap((glyphs) => {
    const { baseline, x } = glyphs[0] ?? { baseline: 0, x: 0 };
    const onLine = (wordsOn.get(glyphs) ?? []).sort((a, b) => a.left - b.left);
    const texts = onLine.flatMap((word) => [...word.text].filter((text) => text.trim() !== '' && text !== '\u200B'));
    const drawn = withSecondHalves(glyphs, texts);
    if (texts.length !== drawn.length) {
      throw new Error(`${at}: ${glyphs.length} glyphs at ${x}, ${baseline} for “${texts.join('')}”`);
    }
    return drawn.map((glyph, index): Character => {
      const look = looks.find(
        (some) =>
          glyph.x >= some.left - 0.5 &&
          glyph.x <= some.right - 0.2 &&
          glyph.baseline > some.top - 0.3 &&
          glyph.baseline < some.bottom + 0.5,
      );
      const word = onLine.find((some) => glyph.x < some.right - 0.05);
      return {
        text: texts[index] ?? '',
        left: glyph.x,
        right: Math.min(drawn[index + 1]?.x ?? Infinity, word?.right ?? Infinity),
        baseline: glyph.baseline,
        ink: glyph.ink,
        font: look?.font ?? '',
        size: look?.size ?? 0,
        color: glyph.color,
      };
    });
  });
}

/** A font may draw a dash of two characters as one glyph; its second half stands in the middle of it. */
function withSecondHalves(glyphs: readonly DrawnGlyph[], texts: readonly string[]): DrawnGlyph[] {
  const drawn = [...glyphs];
  for (const [index, text] of texts.entries()) {
    const whole = drawn[index - 1];
    const isSecond = text === '—' && texts[index - 1] === '—';
    if (!isSecond || !whole || drawn.length >= texts.length) continue;
    const end = drawn[index]?.x ?? whole.ink?.right ?? whole.x;
    drawn.splice(index, 0, { ...whole, x: (whole.x + end) / 2 });
  }
  return drawn;
}

/** Inked glyphs by baseline, each left to right. */
function baselinesOf(glyphs: readonly DrawnGlyph[]): DrawnGlyph[][] {
  const lines: DrawnGlyph[][] = [];
  for (const glyph of glyphs.filter(({ ink }) => ink !== null).sort((a, b) => a.baseline - b.baseline)) {
    const first = lines.at(-1)?.[0];
    if (first && glyph.baseline - first.baseline < 0.2) lines.at(-1)?.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

/** Baselines less than 1.2 mm apart are one line: less than half the smallest line pitch in a letter. */
function linesOf(characters: readonly Character[]): Line[] {
  const lines: Character[][] = [];
  for (const character of [...characters].sort((a, b) => a.baseline - b.baseline)) {
    const first = lines.at(-1)?.[0];
    if (first && character.baseline - first.baseline < 1.2) lines.at(-1)?.push(character);
    else lines.push([character]);
  }
  return lines.map((line) => lineOf(line.sort((a, b) => a.left - b.left)));
}

export function lineOf(characters: Character[]): Line {
  const size = Math.max(...characters.map((character) => character.size));
  const baseline = Math.max(...characters.map((character) => character.baseline));
  return {
    text: characters.map((character) => character.text).join(''),
    characters,
    left: characters[0]?.left ?? Number.NaN,
    right: characters.at(-1)?.right ?? Number.NaN,
    baseline,
    top: baseline - 0.86 * size * mmOfPt,
    bottom: baseline + 0.14 * size * mmOfPt,
    size,
  };
}
