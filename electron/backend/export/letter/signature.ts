import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { mmToPt, size, typeArea } from './measures.ts';

/** A unit, a post or the date. `rightIndent` is the free space at its right, in characters of the body size. */
export interface SignatureCell {
  text: string;
  rightIndent: number;
}

/** One line of the signature block; only units of a joint letter with seals stand side by side, left to right. */
export interface SignatureLine {
  /** Empty lines above it; above the first, those under the body. Halves occur around 签名章. */
  blankLinesBefore: number;
  cells: SignatureCell[];
}

/** Width in characters of the body size; digits and other half-width characters count one half. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e]/.test(character) ? 0.5 : 1;
  return width;
}

/** Of the type area, in characters of the body size at their natural width. */
const lineWidth = mmToPt(typeArea.width) / size.body;

/** Free at the right of a sealed or stamped date (7.3.5.1, 7.3.5.3). */
const sealedIndent = 4;

/** A round seal is 42 mm wide at most for most offices; this far apart two of them do not touch. */
const sealPitch = mmToPt(46) / size.body;
/** Lines from one row of seals to the next. */
const sealRowPitch = 5;
const mostSealsInRow = 3;

/** Room of a 签名章: about 40 by 20 mm. */
const stamp = { width: 7, lines: 2 } as const;

/**
 * Places signing units and date (GB/T 9704-2012). No seal or stamp is drawn, its room is left free.
 *
 * Sealed (7.3.5.1): the date keeps four characters free at the right; the unit stands above it, centred on the date.
 * A unit too wide for that moves left only as far as the right edge of the type area demands. Several units stand in
 * rows of at most three, so far apart that every seal has its place; the last one stands above the date.
 * Unsealed (7.3.5.2): the unit keeps two characters free at the right; the date's first character stands two
 * characters right of the unit's first; a date longer than the unit keeps two free, and the unit moves left with it.
 * Several units stand one under the other.
 * 签名章 (7.3.5.3): its room keeps four characters free at the right, the post stands two characters left of it, the
 * date after an empty line below. `posts` are in the order of the units; a unit stands for a post that is not known.
 */
export function placeSignature(
  units: readonly string[],
  date: string,
  seal: UnitSettings['seal'],
  posts: readonly string[] = [],
): SignatureLine[] {
  const names = units.filter((unit) => unit !== '');
  switch (seal) {
    case 'sealed':
      return sealed(names, date);
    case 'unsealed':
      return unsealed(names, date);
    case 'name-stamp':
      return stamped(names, date, posts);
  }
}

function line(blankLinesBefore: number, text: string, rightIndent: number): SignatureLine {
  return { blankLinesBefore, cells: [{ text, rightIndent }] };
}

function sealed(names: readonly string[], date: string): SignatureLine[] {
  const dateLine = (before: number) => (date === '' ? [] : [line(before, date, sealedIndent)]);
  if (names.length === 0) return dateLine(2);
  const lastName = names.at(-1) ?? '';
  // Middle of the last seal from the right edge.
  const lastCenter = sealedIndent + widthInCharacters(date === '' ? lastName : date) / 2;
  const widest = Math.max(...names.map(widthInCharacters));
  const perRow = sealsInRow(names.length, widest, lastCenter);
  const rowCount = Math.ceil(names.length / perRow);
  const columns = Math.ceil(names.length / rowCount);
  const pitch = columns === 1 ? 0 : columnPitch(columns, widest, lastCenter);
  const lines: SignatureLine[] = [];
  let placed = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const count = Math.ceil((names.length - placed) / (rowCount - row));
    const cells = names.slice(placed, placed + count).map((text, index) => {
      const center = lastCenter + (count - 1 - index) * pitch;
      return { text, rightIndent: Math.max(0, center - widthInCharacters(text) / 2) };
    });
    lines.push({ blankLinesBefore: row === 0 ? 2 : sealRowPitch - 1, cells });
    placed += count;
  }
  return [...lines, ...dateLine(0)];
}

/** As many as stand side by side with a character between their names and room for every seal. */
function sealsInRow(count: number, widest: number, lastCenter: number): number {
  for (let columns = Math.min(mostSealsInRow, count); columns > 1; columns -= 1) {
    const leftmost = lastCenter + (columns - 1) * columnPitch(columns, widest, lastCenter);
    if (leftmost + Math.max(widest, sealPitch) / 2 <= lineWidth + 0.5) return columns;
  }
  return 1;
}

/** From middle to middle: what the names and seals need, more where a row of two has it. */
function columnPitch(columns: number, widest: number, lastCenter: number): number {
  // The last name may stand off its middle, kept inside the type area.
  const overhang = Math.max(0, widest / 2 - lastCenter);
  const needed = Math.max(sealPitch, widest + 1 + overhang);
  const spare = lineWidth - lastCenter - Math.max(widest, sealPitch) / 2;
  return Math.max(needed, Math.min(spare / (columns - 1), 1.3 * sealPitch));
}

function unsealed(names: readonly string[], date: string): SignatureLine[] {
  const unitWidth = Math.max(0, ...names.map(widthInCharacters));
  const dateIndent = 2 + unitWidth - 2 - widthInCharacters(date);
  const shift = Math.max(0, 2 - dateIndent);
  const lines = names.map((text, index) =>
    line(index === 0 ? 1 : 0, text, 2 + (date === '' || names.length === 0 ? 0 : shift)),
  );
  if (date === '') return lines;
  return [...lines, line(names.length === 0 ? 1 : 0, date, names.length === 0 ? 2 : dateIndent + shift)];
}

function stamped(names: readonly string[], date: string, posts: readonly string[]): SignatureLine[] {
  const rows = Array.from({ length: Math.max(names.length, posts.length) }, (_, index) =>
    [posts[index], names[index]].find((text) => text !== undefined && text !== ''),
  ).filter((text) => text !== undefined);
  // A post stands at half the height of its stamp.
  const around = (stamp.lines - 1) / 2;
  const lines = rows.map((text, index) =>
    line(index === 0 ? 2 + around : 2 * around + 1, text, sealedIndent + stamp.width + 2),
  );
  if (date === '') return lines;
  return [...lines, line(rows.length === 0 ? 2 : around + 1, date, sealedIndent)];
}
