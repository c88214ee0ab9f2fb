import type { ListStyle } from './schema.ts';

/** A number somebody typed before the words of a line: 一、 （一） 1. （1） ① and the usual slips in writing them. */
export interface TypedNumber {
  /** Heading level whose number it is; null for ①, which no heading has. */
  level: 1 | 2 | 3 | 4 | null;
  /** List it could be an item of; null for Chinese numerals, which only headings have. */
  list: ListStyle | null;
  /** Its value where it is a figure; 0 for Chinese numerals. */
  count: number;
  /** Index in the text where the words begin. */
  end: number;
}

const numeral = '[一二三四五六七八九十百〇零]{1,5}';
const blank = '[ \\u3000\\u00a0\\t]';

/** A numeral list (一、二、三产业), a decimal (1.5) and a date (1.15晚会) are no numbers of a line. */
const patterns: { level: TypedNumber['level']; list: ListStyle | null; pattern: RegExp }[] = [
  {
    level: 1,
    list: null,
    pattern: new RegExp(`^${blank}*${numeral}[、.．](?!${numeral}(?:[、级类线期季产批]|是))${blank}*`, 'u'),
  },
  { level: 2, list: null, pattern: new RegExp(`^${blank}*[（(]${blank}?${numeral}${blank}?[）)]、?${blank}*`, 'u') },
  { level: 3, list: 'decimal', pattern: new RegExp(`^${blank}*(\\d{1,2})[.．、](?!\\d(?!\\d{3}年))${blank}*`, 'u') },
  { level: 4, list: 'paren', pattern: new RegExp(`^${blank}*[（(]${blank}?(\\d{1,2})${blank}?[）)]、?${blank}*`, 'u') },
  { level: 4, list: 'paren', pattern: new RegExp(`^${blank}*([⑴-⒇])${blank}*`, 'u') },
  { level: null, list: 'circled', pattern: new RegExp(`^${blank}*([①-⑳])${blank}*`, 'u') },
];

export function typedNumber(text: string): TypedNumber | null {
  for (const { level, list, pattern } of patterns) {
    const match = pattern.exec(text);
    if (match) return { level, list, count: valueOf(match[1] ?? ''), end: match[0].length };
  }
  return null;
}

function valueOf(figure: string): number {
  if (/^[⑴-⒇]$/u.test(figure)) return figure.charCodeAt(0) - 0x2473;
  if (/^[①-⑳]$/u.test(figure)) return figure.charCodeAt(0) - 0x245f;
  return Number(figure);
}

/** What a whole line that opens with a typed number is. */
export type NumberedLine =
  /** The words of the heading end at `bodyStart`, where text runs in on the same line; else it is the text's length. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; end: number; bodyStart: number }
  | { kind: 'list'; list: ListStyle; count: number; end: number };

/** Words of somebody speaking or telling: a sentence, not a heading. */
const sentence = /[您你我]|贵[委会]|\d{4}年|了(?!解)|如下/u;

/** Null for a line that should stay as it is typed: no number, no words, or a sentence after a Chinese numeral. */
export function numberedLine(text: string): NumberedLine | null {
  const number = typedNumber(text);
  if (!number) return null;
  const { level, list, count, end } = number;
  const words = text.slice(end).trimEnd();
  if (words === '') return null;
  if (level !== null) {
    if (isHeading(words, level)) return { kind: 'heading', level, end, bodyStart: text.length };
    const [phrase] = /^[^。：:；;！!？?\n]{2,36}。(?=\s*\S)/u.exec(words) ?? [];
    if (phrase !== undefined && !sentence.test(phrase)) {
      return { kind: 'heading', level, end, bodyStart: end + phrase.length };
    }
  }
  return list === null ? null : { kind: 'list', list, count, end };
}

function isHeading(words: string, level: number): boolean {
  if (words.length > 40 || sentence.test(words)) return false;
  // A short phrase with a full stop is the usual form of a heading above points.
  const phrase = level <= 2 ? words.replace(/。$/u, '') : words;
  return !/[。；;！!？?\n]/u.test(phrase) && !/[，,、：:]$/u.test(phrase);
}
