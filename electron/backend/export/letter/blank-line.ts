import type { LetterElement } from './element.ts';

type Kind = LetterElement['kind'];

const withoutBlankLine = new Set<Kind>(['title', 'category', 'page-break', 'attachments', 'signature', 'note']);

/**
 * Below head and title stands an empty line, whether the letter has a salutation or its text begins at once (7.3.2).
 * `before` is the element just above, undefined at the start.
 */
export function hasBlankLineBefore(kind: Kind, before: Kind | undefined): boolean {
  if (withoutBlankLine.has(kind)) return false;
  return before === 'head' || before === 'mark' || before === 'title' || before === 'category';
}
