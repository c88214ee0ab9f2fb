import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { HeadLayout } from './head-layout.ts';
import type { TypefaceRole } from './measures.ts';
import type { BlockReview, CellReview, RowReview, SpanReview } from './review.ts';
import type { SignatureLine } from './signature.ts';

/** Text of one look. Line breaks and tabs are '\n' and '\t' inside `text`. */
export interface Span {
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  review?: SpanReview;
}

export interface CellParagraph {
  blockId: string;
  label: string;
  spans: Span[];
  align: 'left' | 'center' | 'right';
  review?: BlockReview;
}

export interface CellElement {
  colSpan: number;
  rowSpan: number;
  paragraphs: CellParagraph[];
  review?: CellReview;
}

/** A piece of the head in the typeface of its role. */
export interface HeadText {
  text: string;
  role: Extract<TypefaceRole, 'body' | 'heading1' | 'heading2'>;
}

/** One line of the head or mark over the whole width. Sides with nothing in them are null; they never overlap. */
export interface HeadLine {
  left: HeadText | null;
  right: HeadText | null;
}

/**
 * 签发人 of 上行文 (7.2.6) at the right, one character in: `rows` of at most two names, each name a column
 * `nameWidth` characters wide with one character between; turned rows stand under the first name. The document number
 * stands at the left, one character in, on the line of the last row.
 */
export interface Signers {
  rows: string[][];
  nameWidth: number;
}

/** What of the body, and of the text of an attachment, is printed one under the other. `blockId` is the block's. */
export type BodyElement =
  /** `spans` are the heading, `bodySpans` the text that runs in after it on the same line. Bold holds for the label too. */
  | {
      kind: 'heading';
      blockId: string;
      level: number;
      isBold: boolean;
      label: string;
      spans: Span[];
      bodySpans: Span[];
      review?: BlockReview;
    }
  | { kind: 'paragraph'; blockId: string; spans: Span[]; align: 'left' | 'center' | 'right'; review?: BlockReview }
  | { kind: 'list-item'; blockId: string; depth: number; label: string; spans: Span[]; review?: BlockReview }
  /** `rowReviews` by the place of the row. */
  | {
      kind: 'table';
      blockId: string;
      headerRows: number;
      columns: number[];
      rows: CellElement[][];
      review?: BlockReview;
      rowReviews?: Record<number, RowReview>;
    }
  | { kind: 'page-break'; blockId: string; review?: BlockReview };

/**
 * The printed letter in reading order, one element a paragraph-like thing: the one description of the form that the
 * Word and the PDF writer share. All numbers are in it as text. Of the review it has what `describeMarked` put beside.
 */
export type LetterElement =
  /** Document number and category of a form without a head, from the first line of the type area. Never empty. */
  | { kind: 'mark'; lines: HeadLine[] }
  /**
   * The head of a form. `layout` says where issuer and rule stand. Of the 信函格式 `lines` begin at `layout.flowTop`;
   * of the 文件格式 they begin at the upper edge of the type area (份号, 密级, 紧急程度), and the document number stands at
   * `layout.docNumberTop`, centred, or with 签发人 on lines that begin there. `isPreprinted`: issuer and rule are on the
   * paper already and only take their room.
   */
  | {
      kind: 'head';
      layout: HeadLayout;
      isPreprinted: boolean;
      lines: HeadLine[];
      docNumber: string;
      signers: Signers | null;
    }
  /** With its line breaks. */
  | { kind: 'title'; spans: Span[] }
  /** The category on a line of its own under the title, centred. */
  | { kind: 'category'; text: string }
  /** Flush left, wraps flush left; many names come with line breaks between them. */
  | { kind: 'salutation'; spans: Span[] }
  | BodyElement
  | { kind: 'attachments'; items: { label: string; title: string }[] }
  /** Lines of signature and date with their place; see `placeSignature`. The date is the last line. */
  | { kind: 'signature'; seal: UnitSettings['seal']; lines: SignatureLine[]; hasDate: boolean }
  | { kind: 'note'; text: string }
  /**
   * The text of an attachment on pages of its own (7.3.6): `mark` (附件1, 黑体) flush left on the first line, the title
   * in the title's type on the third, then the body. After all notes and before the colophon.
   */
  | {
      kind: 'attachment';
      /** Of the section. */
      blockId: string;
      mark: string;
      title: Span[];
      isLandscape: boolean;
      body: BodyElement[];
    }
  /** 版记 at the foot of the very last page. `copyTo` and `imprint` are never both absent. */
  | { kind: 'colophon'; copyTo: string; imprint: { unit: string; date: string } | null; hasRules: boolean };

export type ElementOf<K extends LetterElement['kind']> = Extract<LetterElement, { kind: K }>;
