import type { ListStyle } from '#shared/document/schema.ts';
import type { SourceLine, SourceRun, SourceTable } from '../source.ts';

/** One line of the source while the letter is being understood. */
export interface Line {
  /** Becomes the block's id. Ids sort in the order of the lines, which is what undoing an import relies on. */
  id: string;
  /** Trimmed text with typed and automatic label. */
  text: string;
  /** `fold(text)`: as long as `text`, index for index. */
  key: string;
  blankBefore: boolean;
  /** Width of the spaces before the text, in half characters. */
  indent: number;
  /** The lines this one was put together from, in order; absent when it is one line of the source. */
  parts?: Line[];
  /** Formats of `text`, put together exactly `text`; absent when the source knew none. */
  runs?: SourceRun[];
  /** An automatic number that `text` starts with. */
  list?: { label: string; style: ListStyle; level: 1 | 2 | 3 | 4 };
  style?: NonNullable<SourceLine['style']>;
  /** Comes from a Word file, which has no web page round its letter. */
  inWord?: true;
  table?: SourceTable;
  pageBreak?: true;
}

export function sliceRuns(runs: SourceRun[], start: number, end: number): SourceRun[] {
  const slices: SourceRun[] = [];
  let offset = 0;
  for (const run of runs) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, run.text.length);
    if (from < to) slices.push({ ...run, text: run.text.slice(from, to) });
    offset += run.text.length;
  }
  return slices;
}
