import { searchText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';

/**
 * The form in which texts are compared when searching: width and case do not matter, nor do spaces, which Chinese text
 * uses for looks only. Lines stay apart, so that nothing is found across them.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, '');
}

/** What a letter is found by. */
export function letterKey(document: ReplyDocument): string {
  return searchKey(searchText(document));
}

/** More words than anybody looks for; each costs a pass over all letters. */
const MAX_NEEDLES = 8;

/** The words somebody looks for, in the form `searchKey` gives them. */
export function needlesOf(search: string): string[] {
  return search
    .split(/\s+/)
    .map(searchKey)
    .filter((needle) => needle !== '')
    .slice(0, MAX_NEEDLES);
}
