/**
 * Characters that do not belong in a letter: controls, invisible and direction marks, halves of surrogate pairs. Emoji
 * and rare Han (extension B and up, with variation selectors) stay as they are.
 */
const unwanted =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu;

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
  const cleaned = plain.replace(unwanted, (character) => {
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
