import type { Run } from '#shared/document/schema.ts';
import type { Span } from './element.ts';

/** Runs as spans, neighbours of one look joined. */
export function spansOf(runs: readonly Run[]): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const look = {
      bold: run.format?.bold === true,
      italic: run.format?.italic === true,
      underline: run.format?.underline === true,
    };
    const last = spans.at(-1);
    if (last?.bold === look.bold && last.italic === look.italic && last.underline === look.underline) {
      last.text += run.text;
    } else {
      spans.push({ text: run.text, ...look });
    }
  }
  return spans;
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
