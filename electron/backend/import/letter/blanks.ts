import type { SourceRun } from '../source.ts';
import { sliceRuns, type Line } from './line.ts';

const mark = '[，。、；：！？）》」』”’…,;:!?)]';
const opening = '[（《「『“‘(]';
const han = '[\\u4e00-\\u9fff\\u3400-\\u4dbf]';
/** Beside a mark of punctuation a blank between Chinese characters is a slip; inside a number of a case too. */
const stray = new RegExp(
  `(?<=${mark})\\s+(?=${han}|${opening})|(?<=${han})\\s+(?=${mark}|${opening})|(?<=${opening})\\s+(?=${han})|(?<=第\\d(?: \\d){0,7}) (?=\\d(?: \\d){0,7}号)`,
  'g',
);
/** Between two characters it may part names or columns: it stays and is told. */
const doubtful = new RegExp(`${han}{1,6}\\s+${han}{1,6}`, 'g');
/** A full stop, a blank, and a new sentence: here the end of a paragraph may have been lost. */
const lostEnd = new RegExp(`[^。！？]{0,12}[。！？]\\s+${han}[^。！？]{0,12}`, 'g');

/** A sentence of the letter; labels and columns above and below it are parted by blanks on purpose. */
function isText({ text, key }: Line): boolean {
  if (text.length < 120 && /^\(?[一-鿿]{1,8}(?: [一-鿿]{1,4}){0,3} ?:/.test(key)) return false;
  return text.length >= 20 && /[。；！？，]/.test(text) && !/\s{3,}|\t/.test(text);
}

export interface CleanedBlanks {
  line: Line;
  lostEnds: string[];
}

/** The line without stray blanks, or null where it has none. */
export function withoutStrayBlanks(line: Line): CleanedBlanks | null {
  if (line.table || line.pageBreak || !isText(line)) return null;
  const gaps = [...line.text.matchAll(stray)];
  if (gaps.length === 0) return null;
  const keep: [number, number][] = [];
  let from = 0;
  for (const gap of gaps) {
    keep.push([from, gap.index]);
    from = gap.index + gap[0].length;
  }
  keep.push([from, line.text.length]);
  const pick = (text: string) => keep.map(([start, end]) => text.slice(start, end)).join('');
  const runs: SourceRun[] | undefined =
    line.runs && keep.flatMap(([start, end]) => sliceRuns(line.runs ?? [], start, end));
  return {
    line: {
      ...line,
      text: pick(line.text),
      key: pick(line.key),
      ...(runs && { runs }),
    },
    lostEnds: [...line.text.matchAll(lostEnd)].map(([words]) => words),
  };
}

/** Blanks between characters of a sentence, with the words around them. */
export function doubtfulBlanks(line: Line): string[] {
  return line.table || line.pageBreak || !isText(line) ? [] : [...line.text.matchAll(doubtful)].map(([words]) => words);
}
