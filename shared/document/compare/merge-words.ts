import { isSameValue } from '../resolve/patch-value.ts';
import type { Format, Run } from '../schema.ts';
import type { ChangePlace } from './change-place.ts';
import { differences, type Difference } from './differences.ts';
import type { Recorder } from './recorder.ts';
import { joinedRuns, slicedRuns, textOf, wordsOf, type Word } from './words.ts';

/** A piece of the text of both, or the end of a paragraph; `of` says in which of the two it is. */
export type Merged =
  | { type: 'runs'; of: 'both' | 'a' | 'b'; runs: Run[] }
  | { type: 'end'; of: 'both' | 'a' | 'b'; revision?: string; a?: number; b?: number };

/** The word that ends a paragraph inside the text; `key` cannot be typed. */
const END = '\0end';
const AROUND = 12;

/**
 * The text of one or several paragraphs beside that of others, word by word, ends of paragraphs between them included.
 * What differs is noted, each change under a revision of its own; `a` and `b` of an end are indexes of paragraphs.
 */
export function mergeWords(
  aParagraphs: readonly (readonly Run[])[],
  bParagraphs: readonly (readonly Run[])[],
  place: ChangePlace,
  recorder: Recorder,
): Merged[] {
  const [a, b] = cutAlike(textWords(aParagraphs, recorder), textWords(bParagraphs, recorder));
  const merged: Merged[] = [];
  const formats = formatChanges(place, recorder);
  const changed: Difference[] = [];
  const [aText, bText] = [printed(a), printed(b)];
  const [aAt, bAt] = [offsets(a), offsets(b)];
  const ends = { a: 0, b: 0 };
  const same = (aWords: readonly Word[], bWords: readonly Word[]) => {
    let index = 0;
    let [aPieces, bPieces]: [Run[], Run[]] = [[], []];
    const flush = () => {
      if (aPieces.length + bPieces.length > 0) {
        merged.push({ type: 'runs', of: 'both', runs: formats.merge(aPieces, bPieces) });
      }
      [aPieces, bPieces] = [[], []];
    };
    for (; index < aWords.length; index += 1) {
      const [aWord, bWord] = [aWords[index]!, bWords[index]!];
      if (aWord.key === END) {
        flush();
        merged.push({ type: 'end', of: 'both', a: ends.a++, b: ends.b++ });
      } else if (aWord.text.length === bWord.text.length) {
        aPieces.push(...aWord.pieces);
        bPieces.push(...bWord.pieces);
      } else {
        flush();
        [aPieces, bPieces] = [aWord.pieces, bWord.pieces];
        flush();
      }
    }
    flush();
  };
  let [aDone, bDone] = [0, 0];
  for (const { aStart, aEnd, bStart, bEnd } of differences(a.map(keyOf), b.map(keyOf))) {
    same(a.slice(aDone, aStart), b.slice(bDone, bStart));
    [aDone, bDone] = [aEnd, bEnd];
    const [aWords, bWords] = [a.slice(aStart, aEnd), b.slice(bStart, bEnd)];
    const range = { aStart: aAt[aStart]!, aEnd: aAt[aEnd]!, bStart: bAt[bStart]!, bEnd: bAt[bEnd]! };
    if (aWords.some(isEnd) || bWords.some(isEnd)) {
      mergeWithEnds(aWords, bWords, { range, aText, bText, place, merged, ends, recorder });
      changed.push(range);
      continue;
    }
    const { before, after, from, to } = trimmed(aWords, bWords);
    const aPieces = aWords.flatMap(({ pieces }) => pieces);
    const bPieces = bWords.flatMap(({ pieces }) => pieces);
    const isSame = aWords.map(keyOf).join('') === bWords.map(keyOf).join('') && before !== '';
    if (isSame) {
      merged.push({ type: 'runs', of: 'both', runs: formats.merge(aPieces, bPieces) });
      continue;
    }
    const [aCut, bCut] = [cut(aPieces, from, to), cut(bPieces, from, to)];
    merged.push({ type: 'runs', of: 'both', runs: formats.merge(aCut.head, bCut.head) });
    const exact = {
      aStart: range.aStart + from,
      aEnd: range.aEnd - to,
      bStart: range.bStart + from,
      bEnd: range.bEnd - to,
    };
    const revision = recorder.revision();
    if (aCut.body.length > 0) merged.push({ type: 'runs', of: 'a', runs: aCut.body.map(struck(revision)) });
    if (bCut.body.length > 0) merged.push({ type: 'runs', of: 'b', runs: bCut.body.map(inserted(revision)) });
    const kind = bCut.body.length === 0 ? 'deleted' : aCut.body.length === 0 ? 'inserted' : 'replaced';
    recorder.add({ revision, kind, of: 'text', before, after, place: { ...place, around: around(bText, exact) } });
    merged.push({ type: 'runs', of: 'both', runs: formats.merge(aCut.tail, bCut.tail) });
    changed.push(exact);
  }
  same(a.slice(aDone), b.slice(bDone));
  recorder.compared({ a: aText, b: bText, changed, place });
  return merged;
}

