import { isName } from './contact-names.ts';
import { fold } from './fold.ts';

const phonePattern =
  /(?<![\d-])(?:\(0\d{2,3}\)[ -]?|0\d{2,3} ?[-—–]? ?)?\d{7,8}(?:(?:[-—–转]|\(转)\d{1,6}\)?|\*\d{3,6})?(?![\d*])|(?<!\d)(?:\+?86[- ]?)?1\d{10}(?!\d)|(?<!\d)(?:12345|400-?\d{3}-?\d{4})(?!\d)/g;
/** A number of no known form is kept rather than lost. */
const anyNumber = /\d[\dOoIl*?—–-]{3,18}[\dOoIl*?](?:转\d{1,6})?/g;
/** （办公室） behind a number: whose it is. */
const remark = /^ ?\([^()\d]{1,12}\)/;

export interface PrintedPhone {
  /** Figures and hyphens, with a remark in brackets as printed behind them. */
  printed: string;
  start: number;
  end: number;
}

/** Blanks after the hyphen of an area code or in the middle of a number (6215 8830) are a typist's, not a border. */
function withoutBlanks(key: string): { key: string; at: number[] } {
  const gap =
    /(?<=\d) (?=[-—–] ?\d)|(?<=\d ?[-—–]) (?=\d)|(?<=(?<!\d)1\d{2}) (?=\d{4} \d{4}(?!\d))|(?<=(?<!\d)1\d{2} \d{4}) (?=\d{4}(?!\d))|(?<=(?<!\d)\d{3,4}) (?=\d{4}(?! ?\d))/g;
  const gaps = new Set([...key.matchAll(gap)].map((match) => match.index));
  const at = [...Array(key.length + 1).keys()].filter((index) => !gaps.has(index));
  return { key: [...at].map((index) => key.charAt(index)).join(''), at };
}

/** The telephone numbers of a text, with the places they stand in. */
export function phonesIn(text: string): PrintedPhone[] {
  const spaced = fold(text);
  const { key, at } = withoutBlanks(spaced);
  const known = [...key.matchAll(phonePattern)];
  const found = known.length > 0 ? known : [...key.matchAll(anyNumber)];
  return found.map((match) => {
    const start = at[match.index] ?? 0;
    const digitsEnd = at[match.index + match[0].length] ?? spaced.length;
    const words = remark.exec(spaced.slice(digitsEnd))?.[0] ?? '';
    const behind = isName(words.replace(/[ ()]/g, '')) ? '' : words;
    const end = digitsEnd + behind.length;
    return { printed: normalPhone(match[0]) + text.slice(digitsEnd, end).trim(), start, end };
  });
}

function normalPhone(phone: string): string {
  return phone
    .replace(/^\((\d+)\)[ -]?/, '$1-')
    .replace(/[—–转]|\(转|(?<=\d{7})\*(?=\d{3,6}$)/g, '-')
    .replace(/[ ()+]/g, '');
}
