import type { SheetStyle } from '#shared/domain/sheet-parts.ts';

const MM_PER_POINT = 25.4 / 72;

/**
 * Width of digits and Latin letters in em as the widest of the fonts set them that stand in for those of the standard.
 * Rooms are reckoned with it, so text never needs more lines than it was given.
 */
const widestLatin = 0.62;

/** Between Chinese and Latin in em, where a program leaves a gap although the file says not to. */
const scriptGap = 0.22;

/** What follows a text that was cut. */
const cutMark = '……';

export const defaultLines = 1.3;

const latin = /[\u0020-\u007e]/;

function widthOf(text: string): number {
  let width = 0;
  let wasLatin: boolean | undefined;
  for (const character of text) {
    const isLatin = latin.test(character);
    if (wasLatin !== undefined && wasLatin !== isLatin) width += scriptGap;
    width += isLatin ? widestLatin : 1;
    wasLatin = isLatin;
  }
  return width;
}

/** Lines a text takes in so many em: words and numbers stay whole, and a line may lose a character to a mark. */
export function lineCount(text: string, em: number): number {
  return text.split('\n').reduce((sum, paragraph) => sum + paragraphLines(paragraph, em), 0);
}

function paragraphLines(text: string, em: number): number {
  if (widthOf(text) <= em) return 1;
  const usable = Math.max(1, em - 1);
  let lines = 1;
  let used = 0;
  for (const piece of text.match(/[\u0021-\u007e]+|./gsu) ?? []) {
    let width = widthOf(piece) + (latin.test(piece) ? 2 * scriptGap : 0);
    if (used + width > usable && used > 0) {
      lines += 1;
      used = 0;
    }
    while (width > usable) {
      lines += 1;
      width -= usable;
    }
    used += width;
  }
  return lines;
}

/** Height in mm of a text at this size in a place of this width. */
export function textHeight(text: string, style: SheetStyle, size: number, width: number): number {
  const em = width / (size * MM_PER_POINT);
  return lineCount(text, em) * pitchOf(style, size) * MM_PER_POINT;
}

/** Line pitch in pt, a multiple of 0.05 (one twip). */
export function pitchOf(style: SheetStyle, size: number): number {
  return Math.round(size * (style.lines ?? defaultLines) * 20) / 20;
}

/** The largest size from that of the style down to its smallest at which the text fits; undefined when none does. */
export function fittingSize(
  text: string,
  style: SheetStyle,
  place: { width: number; height: number },
): number | undefined {
  for (const size of sizesOf(style)) if (textHeight(text, style, size, place.width) <= place.height) return size;
  return undefined;
}

/** The size a text begins with: that of its style, or what lets it stand on one line where the style wants that. */
export function firstSize(text: string, style: SheetStyle, width: number): number {
  if (!style.isOneLine) return style.size;
  const fits = (size: number): boolean =>
    text.split('\n').every((line) => lineCount(line, width / (size * MM_PER_POINT)) === 1);
  return sizesOf(style).find(fits) ?? smallestOf(style);
}

export function smallestOf(style: SheetStyle): number {
  return Math.min(style.size, style.smallest ?? style.size);
}

function sizesOf(style: SheetStyle): number[] {
  const sizes: number[] = [];
  for (let size = style.size; size >= smallestOf(style); size -= 0.5) sizes.push(size);
  return sizes;
}

/** As much of the text as fits at this size, with …… where it was cut. */
export function cutToFit(
  text: string,
  style: SheetStyle,
  size: number,
  place: { width: number; height: number },
): string {
  const characters = [...text];
  const fits = (count: number): boolean =>
    textHeight(characters.slice(0, count).join('') + cutMark, style, size, place.width) <= place.height;
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('').trimEnd() + cutMark;
}
