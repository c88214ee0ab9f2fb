/**
 * Characters that do not belong in a letter: controls, invisible and direction marks, halves of surrogate pairs. Emoji
 * (with what joins their parts) and rare Han (extension B and up, with variation selectors) stay as they are.
 */
export const unwantedCharacters =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d/gu;

export function withoutUnwantedCharacters(text: string): string {
  return text.replace(unwantedCharacters, '');
}
