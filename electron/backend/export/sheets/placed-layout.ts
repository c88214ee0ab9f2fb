import type { Sheet } from '#shared/domain/sheet.ts';
import type { SheetBox, SheetPlaced, SheetStyle } from '#shared/domain/sheet-parts.ts';
import { fillSheetText, type SheetFieldValues } from '#shared/domain/sheet-text.ts';
import { cutToFit, fittingSize, pitchOf, smallestOf } from './fit.ts';
import type { LaidOutCell, LaidOutGrid } from './laid-out.ts';

interface Placed {
  left: number;
  top: number;
  right: number;
  bottom: number;
  text: string;
  style: SheetStyle;
  box: SheetBox;
}

/**
 * Boxes at their places on the page as one table: its rows and columns end where a box begins or ends. That way every
 * office program puts them in the same place, which text frames do not achieve. Boxes do not overlap.
 *
 * @param fills for each copy of the boxes its values, or null to leave it out; one copy where nothing repeats
 */
export function layOutBoxes(
  block: SheetPlaced,
  fills: readonly (SheetFieldValues | null)[],
  styles: Sheet['styles'],
  isPreprinted: boolean,
): { grid: LaidOutGrid; cut: string[] } {
  const repeat = block.repeat ?? { columns: 1, rows: 1, stepX: 0, stepY: 0 };
  const boxes = block.boxes.filter((box) => !(isPreprinted && box.isPreprinted));
  const placed: Placed[] = [];
  for (let copy = 0; copy < repeat.columns * repeat.rows; copy += 1) {
    const values = fills[copy] ?? null;
    const x = (copy % repeat.columns) * repeat.stepX;
    const y = Math.floor(copy / repeat.columns) * repeat.stepY;
    for (const box of boxes) placed.push(...boxesOf(box, values, styles[box.style]!, x, y));
  }
  const xs = edges(placed.flatMap(({ left, right }) => [left, right]));
  const ys = edges(placed.flatMap(({ top, bottom }) => [top, bottom]));
  const cut: string[] = [];
  const cells = placed.map((one) => placedCell(one, xs, ys, { cut, isPreprinted }));
  return {
    grid: {
      kind: 'grid',
      left: xs[0] ?? 0,
      top: ys[0] ?? 0,
      columns: steps(xs),
      rows: steps(ys),
      isExact: true,
      cells,
    },
    cut,
  };
}

function boxesOf(box: SheetBox, values: SheetFieldValues | null, style: SheetStyle, x: number, y: number): Placed[] {
  const text = values === null ? '' : fillSheetText(box.text, values);
  const { count, gap } = box.split ?? { count: 1, gap: 0 };
  const characters = [...text.replaceAll(/\s/g, '')];
  return Array.from({ length: count }, (_, index): Placed => {
    const left = rounded(box.left + x + index * (box.width + gap));
    const top = rounded(box.top + y);
    return {
      left,
      top,
      right: rounded(left + box.width),
      bottom: rounded(top + box.height),
      text: box.split ? (characters[index] ?? '') : text,
      style,
      box,
    };
  });
}

/** To a hundredth of a millimetre, so that equal edges are equal. */
function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}

function edges(lengths: readonly number[]): number[] {
  return [...new Set(lengths)].toSorted((a, b) => a - b);
}

function steps(places: readonly number[]): number[] {
  return places.slice(1).map((place, index) => rounded(place - (places[index] ?? 0)));
}

function placedCell(
  one: Placed,
  xs: readonly number[],
  ys: readonly number[],
  { cut, isPreprinted }: { cut: string[]; isPreprinted: boolean },
): LaidOutCell {
  const { style, box } = one;
  const place = { width: one.right - one.left, height: one.bottom - one.top };
  const fitting = fittingSize(one.text, style, place);
  const size = fitting ?? smallestOf(style);
  if (fitting === undefined) cut.push(one.text);
  const [column, row] = [xs.indexOf(one.left), ys.indexOf(one.top)];
  const rule = isPreprinted ? 0 : (box.frame ?? 0);
  return {
    text: fitting === undefined ? cutToFit(one.text, style, size, place) : one.text,
    face: style.face,
    size,
    pitch: pitchOf(style, size),
    align: box.align ?? style.align ?? 'left',
    verticalAlign: box.verticalAlign ?? style.verticalAlign ?? 'center',
    column,
    row,
    colSpan: xs.indexOf(one.right) - column,
    rowSpan: ys.indexOf(one.bottom) - row,
    inset: { x: 0, y: 0 },
    rules: { top: rule, right: rule, bottom: rule, left: rule },
  };
}
