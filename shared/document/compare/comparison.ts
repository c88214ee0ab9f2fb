import type { Projection } from '../projection.ts';
import type { Revision } from '../revision-marks.ts';
import type { ReplyDocument } from '../schema.ts';
import type { ChangePlace } from './change-place.ts';
import type { NotableChange } from './notable.ts';

/** What a comparison may leave out of account; the letter then has it as in the second one, without a mark. */
export const ignorables = ['spaces', 'punctuation', 'numbering', 'format'] as const;
export type Ignorable = (typeof ignorables)[number];

export const changeKinds = [
  'inserted',
  'deleted',
  'replaced',
  'moved',
  'moved-edited',
  'split',
  'joined',
  'format',
  'field',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface LetterChange {
  /** The revision that makes it in the letter with marks. */
  revision: string;
  kind: ChangeKind;
  /** What it concerns: words within a block, whole blocks, lines of a table, a field of head or tail. */
  of: 'text' | 'block' | 'table' | 'row' | 'column' | 'field';
  /** As text; of a format, the changed properties. '' for what was or is not there. */
  before: string;
  after: string;
  place: ChangePlace;
  /** Of a block that was moved and edited: what changed in it. */
  edits?: LetterChange[];
}

export interface ComparisonStatistics {
  changes: Record<ChangeKind, number>;
  /** Characters, moved ones and fields not counted. */
  insertedCharacters: number;
  deletedCharacters: number;
  keptCharacters: number;
}

export interface Comparison {
  /** In reading order. */
  changes: LetterChange[];
  /** What a leader looks for first: numbers, amounts, dates, names, units and words of obligation that changed. */
  notable: NotableChange[];
  statistics: ComparisonStatistics;
  /**
   * Both letters in one, as tracked changes: refused, they give the text of the first, accepted, that of the second.
   * Comments of both are left out.
   */
  letter: ReplyDocument;
}

export interface CompareOptions {
  /** In whose name the changes of `letter` stand. */
  revision: Revision;
  ignore?: readonly Ignorable[];
  /** Which text is meant of a letter with open changes: both, or each on its own. */
  review?: Projection | { a?: Projection; b?: Projection };
}
