import type { Form } from '#shared/domain/form.ts';
import type { ResolvedTypefaces } from '../fonts/resolve.ts';
import type { CellElement, LetterElement, Span } from '../letter/elements.ts';
import { placeRule, ruleHeight, type PlacedRule } from '../letter/head-layout.ts';
import * as measures from '../letter/measures.ts';
import { widthInCharacters } from '../letter/signature.ts';
import { placeCells, type PlacedCell } from './table-cells.ts';

/** Tail rows beyond which the tail may break over pages and the signature stand alone. */
const longestKeptTail = 14;

/** Looks that are off are left out. */
interface SpanData {
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
}
type OfKind<K extends LetterElement['kind']> = Extract<LetterElement, { kind: K }>;

type BodyData =
  | OfKind<'mark'>
  | OfKind<'head'>
  | { kind: 'title'; spans: SpanData[]; blankLinesBefore: number }
  | { kind: 'salutation'; spans: SpanData[]; blankLinesBefore: number }
  | { kind: 'heading'; level: number; label: string; plain: string; spans: SpanData[]; bodySpans: SpanData[] }
  | { kind: 'paragraph'; spans: SpanData[]; align: OfKind<'paragraph'>['align'] }
  | { kind: 'list-item'; depth: number; label: string; spans: SpanData[] }
  | { kind: 'table'; columns: number[]; cells: CellData[] }
  | OfKind<'page-break'>;
interface CellData extends Omit<PlacedCell, 'paragraphs'> {
  paragraphs: (Omit<CellElement['paragraphs'][number], 'spans'> & { spans: SpanData[] })[];
}
type TailData =
  | (OfKind<'attachments'> & { blankLinesBefore: number })
  | {
      kind: 'signature';
      /** `width` counts digits as half a character. */
      lines: { text: string; rightIndent: number; width: number }[];
      isSealed: boolean;
      hasDate: boolean;
      blankLinesBefore: number;
    }
  | OfKind<'note'>;

type FontData = Pick<ResolvedTypefaces['body'], 'families' | 'weight'>;

/** What `resources/typst/letter.typ` reads. */
export interface LetterData {
  /** Of the file, shown by readers in place of its name. */
  title: string;
  date: { year: number; month: number; day: number } | null;
  measures: Pick<
    typeof measures,
    'page' | 'margin' | 'typeArea' | 'size' | 'pageNumberGap' | 'colophonRule' | 'tableText'
  >;
  fonts: Record<measures.TypefaceRole, FontData>;
  /** The title font is as light as the body's and has to be drawn heavier. */
  isTitleThin: boolean;
  body: BodyData[];
  /** The last paragraph of the body, kept on one page with the tail; null when it cannot be. */
  last: BodyData | null;
  tail: TailData[];
  colophon: Omit<OfKind<'colophon'>, 'kind'> | null;
  /** The red rule at the foot of the first page. */
  footRule: PlacedRule | null;
  isFirstPageNumbered: boolean;
}

/** What a PDF says of itself. */
export interface FileFacts {
  /** Used when the letter has no title. */
  title: string;
  /** The date of its making: the letter's own, so that the clock leaves no trace. */
  isoDate: string | undefined;
  /** PDF/A demands a date (ISO 19005-2, 6.6.2); a letter without a readable one then gets a fixed one. */
  isDateNeeded: boolean;
}

/** Never the clock's. */
const standInDate = { year: 2000, month: 1, day: 1 };

export function letterData(
  elements: readonly LetterElement[],
  facts: FileFacts,
  typefaces: ResolvedTypefaces,
  form: Form,
): LetterData {
  const { footRule } = form;
  const body: BodyData[] = [];
  const tail: TailData[] = [];
  let colophon: LetterData['colophon'] = null;
  let title = '';
  for (const [index, element] of elements.entries()) {
    if (element.kind === 'colophon') {
      const { copyTo, imprint, hasRules } = element;
      colophon = { copyTo, imprint, hasRules };
    } else if (element.kind === 'note' || element.kind === 'attachments' || element.kind === 'signature') {
      tail.push(tailData(element));
    } else {
      if (element.kind === 'title') title = plain(element.spans);
      body.push(bodyData(element, elements[index - 1]));
    }
  }
  const last = tail.length > 0 && tailRows(tail) <= longestKeptTail && canEndWithTail(body.at(-1)) ? body.pop() : null;
  return {
    title: title === '' ? facts.title : title,
    date: dateParts(facts.isoDate ?? '') ?? (facts.isDateNeeded ? standInDate : null),
    measures: {
      page: measures.page,
      margin: measures.margin,
      typeArea: measures.typeArea,
      size: measures.size,
      pageNumberGap: measures.pageNumberGap,
      colophonRule: measures.colophonRule,
      tableText: measures.tableText,
    },
    fonts: {
      title: fontData(typefaces.title),
      body: fontData(typefaces.body),
      heading1: fontData(typefaces.heading1),
      heading2: fontData(typefaces.heading2),
      pageNumber: fontData(typefaces.pageNumber),
    },
    isTitleThin: typefaces.title.used === '宋体',
    body,
    last: last ?? null,
    tail,
    colophon,
    footRule: footRule && placeRule(footRule, measures.page.height - footRule.bottom - ruleHeight(footRule)),
    isFirstPageNumbered: form.isFirstPageNumbered,
  };
}

