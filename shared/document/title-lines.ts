import type { CaseFacts } from '../domain/case.ts';
import type { UnitSettings } from '../domain/unit-settings.ts';
import type { ReplyDocument } from './schema.ts';

/** Characters of the title's size, 2 号 (22 pt), that fit into one line of an upright page, 156 mm (5.2.1). */
const usualLine = Math.floor(((156 / 25.4) * 72) / 22);

/**
 * Width in characters, digits and Latin letters at their widest: where 小标宋 is missing, its stand-ins set them up to
 * 0.65 of a character wide, and a line that is full to the brim would lose its last character to a line of its own.
 */
function widestInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e]/.test(character) ? 0.65 : 1;
  return width;
}

/**
 * Costs of a break at a joint of the sentence and between words, of uneven lines, of a line that looks left over, and
 * of a shape that is no 梯形 or 菱形: narrower in the middle, or all of one width.
 */
const cost = { joint: 0, word: 3, unevenness: 6, shortLine: 4, hourglass: 6, rectangle: 0.5 } as const;
/** More lines than any title has; beyond, it is not worth the time. */
const mostLines = 6;
/** No line is narrower; below `comfortable` it looks left over. */
const narrowest = 3;
const comfortable = 4;
/** Lines whose widths differ by less than this look equally wide. */
const alike = 0.6;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const neverFirst = /^[的地得了之等及和与或暨，、。：；！？）》〉〕】”’·—…％%号届次年月日条项类个]/;
const neverLast = /([（《〈〔【“‘第\d]|关于|[对和与及或暨])$/;
const jointBefore = /^(关于|对|第|贯彻|落实|推进|提案|建议|议案)/;
const jointAfter = /(会议|》|”|局|厅|委|办公室|中心|人民政府)$/;

/** Names that are read as one: the office before 关于, 第0168号, 六届五次会议, 市政协, 《…》, （…）. */
const ordinal = '[一二三四五六七八九十百零〇\\d]{1,5}';
/** 第六届人民代表大会第五次会议, with the place before it where both fit into a line. */
const session = `第?${ordinal}届[^第届次，、《（]{0,12}第?${ordinal}次(?:全体)?会议`;
const wholes = [
  new RegExp(`(?<=关于对?|^对|^)[^关对《（，]{0,12}?${session}`, 'g'),
  new RegExp(session, 'g'),
  /^[^关对《（]{2,24}?(?=关于|对)/g,
  /第[^第届次号《（，、]{1,16}号/g,
  /[一二三四五六七八九十]{1,3}届(全国委员会|人大|政协)?[一二三四五六七八九十]{1,3}次会议/g,
  /[省市县区州盟旗]?第[一二三四五六七八九十\d]{1,3}(届|次会议)/g,
  /(全国|[省市县区州盟旗])(政协|人大)/g,
  /人民代表大会|全国委员会|常务委员会/g,
  /\d+(\.\d+)?(年|月|日|%|号)?/g,
  /《[^《》]*》/g,
  /（[^（）]*）/g,
];

export interface TitleOptions {
  /** In characters of the title's size. */
  longestLine?: number | undefined;
  /** Names that stay whole besides those a title shows by itself. */
  names?: readonly string[];
}

/**
 * Breaks a title too long for one line where the sense allows it (GB/T 9704-2012, 7.3.1: 回行时词意完整、排列对称、
 * 长短适宜, 梯形或菱形): never inside a word or a name, no line of one or two characters, none that begins with 的 or 和,
 * as few lines as possible. Breaks the drafter set stay and are the only ones of their title. Where names leave no other
 * way, they are broken between words. A title with a stretch that cannot be broken is left to the writer's own line
 * breaking.
 */
export function titleLines(title: string, { longestLine = usualLine, names = [] }: TitleOptions = {}): string[] {
  if (title.includes('\n')) return title.split('\n');
  const width = widestInCharacters(title);
  if (width <= longestLine || width > mostLines * longestLine) return [title];
  const whole = wholeStretches(title, names, longestLine);
  const between = breaksOf(title, whole);
  const kept = between.filter(({ at }) => !whole.some(([from, to]) => at > from && at < to));
  const fewest = Math.ceil(width / longestLine);
  // Two lines more are better than a name in two.
  for (const [breaks, most] of [
    [kept, Math.min(fewest + 2, mostLines)],
    [between, mostLines],
  ] as const) {
    for (let count = fewest; count <= most; count += 1) {
      const best = cheapestLines(title, breaks, count, longestLine);
      if (best) return best;
    }
  }
  return [title];
}

