import { DafuError } from '#shared/contract/errors.ts';
import type { CaseMember } from '#shared/domain/case.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import type { SheetBlock } from '#shared/domain/sheet-parts.ts';
import { fillSheetText } from '#shared/domain/sheet-text.ts';
import { withRecipient, type SheetData, type SheetRecipient, type SheetSender } from '#shared/domain/sheet-values.ts';
import { firstSize, pitchOf, textHeight } from './fit.ts';
import type { LaidOutLines, LaidOutPart, LaidOutSheet } from './laid-out.ts';
import { layOutBoxes } from './placed-layout.ts';
import { layOutTable } from './table-layout.ts';

/** One letter as a sheet needs it. */
export interface SheetLetter {
  data: SheetData;
  members: readonly CaseMember[];
  /** Who gets the sheet; empty: nobody is known yet, and the sheet is made once with blanks. */
  recipients: readonly SheetRecipient[];
}

export interface SheetPrint {
  sender: SheetSender;
  /** Labels: how many on the first page are used up already. */
  firstLabel: number;
  /** Boxes, sender and the like are on the paper already. */
  isPreprinted: boolean;
}

/** Word needs a little room under a table at the foot of a page. */
const slack = 2;

const nobody: SheetRecipient = { name: '', address: '', postcode: '' };

/**
 * Decides everything about a sheet for these letters that Word and PDF must agree in.
 *
 * @throws DafuError FORBIDDEN for labels that nobody gets
 */
export function layOutSheet(sheet: Sheet, letters: readonly SheetLetter[], print: SheetPrint): LaidOutSheet {
  const cut: string[] = [];
  const fills = letters.flatMap((letter) => fillsOf(sheet, letter, print));
  const pages =
    sheet.for === 'labels'
      ? labelPages(sheet, fills, print, cut)
      : fills.map((data) => pageParts(sheet, data, print, cut));
  return {
    title: sheet.name,
    width: sheet.page.width,
    height: sheet.page.height,
    margin: sheet.page.margin,
    pages,
    cut,
  };
}

/** One set of values for each page or label. */
function fillsOf(sheet: Sheet, letter: SheetLetter, { sender }: SheetPrint): SheetData[] {
  const recipients = sheet.for === 'letter' ? [nobody] : letter.recipients;
  // A label without a name is of no use; a form or an envelope can be completed by hand.
  const known = recipients.length > 0 || sheet.for === 'labels' ? recipients : [nobody];
  return known.map((recipient) => ({
    ...letter.data,
    values: withRecipient(letter.data.values, recipient, letter.members, sender),
  }));
}

function labelPages(sheet: Sheet, fills: readonly SheetData[], print: SheetPrint, cut: string[]): LaidOutPart[][] {
  const [block] = sheet.blocks;
  if (block?.kind !== 'placed' || !block.repeat) return [];
  if (fills.length === 0) throw new DafuError('FORBIDDEN', { rule: 'sheets.nobody' });
  const perPage = block.repeat.columns * block.repeat.rows;
  const skipped = Math.min(Math.max(0, print.firstLabel), perPage - 1);
  const places = [...Array.from({ length: skipped }, () => null), ...fills.map(({ values }) => values)];
  const pages: LaidOutPart[][] = [];
  for (let start = 0; start < places.length; start += perPage) {
    const { grid, cut: cutHere } = layOutBoxes(
      block,
      places.slice(start, start + perPage),
      sheet.styles,
      print.isPreprinted,
    );
    cut.push(...cutHere);
    pages.push([grid]);
  }
  return pages;
}

function pageParts(sheet: Sheet, data: SheetData, print: SheetPrint, cut: string[]): LaidOutPart[] {
  const { margin, width, height } = sheet.page;
  const inner = { left: margin.left, width: width - margin.left - margin.right };
  const bottom = height - margin.bottom - slack;
  // Lines have their height by themselves; the table has what they leave.
  const lines = sheet.blocks.map((block) =>
    block.kind === 'lines' ? layOutLines(sheet, block, data, inner) : undefined,
  );
  const heights = lines.map((part) => part?.height ?? 0);
  const parts: LaidOutPart[] = [];
  let top = margin.top;
  for (const [index, block] of sheet.blocks.entries()) {
    const part = lines[index];
    if (part) {
      parts.push({ ...part, top });
      top += part.height;
    } else if (block.kind === 'table') {
      const below = heights.slice(index + 1).reduce((sum, one) => sum + one, 0);
      const place = { ...inner, top, height: bottom - top - below };
      const { grid, height: used, cut: cutHere } = layOutTable(block, data, sheet.styles, place);
      cut.push(...cutHere);
      parts.push(grid);
      top += used;
    } else if (block.kind === 'placed') {
      const { grid, cut: cutHere } = layOutBoxes(block, [data.values], sheet.styles, print.isPreprinted);
      cut.push(...cutHere);
      parts.push(grid);
    }
  }
  return parts;
}

function layOutLines(
  sheet: Sheet,
  block: Extract<SheetBlock, { kind: 'lines' }>,
  data: SheetData,
  place: { left: number; width: number },
): LaidOutLines {
  const style = sheet.styles[block.style]!;
  const texts = block.lines.map((line) => fillSheetText(line, data.values));
  // All lines of a block in one size.
  const size = Math.min(...texts.map((text) => firstSize(text, style, place.width)));
  const { before = 0, after = 0 } = block;
  const height = texts.reduce((sum, text) => sum + textHeight(text, style, size, place.width), before + after);
  return {
    kind: 'lines',
    top: 0,
    ...place,
    height,
    before,
    after,
    lines: texts.map((text) => ({
      text,
      face: style.face,
      size,
      pitch: pitchOf(style, size),
      align: style.align ?? 'left',
    })),
  };
}
