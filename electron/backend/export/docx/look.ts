import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import { mmToTwip, size, TWIPS_PER_POINT, type TypefaceRole } from '../letter/measures.ts';
import type { LetterOptions } from '../letter/options.ts';
import { layPage, type PageLayout } from '../letter/page-layout.ts';
import { typefaceWishes } from '../letter/typefaces.ts';
import { narrowing } from './grid.ts';

/** Fonts of a run: of Chinese characters, and of western letters and digits. */
export interface Face {
  font: string;
  latin: string;
}

/** The unit's layout in the words and measures of WordprocessingML. Lengths in twips. */
export interface Look {
  faces: Record<TypefaceRole, Face>;
  /** What Word shows in place of a font the PC lacks, by the font's name. */
  alternatives: ReadonlyMap<string, string>;
  isLevel3Bold: boolean;
  pageNumber: PageLayout['pageNumber'];
  /** Exact distance of lines. */
  linePitch: number;
  /** From the upper edge of a line to the square of its characters: the baseline of an exact line lies at 80 %. */
  squareTopInLine: number;
  /** With a grid of characters the grid narrows the text, else every character says so itself. */
  hasCharacterGrid: boolean;
  characterSpacing: number;
  /** On pre-printed paper, everything is moved by this. */
  offset: { x: number; y: number };
}

export function lookOf(options: LetterOptions): Look {
  const { layout } = options.unit;
  const page = layPage(options);
  // Whole twips, never more than the type area holds: 580 for 28.99 pt would give 21 lines.
  const linePitch = Math.floor(page.linePitch * TWIPS_PER_POINT + 1e-6);
  const hasCharacterGrid = layout.wordGrid === 'linesAndChars';
  const face = (role: TypefaceRole): Face => {
    const [font = ''] = typefaceWishes(role, layout);
    // 7.5 wants the page number in 宋体 whatever the digits of the text.
    return { font, latin: layout.latinFont === '' || role === 'pageNumber' ? font : layout.latinFont };
  };
  const faces = {
    title: face('title'),
    body: face('body'),
    heading1: face('heading1'),
    heading2: face('heading2'),
    pageNumber: face('pageNumber'),
  };
  return {
    faces,
    alternatives: fontAlternatives(layout),
    isLevel3Bold: layout.isLevel3Bold,
    pageNumber: page.pageNumber,
    linePitch,
    squareTopInLine: 0.8 * linePitch - 0.86 * size.body * TWIPS_PER_POINT,
    hasCharacterGrid,
    characterSpacing: hasCharacterGrid ? 0 : narrowing,
    offset: { x: mmToTwip(page.offset.x), y: mmToTwip(page.offset.y) },
  };
}

/** The unit's second choice of each first one, or a font of every Chinese PC. */
function fontAlternatives(layout: Pick<UnitLayout, 'fonts'>): ReadonlyMap<string, string> {
  const alternatives = new Map<string, string>();
  for (const role of Object.keys(onEveryPc) as TypefaceRole[]) {
    const [font = ''] = typefaceWishes(role, layout);
    const [, second = englishName[font] ?? onEveryPc[role]] = layout.fonts[role];
    if (!alternatives.has(font)) alternatives.set(font, second);
  }
  return alternatives;
}

const onEveryPc: Record<TypefaceRole, string> = {
  title: '宋体',
  body: '仿宋',
  heading1: '黑体',
  heading2: '楷体',
  pageNumber: '宋体',
};
/** The same font on a PC in another language. */
const englishName: Record<string, string> = { 宋体: 'SimSun', 仿宋: 'FangSong', 黑体: 'SimHei', 楷体: 'KaiTi' };
