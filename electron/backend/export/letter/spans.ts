import type { Run } from '#shared/document/schema.ts';
import type { Span } from './element.ts';
import type { SpanReview } from './review.ts';

/** On a run that `describeMarked` laid aside the marks of; no property of a stored letter can be taken for it. */
export const runReview = Symbol('review of a run');
type MarkedRun = Run & { [runReview]?: SpanReview };

/** Runs as spans, neighbours of one look and one review joined. */
export function spansOf(runs: readonly MarkedRun[]): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    const review = run[runReview];
    if (run.text === '' && !review?.struck) continue;
    const look = {
      bold: run.format?.bold === true,
      italic: run.format?.italic === true,
      underline: run.format?.underline === true,
    };
    const last = spans.at(-1);
    if (last && isOneLook(last, look) && !review && !last.review) last.text += run.text;
    else spans.push({ text: run.text, ...look, ...(review && { review }) });
  }
  return spans;
}

function isOneLook(a: Omit<Span, 'text'>, b: Omit<Span, 'text'>): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.underline === b.underline;
}

/** Spans with a line break after each of the given numbers of characters (UTF-16 units of the whole text). */
export function brokenSpans(spans: readonly Span[], breaks: readonly number[]): Span[] {
  let end = 0;
  return spans.map((span) => {
    const start = end;
    end += span.text.length;
    const inside = breaks.filter((at) => at > start && at <= end).map((at) => at - start);
    const parts = [0, ...inside].map((from, index) => span.text.slice(from, inside[index]));
    return { ...span, text: parts.join('\n') };
  });
}