/** Names that a line of the letter's title never parts. */
export function namesInTitle(
  { head, tail }: { head: Pick<ReplyDocument['head'], 'issuer'>; tail: Pick<ReplyDocument['tail'], 'units'> },
  unit: Pick<UnitSettings, 'fullName' | 'shortName'>,
  { body, session, hostUnit, coUnits }: Pick<CaseFacts, 'body' | 'session' | 'hostUnit' | 'coUnits'>,
): string[] {
  return [unit.fullName, unit.shortName, head.issuer ?? '', body, session, hostUnit, ...coUnits, ...tail.units];
}

interface Break {
  at: number;
  cost: number;
}

/** Places between words, and between names and words, where a line may end, with what it costs. */
function breaksOf(title: string, whole: readonly [number, number][]): Break[] {
  const found: Break[] = [];
  // Dictionaries read 委员会对 as 委员 and 会对.
  const places = new Set([...whole.flat(), ...Array.from(segmenter.segment(title), ({ index }) => index)]);
  for (const at of [...places].toSorted((a, b) => a - b)) {
    const [before, after] = [title.slice(0, at), title.slice(at)];
    if (at === 0 || at === title.length || neverFirst.test(after) || neverLast.test(before)) continue;
    const atJoint = jointBefore.test(after) || jointAfter.test(before);
    found.push({ at, cost: atJoint ? cost.joint : cost.word });
  }
  return found;
}

/** Stretches from and to (UTF-16 units) that stay on one line, where they fit into one. */
function wholeStretches(title: string, names: readonly string[], longestLine: number): [number, number][] {
  const stretches: [number, number][] = [];
  const add = (from: number, text: string): void => {
    if (widestInCharacters(text) <= longestLine) stretches.push([from, from + text.length]);
  };
  for (const pattern of wholes) for (const match of title.matchAll(pattern)) add(match.index, match[0]);
  for (const name of names) {
    if (name === '') continue;
    for (let at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + 1)) add(at, name);
  }
  return stretches;
}

/** The cheapest way to make `count` lines, or undefined when there is none that fits. */
function cheapestLines(
  title: string,
  breaks: readonly Break[],
  count: number,
  longestLine: number,
): string[] | undefined {
  const widths = [...prefixWidths(title)];
  const total = widths.at(-1) ?? 0;
  const mean = total / count;
  let best: { ends: number[]; cost: number } | undefined;
  const chosen: number[] = [];
  const lineWidths: number[] = [];

  const lineCost = (width: number): number =>
    cost.unevenness * ((width - mean) / mean) ** 2 + (width < comfortable ? cost.shortLine : 0);

  /** Lines left to make from `start`; breaks from `next` on may be taken. */
  const search = (start: number, next: number, left: number, spent: number): void => {
    const from = widths[start] ?? 0;
    if (left === 1) {
      const width = total - from;
      if (width > longestLine || width < narrowest) return;
      const whole = spent + lineCost(width) + shapeCost([...lineWidths, width]);
      if (!best || whole < best.cost) best = { ends: [...chosen, title.length], cost: whole };
      return;
    }
    for (let index = next; index < breaks.length; index += 1) {
      const { at, cost: own } = breaks[index]!;
      const width = (widths[at] ?? 0) - from;
      if (width > longestLine) break;
      // What is left must fit into the lines that are left, and be enough for them.
      const rest = total - (widths[at] ?? 0);
      if (width < narrowest || rest > (left - 1) * longestLine || rest < (left - 1) * narrowest) continue;
      const sum = spent + own + lineCost(width);
      if (best && sum >= best.cost) continue;
      chosen.push(at);
      lineWidths.push(width);
      search(at, index + 1, left - 1, sum);
      chosen.pop();
      lineWidths.pop();
    }
  };
  search(0, 0, count, 0);
  return best?.ends.map((end, index, ends) => title.slice(ends[index - 1] ?? 0, end));
}

/** Width up to each UTF-16 unit. */
function* prefixWidths(title: string): Generator<number> {
  let width = 0;
  yield width;
  for (const character of title) {
    for (let unit = 1; unit < character.length; unit += 1) yield width;
    width += widestInCharacters(character);
    yield width;
  }
}

function shapeCost(widths: readonly number[]): number {
  const spread = Math.max(...widths) - Math.min(...widths);
  if (spread < alike) return cost.rectangle;
  const isWaisted = widths.some(
    (width, index) =>
      widths.slice(0, index).some((before) => before > width + alike) &&
      widths.slice(index + 1).some((after) => after > width + alike),
  );
  return isWaisted ? cost.hourglass : 0;
}