export function struck(revision: string) {
  return (run: Run): Run => ({ ...run, del: [revision] });
}
export function inserted(revision: string) {
  return (run: Run): Run => ({ ...run, ins: revision });
}

/** The runs of what was merged, without ends of paragraphs. */
export function runsOfMerged(merged: readonly Merged[]): Run[] {
  return joinedRuns(merged.flatMap((one) => (one.type === 'runs' ? one.runs : [])));
}

function textWords(paragraphs: readonly (readonly Run[])[], recorder: Recorder): Word[] {
  return paragraphs.flatMap((runs, index) => [
    ...(index === 0 ? [] : [{ key: END, text: '\n', pieces: [] }]),
    ...wordsOf(runs, recorder),
  ]);
}

/** Where a paragraph ends in the middle of a word the word is the same for all that: it is cut in both. */
function cutAlike(a: Word[], b: Word[]): [Word[], Word[]] {
  const [aCut, bCut] = [[...a], [...b]];
  const found = differences(a.map(keyOf), b.map(keyOf));
  for (const { aStart, aEnd, bStart, bEnd } of found.toReversed()) {
    const [aWords, bWords] = [a.slice(aStart, aEnd), b.slice(bStart, bEnd)];
    const said = (words: readonly Word[]) => printed(words.filter((word) => !isEnd(word)));
    if (!aWords.some(isEnd) && !bWords.some(isEnd)) continue;
    if (said(aWords) === '' || said(aWords) !== said(bWords)) continue;
    aCut.splice(aStart, aEnd - aStart, ...aWords.flatMap(characters));
    bCut.splice(bStart, bEnd - bStart, ...bWords.flatMap(characters));
  }
  return [aCut, bCut];
}

function characters(word: Word): Word[] {
  if (isEnd(word) || word.pieces.some(({ object }) => object)) return [word];
  let at = 0;
  return [...word.text].map((text) => {
    const pieces = slicedRuns(word.pieces, at, at + text.length);
    at += text.length;
    return { key: text, text, pieces };
  });
}

const keyOf = ({ key }: Word) => key;
const isEnd = ({ key }: Word) => key === END;

function printed(words: readonly Word[]): string {
  return words.map(({ text }) => text).join('');
}

/** Where each word begins in the text, and at last where the text ends. */
function offsets(words: readonly Word[]): number[] {
  let at = 0;
  return [0, ...words.map(({ text }) => (at += text.length))];
}

function around(text: string, { bStart, bEnd }: Difference): { before: string; after: string } {
  return { before: text.slice(Math.max(0, bStart - AROUND), bStart), after: text.slice(bEnd, bEnd + AROUND) };
}

/** A stretch in which paragraphs end: each end is a change of its own, so is the text between two. */
function mergeWithEnds(
  aWords: readonly Word[],
  bWords: readonly Word[],
  into: {
    range: Difference;
    aText: string;
    bText: string;
    place: ChangePlace;
    merged: Merged[];
    ends: { a: number; b: number };
    recorder: Recorder;
  },
): void {
  const { range, aText, bText, place, merged, ends, recorder } = into;
  const side = (words: readonly Word[], of: 'a' | 'b', text: string, start: number) => {
    let at = start;
    let pieces: Run[] = [];
    const flush = () => {
      if (pieces.length === 0) return;
      const revision = recorder.revision();
      const said = textOf(pieces);
      merged.push({ type: 'runs', of, runs: pieces.map(of === 'a' ? struck(revision) : inserted(revision)) });
      recorder.add({
        revision,
        kind: of === 'a' ? 'deleted' : 'inserted',
        of: 'text',
        before: of === 'a' ? said : '',
        after: of === 'a' ? '' : said,
        place,
      });
      pieces = [];
    };
    for (const word of words) {
      if (isEnd(word)) {
        flush();
        const revision = recorder.revision();
        merged.push({ type: 'end', of, revision, [of]: ends[of]++ });
        const [before, after] = [text.slice(Math.max(0, at - AROUND), at), text.slice(at + 1, at + 1 + AROUND)];
        const [apart, whole] = [`${before}\n${after}`, before + after];
        const kind = of === 'a' ? 'joined' : 'split';
        const [was, is] = of === 'a' ? [apart, whole] : [whole, apart];
        recorder.add({ revision, kind, of: 'block', before: was, after: is, place });
      } else pieces.push(...word.pieces);
      at += word.text.length;
    }
    flush();
  };
  side(aWords, 'a', aText, range.aStart);
  side(bWords, 'b', bText, range.bStart);
}

