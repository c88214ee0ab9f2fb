import { titleEndIn } from './title.ts';
import { unitNames } from './units.ts';

const salutationEnd =
  /(?:委员|代表|委员组|代表团|代表小组|工商联|委员会|总支|支部|先生|女士|同志|局|厅|委|部|办公室|会)们? ?: ?(?=(?:您|你|贵|现将|首先|收到|来函|感谢|[^:。]{0,80}(?:收悉|如下|提出)))/;
const titleEnd = /(?:答复函|答复|复函|回复函|回复|的函|办理意见|意见)(?:\([^()]{1,12}\))? ?(?=[^,。:;《]{2,80}:?$)/g;

/** Places where a line holding a salutation and the text after it (lost line ends) is cut. Empty when it is whole. */
export function gluedCuts(key: string, fewLines: boolean): number[] {
  const salutation = salutationEnd.exec(key.slice(0, 600));
  const title = salutation || key.length > 300 ? null : titleEndIn(key);
  if (title !== null) return [title];
  if (!salutation)
    return fewLines && key.length > 200 && (key.match(spacesAfterStop)?.length ?? 0) >= 2 ? bodyCuts(key, 0) : [];
  const start = salutationStart(key.slice(0, salutation.index + salutation[0].length).trimEnd());
  if (start === null) return [];
  const after = salutation.index + salutation[0].length;
  const cuts = [...headCuts(key.slice(0, start)), start, after, ...bodyCuts(key, after)];
  return [...new Set(cuts)].filter((cut) => cut > 0 && cut < key.length).sort((a, b) => a - b);
}

/** Where the salutation that ends `before` starts: after a title, a document number or a blank. */
function salutationStart(before: string): number | null {
  const ends = [...before.matchAll(titleEnd)];
  const last = ends.at(-1);
  if (last && /提案|建议|议案|办/.test(before.slice(0, last.index + last[0].length)))
    return last.index + last[0].length;
  const words = /(?:^|[ )号类])((?:尊敬的|敬爱的)?[^ ,。;:《》()]{2,80} ?:)$/.exec(before);
  if (words?.[1] !== undefined && before.length - words[1].length >= 0 && !/收悉|答复|如下/.test(words[1])) {
    return before.length - words[1].length;
  }
  return before.length <= 60 && !/[。;《]/.test(before) ? 0 : null;
}

/** Title and document number before a glued salutation. */
function headCuts(head: string): number[] {
  const cuts: number[] = [];
  const number = /[一-鿿]{2,14}[〔[(【]\d{4}[〕\])】] ?第? ?\d{1,5} ?号/.exec(head);
  if (number) cuts.push(number.index, number.index + number[0].length);
  return cuts;
}

const spacesAfterStop = /(?<=[。!?:;”)]) +(?=\S)/g;
const openingEnd = /(?:如下|如下意见) ?[:。](?=\S)/;
const beforeLabel = /(?<=[。:;!?”)]) *(?=(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)))/g;
const labelledPhrase =
  /(?:^|[。:;] *)(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}\.)[^ 。;:,]{2,30}( +)(?=\S)/g;
const formula = /(?<=[。!]) *(?=(?:此复|专此答复|专此函复|特此答复|特此回复|特此函复|专此回复|特此函告)(?:[。!]| |$))/g;
/** 特此函复 without a full stop before the signature. */
const formulaFirst = /^ *(?:此复|[专特]此(?:答复|函复|回复|函告)) +/;
const lastThanks =
  /(?<=[。!]) *(?=(?:最后,?)?(?:再次|衷心|诚挚|非常|十分)?感谢[您你][^。!]{4,80}[。!] *[^。!]{0,120}$)/g;
const tailMark = / *(?=\((?:联系人|联系|此件)|(?<![一-鿿])联系人[:及]|附件[::]|抄送[::]|抄报[::])/g;

function bodyCuts(key: string, from: number): number[] {
  const body = key.slice(from);
  const cuts: number[] = [];
  const add = (pattern: RegExp): void => {
    for (const match of body.matchAll(pattern)) cuts.push(match.index + match[0].length);
  };
  add(spacesAfterStop);
  add(beforeLabel);
  add(labelledPhrase);
  add(formula);
  add(lastThanks);
  const opening = openingEnd.exec(body.slice(0, 1000));
  if (opening) cuts.push(opening.index + opening[0].length);
  const end = body.length;
  const tail = body.slice(-400);
  const stop = Math.max(tail.lastIndexOf('。'), tail.lastIndexOf('!'));
  if (stop >= 0) cuts.push(...tailCuts(tail.slice(stop + 1)).map((cut) => end - tail.length + stop + 1 + cut));
  return cuts.map((cut) => cut + from);
}

/** Signature, date and notes that follow the last full stop of a glued letter. */
function tailCuts(tail: string): number[] {
  const cuts: number[] = [];
  for (const match of tail.matchAll(tailMark)) cuts.push(match.index + match[0].length);
  const date =
    /(?:[12]\d{3}|[一二〇零○]{1}[〇零○一二三四五六七八九]{3}) ?年 ?[\d一二三四五六七八九十]{1,2} ?月 ?[\d一二三四五六七八九十]{1,3} ?日/.exec(
      tail,
    );
  const from = formulaFirst.exec(tail)?.[0].length ?? 0;
  const before = date ? tail.slice(from, date.index) : '';
  if (date && unitNames(before, before) !== null) {
    cuts.push(from, date.index, date.index + date[0].length);
  }
  return cuts.length > 0 ? [0, ...cuts] : [];
}
