/** Characters nobody sees; what stands on either side of them stands together. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
/** Figures and letters that only look otherwise: raised, lowered, in rings, mathematical, Arabic-Indic. */
const lookAlike = /[\u00b2\u00b3\u00b9\u0660-\u0669\u06f0-\u06f9\u2070-\u209c\u2460-\u2468\u24ea\u{1d400}-\u{1d7ff}]/gu;

/**
 * Text in which numbers and signs have one form, unit for unit, so that offsets stay: figures, letters and the signs
 * within numbers and addresses become half-width, look-alikes what they look like, all dashes '-', all blanks and
 * invisible characters ' '. Line ends and tabs stay.
 */
export function fold(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ＠．－＿＋（）：＃％／＊]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .replace(lookAlike, plain)
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\u30fc]/g, '-')
    .replace(/[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g, ' ');
}

/** A look-alike of two units becomes one and an invisible one. */
function plain(character: string): string {
  const code = character.charCodeAt(0);
  const isArabicIndic = code >= 0x660 && code <= 0x6f9;
  const simple = isArabicIndic ? String(code & 0xf) : character.normalize('NFKC');
  return simple.length === 1 ? simple.padEnd(character.length, '\u2060') : character;
}

/**
 * A text as it is read aloud: folded, without what nobody sees, numbers in Chinese figures as Arabic ones. `inSource`
 * leads a stretch of it back to the text it came from.
 */
export function readable(source: string): {
  text: string;
  inSource: (stretch: { start: number; end: number }) => { start: number; end: number };
} {
  const folded = foldMixed(foldSpoken(fold(source)));
  const seen: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const isSecondHalf = folded[index] === ' ' && isLowSurrogate(source, index);
    if (!isSecondHalf && !invisible.test(source[index] ?? '')) seen.push(index);
  }
  if (seen.length === source.length) return { text: folded, inSource: ({ start, end }) => ({ start, end }) };
  return {
    text: seen.map((index) => folded[index]).join(''),
    inSource: ({ start, end }) => {
      const first = seen[start] ?? source.length;
      const last = seen[end - 1] ?? first;
      return { start: first, end: last + (isLowSurrogate(source, last + 1) ? 2 : 1) };
    },
  };
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}

const spoken: Record<string, string> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((character, value) => [character, `${value}`])),
  ...Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((character, value) => [character, `${value}`])),
  〇: '0',
  '○': '0',
  幺: '1',
};
const spokenFigure = '[零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]';
const spokenNumber = new RegExp(`${spokenFigure}(?:[ .·-]{0,2}${spokenFigure}){6,}`, 'g');
/** 138零零一三8000: figures of both kinds in one number. */
const mixedNumber = new RegExp(`\\d(?:[ .·-]{0,2}(?:\\d|${spokenFigure})){9,}`, 'g');
/** 138OO138OOO: the letter O among figures. */
const letterO = /(?<=\d[Oo]{0,8})[Oo](?=[Oo]{0,8}(?:\d|(?![A-Za-z])))/g;

/** Numbers written in Chinese figures, such as 一三八…, as Arabic ones; offsets stay. Short ones stay as they are. */
function foldSpoken(text: string): string {
  return text.replace(spokenNumber, inFigures);
}

function foldMixed(text: string): string {
  return text.replace(mixedNumber, inFigures).replace(letterO, '0');
}

function inFigures(number: string): string {
  return [...number].map((figure) => spoken[figure] ?? figure).join('');
}
