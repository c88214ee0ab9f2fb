import { z } from 'zod';
import type { Block, ReplyDocument, Run } from './schema.ts';

/** What of the review is still open in a letter. */
export const reviewCountsSchema = z.object({
  /** Stretches of text, paragraph marks and table rows. */
  insertions: z.number().int(),
  deletions: z.number().int(),
  /** Changed formats, types and levels. */
  formats: z.number().int(),
  /** Open threads. */
  comments: z.number().int(),
});
export type ReviewCounts = z.infer<typeof reviewCountsSchema>;

export function isReviewOpen({ insertions, deletions, formats, comments }: ReviewCounts): boolean {
  return insertions + deletions + formats + comments > 0;
}

/**
 * Counts tracked changes and open comments. Neighbouring runs of one change count once. A thread the document only
 * points to (its text is stored elsewhere) is open: nobody said it is not.
 */
export function reviewCounts(document: ReplyDocument): ReviewCounts {
  const counts = { insertions: 0, deletions: 0, formats: 0 };
  const threads = new Set<string>();
  const mark = ({ ins, del }: { ins?: string | undefined; del?: string | undefined }) => {
    if (ins !== undefined) counts.insertions += 1;
    if (del !== undefined) counts.deletions += 1;
  };
  const countRuns = (runs: readonly Run[]) => {
    let last: Run | undefined;
    for (const run of runs) {
      mark({ ...(run.ins !== last?.ins && { ins: run.ins }), ...(run.del !== last?.del && { del: run.del }) });
      if (run.formatWas && run.formatWas.rev !== last?.formatWas?.rev) counts.formats += 1;
      for (const thread of run.threads ?? []) threads.add(thread);
      last = run;
    }
  };
  const countBlock = (block: Block) => {
    countRuns(block.runs);
    mark(block.mark ?? {});
    if (block.was) counts.formats += 1;
    for (const row of block.table?.rows ?? []) {
      mark(row);
      for (const cell of row.cells) cell.blocks.forEach(countBlock);
    }
  };
  countRuns(document.head.title);
  countRuns(document.head.salutation);
  for (const { heading, blocks } of document.sections) {
    if (heading) countBlock(heading);
    blocks.forEach(countBlock);
  }
  for (const [id, { state }] of Object.entries(document.threads)) {
    if (state === 'open') threads.add(id);
    else threads.delete(id);
  }
  return { ...counts, comments: threads.size };
}
