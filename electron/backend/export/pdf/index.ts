import type { DoctorReport } from '#shared/contract/app.ts';
import type { ExportedFile } from '#shared/contract/exports.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { defaultUnitLayout } from '#shared/domain/unit-settings.ts';
import { FontBook } from '../fonts/font-book.ts';
import { fontReport, fontSubstitutions } from '../fonts/resolve.ts';
import type { LetterElement } from '../letter/element.ts';
import { describeLetter } from '../letter/describe.ts';
import { headingTypeface, type TypefaceRole } from '../letter/measures.ts';
import type { LetterOptions } from '../letter/options.ts';
import { layPage, type PageLayout } from '../letter/page-layout.ts';
import { LetterCompiler, type TypstMark } from './compiler.ts';
import { letterData } from './letter-data.ts';
import { letterEnding, type LetterEnding } from './letter-ending.ts';
import { missingMark, ordinary, printable } from './printable.ts';

export type PdfStandard = 'none' | 'a-2b';
export type PdfOptions = LetterOptions & { pdfStandard?: PdfStandard };

export interface PdfResult {
  bytes: Uint8Array;
  pages: number;
  /** Fonts of the standard that were replaced, and characters no font has, such as emoji (printed as 〓). */
  substitutions: ExportedFile['substitutions'];
}

export interface DrawnLetter {
  /** All pages under each other. */
  svg: string;
  marks: TypstMark[];
  page: PageLayout;
  ending: LetterEnding;
  substitutions: ExportedFile['substitutions'];
}

export interface PdfWriter {
  /**
   * The letter as tagged PDF (1.7, on request PDF/A-2b). Equal letters give equal bytes on one PC.
   *
   * @throws DafuError EXPORT_FAILED
   */
  write(document: ReplyDocument, options: PdfOptions): PdfResult;
  /**
   * The pages as `write` would print them, drawn as SVG: the same compiler, the same letter. Without `tryTighter` its
   * ending has no `tighterPitch`: to find one takes more compiles.
   *
   * @throws DafuError EXPORT_FAILED
   */
  draw(document: ReplyDocument, options: LetterOptions, tryTighter?: boolean): DrawnLetter;
  /** How the letter ends, and whether closer lines would save its last page. */
  ending(document: ReplyDocument, options: LetterOptions): LetterEnding;
  /** Which fonts of the standard this PC has. */
  fontReport(): DoctorReport['fonts'];
}

/**
 * A PDF writer that keeps its compiler, and with it the layout of what did not change since the last letter. Fonts are
 * looked for at the first use. `fontFolders` are searched besides the system’s.
 */
export function createPdfWriter(settings: { resourcesFolder: string; fontFolders?: readonly string[] }): PdfWriter {
  let opened: FontBook | undefined;
  const open = (): FontBook =>
    (opened ??= new FontBook(new LetterCompiler(settings.resourcesFolder, settings.fontFolders ?? [])));
  /** The letter's data for the compiler, and what of it cannot be printed as it should. */
  const prepare = (document: ReplyDocument, options: PdfOptions) => {
    const fonts = open();
    const { compiler } = fonts;
    const { typefaces, substitutions: ofLatin } = fonts.facesOf(options.unit.layout);
    const missing = new Set<string>();
    const settable = (text: string): string => {
      const clean = printable(text);
      if (ordinary.test(clean)) return clean;
      return clean.replace(/./gu, (character) => {
        if (ordinary.test(character) || compiler.isDisplayable(character, typefaces.body.families)) return character;
        missing.add(character);
        return missingMark;
      });
    };
    const { form, page, elements: described } = describeLetter(document, options);
    const elements = mapTexts(described, settable);
    const standard = options.pdfStandard ?? 'none';
    const caseTitle = settable(options.caseFacts.title);
    const facts = {
      title: caseTitle === '' ? '答复' : `对《${caseTitle}》的答复`,
      isoDate: document.tail.date,
      isDateNeeded: standard !== 'none',
    };
    const data = letterData(elements, facts, typefaces, { form, page });
    const substitutions = [
      ...fontSubstitutions(typefaces, rolesUsed(elements)),
      ...ofLatin,
      ...[...missing].map((character) => ({ wanted: `${character}（${codePoint(character)}）`, used: missingMark })),
    ];
    return { compiler, data, standard, substitutions };
  };
  const marksOf = (document: ReplyDocument, options: LetterOptions): TypstMark[] => {
    const { compiler, data } = prepare(document, options);
    return compiler.marks(JSON.stringify({ ...data, marks: true })).marks;
  };
  return {
    write(document, options) {
      const { compiler, data, standard, substitutions } = prepare(document, options);
      return { ...compiler.pdf(JSON.stringify(data), standard), substitutions };
    },
    draw(document, options, tryTighter = false) {
      const { compiler, data, substitutions } = prepare(document, options);
      const drawn = compiler.svg(JSON.stringify({ ...data, marks: true }));
      const page = layPage(options);
      const marksAt = (linePitch: number | undefined): readonly TypstMark[] => {
        if (linePitch === undefined) return drawn.marks;
        return tryTighter ? marksOf(document, { ...options, linePitch }) : [];
      };
      return { ...drawn, page, ending: letterEnding(marksAt, page), substitutions };
    },
    ending: (document, options) =>
      letterEnding(
        (linePitch) => marksOf(document, { ...options, ...(linePitch !== undefined && { linePitch }) }),
        layPage(options),
      ),
    fontReport: () => fontReport(open().facesOf(defaultUnitLayout).typefaces),
  };
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Every string of the elements changed; keys that are not text never hold user text, so they pass unchanged. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)])) as T;
}

function rolesUsed(elements: readonly LetterElement[]): Set<TypefaceRole> {
  const roles = new Set<TypefaceRole>(['body', 'pageNumber']);
  for (const element of elements) {
    if (element.kind === 'title') roles.add('title');
    if (element.kind === 'head') {
      if (!element.isPreprinted) roles.add('title');
      if (element.signers !== null) roles.add('heading2');
    }
    if (element.kind === 'head' || element.kind === 'mark') {
      for (const { left } of element.lines) if (left !== null) roles.add(left.role);
    }
    if (element.kind === 'heading') roles.add(headingTypeface(element.level));
    if (element.kind === 'attachment') {
      roles.add('heading1');
      if (element.title.length > 0) roles.add('title');
      for (const role of rolesUsed(element.body)) roles.add(role);
    }
  }
  return roles;
}
