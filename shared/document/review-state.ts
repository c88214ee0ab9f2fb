import { z } from 'zod';
import { reviewMarks } from './review-marks.ts';
import type { ReplyDocument } from './schema.ts';
import { everyRun } from './walk.ts';

/** What of the review is still open in a letter. */
export const reviewCountsSchema = z.object({
  /** Stretches of text, paragraph marks, rows, columns, texts of attachments. */
  insertions: z.number().int(),
  deletions: z.number().int(),
  /** Changed formats, types and levels. */
  formats: z.number().int(),
  /** Changed fields of head and tail, roles, order, header rows, column widths, merged cells. */
  others: z.number().int(),
  /** Open threads. */
  comments: z.number().int(),
});
export type ReviewCounts = z.infer<typeof reviewCountsSchema>;

export function isReviewOpen({ insertions, deletions, formats, others, comments }: ReviewCounts): boolean {
  return insertions + deletions + formats + others + comments > 0;
}

/**
 * Counts tracked changes and open comments. A thread the document only points to (its text is stored elsewhere) is
 * open: nobody said it is not.
 */
export function reviewCounts(document: ReplyDocument): ReviewCounts {
  const counts = { insertions: 0, deletions: 0, formats: 0, others: 0 };
  const countOf = {
    insertion: 'insertions',
    deletion: 'deletions',
    format: 'formats',
    value: 'others',
    move: 'others',
  } as const;
  for (const { kind } of reviewMarks(document)) counts[countOf[kind]] += 1;
  const threads = new Set<string>();
  for (const run of everyRun(document)) for (const thread of run.threads ?? []) threads.add(thread);
  for (const [id, { state }] of Object.entries(document.threads)) {
    if (state === 'open') threads.add(id);
    else threads.delete(id);
  }
  return { ...counts, comments: threads.size };
}
