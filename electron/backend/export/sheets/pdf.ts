import type { FontSubstitution } from '#shared/contract/exports.ts';
import { box } from '#shared/domain/sheet-text.ts';
import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import { FontBook } from '../fonts/font-book.ts';
import { fontSubstitutions } from '../fonts/resolve.ts';
import type { TypefaceRole } from '../letter/measures.ts';
import { LetterCompiler } from '../pdf/compiler.ts';
import { missingMark, ordinary, printable } from '../pdf/printable.ts';
import type { LaidOutPart, LaidOutSheet, LaidOutText } from './laid-out.ts';

export interface SheetPdfWriter {
  /**
   * The sheet as PDF. Equal sheets give equal bytes on one PC.
   *
   * @throws DafuError EXPORT_FAILED
   */
  write(sheet: LaidOutSheet, layout: UnitLayout): { bytes: Uint8Array; substitutions: FontSubstitution[] };
}

/** Keeps its compiler; fonts are looked for at the first use. */
export function createSheetPdfWriter(settings: {
  resourcesFolder: string;
  fontFolders: readonly string[];
}): SheetPdfWriter {
  let opened: FontBook | undefined;
  const open = (): FontBook =>
    (opened ??= new FontBook(new LetterCompiler(settings.resourcesFolder, settings.fontFolders, 'sheet')));
  const prepare = (sheet: LaidOutSheet, layout: UnitLayout) => {
    const fonts = open();
    const { compiler } = fonts;
    const { typefaces, substitutions: ofLatin } = fonts.facesOf(layout);
    const missing = new Set<string>();
    const settable = (text: string): string =>
      [...printable(text)]
        .map((character) => {
          const isKnown = character === box.ticked || ordinary.test(character);
          if (isKnown || compiler.isDisplayable(character, typefaces.body.families)) return character;
          missing.add(character);
          return missingMark;
        })
        .join('');
    const pages = sheet.pages.map((parts) => parts.map((part) => mapPart(part, settable)));
    const { title, width, height } = sheet;
    const data = JSON.stringify({ title, width, height, pages, fonts: typefaces });
    const substitutions = [
      ...fontSubstitutions(typefaces, facesOf(sheet)),
      ...ofLatin,
      ...[...missing].map((character) => ({ wanted: character, used: missingMark })),
    ];
    return { compiler, data, substitutions };
  };
  return {
    write(sheet, layout) {
      const { compiler, data, substitutions } = prepare(sheet, layout);
      return { bytes: compiler.pdf(data, 'none').bytes, substitutions };
    },
  };
}

function mapPart(part: LaidOutPart, change: (text: string) => string): LaidOutPart {
  const changed = <T extends LaidOutText>(one: T): T => ({ ...one, text: change(one.text) });
  return part.kind === 'lines'
    ? { ...part, lines: part.lines.map(changed) }
    : { ...part, cells: part.cells.map(changed) };
}

function facesOf(sheet: LaidOutSheet): Set<TypefaceRole> {
  const texts = sheet.pages.flat().flatMap((part): LaidOutText[] => (part.kind === 'lines' ? part.lines : part.cells));
  return new Set(texts.filter(({ text }) => text !== '').map(({ face }) => face));
}
