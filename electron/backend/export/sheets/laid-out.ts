import type { TypefaceRole } from '../letter/measures.ts';

/**
 * A sheet as it is printed, every place and size decided, for the Word and the PDF writer. Lengths in mm, type sizes
 * and pitches in pt.
 */
export interface LaidOutSheet {
  /** For the file's properties. */
  title: string;
  width: number;
  height: number;
  margin: { top: number; right: number; bottom: number; left: number };
  pages: LaidOutPart[][];
  /** Texts that did not fit even at the smallest size and were cut. */
  cut: string[];
}

export interface LaidOutText {
  text: string;
  face: TypefaceRole;
  size: number;
  pitch: number;
  align: 'left' | 'center' | 'right' | 'both';
}

/** Parts follow each other down the page; `top` is where one begins. */
export type LaidOutPart = LaidOutLines | LaidOutGrid;

export interface LaidOutLines {
  kind: 'lines';
  top: number;
  left: number;
  width: number;
  height: number;
  /** Room above the first line. */
  before: number;
  after: number;
  lines: LaidOutText[];
}

export interface LaidOutGrid {
  kind: 'grid';
  top: number;
  left: number;
  columns: number[];
  rows: number[];
  /** Rows keep their height whatever is typed into them in Word: what stands on labels must not move. */
  isExact: boolean;
  cells: LaidOutCell[];
}

export interface LaidOutCell extends LaidOutText {
  column: number;
  row: number;
  colSpan: number;
  rowSpan: number;
  verticalAlign: 'top' | 'center' | 'bottom';
  /** Between the edge and the text. */
  inset: { x: number; y: number };
  /** Weights of the rules at its edges; 0 for none. */
  rules: { top: number; right: number; bottom: number; left: number };
}