function fontData({ families, weight }: FontData): FontData {
  return { families, weight };
}

function dateParts(isoDate: string): { year: number; month: number; day: number } | null {
  const [year = 0, month = 0, day = 0] = isoDate.split('-').map(Number);
  // The schema only asks for digits; a day the calendar does not have cannot be the PDF's date.
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 0 ? { year, month, day } : null;
}

function plain(spans: readonly Span[]): string {
  return spans.map((span) => span.text.replaceAll('\n', '')).join('');
}

function spanData(spans: readonly Span[]): SpanData[] {
  return spans.map((span) => ({
    text: span.text,
    ...(span.bold && { bold: true }),
    ...(span.italic && { italic: true }),
    ...(span.underline && { underline: true }),
  }));
}

function bodyData(
  element: Exclude<LetterElement, { kind: 'attachments' | 'signature' | 'note' | 'colophon' }>,
  previous: LetterElement | undefined,
): BodyData {
  const { blankLinesBefore } = measures;
  switch (element.kind) {
    case 'title':
      return {
        kind: 'title',
        spans: spanData(element.spans),
        blankLinesBefore: previous?.kind === 'mark' || previous?.kind === 'head' ? blankLinesBefore.titleAfterMark : 0,
      };
    case 'salutation':
      return {
        kind: 'salutation',
        spans: spanData(element.spans),
        blankLinesBefore: previous === undefined ? 0 : blankLinesBefore.salutation,
      };
    case 'heading':
      return {
        ...element,
        plain: plain(element.spans),
        spans: spanData(element.spans),
        bodySpans: spanData(element.bodySpans),
      };
    case 'paragraph':
    case 'list-item':
      return { ...element, spans: spanData(element.spans) };
    case 'table': {
      const { columns, cells } = placeCells(element);
      return {
        kind: 'table',
        columns,
        cells: cells.map((cell) => ({
          ...cell,
          paragraphs: cell.paragraphs.map((text) => ({ ...text, spans: spanData(text.spans) })),
        })),
      };
    }
    case 'head':
    case 'mark':
    case 'page-break':
      return element;
  }
}

function tailData(element: OfKind<'attachments' | 'signature' | 'note'>): TailData {
  const { blankLinesBefore } = measures;
  switch (element.kind) {
    case 'attachments':
      return { ...element, blankLinesBefore: blankLinesBefore.attachments };
    case 'signature':
      return {
        kind: 'signature',
        lines: element.lines.map((line) => ({ ...line, width: widthInCharacters(line.text) })),
        isSealed: element.isSealed,
        hasDate: element.hasDate,
        blankLinesBefore: element.isSealed ? blankLinesBefore.sealedSignature : blankLinesBefore.unsealedSignature,
      };
    case 'note':
      return element;
  }
}

function canEndWithTail(element: BodyData | undefined): boolean {
  if (element?.kind === 'heading') return element.bodySpans.length > 0;
  return element?.kind === 'paragraph' || element?.kind === 'list-item';
}

/** Lines the tail takes, estimated. */
function tailRows(tail: readonly TailData[]): number {
  const rows = (text: string, width: number): number => Math.max(1, Math.ceil(widthInCharacters(text) / width));
  const perElement = tail.map((element) => {
    switch (element.kind) {
      case 'attachments':
        return element.blankLinesBefore + element.items.reduce((sum, item) => sum + rows(item.title, 22), 0);
      case 'signature':
        return element.blankLinesBefore + element.lines.reduce((sum, line) => sum + rows(line.text, 28), 0);
      case 'note':
        return rows(element.text, 26);
    }
  });
  return perElement.reduce((sum, count) => sum + count, 0);
}
