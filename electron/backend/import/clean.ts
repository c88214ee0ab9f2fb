import { unwantedCharacters } from '#shared/document/unwanted-characters.ts';

/** Neither the store nor Word can hold these, so removing them cannot be taken back. */
const unstorable = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

export interface Cleaned {
  text: string;
  /** Code points taken out, in order. */
  removed: number[];
  /** Code remnants taken out. */
  code: boolean;
  /** False when the text as read cannot be put back. */
  restorable: boolean;
}

/** Marks of clipboard HTML that web editors left in the text. */
const remnants = /<!--\s*(?:Start|End)Fragment\s*-->|<!--\[(?:if|endif)[^\]>]{0,60}\](?:-->|>)/gi;

/** One line without unwanted characters. */
export function cleanLine(text: string): Cleaned {
  const removed: number[] = [];
  const stripped = text.replace(remnants, '');
  // A line of nothing else is a line of the page, and reported as one.
  const plain = stripped.trim() === '' ? text : stripped;
  const cleaned = plain.replace(unwantedCharacters, (character) => {
    removed.push(character.codePointAt(0) ?? 0);
    return '';
  });
  return {
    text: cleaned,
    removed,
    code: plain !== text,
    restorable: !removed.some((code) => unstorable.test(String.fromCodePoint(code))),
  };
}

/** How a removed character is named to a person: U+200B. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
