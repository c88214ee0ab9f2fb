import { mmToPt, size, typeArea } from './measures.ts';

/** Characters of the title size that fit into one line of an upright page. */
const usualLine = Math.floor(mmToPt(typeArea.width) / size.title);

/**
 * Width in characters, digits and Latin letters at their widest: where 小标宋 is missing, its stand-ins set them up to
 * 0.65 of a character wide, and a line that is full to the brim would lose its last character to a line of its own.
 */
function widestInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e]/.test(character) ? 0.65 : 1;
  return width;
}

/** Costs of a break at a joint of the sentence and between words, inside brackets, of uneven lines, of a short last line. */
const cost = { joint: 0, word: 3, unevenness: 6, insideBrackets: 4, shortEnd: 4 } as const;
/** More lines than any title has; beyond, it is not worth the time. */
const mostLines = 6;
/** A last line shorter than this looks left over. */
const shortestEnd = 4;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const neverFirst = /^[的地得了之等及和与，、。：；！？）》〉〕】”’·—…％%号届次]/;
const neverLast = /([（《〈〔【“‘第\d]|关于)$/;
const openBracket = /（[^）]*$/;
const jointBefore = /^(关于|对|第|贯彻|落实|推进|提案的|建议的)/;
const jointAfter = /(会议|》|”|局|厅|委|办公室)$/;

/**
 * Breaks a title too long for one line where the sense allows it (GB/T 9704-2012, 7.3.1: 回行时词意完整、排列对称、
 * 长短适宜): never inside a word, as few lines as possible, of like length. Breaks the drafter set stay and are the
 * only ones of their title. A title with a stretch that cannot be broken is left to the writer's own line breaking.
 */
export function titleLines(title: string, longestLine: number = usualLine): string[] {
  if (title.includes('\n')) return title.split('\n');
  const width = widestInCharacters(title);
  if (width <= longestLine || width > mostLines * longestLine) return [title];
  const breaks = possibleBreaks(title);
  for (let count = Math.ceil(width / longestLine); count <= mostLines; count += 1) {
    const best = cheapestLines(title, breaks, count, longestLine);
    if (best) return best;
  }
  return [title];
}

/** Places between words where a line may end, with what it costs. */
function possibleBreaks(title: string): { at: number; cost: number }[] {
  const found: { at: number; cost: number }[] = [];
  for (const { index: at } of segmenter.segment(title)) {
    const [before, after] = [title.slice(0, at), title.slice(at)];
    if (at === 0 || neverFirst.test(after) || neverLast.test(before)) continue;
    const atJoint = jointBefore.test(after) || jointAfter.test(before);
    found.push({ at, cost: (atJoint ? cost.joint : cost.word) + (openBracket.test(before) ? cost.insideBrackets : 0) });
  }
  return found;
}

interface Layout {
  lines: string[];
  cost: number;
}

/** The cheapest way to make `count` lines, or undefined when a line would be too long. */
function cheapestLines(
  title: string,
  breaks: { at: number; cost: number }[],
  count: number,
  longestLine: number,
): string[] | undefined {
  const mean = widestInCharacters(title) / count;
  const ends = [...breaks, { at: title.length, cost: 0 }];
  const lineCost = (line: string, isLast: boolean): number => {
    const width = widestInCharacters(line);
    if (width > longestLine) return Number.POSITIVE_INFINITY;
    return cost.unevenness * ((width - mean) / mean) ** 2 + (isLast && width < shortestEnd ? cost.shortEnd : 0);
  };
  // layouts[i]: the cheapest beginning that ends at ends[i], with one line more in every round.
  let layouts: (Layout | undefined)[] = ends.map((end) => {
    const line = title.slice(0, end.at);
    return { lines: [line], cost: end.cost + lineCost(line, false) };
  });
  for (let made = 2; made <= count; made += 1) {
    layouts = ends.map((end, index) => {
      const options = layouts.slice(0, index).map((before, from): Layout | undefined => {
        const line = title.slice(ends[from]?.at ?? 0, end.at);
        return (
          before && { lines: [...before.lines, line], cost: before.cost + end.cost + lineCost(line, made === count) }
        );
      });
      return options.reduce((best, next) => (next && (!best || next.cost < best.cost) ? next : best), undefined);
    });
  }
  const best = layouts.at(-1);
  return best && Number.isFinite(best.cost) ? best.lines : undefined;
}
