import { typedNumber } from '../typed-number.ts';
import { isSameValue } from '../resolve/patch-value.ts';
import type { Run } from '../schema.ts';
import type { Recorder } from './recorder.ts';

/** The smallest thing that is compared: a word, a number, a mark, an object. */
export interface Word {
  /** Words with the same key are the same. */
  key: string;
  text: string;
  /** The text in its formats; an object is a piece of its own and never cut. */
  pieces: Run[];
}

/** A number with its separators and its percent sign is one word; the rest is left to the dictionary of the engine. */
const numberShape = /[0-9０-９]+(?:[.,．，][0-9０-９]+)*[%％‰]?/gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Runs as words; formats cut no word in two. Comments are left out. */
export function wordsOf(runs: readonly Run[], recorder: Recorder): Word[] {
  const words: Word[] = [];
  let stretch: Run[] = [];
  const flush = () => {
    if (stretch.length > 0) words.push(...wordsOfText(stretch, recorder, words.length === 0));
    stretch = [];
  };
  for (const { threads: _threads, ...run } of runs) {
    if (run.object === undefined) {
      if (run.text !== '') stretch.push(run);
      continue;
    }
    flush();
    words.push({ key: objectKey(run, recorder), text: run.text, pieces: [run] });
  }
  flush();
  return recorder.ignores('spaces') ? withoutBlanks(words) : words;
}

/** What stands for the text in comparisons of whole blocks. */
export function textKey(text: string, recorder: Recorder): string {
  let key = text;
  if (recorder.ignores('numbering')) key = key.slice(typedNumber(key)?.end ?? 0);
  if (recorder.ignores('spaces')) key = key.replace(/\s+/gu, '');
  return recorder.ignores('punctuation') ? key.normalize('NFKC').replace(/[。“”‘’]/gu, narrow) : key;
}

function narrow(mark: string): string {
  if (mark === '。') return '.';
  return '“”'.includes(mark) ? '"' : "'";
}

function wordsOfText(stretch: readonly Run[], recorder: Recorder, isFirst: boolean): Word[] {
  const text = stretch.map((run) => run.text).join('');
  const number = isFirst && recorder.ignores('numbering') ? (typedNumber(text)?.end ?? 0) : 0;
  const cuts = [...(number > 0 ? [number] : []), ...wordEnds(text, number)];
  let start = 0;
  return cuts.map((end, index): Word => {
    const word = text.slice(start, end);
    const pieces = slicedRuns(stretch, start, end);
    start = end;
    const isNumber = number > 0 && index === 0;
    return { key: isNumber ? '' : textKeyOfWord(word, recorder), text: word, pieces };
  });
}

function textKeyOfWord(word: string, recorder: Recorder): string {
  if (!recorder.ignores('spaces') && !recorder.ignores('punctuation')) return word;
  const key = recorder.ignores('spaces') ? word.replace(/\s+/gu, '') : word;
  return recorder.ignores('punctuation') ? key.normalize('NFKC').replace(/[。“”‘’]/gu, narrow) : key;
}

function wordEnds(text: string, from: number): number[] {
  const ends: number[] = [];
  let at = from;
  const addWords = (end: number) => {
    for (const { index, segment } of segmenter.segment(text.slice(at, end))) ends.push(at + index + segment.length);
    at = end;
  };
  numberShape.lastIndex = from;
  for (const match of text.slice(from).matchAll(numberShape)) {
    addWords(from + match.index);
    at += match[0].length;
    ends.push(at);
  }
  addWords(text.length);
  return ends;
}

function objectKey({ text, object }: Run, recorder: Recorder): string {
  if (object?.type === 'field') return text === '' ? '\0field' : textKeyOfWord(text, recorder);
  if (object?.type === 'image') return `\0image ${JSON.stringify(object.alt ?? '')}`;
  return text;
}

/** Blanks ride along with the word before them. */
function withoutBlanks(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  let leading: Run[] = [];
  for (const word of words) {
    const last = kept.at(-1);
    if (word.key !== '' || word.text === '') {
      kept.push({ ...word, pieces: [...leading, ...word.pieces], text: textOf(leading) + word.text });
      leading = [];
    } else if (last) {
      kept[kept.length - 1] = { ...last, pieces: [...last.pieces, ...word.pieces], text: last.text + word.text };
    } else leading = [...leading, ...word.pieces];
  }
  return leading.length > 0 ? [{ key: '', text: textOf(leading), pieces: leading }] : kept;
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The runs between two places of their text; an object at the start of the stretch belongs to it. */
export function slicedRuns(runs: readonly Run[], start: number, end: number): Run[] {
  const pieces: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, run.text.length)];
    if (from < to) pieces.push(from === 0 && to === run.text.length ? run : { ...run, text: run.text.slice(from, to) });
    at += run.text.length;
  }
  return pieces;
}

/** Neighbouring pieces of the same look in one run. */
export function joinedRuns(pieces: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && !last.object && !piece.object && isSameValue({ ...last, text: '' }, { ...piece, text: '' })) {
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    } else runs.push(piece);
  }
  return runs;
}
