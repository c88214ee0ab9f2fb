import type { FieldPath } from '../letter-fields.ts';
import type { BlockType, SectionRole } from '../schema.ts';

/** Where something stands in a letter. What is counted is counted from 1, with all that is struck or inserted. */
export interface ReviewPlace {
  part: 'letter' | 'head' | 'body' | 'attachment' | 'tail';
  /** Of head or tail. */
  field?: FieldPath;
  section?: { id: string; role: SectionRole; number: number };
  /** `number`: among the text of the section, its tables or its page breaks. `text`: of a heading, with its number. */
  block?: { id: string; type: BlockType; number: number; text: string };
  row?: number;
  column?: number;
  /** Of the innermost thing that has an id: section, block, also one in a cell, row or cell. */
  id?: string;
}
