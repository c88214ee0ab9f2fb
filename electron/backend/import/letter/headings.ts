import { chineseToNumber } from './chinese-number.ts';
import type { Line } from './line.ts';

export interface Label {
  level: 1 | 2 | 3 | 4;
  /** Index in the line's text where the heading's words start. */
  end: number;
  /** The number printed; 0 for a heading known by its style alone. */
  number: number;
}

const numeral = '[一二三四五六七八九十]{1,3}';
/**
 * 一、 （一） 1. （1） and the wrong but usual forms of them. A numeral list (一、二、三产业) and a decimal (1.5) are no
 * labels.
 */
const patterns: { level: Label['level']; pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^ *${numeral} *[、.]{1,2}(?!${numeral}(?:[、级类线期季产批]|是)) *`) },
  { level: 2, pattern: new RegExp(`^ *(?:\\( *${numeral} *\\)|${numeral}\\)) *[、.,]{0,2} *`) },
  { level: 3, pattern: /^ *\d{1,2} *(?:[.．](?! *\d(?!\d{3}年))|、)[、.．]? */ },
  { level: 4, pattern: /^ *(?:\( *\d{1,2} *\)|\d{1,2}\)|[\u2474-\u2487]) *[、.,]{0,2} */ },
];

export function labelOf(key: string): Label | null {
  const head = key.slice(0, 24);
  for (const { level, pattern } of patterns) {
    const match = pattern.exec(head);
    const number = match ? numberIn(match[0]) : 0;
    if (match && number > 0) return { level, end: match[0].length, number };
  }
  return null;
}

function numberIn(label: string): number {
  const enclosed = /[\u2474-\u2487]/.exec(label)?.[0];
  if (enclosed !== undefined) return enclosed.charCodeAt(0) - 0x2473;
  const digits = /\d+/.exec(label)?.[0];
  return digits === undefined ? (chineseToNumber(label.replace(/[^一二三四五六七八九十]/g, '')) ?? 0) : Number(digits);
}

export interface HeadingMatch extends Label {
  /**
   * Index in the line's text where body text run in after the heading starts; the length of the text when none, `end`
   * when there are no words of a heading: a numbered paragraph among headings, which keeps the count right.
   */
  bodyStart: number;
}

/** Words of someone speaking or of a report: a sentence, not a heading. */
const sentenceWords =
  /[您你我]|贵[委会]|^(?:感谢|非常感谢|首先|目前|近年|截至|针对(?!.*(?:建议|问题|意见|方面)$)|鉴于|由于|现将|现就|根据|按照|经[研核调查与商过])|\d{4}年|了(?!解)|如下/;

/** The whole line is the heading. */
function ownLine(rest: string, level: number, followedByText: boolean): boolean {
  if (rest.length === 0 || rest.length > 60) return false;
  if (/[。!?;].*\S/.test(rest.slice(0, -1))) return false;
  if (/^(?:感谢|非常感谢|衷心感谢)/.test(rest)) return false;
  const last = rest.slice(-1);
  if (/[,、;]/.test(last)) return false;
  if (/[。!?]/.test(last))
    return level <= 2 && rest.length <= 31 && !rest.includes(',') && followedByText && !sentenceWords.test(rest);
  return true;
}

/** End of a short heading phrase at the start of a paragraph, or -1. */
function runInEnd(rest: string): number {
  const match = /^([^。:;!?()]{2,36}?)(。|: ?| {1,}(?=\S{15})|(?=\([一二三四五六七八九十]\)))/.exec(rest.slice(0, 60));
  if (!match) return -1;
  const phrase = match[1] ?? '';
  const mark = match[2] ?? '';
  if (sentenceWords.test(phrase) || phrase.split(',').length > 3 || /[,、]$/.test(phrase)) return -1;
  if (mark.startsWith(':') && (phrase.length > 20 || /[包括有为是]$/.test(phrase))) return -1;
  const end = match[0].length;
  return rest.slice(end).trim() === '' ? -1 : end;
}

/** The paragraph goes on counting inside: (一)…。(二)…。 Such points are running text. */
function countsOn(rest: string, label: Label): boolean {
  const next = label.number + 1;
  if (label.number === 0 || next > 9) return false;
  const numeral = '零一二三四五六七八九'.charAt(next);
  const marks = { 1: `${numeral}、`, 2: `(${numeral})`, 3: `${next}.`, 4: `(${next})` };
  return new RegExp(`[。;,!] *${marks[label.level].replace(/[().]/g, '\\$&')}`).test(rest.slice(0, 3000));
}

/** Chinese numerals of headings end at 9999; a text with more labels is no letter, and its labels stay as typed. */
const mostHeadings = 9000;

/**
 * Which lines are headings. A label alone on its line with its words is one; a label that opens a paragraph only when
 * a short phrase follows it and most of its neighbours of the same level read the same way, because numbered
 * paragraphs of running text are none.
 */
export function findHeadings(lines: readonly Line[]): Map<Line, HeadingMatch> {
  const found = new Map<Line, HeadingMatch>();
  const candidates: { line: Line; label: Label; match: HeadingMatch | null; series: number; parents: number[] }[] = [];
  const open: (number | undefined)[] = [];
  const lastNumbers = [0, 0, 0, 0, 0];
  let nextSeries = 0;
  for (const [index, line] of lines.entries()) {
    const hinted = line.style?.heading;
    const label =
      labelOf(line.key) ??
      (hinted !== undefined && line.text.length <= 100 ? { level: hinted, end: 0, number: 0 } : null);
    if (!label || line.table || line.pageBreak) continue;
    open.length = Math.max(open.length, label.level);
    const last = lastNumbers[label.level] ?? 0;
    // A count that starts again is another list, not more of the same headings.
    if (label.number === 1 && last >= 1) open[label.level] = undefined;
    lastNumbers[label.level] = label.number;
    lastNumbers.fill(0, label.level + 1);
    const series = open[label.level] ?? nextSeries++;
    open[label.level] = series;
    open.splice(label.level + 1);
    const parents = open.slice(0, label.level).filter((parent) => parent !== undefined);
    candidates.push({ line, label, match: matchLine(line, label, lines[index + 1]), series, parents });
  }
  const tally = new Map<number, { yes: number; all: number; sure: number }>();
  for (const { match, series, line } of candidates) {
    const count = tally.get(series) ?? { yes: 0, all: 0, sure: 0 };
    tally.set(series, {
      yes: count.yes + (match ? 1 : 0),
      all: count.all + 1,
      sure: count.sure + (match && isSure(match, line) ? 1 : 0),
    });
  }
  // Half of them will do only where one is sure.
  const accepted = new Set(
    [...tally].filter(([, { yes, all, sure }]) => yes * 2 > all - (sure > 0 ? 1 : 0)).map(([series]) => series),
  );
  // Numbers are computed from structure, so what stands above a heading has to count as well.
  for (const { series, parents } of candidates)
    if (accepted.has(series)) for (const parent of parents) accepted.add(parent);
  for (const { line, label, match, series } of candidates) {
    if (accepted.has(series)) found.set(line, match ?? { ...label, bodyStart: label.end });
  }
  return found.size > mostHeadings ? new Map() : found;
}

/** Alone on its line, or a few words without a comma: no sentence can look like it. */
function isSure(match: HeadingMatch, line: Line): boolean {
  const words = line.key.slice(match.end, match.bodyStart);
  return match.bodyStart === line.text.length || (words.length <= 12 && !words.includes(','));
}

function matchLine(line: Line, label: Label, next: Line | undefined): HeadingMatch | null {
  const rest = line.key.slice(label.end);
  const nextLabel = next && labelOf(next.key);
  const followedByText = next !== undefined && nextLabel?.level !== label.level;
  if (ownLine(rest.trimEnd(), label.level, followedByText)) return { ...label, bodyStart: line.text.length };
  if (countsOn(rest, label)) return null;
  const end = runInEnd(rest);
  return end < 0 ? null : { ...label, bodyStart: label.end + end };
}
