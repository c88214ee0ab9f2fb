import type { ListStyle } from '#shared/document/schema.ts';
import type { ImportReport, ImportWarning } from '#shared/domain/import-report.ts';

/**
 * What every reader (plain text, HTML, Word) makes of its file: the lines of a page, nothing understood yet. The
 * letter recogniser is the only consumer, so that one letter gives one result whatever file it came in.
 */
export interface SourceDocument {
  /** File name without folder, '' for pasted text. */
  name: string;
  format: ImportReport['source']['format'];
  encoding: string;
  /** In reading order. Empty lines are kept as `line` with text '': blank lines tell broken paragraphs from whole ones. */
  blocks: SourceBlock[];
  /** What the reader itself dropped or could not read. */
  warnings: ImportWarning[];
}

export type SourceBlock = SourceLine | SourceTable | SourcePageBreak;

/** A paragraph of the source, or one line of plain text. */
export interface SourceLine {
  kind: 'line';
  /** As read, without a line end and without an automatic number (see `style.list`); may carry surrounding spaces. */
  text: string;
  /** Present only when the source knows formats. The texts put together are exactly `text`. */
  runs?: SourceRun[];
  style?: SourceStyle;
}

export interface SourceRun {
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
}

/** Hints of the source. They are hints: typists style headings as lists and lists as headings. */
export interface SourceStyle {
  /** Outline or heading-style level. */
  heading?: 1 | 2 | 3 | 4;
  title?: true;
  /** Size of its first characters in pt, where the source tells. */
  size?: number;
  align?: 'center' | 'right';
  /** An automatic number or bullet. `label` is what is printed, such as '一、', '（二）', '1.' or '•'; '' if unknown. */
  list?: { label: string; style: ListStyle; level: 1 | 2 | 3 | 4 };
  /** Stands in a part of a page that is not its text (nav, footer, aside …). */
  chrome?: true;
  /** Stands on a page that lies on its side. */
  landscape?: true;
}

export interface SourceTable {
  kind: 'table';
  headerRows: number;
  /** Widths of the columns in any unit, one each; absent when the source tells none. */
  columns?: number[];
  /** Covered cells of merged ones are not listed. */
  rows: SourceCell[][];
}
export interface SourceCell {
  lines: SourceLine[];
  colSpan?: number;
  rowSpan?: number;
}

export interface SourcePageBreak {
  kind: 'page-break';
}
