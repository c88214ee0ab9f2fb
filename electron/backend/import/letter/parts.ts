import type { ReadCase } from './case-facts.ts';
import type { HeadParts } from './head.ts';
import type { Line } from './line.ts';
import type { TailParts } from './tail.ts';

/** The lines of a source, told apart. */
export interface LetterParts {
  head: HeadParts;
  salutation: Line | null;
  /** From the opening up to the tail, page lines taken out and broken ones joined. */
  body: Line[];
  /** Index in `body` of the opening, -1 when there is none. */
  opening: number;
  junk: Line[];
  tail: TailParts;
  read: ReadCase;
  /** Further letters the source holds below the first: they stay as text. */
  others: Line[][];
}
