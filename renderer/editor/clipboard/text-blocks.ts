import { newId } from '#shared/lib/ids.ts';
import type { Block } from '#shared/document/schema.ts';
import { withoutUnwantedCharacters } from '#shared/document/unwanted-characters.ts';

/** Everything that ends a line in some program's text: vertical tab and form feed are Word's line and page break. */
export const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Lines of pasted plain text as paragraphs. Blank lines and typed first-line indents are not kept. */
export function blocksOfText(text: string): Block[] {
  return text
    .split(LINE_ENDS)
    .map((line) => withoutUnwantedCharacters(line.replaceAll('\t', ' ')).trim())
    .filter((line) => line !== '')
    .map((line) => ({ id: newId(), type: 'paragraph', runs: [{ text: line }] }));
}
