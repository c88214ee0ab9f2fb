import { fold, squeeze } from './fold.ts';

/** One number: 68, 041, 温36, JY100012050700, 17-1; a range (128至130) stays as it is. */
const one = '(?:(?:(?![第的号和及与])[一-鿿]){0,2}|[A-Za-z]{1,4}[-—]?)\\d{1,20}(?:[-—~～至到]第?\\d{1,8})?';
/** Several before one 号: 128、129和130; or each with its own: 128号(重点提案)、129号. */
const between = ' ?号?(?:\\([^()]{1,8}\\))?(?:[、,，;；/]|和|及|与|以及) ?第? ?';
const several = `${one}(?:${between}${one})*`;
const caseWords = '(?:代表|委员|党派|集体|重点|联名|平时|大会|闭会)?(?:提案|建议|议案)';

const numberPatterns = [
  // 第B(2025)174号
  new RegExp(`(?:第|编号:?)([A-Za-z]{0,3}[([〔]20\\d{2}[)\\]〕][A-Za-z]?\\d{1,6})号(?=${caseWords}|[)]|$)`, 'g'),
  // 第68号、会议温36号、“0231号”, (第178号), 会议16号议案, 第128、129、130号
  new RegExp(`(?:第|会议的?|编号[:为]?|案号[:为]?|[“"(《〔[])(${several})[”"]?号`, 'g'),
  /第\((\d{1,20})\)号/g,
  new RegExp(`(?:编号|案号|提案号|建议号)[:为]?第?(${several})`, 'g'),
  new RegExp(`(?:第|会议的?)([一二三四五六七八九十百〇零○]{1,6})号(?=${caseWords})`, 'g'),
  new RegExp(`(?<![\\dA-Za-z?×〕\\])])(\\d{1,8}(?:${between}\\d{1,8})*)号(?=${caseWords})`, 'g'),
  /(?:提案|建议|议案)(?:编号|号|第)?[:为(]?第?([A-Za-z一-鿿]{0,2}\d{1,20})号?[)]?(?=收悉|[,。)])/g,
  // 第12O号, 第1?号: no number can be read, so what stands there is kept.
  new RegExp(`第([^第号,。;:、()《》“”]{1,12})号(?=${caseWords})`, 'g'),
];

const quoted = '(?:《[^》]{2,120}》)?';
const word = '(?:的?(?:提案|建议|议案))?';
/** What may stand between two numbers of one letter: 号和第, 号提案《关于甲的提案》、第, 号)、《关于乙的提案》(第. */
const goesOn = new RegExp(
  `^[”"]?号?${word}${quoted}${word}[)]?(?:[、,和及与]|以及)(?:${quoted}${word}[(]?)?(?:编号:?)?第?$`,
);

/** The case number without 第 and 号; several of one letter joined with 、. Free text: letters and place marks occur. */
export function findNumber(printed: string): string | null {
  const text = joinedDigits(squeeze(printed));
  const key = fold(text);
  for (const pattern of numberPatterns) {
    const numbers: string[] = [];
    let last = -1;
    for (const match of key.matchAll(pattern)) {
      const group = match[1] ?? '';
      const start = match.index + match[0].indexOf(group);
      // A document number (粤农农函〔2020〕557号) is no case number.
      if (/[〕\])】]$/.test(key.slice(0, match.index + 1)) && !/[)]$/.test(key.slice(0, match.index))) continue;
      if (/^[一-鿿]*(?:年|届|次|日|月)/.test(group)) continue;
      if (numbers.length > 0 && !goesOn.test(key.slice(last, start))) break;
      for (const value of partedNumbers(text.slice(start, start + group.length), group))
        if (!numbers.includes(value)) numbers.push(value);
      last = start + group.length;
    }
    if (numbers.length > 0) return numbers.join('、');
  }
  return null;
}

function partedNumbers(text: string, key: string): string[] {
  const values: string[] = [];
  let from = 0;
  for (const match of key.matchAll(new RegExp(between, 'g'))) {
    values.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...values, text.slice(from)].filter((value) => value !== '');
}

/** 第1 2 8号: one figure and one blank each is a typist's spreading; wider groups are numbers of their own. */
function joinedDigits(text: string): string {
  return text
    .replace(/(?<=[第、,，和及与])\d(?: \d)+(?=号|[、,，和及与])/g, (spread) => spread.replaceAll(' ', ''))
    .replace(/(?<=[第])\d{2,}(?: \d{2,})+(?=号)/g, (list) => list.replaceAll(' ', '、'));
}

export function metadataNumber(metadata: string): string | null {
  const match = /(?:案号|(?:提案|建议|议案)(?:编号|号))[:：|]第?([A-Za-z一-鿿]{0,2}\d{1,20})号?/.exec(fold(metadata));
  return match?.[1] ?? null;
}

/** Whether two places of a letter name the same numbers; zeros in front and the order do not count. */
export function sameNumbers(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const parts = (list: string) =>
    list
      .split('、')
      .map((number) => fold(number).replace(/(?<!\d)0+(?=\d)/, ''))
      .sort()
      .join('、');
  return parts(a) === parts(b);
}

/** Whether a number is one as they are given to cases; a figure lost or mistyped makes it something else. */
export function isSoundCaseNumber(number: string): boolean {
  const sound = new RegExp(
    `^(?:${one}|[A-Za-z]{0,3}[([〔]20\\d{2}[)\\]〕][A-Za-z]?\\d{1,6}|[一二三四五六七八九十百〇零○]+)$`,
  );
  return number.split('、').every((part) => sound.test(fold(part)));
}
