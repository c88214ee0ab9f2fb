import { attachmentLabel, headingLabels, listLabels } from '#shared/document/numbering.ts';
import { copyToList, notes, printedDate, printedDocNumber, withoutPrompts } from '#shared/document/printed.ts';
import { project } from '#shared/document/projection.ts';
import { runsText } from '#shared/document/plain-text.ts';
import type { Block, Head, ReplyDocument, Run, Table } from '#shared/document/schema.ts';
import { blocksOf } from '#shared/document/walk.ts';
import { layHead, type HeadLayout } from './head-layout.ts';
import type { LetterOptions } from './options.ts';
import { placeSignature, type SignatureLine } from './signature.ts';
import { titleLines } from './title-lines.ts';

/** Text of one look. Line breaks and tabs are '\n' and '\t' inside `text`. */
export interface Span {
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
}

export interface CellElement {
  colSpan: number;
  rowSpan: number;
  paragraphs: { label: string; spans: Span[]; align: 'left' | 'center' | 'right' }[];
}

/**
 * The printed letter in reading order, one element a paragraph-like thing: the one description of the form that the
 * Word and the PDF writer share. All numbers are in it as text; nothing of the review is left.
 */
export type LetterElement =
  | { kind: 'mark'; docNumber: string; category: string }
  /** The red head of a form in place of the mark. `notices` are 份号, 密级 and 紧急程度, one a line, where present. */
  | {
      kind: 'head';
      layout: HeadLayout;
      issuer: string;
      notices: { text: string; role: 'body' | 'heading1' }[];
      docNumber: string;
      category: string;
      signer: string;
    }
  /** With its line breaks. */
  | { kind: 'title'; spans: Span[] }
  | { kind: 'salutation'; spans: Span[] }
  /** `spans` are the heading, `bodySpans` the text that runs in after it on the same line. */
  | { kind: 'heading'; level: number; label: string; spans: Span[]; bodySpans: Span[] }
  | { kind: 'paragraph'; spans: Span[]; align: 'left' | 'center' | 'right' }
  | { kind: 'list-item'; depth: number; label: string; spans: Span[] }
  | { kind: 'table'; headerRows: number; columns: number[]; rows: CellElement[][] }
  | { kind: 'page-break' }
  | { kind: 'attachments'; items: { label: string; title: string }[] }
  /** Lines of signature and date with their place; see `placeSignature`. The date is the last line. */
  | { kind: 'signature'; lines: SignatureLine[]; isSealed: boolean; hasDate: boolean }
  | { kind: 'note'; text: string }
  /** 版记. `copyTo` and `imprint` are never both absent. */
  | { kind: 'colophon'; copyTo: string; imprint: { unit: string; date: string } | null; hasRules: boolean };

/** Flattens a document with all tracked changes accepted. */
export function letterElements(source: ReplyDocument, options: LetterOptions): LetterElement[] {
  const document = withoutPrompts(project(source, 'accepted'));
  const { head, tail } = document;
  const { form } = options;
  const elements: LetterElement[] = [];
  const docNumber = printedDocNumber(head);
  const category = head.category ?? '';
  if (form.head !== null) {
    // A letter converted without a store knows its unit only by the signature.
    const name = [head.issuer, options.unit.fullName, document.tail.units[0]].find((text) => text) ?? '';
    const issuer = name === '' ? '' : name + form.head.issuer.suffix;
    elements.push({
      kind: 'head',
      layout: layHead(form.head, issuer),
      issuer,
      notices: noticesOf(head),
      docNumber,
      category,
      signer: head.signer ?? '',
    });
  } else if (docNumber !== '' || category !== '') elements.push({ kind: 'mark', docNumber, category });
  if (runsText(head.title) !== '') elements.push({ kind: 'title', spans: titleSpans(head.title) });
  if (runsText(head.salutation) !== '') elements.push({ kind: 'salutation', spans: spansOf(head.salutation) });
  elements.push(...bodyElements(document));
  if (tail.attachments.length > 0) {
    elements.push({
      kind: 'attachments',
      items: tail.attachments.map((item, index) => ({
        label: attachmentLabel(index, tail.attachments.length),
        title: item.title,
      })),
    });
  }
  const isSealed = (tail.seal ?? options.unit.seal) === 'sealed';
  const date = printedDate(tail);
  const lines = placeSignature(tail.units, date, isSealed);
  if (lines.length > 0) elements.push({ kind: 'signature', lines, isSealed, hasDate: date !== '' });
  elements.push(...notes(document).map((text): LetterElement => ({ kind: 'note', text })));
  const copyTo = copyToList(tail);
  const imprint = form.colophon.hasImprint ? imprintOf(options.unit.fullName, date) : null;
  if (copyTo !== '' || imprint !== null) {
    elements.push({ kind: 'colophon', copyTo, imprint, hasRules: form.colophon.hasRules });
  }
  return elements;
}

