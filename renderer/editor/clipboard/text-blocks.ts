import { newId } from '#shared/lib/ids.ts';
import type { Block } from '#shared/document/schema.ts';
import { withoutUnwantedCharacters } from '#shared/document/unwanted-characters.ts';

/** Lines of pasted plain text as paragraphs. Blank lines and typed first-line indents are not kept. */
export function blocksOfText(text: string): Block[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => withoutUnwantedCharacters(line.replaceAll('\t', ' ')).trim())
    .filter((line) => line !== '')
    .map((line) => ({ id: newId(), type: 'paragraph', runs: [{ text: line }] }));
}
