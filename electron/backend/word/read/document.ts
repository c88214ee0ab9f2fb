import type { WordBlock, WordBuildingBlock, WordComment, WordMargin, WordNote, NoteKind } from './model.ts';
import type { Numbering } from './numbering.ts';
import type { Relationship } from './parts.ts';
import type { WordProperties } from './properties.ts';
import type { WordSettings } from './settings.ts';
import type { Styles } from './styles.ts';
import type { CommentThread } from './threads.ts';

/**
 * A Word file as it is, from the bytes to its paragraphs, with no idea of what it is for. Each part is read when first
 * asked for, so that a damaged one nobody needs does no harm; each call may throw what `readWord` throws.
 */
export interface WordDocument {
  /** File name, for errors. */
  name: string;
  encoding: string;
  /** The text itself. */
  body(): WordBlock[];
  /** The same block by block, each let go after its turn: a long text is never in memory as a whole. */
  eachBlock(visit: (block: WordBlock) => void): void;
  styles(): Styles;
  numbering(): Numbering;
  /** Headers and footers of all sections. */
  margins(): WordMargin[];
  notes(kind: NoteKind): WordNote[];
  /** In the order of the file; `threads` tells what answers what, and where it stands in the text. */
  comments(): WordComment[];
  threads(): CommentThread[];
  buildingBlocks(): WordBuildingBlock[];
  settings(): WordSettings;
  properties(): WordProperties;
  /** What a relationship of a part leads to. Never followed outside the file. */
  target(part: string, relationship: string): Relationship | undefined;
  /** Bytes of a part, such as a picture. */
  bytesOf(path: string): Uint8Array | null;
}
