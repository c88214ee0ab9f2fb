import type { Form } from '#shared/domain/form.ts';
import type { ResolvedTypefaces } from '../fonts/resolve.ts';
import type { BodyElement, CellElement, ElementOf, LetterElement, Span } from '../letter/element.ts';
import { placeRule, ruleHeight, type PlacedRule } from '../letter/head-layout.ts';
import { hasBlankLineBefore } from '../letter/blank-line.ts';
import { withOptionalBreaks } from '../letter/optional-breaks.ts';
import * as measures from '../letter/measures.ts';
import { pageNumberAround, type PageLayout } from '../letter/page-layout.ts';
import { widthInCharacters, type SignatureCell } from '../letter/signature.ts';
import { outlineLevels } from './outline.ts';
import { partLastRow, placeCells, type PartedTable, type PlacedCell } from './table-cells.ts';

/**
 * Lines of a page that tail and colophon leave free; where they would not, the tail may break over pages and the
 * signature stand alone. The tail stands with the last two lines of the text, and its lines are an estimate.
 */
const freeLines = 4;

/** Looks that are off are left out. */
interface SpanData {
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
}
/** An element whose spans are data. */
type Spanned<T> = Omit<T, 'spans' | 'bodySpans'> & { spans: SpanData[] };

type BodyData =
  | ElementOf<'mark'>
  | ElementOf<'head'>
  | (Spanned<ElementOf<'title'>> & { blankLinesBefore: number })
  | ElementOf<'category'>
  | { kind: 'blank-lines'; count: number }
  | Spanned<ElementOf<'salutation'>>
  | (Spanned<ElementOf<'heading'>> & {
      /** Its level among the bookmarks. */
      outline: number;
      bodySpans: SpanData[];
    })
  | Spanned<ElementOf<'paragraph'>>
  | Spanned<ElementOf<'list-item'>>
  | { kind: 'table'; blockId: string; columns: number[]; cells: CellData[] }
  /** The last rows of a table, which stand on the page of what follows. */
  | ({ kind: 'table-end'; blockId: string; columns: number[] } & PartedTable<CellData>['end'])
  | ElementOf<'page-break'>;
interface CellData extends Omit<PlacedCell, 'paragraphs'> {
  paragraphs: (Omit<CellElement['paragraphs'][number], 'spans'> & { spans: SpanData[] })[];
}
type TailData =
  | (ElementOf<'attachments'> & { blankLinesBefore: number })
  | (Omit<ElementOf<'signature'>, 'lines'> & {
      /** `width` counts digits as half a character. */
      lines: { blankLinesBefore: number; cells: (SignatureCell & { width: number })[] }[];
    })
  | ElementOf<'note'>;

/** Pages that follow each other: the letter itself, or the text of an attachment. */
interface PartData {
  body: BodyData[];
  /** The last paragraph of the body, kept on one page with the tail; null when it cannot be. */
  last: BodyData | null;
  tail: TailData[];
}
type AttachmentData = PartData &
  Pick<ElementOf<'attachment'>, 'blockId' | 'mark' | 'isLandscape'> & { title: SpanData[] };

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
  letter: PartData;
  attachments: AttachmentData[];
  /** At the foot of the very last page. */
  colophon: Omit<ElementOf<'colophon'>, 'kind'> | null;
  /** The red rule at the foot of the first page. */
  footRule: PlacedRule | null;
  isFirstPageNumbered: boolean;
  page: Omit<PageLayout, 'pageNumber'>;
  pageNumber: { before: string; after: string; place: PageLayout['pageNumber']['pageNumberPlace'] };
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
  { form, page }: { form: Form; page: PageLayout },
): LetterData {
  const footRule = form.isPreprinted ? null : form.footRule;
  const body: BodyData[] = [];
  const tail: TailData[] = [];
  const attachments: ElementOf<'attachment'>[] = [];
  let colophon: LetterData['colophon'] = null;
  let title = '';
  const outline = outlineLevels();
  for (const [index, element] of elements.entries()) {
    if (element.kind === 'colophon') {
      const { copyTo, imprint, hasRules } = element;
      colophon = { copyTo, imprint, hasRules };
    } else if (element.kind === 'note' || element.kind === 'attachments' || element.kind === 'signature') {
      tail.push(tailData(element));
    } else if (element.kind === 'attachment') {
      attachments.push(element);
    } else {
      if (element.kind === 'title') title = plain(element.spans);
      const before = elements[index - 1];
      if (hasBlankLineBefore(element.kind, before?.kind)) {
        body.push({ kind: 'blank-lines', count: measures.blankLinesBefore.salutation });
      }
      body.push(bodyData(element, before, outline));
    }
  }
  const { pageNumber, ...pageData } = page;
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
    letter: partData(body, tail, attachments.length === 0 ? colophon : null, page),
    attachments: attachments.map((element, index) => ({
      blockId: element.blockId,
      mark: element.mark,
      title: spanData(element.title),
      isLandscape: element.isLandscape,
      ...partData(attachedBody(element.body), [], index === attachments.length - 1 ? colophon : null, page),
    })),
    colophon,
    footRule: footRule && placeRule(footRule, measures.page.height - footRule.bottom - ruleHeight(footRule)),
    isFirstPageNumbered: form.isFirstPageNumbered,
    page: pageData,
    pageNumber: { ...pageNumberAround(pageNumber.pageNumberStyle), place: pageNumber.pageNumberPlace },
  };
}

