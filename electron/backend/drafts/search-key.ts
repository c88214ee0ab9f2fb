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
