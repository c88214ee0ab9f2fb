import type { Span } from '../letter/elements.ts';
import { runXml, type RunProps } from './runs.ts';

/** Runs of a paragraph; `props` apply to all of them. */
export function spansXml(spans: readonly Span[], props: RunProps = {}): string {
  return spans.map(({ text, bold, italic, underline }) => runXml(text, { ...props, bold, italic, underline })).join('');
}
