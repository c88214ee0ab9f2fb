/** Chinese characters and marks; halves of surrogate pairs count, being rare Han as a rule. */
const cjk = /[⺀-⻿〇-〿㐀-鿿豈-﫿︰-﹏＀-￯]|[“”‘’—…·]|[\ud800-\udfff]/;
const half = /[,:;!?()".]/;
const wideOf: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/**
 * Full-width punctuation where a text is Chinese; figures, Latin words and addresses keep the half-width forms. One
 * character for one, so places in the text stay the same.
 */
export function widenPunctuation(text: string): string {
  if (!half.test(text) || !cjk.test(text)) return text;
  const out = text.split('');
  const skip = addresses(text);
  for (let index = 0; index < out.length; index++) {
    const character = text.charAt(index);
    if (character === '.' && isFullStop(text, index) && !skip(index)) out[index] = '。';
    const wide = wideOf[character];
    if (wide === undefined || character === '(' || character === ')' || skip(index)) continue;
    if (isChinesePlace(text, index)) out[index] = wide;
  }
  widenBrackets(text, out, skip);
  pairQuotes(text, out, skip);
  return out.join('');
}

/** A point that ends a Chinese sentence: after a Chinese character, a percent sign or a bracket, before one or nothing. */
function isFullStop(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  if (!cjk.test(before) && !((before === '%' || before === ')') && cjk.test(text))) return false;
  return after === '' || (cjk.test(after) && after !== '…');
}

function neighbour(text: string, index: number, step: number): string {
  let at = index + step;
  while (text.charAt(at) === ' ') at += step;
  return text.charAt(at);
}

function isChinesePlace(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  // 1,000 and 10:30; a comma after a figure and before a word is Chinese if the word is.
  if (/\d/.test(before) && /\d/.test(after)) return false;
  const left = neighbour(text, index, -1);
  const right = neighbour(text, index, 1);
  if (cjk.test(left) || cjk.test(right)) return true;
  // Between brackets, figures and units of a Chinese sentence: (9),其中 / 30%;
  return (right === '' || /[)(%"\d]/.test(left)) && !/[A-Za-z]/.test(right) && !/[A-Za-z]/.test(left);
}

function widenBrackets(text: string, out: string[], skip: (index: number) => boolean): void {
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if ((character === '(' || character === '（') && !skip(index)) open.push(index);
    else if ((character === ')' || character === '）') && !skip(index)) {
      const start = open.pop();
      const outside = start === undefined ? '' : neighbour(text, start, -1);
      const chinese =
        cjk.test(neighbour(text, index, 1)) ||
        (start === undefined
          ? cjk.test(neighbour(text, index, -1))
          : cjk.test(outside) || cjk.test(text.slice(start + 1, Math.min(index, start + 200))));
      if (!chinese) continue;
      out[index] = '）';
      if (start !== undefined) out[start] = '（';
    }
  }
  for (const start of open)
    if (cjk.test(neighbour(text, start, 1)) || cjk.test(neighbour(text, start, -1))) out[start] = '（';
}

/** Straight double quotes become pairs when their number is even; an odd one cannot be told open from closed. */
function pairQuotes(text: string, out: string[], skip: (index: number) => boolean): void {
  const quotes: number[] = [];
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) if (!skip(at)) quotes.push(at);
  if (quotes.length === 0 || quotes.length % 2 !== 0) return;
  for (const [order, at] of quotes.entries()) out[at] = order % 2 === 0 ? '“' : '”';
}

/** Web and mail addresses in the text keep every character. */
function addresses(text: string): (index: number) => boolean {
  if (!/:\/\/|@|www\./.test(text)) return () => false;
  const ranges = [
    ...text.matchAll(/(?:[a-z]{2,6}:\/\/|www\.)[\w\-./:?=&%#~+,;!]{1,500}|[\w.+-]{1,64}@[\w.-]{1,100}/gi),
  ].map((match) => [match.index, match.index + match[0].length] as const);
  return (index) => ranges.some(([from, to]) => index >= from && index < to);
}