/**
 * The two texts without what they begin and end with alike: the same words may be cut in other ways beside others.
 * Never inside a word of both, and never inside a number.
 */
function trimmed(aWords: readonly Word[], bWords: readonly Word[]) {
  const [aText, bText] = [printed(aWords), printed(bWords)];
  const uncut = (words: readonly Word[]) => words.some(({ pieces }) => pieces.some(({ object }) => object));
  if (uncut(aWords) || uncut(bWords)) return { before: aText, after: bText, from: 0, to: 0 };
  const [aEnds, bEnds] = [new Set(offsets(aWords)), new Set(offsets(bWords))];
  const shorter = Math.min(aText.length, bText.length);
  let from = 0;
  for (let length = 1; length <= shorter && aText[length - 1] === bText[length - 1]; length += 1) {
    const mayCut = aEnds.has(length) || bEnds.has(length);
    if (mayCut && !isInside(aText, length) && !isInside(bText, length)) from = length;
  }
  let to = 0;
  for (let length = 1; length <= shorter - from && aText.at(-length) === bText.at(-length); length += 1) {
    const [aPlace, bPlace] = [aText.length - length, bText.length - length];
    const mayCut = aEnds.has(aPlace) || bEnds.has(bPlace);
    if (mayCut && !isInside(aText, aPlace) && !isInside(bText, bPlace)) to = length;
  }
  return { before: aText.slice(from, aText.length - to), after: bText.slice(from, bText.length - to), from, to };
}

/** Whether a place is inside a number or a word of Latin letters, or parts a surrogate pair. */
function isInside(text: string, at: number): boolean {
  return /[\p{N}\p{Script=Latin}.,%％\ud800-\udbff]$/u.test(text.slice(Math.max(0, at - 1), at)) &&
    /^[\p{N}\p{Script=Latin}.,%％\udc00-\udfff]/u.test(text.slice(at, at + 1))
    ? true
    : /^[\udc00-\udfff]/.test(text.slice(at, at + 1));
}

function cut(pieces: readonly Run[], from: number, to: number): { head: Run[]; body: Run[]; tail: Run[] } {
  if (from === 0 && to === 0) return { head: [], body: [...pieces], tail: [] };
  const { length } = textOf(pieces);
  return {
    head: slicedRuns(pieces, 0, from),
    body: slicedRuns(pieces, from, length - to),
    tail: slicedRuns(pieces, length - to, length),
  };
}

/** Text that is in both, in the look of the second; a run of the same change of format is one change. */
function formatChanges(place: ChangePlace, recorder: Recorder) {
  let last: { revision: string; before: Format | undefined; after: Format | undefined } | undefined;
  const changedRun = (run: Run, before: Format | undefined): Run => {
    const after = run.format;
    if (isSameValue(before, after) || recorder.ignores('format')) {
      last = undefined;
      return run;
    }
    if (!last || !isSameValue(last.before, before) || !isSameValue(last.after, after)) {
      last = { revision: recorder.revision(), before, after };
      const { revision } = last;
      const said = [before, after].map((format) => Object.keys(format ?? {}).join(' ')) as [string, string];
      recorder.add({
        revision,
        kind: 'format',
        of: 'text',
        before: said[0],
        after: said[1],
        place: { ...place, around: { before: run.text, after: '' } },
      });
    }
    const change = { field: 'format', revision: last.revision, ...(before && { before }), ...(after && { after }) };
    return { ...run, changes: [change] };
  };
  return {
    merge(aPieces: readonly Run[], bPieces: readonly Run[]): Run[] {
      const isSameLength = textOf(aPieces).length === textOf(bPieces).length;
      let at = 0;
      return bPieces.flatMap((piece) => {
        const start = at;
        at += piece.text.length;
        if (!isSameLength) return [changedRun(piece, aPieces[0]?.format)];
        if (piece.object) return [changedRun(piece, formatAt(aPieces, start))];
        return slicedAs(piece, start, aPieces).map(({ run, format }) => changedRun(run, format));
      });
    },
  };
}

function formatAt(pieces: readonly Run[], offset: number): Format | undefined {
  let at = 0;
  for (const piece of pieces) {
    at += piece.text.length;
    if (offset < at || (offset === at && piece.text === '')) return piece.format;
  }
  return pieces.at(-1)?.format;
}

/** A piece cut where the other letter changes its format. */
function slicedAs(piece: Run, start: number, others: readonly Run[]): { run: Run; format: Format | undefined }[] {
  const parts: { run: Run; format: Format | undefined }[] = [];
  let at = 0;
  for (const other of others) {
    const [from, to] = [Math.max(at, start), Math.min(at + other.text.length, start + piece.text.length)];
    at += other.text.length;
    if (from < to) {
      parts.push({ run: { ...piece, text: piece.text.slice(from - start, to - start) }, format: other.format });
    }
  }
  return parts;
}
