import type { Run } from '#shared/document/schema.ts';
import type { Span } from './element.ts';
import { typeArea } from './measures.ts';
import { widthInCharacters } from './signature.ts';
import { brokenSpans, spansOf } from './spans.ts';

/**
 * The salutation with line breaks between names, so that no name is parted: 回行时仍顶格 (7.3.2). Breaks the drafter set
 * are the only ones.
 */
export function salutationSpans(runs: readonly Run[]): Span[] {
  const spans = spansOf(runs);
  const text = spans.map((span) => span.text).join('');
  if (text.includes('\n') || widthInCharacters(text) <= typeArea.charactersPerLine) return spans;
  const breaks: number[] = [];
  let lineStart = 0;
  let at = 0;
  for (const piece of text.split(/(?<=[、，；,])/)) {
    const isTooLong = widthInCharacters(text.slice(lineStart, at + piece.length)) > typeArea.charactersPerLine;
    if (isTooLong && at > lineStart) {
      breaks.push(at);
      lineStart = at;
    }
    at += piece.length;
  }
  return brokenSpans(spans, breaks);
}
