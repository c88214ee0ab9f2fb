/**
 * The page of an official document, one source for Word and PDF (GB/T 9704-2012, 5.2 and 6). All lengths in mm unless
 * the name says otherwise.
 */
export const page = { width: 210, height: 297 } as const;

/** 天头 37, 订口 28; right and bottom follow from the type area of 156 × 225. */
export const margin = { top: 37, left: 28, right: 26, bottom: 35 } as const;

export const typeArea = {
  width: page.width - margin.left - margin.right,
  height: page.height - margin.top - margin.bottom,
  linesPerPage: 22,
  charactersPerLine: 28,
} as const;

/** Type sizes in pt: 二号, 三号, 四号. */
export const size = { title: 22, body: 16, small: 14 } as const;

/** Upper edge of the page number's dash below the type area (7.5). */
export const pageNumberGap = 7;

/** Weights of the rules of the 版记 in mm (7.4.1). */
export const colophonRule = { outer: 0.35, inner: 0.25 } as const;

/** Empty lines before an element (7.2.5, 7.3.1, 7.3.2, 7.3.4, 7.3.5); sealed, they leave the seal its room. */
export const blankLinesBefore = {
  titleAfterMark: 2,
  salutation: 1,
  attachments: 1,
  sealedSignature: 2,
  unsealedSignature: 1,
} as const;

/** Text and line pitch inside tables in pt: 四号, as no rule fixes it. */
export const tableText = { size: 14, linePitch: 24 } as const;

export const POINTS_PER_MM = 72 / 25.4;
export const TWIPS_PER_POINT = 20;

export function mmToPt(mm: number): number {
  return mm * POINTS_PER_MM;
}

/** Whole twips, the unit of WordprocessingML. */
export function mmToTwip(mm: number): number {
  return Math.round(mm * POINTS_PER_MM * TWIPS_PER_POINT);
}

/**
 * Typefaces by use. Word files always name these; the PDF takes the first that is installed, or a bundled fallback.
 */
export const typeface = {
  title: ['方正小标宋简体', '方正小标宋_GBK', '宋体'],
  body: ['仿宋_GB2312', '仿宋'],
  heading1: ['黑体'],
  heading2: ['楷体_GB2312', '楷体'],
  pageNumber: ['宋体'],
} as const;
export type TypefaceRole = keyof typeof typeface;

/** Level 1 黑体, level 2 楷体, levels 3 and 4 as the body (7.3.3). */
export function headingTypeface(level: number): TypefaceRole {
  return level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'body';
}
