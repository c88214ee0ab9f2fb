import { margin, mmToTwip, page, pageNumberGap, size, TWIPS_PER_POINT } from '../letter/measures.ts';

/** The page in twips (1/20 pt), the unit of WordprocessingML. */
export const pageSize = { width: mmToTwip(page.width), height: mmToTwip(page.height) };

export const pageMargin = {
  top: mmToTwip(margin.top),
  right: mmToTwip(margin.right),
  bottom: mmToTwip(margin.bottom),
  left: mmToTwip(margin.left),
};
export const textWidth = pageSize.width - pageMargin.left - pageMargin.right;
export const textHeight = pageSize.height - pageMargin.top - pageMargin.bottom;

/**
 * 28 characters of 三号 are wider than the type area, so every character is narrowed by a quarter of a point. A
 * character grid (`linesAndChars`) does the same in Word, but LibreOffice then sets 14 or 18 characters a line.
 */
export const narrowing = -5;
export const characterPitch = size.body * TWIPS_PER_POINT + narrowing;
/**
 * `w:charSpace` of the grid of 28 characters, in 1/4096 pt. Word writes -848 for it; all from -3072 to -842 give 28,
 * and one from the middle does not depend on how a program rounds.
 */
export const gridCharSpace = -1000;
/** Width of a 四号 character: unit of indents in the 版记 and around the page number, and that line's height. */
export const smallPitch = size.small * TWIPS_PER_POINT;

/** Distance of the footer's lower edge from the page edge: the middle of the number's dash is 7 mm under the type area. */
export const footerDistance = mmToTwip(margin.bottom - pageNumberGap) - smallPitch / 2;

export const headerDistance = mmToTwip(15);
