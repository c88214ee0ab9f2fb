import { fold } from './fold.ts';

/** Labels, remarks and separators are shorter. */
const REACH = 60;

export interface Stretch {
  start: number;
  end: number;
}

const labelWord =
  '(?:委员|代表|提案人|建议人|承办人?|经办人?|联系人?|联络人?|工作人员|负责人|本人|个人|其|住宅|家庭|家中|移动|办公|常用|现|户籍|居住|通讯|通信|邮寄|收件|电子|公民|居民|有效|的|及|和)*' +
  '(?:手机|电话|传真|座机|总机|热线|值班|宅电|联系方式|方式|短信|邮箱|邮件|信箱|E-?mail|电邮|身份证|身份号码|证件|护照|银行卡|卡号|账号|帐号|账户|帐户|住址|地址|家住|现住|居住地|户籍地|住所|车牌|牌照|微信|QQ|号码|tel|phone|mobile)(?:号码|号|件)*';
/** A label right before what is taken out. */
const labelBefore = new RegExp(`(?:${labelWord})(?:[\\/、]${labelWord})?[ ]*(?:为|是|在|于)?[ ]*:?[ ]*$`, 'i');
/** （微信同号） behind a number goes with it, and so does its extension. */
const remarkAfter =
  /^(?: *\((?:微信|手机|电话|同微信|微信同号|办公|住宅|个人)\)| *[,，、]? *(?:转|分机号?|ext\.?) ?:?\d{1,5}(?!\d))/;
/** What a damaged number left: a label with too few figures for one. */
const damagedAfter = new RegExp(`^ *[,，;；、]? *${labelWord} *:? *\\d{1,4}(?![\\d-])`, 'i');
const listSign = '[、,，;；/]|和|及|或者?| ';
const numberBefore = new RegExp(`[\\d*×xX)]((?: *(?:${listSign}) *))$`);
const numberAfter = new RegExp(`^((?: *(?:${listSign}) *))(?=\\(?[\\d+*×])`);
const betweenNumbers = new RegExp(`^ *(?:${listSign})? *$`);
const signBefore = /[;；，,、 ]+$/;
const signAfter = /^[;；，,、 ]+/;
const opens = /[([〔【:：。！？;；\n]$/;
const closes = /^[)\]〕】。！？;；\n]/;

const personLabel =
  '(?:(?:具体|业务|主管|分管|单位|承办|经办)*(?:联系人|联络人|经办人|承办人|工作人员|负责人|领导)(?:员)?(?:(?:及|和|、)?(?:联系)?(?:电话|方式))?|联系方式|联系)';
const personName = '[\\p{Script=Han}×*]{2,4}(?:·\\p{Script=Han}{1,8})?';
/** Labels and names that stood there for a number only; in a bracket no sign need stand between them. */
const nobody = leftovers('[ :]+');
const nobodyInBracket = leftovers('[ :]*');

function leftovers(sign: string): RegExp {
  return new RegExp(`^[\\s;；，,、。:：()]*(?:${personLabel}(?:${sign}${personName})?[\\s:;；，,、。()]*)*$`, 'u');
}

/**
 * What goes when these stretches go: each takes its label and one separator along; a bracket, a sentence or a whole
 * text of which only a contact's name would be left goes altogether. The result is disjoint and in order, and covers
 * every given stretch; those `alone` go just as they are.
 */
export function takeOut(source: string, stretches: readonly Stretch[], alone: readonly Stretch[] = []): Stretch[] {
  const text = fold(source);
  const groups = grouped(text, stretches).map((group) => withLabel(text, group));
  let cuts = merged([...groups, ...alone]);
  if (groups.length === 0) return cuts;
  for (const unit of [...brackets(text), ...sentences(text), { start: 0, end: text.length }]) {
    const inside = cuts.filter((cut) => cut.start >= unit.start && cut.end <= unit.end);
    if (inside.length === 0) continue;
    const leftover = text[unit.start] === '(' ? nobodyInBracket : nobody;
    if (leftover.test(rest(text, unit, inside))) cuts = merged([...cuts, unit]);
  }
  return cuts;
}

/** Neighbours in one list of numbers are one stretch. */
function grouped(text: string, stretches: readonly Stretch[]): Stretch[] {
  const groups: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last && (start <= last.end || betweenNumbers.test(text.slice(last.end, start))))
      last.end = Math.max(last.end, end);
    else groups.push({ start, end });
  }
  return groups;
}

function withLabel(text: string, group: Stretch): Stretch {
  let { start, end } = group;
  for (const shape of [remarkAfter, damagedAfter, remarkAfter]) {
    end += shape.exec(text.slice(end, end + REACH))?.[0].length ?? 0;
  }
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const [, signOfPrevious] = numberBefore.exec(before) ?? [];
  if (signOfPrevious !== undefined) return { start: start - signOfPrevious.length, end };
  const label = labelBefore.exec(before)?.[0] ?? '';
  const [, signOfNext] = numberAfter.exec(after) ?? [];
  if (signOfNext !== undefined && label !== '') return { start, end: end + signOfNext.length };
  start -= label.length;
  return withSign(text, { start, end }, label !== '');
}

/** The separator on one side of a whole item; nothing where the stretch stands inside a sentence. */
function withSign(text: string, { start, end }: Stretch, isLabelled: boolean): Stretch {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  // Without a label a mere blank separates nothing: 邮件至 a@example.com，我们….
  const found = signBefore.exec(before)?.[0] ?? '';
  const left = isLabelled || found.trim() !== '' ? found : '';
  const right = signAfter.exec(after)?.[0] ?? '';
  const isStart = start === left.length || opens.test(before);
  const isEnd = end + right.length === text.length || closes.test(after);
  if (isStart && right !== '') return { start, end: end + right.length };
  if (left !== '' && (isEnd || right !== '')) return { start: start - left.length, end };
  return { start, end };
}

function rest(text: string, unit: Stretch, cuts: readonly Stretch[]): string {
  let left = '';
  let at = unit.start;
  for (const cut of cuts) {
    left += text.slice(at, cut.start);
    at = cut.end;
  }
  return left + text.slice(at, unit.end);
}

/** Pairs of round brackets, inner ones first. */
function brackets(text: string): Stretch[] {
  const open: number[] = [];
  const pairs: Stretch[] = [];
  for (const [index, character] of [...Array(text.length).keys()].map((at) => [at, text[at]] as const)) {
    if (character === '(') open.push(index);
    if (character === ')') {
      const start = open.pop();
      if (start !== undefined) pairs.push({ start, end: index + 1 });
    }
  }
  return pairs;
}

function sentences(text: string): Stretch[] {
  return [...text.matchAll(/[^。！？\n]+[。！？\n]?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
