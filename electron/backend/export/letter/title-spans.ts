import type { Run } from '#shared/document/schema.ts';
import type { Span } from './element.ts';
import { brokenSpans, spansOf } from './spans.ts';
import { titleLines, type TitleOptions } from '#shared/document/title-lines.ts';

/** The title broken into lines. */
export function titleSpans(runs: readonly Run[], options: TitleOptions): Span[] {
  const spans = spansOf(runs);
  const text = spans.map((span) => span.text).join('');
  if (text.includes('\n')) return spans;
  const breaks: number[] = [];
  for (const line of titleLines(text, options)) breaks.push((breaks.at(-1) ?? 0) + line.length);
  return brokenSpans(spans, breaks.slice(0, -1));
}
