import type { FieldPath } from '#shared/document/letter-fields.ts';
import type { Change, Moved, PresenceMarks } from '#shared/document/revision-marks.ts';

/**
 * What the review says of a printed thing: revisions and threads by their ids, as the document has them. Optional
 * everywhere, and absent where nobody said anything. Writers of clean output never look at it.
 */

export interface SpanReview {
  /** Inserted by. */
  ins?: string;
  /** Struck by; the span is empty then, and this is its text. */
  struck?: { del: string[]; text: string };
  /** Changed looks. */
  changes?: Change[];
  threads?: string[];
}

export interface BlockReview extends Pick<Moved, 'moves'> {
  /** Of the paragraph mark. */
  mark?: PresenceMarks;
  /** Of type, level and properties. */
  changes?: Change[];
  threads?: string[];
  /** Nothing of it is left: the letter is printed without it. */
  isGone?: true;
}

export interface RowReview extends PresenceMarks {
  threads?: string[];
}

export interface CellReview {
  changes?: Change[];
  threads?: string[];
}

/** Of a field of head or tail, whether it is printed or not. */
export interface FieldReview {
  field: FieldPath;
  changes: Change[];
  threads: string[];
}
