import type { PagePicture, PreviewMark } from '#shared/contract/preview.ts';
import type { Block } from '#shared/document/schema.ts';
import type { SheetSize } from './page-store.ts';

/** A character on a page; lengths in pt, `y` of the baseline. */
export interface PlacedCharacter {
  page: number;
  x: number;
  y: number;
}

const mm = (value: number): number => (value / 25.4) * 72;
/**
 * GB/T 9704-2012: the margins of the type area in pt, upright and on a landscape page, which is the same sheet turned.
 * What stands outside is the page number or the head.
 */
const margins = {
  upright: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
  landscape: { top: mm(28), right: mm(37), bottom: mm(26), left: mm(35) },
};
/** pt that two places on one line may differ. */
const SAME_LINE = 0.7;
/** pt from a mark between lines to the line it belongs to. */
const NEXT_LINE = 60;
/** pt: a character of the body. */
const CHARACTER = 16;

type Flat = PlacedCharacter[];
type Sheet = Pick<SheetSize, 'width' | 'height'>;

/**
 * Ties characters on the pages to characters of the text. The pages only say where outlines stand; as they are drawn in
 * reading order, the characters from one mark to the next are those of one block.
 */
export class LetterPlaces {
  readonly #marks: readonly PreviewMark[];
  readonly #sheets: readonly Sheet[];
  readonly #pictureOf: (page: number) => PagePicture | undefined;
  readonly #flat = new Map<number, Flat>();

  constructor(
    marks: readonly PreviewMark[],
    sheets: readonly Sheet[],
    pictureOf: (page: number) => PagePicture | undefined,
  ) {
    this.#marks = marks;
    this.#sheets = sheets;
    this.#pictureOf = pictureOf;
  }

  markOf(name: { blockId: string } | { part: PreviewMark['part'] }): PreviewMark | undefined {
    return this.#marks.find((mark) => ('blockId' in name ? mark.blockId === name.blockId : mark.part === name.part));
  }

  /** Pages on which something of this mark's text stands. */
  pagesOf(mark: PreviewMark): number[] {
    const last = this.#marks[this.#marks.indexOf(mark) + 1]?.page ?? this.#sheets.length;
    return Array.from({ length: Math.max(1, last - mark.page + 1) }, (_, index) => mark.page + index);
  }

  /** The characters from this mark to the next; null while a page of them is not here. */
  charactersOf(mark: PreviewMark): PlacedCharacter[] | null {
    const next = this.#marks[this.#marks.indexOf(mark) + 1];
    const found: PlacedCharacter[] = [];
    for (const page of this.pagesOf(mark)) {
      const flat = this.#charactersOn(page);
      if (flat === null) return null;
      const from = page === mark.page ? startOf(flat, mark) : 0;
      const to = next?.page === page ? startOf(flat, next) : flat.length;
      if (from === -1) continue;
      found.push(...flat.slice(from, to === -1 ? flat.length : to));
    }
    return found;
  }

  /**
   * What is nearest to a place on a page: the mark whose text it is, which of its characters, and whether the place is
   * behind that character. Null where there is no text, or its page is not here.
   */
  at(place: PlacedCharacter): { mark: PreviewMark; character: PlacedCharacter; isBehind: boolean } | null {
    const flat = this.#charactersOn(place.page);
    if (flat === null || flat.length === 0) return null;
    // A click is aimed at the middle of the characters, a baseline lies under it.
    const distance = ({ y }: PlacedCharacter) => Math.abs(y - CHARACTER / 3 - place.y);
    const line = flat.reduce((best, character) => (distance(character) < distance(best) ? character : best));
    const row = flat.filter(({ y }) => Math.abs(y - line.y) < SAME_LINE).sort((a, b) => a.x - b.x);
    const index = row.findLastIndex(({ x }) => x <= place.x);
    const character = row[Math.max(0, index)] ?? line;
    const width = Math.min(CHARACTER, (row[index + 1]?.x ?? Infinity) - character.x);
    const isBehind = index !== -1 && place.x > character.x + width / 2;
    const order = flat.indexOf(character);
    const mark = this.#marks.findLast((candidate) => {
      if (candidate.page !== place.page) return candidate.page < place.page;
      const start = startOf(flat, candidate);
      return start !== -1 && start <= order;
    });
    return mark === undefined ? null : { mark, character, isBehind };
  }

  #charactersOn(page: number): Flat | null {
    const known = this.#flat.get(page);
    if (known) return known;
    const picture = this.#pictureOf(page);
    const sheet = this.#sheets[page - 1];
    if (!picture || !sheet) return null;
    const { width, height } = sheet;
    const margin = width > height ? margins.landscape : margins.upright;
    const flat: Flat = [];
    for (const { at } of picture.runs) {
      for (let index = 0; index < at.length; index += 2) {
        const [x = 0, y = 0] = [at[index], at[index + 1]];
        const isInside =
          y > margin.top && y < height - margin.bottom && x > margin.left - CHARACTER && x < width - margin.right;
        if (isInside) flat.push({ page, x, y });
      }
    }
    this.#flat.set(page, flat);
    return flat;
  }
}

/**
 * Index of the first character of the mark's line at or behind the mark. A mark that stands between lines belongs to the
 * next one. -1 when there is none.
 */
function startOf(flat: Flat, mark: PreviewMark): number {
  const onLine = flat.findIndex(({ x, y }) => Math.abs(y - mark.y) < SAME_LINE && x >= mark.x - SAME_LINE);
  return onLine === -1 ? flat.findIndex(({ y }) => y > mark.y && y < mark.y + NEXT_LINE) : onLine;
}

/** Characters that draw nothing: white space and what is left out in print (`export/pdf/printable.ts`). */
const undrawn = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

/** Two of these are drawn as one outline by some fonts. */
const joined = [[], ['—'], ['—', '…'], ['…']] as const;

/**
 * Offsets in a block's plain text of those of its characters that are drawn, in order; -1 for the characters of its
 * label. Deleted text counts for the offset and is not drawn. Null when so many characters cannot be drawn as `count`.
 */
export function drawnOffsets(label: string, runs: Block['runs'], count: number): number[] | null {
  const drawn: { offset: number; character: string }[] = [...label].flatMap((character) =>
    undrawn.test(character) ? [] : [{ offset: -1, character }],
  );
  let offset = 0;
  for (const run of runs) {
    for (const character of run.text) {
      if (run.del === undefined && !undrawn.test(character)) drawn.push({ offset, character });
      offset += character.length;
    }
  }
  for (const pairs of joined) {
    const offsets = offsetsOf(drawn, pairs);
    if (offsets.length === count) return offsets;
  }
  return null;
}

function offsetsOf(drawn: readonly { offset: number; character: string }[], pairs: readonly string[]): number[] {
  const offsets: number[] = [];
  for (let index = 0; index < drawn.length; index += 1) {
    const here = drawn[index];
    if (!here) continue;
    offsets.push(here.offset);
    if (pairs.includes(here.character) && drawn[index + 1]?.character === here.character) index += 1;
  }
  return offsets;
}
