import type { Span } from '../letter/element.ts';
import { withOptionalBreaks } from '../letter/optional-breaks.ts';
import { runXml, type RunProps } from './runs.ts';

/** Runs of a paragraph; `props` apply to all of them, a bold span is bold whatever `props` say. */
export function spansXml(spans: readonly Span[], props: RunProps = {}): string {
  return spans
    .map(({ text, bold, italic, underline }) =>
      runXml(withOptionalBreaks(text), { ...props, ...(bold && { bold }), italic, underline }),
    )
    .join('');
}