/** 份号 in the body's font, 密级 and 紧急程度 in 黑体 (7.2.1 to 7.2.3). */
function noticesOf({
  copyNumber = '',
  secrecy = '',
  urgency = '',
}: Head): { text: string; role: 'body' | 'heading1' }[] {
  const notices = [
    { text: copyNumber, role: 'body' as const },
    { text: secrecy, role: 'heading1' as const },
    { text: urgency, role: 'heading1' as const },
  ];
  return notices.filter(({ text }) => text !== '');
}

/** 印发机关 and 印发日期 (7.4.3), or null when neither is known. */
function imprintOf(unit: string, date: string): { unit: string; date: string } | null {
  return unit === '' && date === '' ? null : { unit, date: date === '' ? '' : `${date}印发` };
}

function bodyElements(document: ReplyDocument): LetterElement[] {
  const headings = headingLabels(document);
  const lists = listLabels(document);
  const elements = [...blocksOf(document)].map(({ block }) =>
    blockElement(block, headings.get(block.id) ?? lists.get(block.id) ?? '', lists),
  );
  // Empty paragraphs at the end of the body would push the signature down; inside the body they are the drafter's wish.
  while (isBlank(elements.at(-1))) elements.pop();
  return elements;
}

function isBlank(element: LetterElement | undefined): boolean {
  return element?.kind === 'paragraph' && element.spans.every((span) => span.text.trim() === '');
}

function blockElement(block: Block, label: string, listLabelsById: Map<string, string>): LetterElement {
  switch (block.type) {
    case 'heading':
      return {
        kind: 'heading',
        level: block.level ?? 1,
        label,
        spans: spansOf(block.runs.filter((run) => run.format?.body !== true)),
        bodySpans: spansOf(block.runs.filter((run) => run.format?.body === true)),
      };
    case 'list-item':
      return { kind: 'list-item', depth: block.level ?? 1, label, spans: spansOf(block.runs) };
    case 'table':
      return tableElement(block.table, listLabelsById);
    case 'page-break':
      return { kind: 'page-break' };
    case 'paragraph':
      return { kind: 'paragraph', spans: spansOf(block.runs), align: block.props?.align ?? 'left' };
  }
}

function tableElement(table: Table | undefined, listLabelsById: Map<string, string>): LetterElement {
  return {
    kind: 'table',
    headerRows: table?.headerRows ?? 0,
    columns: table?.columns ?? [],
    rows: (table?.rows ?? []).map((row) =>
      row.cells.map((cell) => ({
        colSpan: cell.colSpan ?? 1,
        rowSpan: cell.rowSpan ?? 1,
        paragraphs: cell.blocks.map((block) => ({
          label: listLabelsById.get(block.id) ?? '',
          spans: spansOf(block.runs),
          align: block.props?.align ?? 'left',
        })),
      })),
    ),
  };
}

/** The title broken into lines. */
function titleSpans(runs: readonly Run[]): Span[] {
  const spans = spansOf(runs);
  const text = spans.map((span) => span.text).join('');
  if (text.includes('\n')) return spans;
  const breaks: number[] = [];
  for (const line of titleLines(text)) breaks.push((breaks.at(-1) ?? 0) + line.length);
  let end = 0;
  return spans.map((span) => {
    const start = end;
    end += span.text.length;
    const inside = breaks.filter((at) => at > start && at <= end && at < text.length).map((at) => at - start);
    const parts = [0, ...inside].map((from, index) => span.text.slice(from, inside[index]));
    return { ...span, text: parts.join('\n') };
  });
}

/** Runs as spans, neighbours of one look joined. */
export function spansOf(runs: readonly Run[]): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const look = {
      bold: run.format?.bold === true,
      italic: run.format?.italic === true,
      underline: run.format?.underline === true,
    };
    const last = spans.at(-1);
    if (last?.bold === look.bold && last.italic === look.italic && last.underline === look.underline) {
      last.text += run.text;
    } else {
      spans.push({ text: run.text, ...look });
    }
  }
  return spans;
}
