/** Where a line may end without a sign: U+200B in Word, nothing that is printed in the PDF. */
export const optionalBreak = '\u200B';

/** Letters and figures that no program parts by itself, but for a hyphen. */
const westernWord = /[!-~]{6,}/g;
/** An address. */
const longWord = 16;

/**
 * A long western word takes so much from the line it does not fit into that its characters are pulled apart, more so
 * with the brackets around it: （GPGPU+XPU）. It may break where its parts meet: after + & _ @ = ?, before a capital
 * inside it, in an address after a full stop too. Never in a number.
 */
export function withOptionalBreaks(text: string): string {
  return text.replaceAll(westernWord, (word) => {
    const joints = word.length >= longWord ? /(?<=\w[+&_@=?.])(?=[A-Za-z])|(?<=[a-z])(?=[A-Z])/g : usualJoints;
    return word.replaceAll(joints, optionalBreak);
  });
}
const usualJoints = /(?<=\w[+&_@=?])(?=\w)|(?<=[a-z]{2})(?=[A-Z])/g;
