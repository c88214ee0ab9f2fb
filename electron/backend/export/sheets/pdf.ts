import type { FontSubstitution } from '#shared/contract/transfer.ts';
import { box } from '#shared/domain/sheet-text.ts';
import { candidateFamilies, fontSubstitutions, resolveTypefaces, type ResolvedTypefaces } from '../fonts/resolve.ts';
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
  write(sheet: LaidOutSheet): { bytes: Uint8Array; substitutions: FontSubstitution[] };
  /** The pages drawn as one SVG, all under each other. @throws DafuError EXPORT_FAILED */
  draw(sheet: LaidOutSheet): { svg: string };
}

/** Keeps its compiler; fonts are looked for at the first use. */
export function createSheetPdfWriter(settings: {
  resourcesFolder: string;
  fontFolders: readonly string[];
}): SheetPdfWriter {
  let opened: { compiler: LetterCompiler; typefaces: ResolvedTypefaces } | undefined;
  const open = (): { compiler: LetterCompiler; typefaces: ResolvedTypefaces } => {
    if (opened) return opened;
    const compiler = new LetterCompiler(settings.resourcesFolder, settings.fontFolders, 'sheet');
    opened = { compiler, typefaces: resolveTypefaces(compiler.installedFamilies(candidateFamilies)) };
    return opened;
  };
  const prepare = (sheet: LaidOutSheet) => {
    const { compiler, typefaces } = open();
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
      ...[...missing].map((character) => ({ wanted: character, used: missingMark })),
    ];
    return { compiler, data, substitutions };
  };
  return {
    write(sheet) {
      const { compiler, data, substitutions } = prepare(sheet);
      return { bytes: compiler.pdf(data, 'none').bytes, substitutions };
    },
    draw(sheet) {
      const { compiler, data } = prepare(sheet);
      return { svg: compiler.svg(data).svg };
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
