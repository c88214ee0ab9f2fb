import type { NoteKind } from '#backend/word/read/model.ts';
import type { NumberCounter } from '#backend/word/read/number-counter.ts';
import type { Numbering } from '#backend/word/read/numbering.ts';
import type { Findings } from '../findings.ts';
import type { Fields } from './fields.ts';
import type { StyleHints } from './style-hints.ts';

/** What the flattening of one file shares: definitions, findings, and the fields that reach over paragraphs. */
export interface Story {
  fileName: string;
  styles: StyleHints;
  numbering: Numbering;
  counter: NumberCounter;
  findings: Findings;
  /** Text of a footnote or endnote; '' when it does not exist. */
  noteText(kind: NoteKind, id: string): string;
  /** Complex fields reach over paragraphs. */
  fields: Fields;
  /** Content controls around what is being read that show their prompt: as a whole, or where a run has its style. */
  prompts: ('whole' | 'styled')[];
}
