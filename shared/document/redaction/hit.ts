import type { FindingKind, FindingReason, Place } from './finding.ts';

/** A stretch of one text that is personal data; offsets count UTF-16 units. */
export interface Hit {
  start: number;
  end: number;
  kind: FindingKind;
  reason: FindingReason;
}

/** What a text is judged by besides itself. */
export interface Surroundings {
  part: Place['part'];
  /** Names of those who put the case forward. */
  members: readonly string[];
  heads: readonly string[];
  beside: string;
  /** Texts that are numbers of the case or the letter and nobody's. */
  ownNumbers: readonly string[];
}

export interface Match {
  0: string;
  index: number;
}

/** Matches of a form made by `everywhere`, whose text is in group 1. */
export function matches(text: string, shape: RegExp): Match[] {
  return [...text.matchAll(shape)].map((match) => ({ 0: match[1] ?? '', index: match.index }));
}

export function stretch(match: Match): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

/** What the first group of a labelled form caught. */
export function captured(text: string, shape: RegExp, kind: FindingKind): Hit[] {
  return [...text.matchAll(shape)].map((match): Hit => {
    const value = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    return { start, end: start + value.length, kind, reason: 'label' };
  });
}

/** As much of what stands before as says what a number is; a whole page each time would take its square in time. */
export function beforeOf(text: string, { index }: Match): string {
  return text.slice(Math.max(0, index - 60), index);
}

/** From the last full stop or line end on. */
export function lastClause(before: string): string {
  return before.slice(Math.max(before.search(/[^。！？；;\n]*$/), before.length - 40));
}
