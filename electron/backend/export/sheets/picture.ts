import type { SheetPicture } from '#shared/contract/sheets.ts';
import type { LaidOutGrid, LaidOutPart, LaidOutSheet, LaidOutText } from './laid-out.ts';

/** The first page as rules and texts in their places, for the window to draw small. */
export function sheetPicture(sheet: LaidOutSheet): SheetPicture {
  const parts = sheet.pages[0] ?? [];
  const picture: SheetPicture = {
    width: sheet.width,
    height: sheet.height,
    pages: sheet.pages.length,
    rules: [],
    texts: [],
  };
  for (const part of parts) addPart(part, picture);
  return picture;
}

function addPart(part: LaidOutPart, picture: SheetPicture): void {
  if (part.kind === 'grid') return addGrid(part, picture);
  let top = part.top + part.before;
  for (const line of part.lines) {
    const height = (line.text.split('\n').length * line.pitch * 25.4) / 72;
    picture.texts.push({ ...textOf(line), left: part.left, top, width: part.width, height, verticalAlign: 'top' });
    top += height;
  }
}

function addGrid(grid: LaidOutGrid, { rules, texts }: SheetPicture): void {
  const place = (start: number, steps: readonly number[], count: number): number =>
    start + steps.slice(0, count).reduce((sum, step) => sum + step, 0);
  for (const cell of grid.cells) {
    const left = place(grid.left, grid.columns, cell.column);
    const right = place(grid.left, grid.columns, cell.column + cell.colSpan);
    const top = place(grid.top, grid.rows, cell.row);
    const bottom = place(grid.top, grid.rows, cell.row + cell.rowSpan);
    if (cell.rules.top > 0) rules.push({ left, top, right, bottom, weight: cell.rules.top });
    if (cell.text === '') continue;
    texts.push({
      ...textOf(cell),
      left: left + cell.inset.x,
      top: top + cell.inset.y,
      width: right - left - 2 * cell.inset.x,
      height: bottom - top - 2 * cell.inset.y,
      verticalAlign: cell.verticalAlign,
    });
  }
}

function textOf({
  text,
  face,
  size,
  pitch,
  align,
}: LaidOutText): Omit<SheetPicture['texts'][number], 'left' | 'top' | 'width' | 'height' | 'verticalAlign'> {
  return { text, face, size, pitch, align };
}
