import { pageMargin, pageSize, textHeight, textWidth } from './grid.ts';
import type { Look } from './look.ts';

/** A sheet as the printed page lies: its size, the type area's margins, and how wide the text is. Twips. */
export interface Area {
  isLandscape: boolean;
  page: { width: number; height: number };
  margin: { top: number; right: number; bottom: number; left: number };
  textWidth: number;
}

/**
 * The upright page, or one that is turned to the right to be read: its head is the upright page's left edge, where the
 * binding is, on odd pages as on even ones (clause 9).
 */
export function areaOf(isLandscape: boolean, { offset }: Look): Area {
  const { top, right, bottom, left } = pageMargin;
  const upright = { top: top + offset.y, right: right - offset.x, bottom: bottom - offset.y, left: left + offset.x };
  if (!isLandscape) return { isLandscape, page: pageSize, margin: upright, textWidth };
  return {
    isLandscape,
    page: { width: pageSize.height, height: pageSize.width },
    margin: { top: upright.left, right: upright.top, bottom: upright.right, left: upright.bottom },
    textWidth: textHeight,
  };
}
