import type { SheetSummary } from '#shared/contract/sheets.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import { fieldsOfText, type SheetField } from '#shared/domain/sheet-text.ts';

/** The fields a sheet asks for, each once, in printed order. */
export function fieldsOfSheet(sheet: Sheet): SheetField[] {
  const texts = sheet.blocks.flatMap((block) => {
    if (block.kind === 'lines') return block.lines;
    if (block.kind === 'placed') return block.boxes.map(({ text }) => text);
    return block.rows.flatMap((row) => row.cells.map(({ text }) => text));
  });
  return [...new Set(texts.flatMap(fieldsOfText))];
}

/** It has places for addresses: it goes outside, to everybody. */
export function isAddressed(sheet: Sheet): boolean {
  return fieldsOfSheet(sheet).some((field) => field === '收件地址' || field === '收件邮编');
}

export function sheetSummary(sheet: Sheet, isOwn: boolean): SheetSummary {
  const fields = fieldsOfSheet(sheet);
  const [block] = sheet.blocks;
  const repeat = block?.kind === 'placed' ? block.repeat : undefined;
  const boxes = block?.kind === 'placed' ? block.boxes : [];
  const { id, name, page } = sheet;
  return {
    id,
    name,
    isOwn,
    for: sheet.for,
    page: { width: page.width, height: page.height },
    isAddressed: isAddressed(sheet),
    hasSender: fields.includes('寄件地址') || fields.includes('寄件邮编'),
    hasPreprinted: boxes.some((box) => box.isPreprinted ?? box.frame !== undefined),
    labels: repeat ? repeat.columns * repeat.rows : 0,
  };
}
