import type { Measured, View } from '../rules/rule.ts';
import type { Box } from '../../support/render.ts';
import { boxOf, lineOf, type Bar, type Character, type Line, type Page } from './pages.ts';
import { isPageNumber, textLines, type Part, type PartKind, type PlacedLine } from './parts.ts';

/** The page of the standard in mm (5.2, 6), written down again here so that the product is not measured by itself. */
export const paper = { width: 210, height: 297 } as const;
export const area = { left: 28, right: 184, top: 37, bottom: 262, width: 156, height: 225 } as const;
export const linePitch = area.height / 22;
export const charPitch = area.width / 28;
/** Heights of 三号 and 四号 characters. */
export const em = 16 * (25.4 / 72);
export const smallEm = 14 * (25.4 / 72);

export const isPortrait = (page: Page): boolean => page.height > page.width;

export function parts(view: View, ...kinds: PartKind[]): Part[] {
  return view.parts.filter((part) => kinds.includes(part.kind));
}

/** Parts of the letter itself, without its attachments' texts. */
export function letterParts(view: View, ...kinds: PartKind[]): Part[] {
  return parts(view, ...kinds).filter((part) => !part.isAttachment);
}

export const firstLine = (part: Part | undefined): PlacedLine | undefined => part?.lines[0];
export const lastLine = (part: Part | undefined): PlacedLine | undefined => part?.lines.at(-1);

/** One measured value for each part that has one; a part that was not found is NaN, which no rule accepts. */
export function each(list: readonly Part[], value: (line: PlacedLine, part: Part) => number | string): Measured[] {
  return list.map((part) => {
    const line = firstLine(part);
    return line ? { value: value(line, part), at: place(line) } : { value: Number.NaN, at: `not found: ${part.text}` };
  });
}

export function place({ page, line }: { page: Page; line: Line }): string {
  return `page ${page.number}: ${line.text.slice(0, 12)}`;
}

/** The line above or below on the same page. */
export function neighbour({ page, index }: PlacedLine, step: 1 | -1): Line | undefined {
  return textLines(page)[index + step];
}

/** Empty lines between two lines of text, measured from the square of one to that of the other. */
export function blankLines(above: Line, below: Line): number {
  return (below.baseline - above.baseline) / linePitch - 1;
}

/** Of a distance between an edge and a line of text: how many lines have their place in it. */
export const lines = (distance: number): number => distance / linePitch;

export function distinct(values: readonly (string | number)[]): string {
  return [...new Set(values)].join('+');
}

export const fontsOf = (characters: readonly Character[]): string => distinct(characters.map(({ font }) => font));
export const sizesOf = (characters: readonly Character[]): string =>
  distinct(characters.map(({ size }) => Math.round(size * 2) / 2));

/** The printed text of a line, found by what it contains. */
export function lineWith(view: View, text: string): PlacedLine | undefined {
  for (const page of view.pages) {
    const found = textLines(page).findIndex((line) => line.text.includes(text));
    const line = textLines(page)[found];
    if (!line) continue;
    const at = line.text.indexOf(text);
    return { page, line, index: found, own: lineOf(line.characters.slice(at, at + text.length)) };
  }
  return undefined;
}

export function pageNumbers(view: View): { page: Page; line: Line | undefined }[] {
  return view.pages.map((page) => ({ page, line: page.lines.find((line) => isPageNumber(page, line)) }));
}

/** Bounds of the ink of characters. */
export const inkOf = (characters: readonly Character[]): Box => boxOf(characters.flatMap(({ ink }) => ink ?? []));

export const isRed = (color: string): boolean => color === '#ff0000';

/** Level bars at least so long, top to bottom. */
export function rules(page: Page | undefined, length: number): Bar[] {
  return (page?.bars ?? [])
    .filter((bar) => bar.right - bar.left >= length && bar.bottom - bar.top < 2)
    .sort((a, b) => a.top - b.top);
}

export const redRules = (page: Page | undefined): Bar[] => rules(page, 50).filter((bar) => isRed(bar.color));

/** The issuer: what is printed in red on page 1. */
export function issuer(view: View): Character[] {
  return (view.pages[0]?.lines ?? []).flatMap((line) => line.characters).filter(({ color }) => isRed(color));
}

export function one(value: number | string | undefined, at = 'page 1'): Measured[] {
  return [{ value: value ?? Number.NaN, at }];
}
