import type { SheetSize } from './page-store.ts';

/** `width` and `page` fit the sheet into the room at hand; a number is per cent of its real size. */
export type PreviewZoom = 'width' | 'page' | number;

/** px around and between sheets. */
export const SHEET_GAP = 12;
/** CSS px a pt at 100 %. */
export const REAL_SIZE = 96 / 72;
const SMALLEST = 0.1 * REAL_SIZE;
const A4: Pick<SheetSize, 'width' | 'height'> = { width: 595.28, height: 841.89 };

export interface Room {
  width: number;
  height: number;
}

/** CSS px a pt. Fitted sheets are measured by the first; a landscape one among them is drawn smaller to fit too. */
export function scaleOf(zoom: PreviewZoom, sheets: readonly SheetSize[], room: Room): number {
  if (typeof zoom === 'number') return (zoom / 100) * REAL_SIZE;
  const sheet = sheets[0] ?? A4;
  const width = fittingWidth(sheet, room);
  return zoom === 'width' ? width : Math.min(width, Math.max(SMALLEST, (room.height - 2 * SHEET_GAP) / sheet.height));
}

function fittingWidth(sheet: Pick<SheetSize, 'width'>, room: Room): number {
  return Math.max(SMALLEST, (room.width - 2 * SHEET_GAP) / sheet.width);
}

export interface SheetPlace {
  /** px from the upper edge of the strip. */
  top: number;
  width: number;
  height: number;
  /** CSS px a pt. */
  scale: number;
}

export function placeSheets(
  zoom: PreviewZoom,
  sheets: readonly SheetSize[],
  room: Room,
): { places: SheetPlace[]; height: number } {
  const common = scaleOf(zoom, sheets, room);
  let top = SHEET_GAP;
  const places = sheets.map((sheet) => {
    const scale = typeof zoom === 'number' ? common : Math.min(common, fittingWidth(sheet, room));
    const place = { top, width: sheet.width * scale, height: sheet.height * scale, scale };
    top += place.height + SHEET_GAP;
    return place;
  });
  return { places, height: top };
}

/** Pages (from 1) of which something lies between two heights of the strip; `{ first: 0, last: 0 }` when none. */
export function sheetsBetween(
  places: readonly SheetPlace[],
  from: number,
  to: number,
): { first: number; last: number } {
  const first = places.findIndex(({ top, height }) => top + height > from);
  const last = places.findLastIndex(({ top }) => top < to);
  return first === -1 || last < first ? { first: 0, last: 0 } : { first: first + 1, last: last + 1 };
}

/** The page that fills most of the view. */
export function pageInView(places: readonly SheetPlace[], from: number, to: number): number {
  let best = { page: places.length === 0 ? 0 : 1, shown: 0 };
  for (const [index, { top, height }] of places.entries()) {
    const shown = Math.min(to, top + height) - Math.max(from, top);
    if (shown > best.shown + 1) best = { page: index + 1, shown };
  }
  return best.page;
}
