import { margin, mmToTwip, page, pageNumberGap, size, typeArea, TWIPS_PER_POINT } from '../letter/measures.ts';

/** The page in twips (1/20 pt), the unit of WordprocessingML. */
export const pageSize = { width: mmToTwip(page.width), height: mmToTwip(page.height) };

export const pageMargin = {
  top: mmToTwip(margin.top),
  right: mmToTwip(margin.right),
  bottom: mmToTwip(margin.bottom),
  left: mmToTwip(margin.left),
};
export const textWidth = pageSize.width - pageMargin.left - pageMargin.right;

/**
 * 22 lines of exactly 579 twips fill the 12756 of the type area; the 580 that the quotient suggests gives 21.
 */
export const linePitch = Math.floor((pageSize.height - pageMargin.top - pageMargin.bottom) / typeArea.linesPerPage);

/**
 * 28 characters of 三号 are wider than the type area, so every character is narrowed by a quarter of a point. A
 * character grid (`linesAndChars`) would do the same in Word, but LibreOffice then sets 14 or 18 characters a line.
 */
export const characterSpacing = -5;
export const characterPitch = size.body * TWIPS_PER_POINT + characterSpacing;
/** Width of a 四号 character: unit of indents in the 版记 and around the page number, and that line's height. */
export const smallPitch = size.small * TWIPS_PER_POINT;

/** Distance of the footer's lower edge from the page edge: the middle of the number's dash is 7 mm under the type area. */
export const footerDistance = mmToTwip(margin.bottom - pageNumberGap) - smallPitch / 2;
/** From the upper edge of a line to the square of its characters: the baseline of an exact line lies at 80 %. */
export const squareTopInLine = 0.8 * linePitch - 0.86 * size.body * TWIPS_PER_POINT;

export const headerDistance = mmToTwip(15);
