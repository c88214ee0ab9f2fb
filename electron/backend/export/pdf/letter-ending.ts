import { margin, mmToPt, typeArea } from '../letter/measures.ts';
import type { PageLayout } from '../letter/page-layout.ts';
import type { TypstMark } from './compiler.ts';

/** The last page of the letter itself; the pages of attachments do not count. */
export interface LetterEnding {
  pages: number;
  linesPerPage: number;
  /** Lines used on the last page, empty ones and those of signature and notes counted. */
  lastPageLines: number;
  /** Those of them that stand above attachments list and signature. */
  lastPageTextLines: number;
  /** Signature and notes begin the last page: nothing of the text stands above them. */
  isSignatureAlone: boolean;
  /**
   * A line pitch in pt, the widest that saves the last page, when no more than three lines of the text stand on it;
   * null when none of at least 26 pt does. Never 此页无正文 (7.3.5.5).
   */
  tighterPitch: number | null;
}

/** A last page with no more of the text than this looks left over. */
const mostOverflow = 3;
/** 23 and 24 lines a page; less than 26 pt would set 三号 too closely. */
const pitches = [23, 24].map((lines) => Math.floor((mmToPt(typeArea.height) / lines) * 20) / 20);

/** `marksAt` sets the letter with a line pitch, or with its own. */
export function letterEnding(
  marksAt: (linePitch: number | undefined) => readonly TypstMark[],
  { linePitch, linesPerPage, offset }: PageLayout,
): LetterEnding {
  const marks = marksAt(undefined);
  const end = placeOf(marks, 'end');
  const tail = placeOf(marks, 'tail');
  // A letter without signature and notes has nothing that could stand alone.
  if (!end || !tail) {
    const pages = Math.max(1, ...marks.map(({ at }) => at.page));
    const none = { lastPageLines: 0, lastPageTextLines: 0, isSignatureAlone: false, tighterPitch: null };
    return { pages, linesPerPage, ...none };
  }
  const top = mmToPt(margin.top + offset.y);
  const lastPageTextLines = tail.page === end.page ? Math.max(0, Math.round((tail.y - top) / linePitch)) : 0;
  const isLeftOver = end.page > 1 && lastPageTextLines <= mostOverflow;
  const closer = isLeftOver ? pitches.filter((pitch) => pitch < linePitch - 0.1) : [];
  return {
    pages: end.page,
    linesPerPage,
    lastPageLines: Math.ceil((end.y - top - 1) / linePitch),
    lastPageTextLines,
    isSignatureAlone: end.page > 1 && lastPageTextLines === 0,
    tighterPitch: closer.find((pitch) => (placeOf(marksAt(pitch), 'end')?.page ?? end.page) < end.page) ?? null,
  };
}

function placeOf(marks: readonly TypstMark[], wanted: string): { page: number; y: number } | undefined {
  const at = marks.find(({ name }) => name === wanted)?.at;
  return at && { page: at.page, y: Number.parseFloat(at.y) };
}