function attachedBody(body: readonly BodyElement[]): BodyData[] {
  const outline = outlineLevels();
  return body.map((element) => bodyData(element, undefined, outline));
}

/** Parts the last paragraph from a body that something has to follow on its page: the tail or the colophon. */
function partData(
  body: readonly BodyData[],
  tail: TailData[],
  colophon: LetterData['colophon'],
  { linesPerPage }: Pick<PageLayout, 'linesPerPage'>,
): PartData {
  const rows = tailRows(tail) + colophonRows(colophon);
  const isKept = rows > 0 && rows <= linesPerPage - freeLines;
  const last = body.at(-1);
  if (isKept && last && canEndWithTail(last)) return { body: body.slice(0, -1), last, tail };
  const parted = isKept && last?.kind === 'table' ? partLastRow(last.cells) : null;
  if (last?.kind === 'table' && parted) {
    const { blockId, columns } = last;
    const rest = { ...last, cells: parted.cells };
    return { body: [...body.slice(0, -1), rest], last: { kind: 'table-end', blockId, columns, ...parted.end }, tail };
  }
  return { body: [...body], last: null, tail };
}

/** Lines of the body that the colophon is as high as, estimated. */
function colophonRows(colophon: LetterData['colophon']): number {
  if (colophon === null) return 0;
  const charactersPerLine = 27;
  const copyTo = colophon.copyTo === '' ? 0 : Math.ceil(widthInCharacters(colophon.copyTo) / charactersPerLine);
  return copyTo + (colophon.imprint === null ? 0 : 1);
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
    text: withOptionalBreaks(span.text),
    ...(span.bold && { bold: true }),
    ...(span.italic && { italic: true }),
    ...(span.underline && { underline: true }),
  }));
}

function bodyData(
  element: BodyElement | ElementOf<'head' | 'mark' | 'title' | 'category' | 'salutation'>,
  previous: LetterElement | undefined,
  outline: (level: number) => number,
): BodyData {
  const { blankLinesBefore } = measures;
  switch (element.kind) {
    case 'title':
      return {
        kind: 'title',
        spans: spanData(element.spans),
        blankLinesBefore: previous?.kind === 'mark' || previous?.kind === 'head' ? blankLinesBefore.titleAfterMark : 0,
      };
    case 'heading':
      return {
        ...element,
        outline: outline(element.level),
        spans: spanData(element.spans),
        bodySpans: spanData(element.bodySpans),
      };
    case 'paragraph':
    case 'list-item':
    case 'salutation':
      return { ...element, spans: spanData(element.spans) };
    case 'table': {
      const { columns, cells } = placeCells(element);
      return {
        kind: 'table',
        blockId: element.blockId,
        columns,
        cells: cells.map((cell) => ({
          ...cell,
          paragraphs: cell.paragraphs.map((text) => ({ ...text, spans: spanData(text.spans) })),
        })),
      };
    }
    case 'head':
    case 'mark':
    case 'category':
    case 'page-break':
      return element;
  }
}

function tailData(element: ElementOf<'attachments' | 'signature' | 'note'>): TailData {
  const { blankLinesBefore } = measures;
  switch (element.kind) {
    case 'attachments':
      return { ...element, blankLinesBefore: blankLinesBefore.attachments };
    case 'signature':
      return {
        ...element,
        lines: element.lines.map((line) => ({
          ...line,
          cells: line.cells.map((cell) => ({ ...cell, width: widthInCharacters(cell.text) })),
        })),
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
        return element.lines.reduce((sum, line) => sum + line.blankLinesBefore + 1, 0);
      case 'note':
        return rows(element.text, 26);
    }
  });
  return perElement.reduce((sum, count) => sum + count, 0);
}
