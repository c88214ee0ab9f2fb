import type { FieldPath } from '../letter-fields.ts';

/** Where a change is found. */
export interface ChangePlace {
  part: 'head' | 'body' | 'attachment' | 'tail';
  /** In head and tail. */
  field?: FieldPath;
  /** The heading above it, with its number, in the letter it is in. */
  heading?: string;
  /** Id of the block in the letter with marks. */
  blockId?: string;
  /** Words right before and after it. */
  around?: { before: string; after: string };
}
