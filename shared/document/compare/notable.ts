import type { ChangePlace } from './change-place.ts';
import type { Difference } from './differences.ts';

export const notableKinds = ['date', 'amount', 'number', 'name', 'unit', 'obligation'] as const;
export type NotableKind = (typeof notableKinds)[number];

/** A change of meaning that is easily overlooked. */
export interface NotableChange {
  kind: NotableKind;
  /** '' where it is new. */
  before: string;
  /** '' where it is gone. */
  after: string;
  /** Of words of obligation on one scale: whether less or more is promised. */
  direction?: 'weaker' | 'stronger';
  place: ChangePlace;
}

/** Two texts that stand for each other, and the places in them that differ. */
export interface ComparedText {
  a: string;
  b: string;
  changed: Difference[];
  place: ChangePlace;
}

/** Names that are known from both letters: they are found wherever they stand. */
export interface KnownNames {
  people: readonly string[];
  units: readonly string[];
}

interface Item {
  kind: NotableKind;
  text: string;
  start: number;
  end: number;
  /** Index of the first change that touches it. */
  change: number;
}

/** From the strongest to the weakest word, one scale a line: duty, extent, certainty, tense. */
const scales: readonly (readonly string[])[] = [
  ['必须', '务必', '应当', '应该', '应', '可以', '可'],
  ['不得', '严禁', '禁止', '不宜', '原则上不'],
  ['全部', '全面', '所有', '一律', '绝大部分', '大部分', '部分', '少数', '个别'],
  ['确保', '保证', '力争', '争取', '努力', '尽量', '尽可能'],
  ['已经', '已', '正在', '即将', '将', '计划', '拟', '考虑', '研究', '探索'],
  ['立即', '尽快', '抓紧', '适时', '逐步', '择机'],
];
/** Promises that stand on no scale. */
const others = [
  '原则上',
  '基本',
  '视情况',
  '条件成熟时',
  '承诺',
  '负责',
  '牵头',
  '配合',
  '同意',
  '采纳',
  '暂不',
  '不予',
];
const obligationWords = [...scales.flat(), ...others].toSorted((a, b) => b.length - a.length);

const figure = '[0-9０-９]+(?:[.,．，][0-9０-９]+)*';
const numeral = '[〇零一二三四五六七八九十百千万亿两]+';
const measures =
  '个|条|辆|处|家|名|人次|人|座|项|件|台|套|公里|千米|米|平方米|平方公里|亩|公顷|吨|万吨|户|所|间|批|次|期|倍|层|张|份|部|天|日|个月|小时|年';

/** The first shape that fits at a place has it: a date before the numbers in it, an amount before its figures. */
const shapes: readonly { kind: NotableKind; shape: RegExp }[] = [
  {
    kind: 'date',
    shape: new RegExp(
      `${figure}年(?:${figure}月(?:${figure}日)?|[上下]半年|第?[一二三四]季度)?(?:底前?|初|前|以前|内|中旬|上旬|下旬)?|` +
        `${figure}月(?:${figure}日)?(?:底前?|初|前|以前|内|中旬|上旬|下旬)?|` +
        `[今明后去]年(?:[上下]半年|第?[一二三四]季度|${figure}月)?(?:底前?|初|前|内)?|年底前?|月底前?|年内|[上下]半年|第?[一二三四]季度`,
      'gu',
    ),
  },
  { kind: 'amount', shape: new RegExp(`[￥¥]${figure}|(?:${figure}|${numeral})[余多]?[万亿千百]*元`, 'gu') },
  { kind: 'number', shape: new RegExp(`百分之${numeral}|${numeral}[余多]?(?:${measures})(?!年)`, 'gu') },
  { kind: 'number', shape: new RegExp(`${figure}[%％‰]?[余多]?[万亿千百]*(?:${measures})?`, 'gu') },
  {
    kind: 'name',
    shape:
      /(?<![\p{Script=Han}])[\p{Script=Han}]{2,3}(?=(?:等\d*名?)?(?:委员|代表|同志|先生|女士)|副?(?:局长|主任|市长|处长|科长|县长|区长))/gu,
  },
  {
    kind: 'unit',
    shape:
      /(?:国家|[省市区县州])[\p{Script=Han}]{1,12}?(?:委员会|办公室|管理局|有限公司|集团|中心|学校|医院|局|厅|委|办|院)/gu,
  },
];

/** What changed in the texts of what a leader looks for, in their order. */
export function notableChanges(texts: readonly ComparedText[], known: KnownNames): NotableChange[] {
  return texts.flatMap((text) => (text.changed.length > 0 ? notableIn(text, known) : []));
}

function notableIn({ a, b, changed, place }: ComparedText, known: KnownNames): NotableChange[] {
  const ranges = (side: 'a' | 'b') =>
    changed.map((one) => (side === 'a' ? { start: one.aStart, end: one.aEnd } : { start: one.bStart, end: one.bEnd }));
  const isSame = (one: Item, other: Item) => one.kind === other.kind && one.text === other.text;
  const fresh = touched(itemsOf(b, known), ranges('b'));
  const gone = touched(itemsOf(a, known), ranges('a')).filter((item) => {
    const other = fresh.findIndex((one) => isSame(one, item));
    if (other >= 0) fresh.splice(other, 1);
    return other < 0;
  });
  const found: (NotableChange & { at: number })[] = gone.map((item) => {
    const other = fresh.find(({ kind, change }) => kind === item.kind && change === item.change);
    if (other) fresh.splice(fresh.indexOf(other), 1);
    const direction = item.kind === 'obligation' && other ? directionOf(item.text, other.text) : undefined;
    return {
      kind: item.kind,
      before: item.text,
      after: other?.text ?? '',
      ...(direction && { direction }),
      place,
      at: item.change,
    };
  });
  found.push(...fresh.map(({ kind, text, change }) => ({ kind, before: '', after: text, place, at: change })));
  return found.toSorted((one, other) => one.at - other.at).map(({ at: _at, ...change }) => change);
}

function directionOf(before: string, after: string): NotableChange['direction'] {
  const scale = scales.find((words) => words.includes(before) && words.includes(after));
  if (!scale) return undefined;
  return scale.indexOf(after) > scale.indexOf(before) ? 'weaker' : 'stronger';
}

function touched(items: readonly Omit<Item, 'change'>[], ranges: readonly { start: number; end: number }[]): Item[] {
  return items.flatMap((item) => {
    // What was put between two words touches neither.
    const change = ranges.findIndex(({ start, end }) => start < item.end && end > item.start);
    return change < 0 ? [] : [{ ...item, change }];
  });
}

function itemsOf(text: string, { people, units }: KnownNames): Omit<Item, 'change'>[] {
  const items: Omit<Item, 'change'>[] = [];
  const isFree = (start: number, end: number) => items.every((item) => end <= item.start || start >= item.end);
  const add = (kind: NotableKind, start: number, found: string) => {
    const end = start + found.length;
    if (found !== '' && isFree(start, end)) items.push({ kind, text: found, start, end });
  };
  const addWords = (kind: NotableKind, words: readonly string[]) => {
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + word.length)) {
        add(kind, at, word);
      }
    }
  };
  addWords('unit', units);
  addWords('name', people);
  for (const { kind, shape } of shapes) for (const match of text.matchAll(shape)) add(kind, match.index, match[0]);
  addObligations(text, (start, word) => add('obligation', start, word));
  return items;
}

/** Words of which the text may hold longer ones with another sense (应急, 可持续, 将军, 部分 in 大部分). */
const notThese =
  /应急|应用|相应|响应|适应|供应|反应|对应|效应|可持续|可靠|许可|认可|可能性|将来|将近|研究院|研究所|研究室|部分散|已有|经研究/gu;

function addObligations(text: string, add: (start: number, word: string) => void): void {
  const masked = text.replace(notThese, (word) => '\0'.repeat(word.length));
  for (const word of obligationWords) {
    for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + word.length)) add(at, word);
  }
}
