import { fold, foldSpoken } from './fold.ts';
import type { FindingKind, FindingReason, Place } from './finding.ts';
import {
  hasRecentDate,
  isCardChecksumRight,
  isIdChecksumRight,
  looksLikeIdNumber,
  looksLikeOldIdNumber,
} from './identity-number.ts';
import { homeAddresses } from './address.ts';

export interface Hit {
  start: number;
  end: number;
  kind: FindingKind;
  reason: FindingReason;
}

/** What a text is judged by besides itself. */
export interface Surroundings {
  part: Place['part'];
  /** Names of those who put the case forward. */
  members: readonly string[];
  heads: readonly string[];
  beside: string;
  /** Texts that are numbers of the case or the letter and nobody's. */
  ownNumbers: readonly string[];
}

/** Matches, as group 1, wherever the form begins: a number may stand behind another one with only a blank between. */
function everywhere(form: string): RegExp {
  return new RegExp(`${notBefore}(?=(${form})${notAfter})`, 'gi');
}

/** What may stand between two figures of one number: blanks, hyphens, dots, brackets, the end of a line. */
const gap = '[ .·()\\n\\t-]{0,3}';
const figures = (count: number) => `\\d(?:${gap}\\d){${count - 1}}`;
/** Not inside a larger number or behind letters that make it a code; 'tel' and the like may stand there. */
const notBefore = String.raw`(?<!\d)(?<!\d\.)(?:(?<![A-Za-z])|(?<=tel|phone|mobile|mob|wx|vx|qq|hp))`;
/** Of a quantity. */
const unitOfMeasure = '(?: ?(?:%|‰|℃|[元万亿人户个件次平吨米亩公千百号条项名家度辆台株座]))';
const notAfter = `(?!\\d)(?!\\.\\d)(?!,\\d{3}(?!\\d))(?![A-Za-z])(?!${unitOfMeasure})`;

const mobileShape = everywhere(`(?:\\(?(?:\\+|00)? ?86[ )-]{1,3}|(?:\\+|00) ?86)?1${gap}[3-9](?:${gap}\\d){9}`);
const idShape = everywhere(`${figures(17)}${gap}[\\dXx]`);
const oldIdShape = everywhere('\\d{15}');
const cardShape = everywhere('(?:\\d{16,19}|\\d{4}(?:[ -]\\d{4}){3}(?:[ -]\\d{1,3})?)');
const landlineShape =
  /(?<![\dA-Za-z])(?<!\d[.,:/ -])(?:(?:\+|00)86[ -]?)?(?:\(0\d{2,3}\)|0\d{2,3})[ -]{0,2}[2-9](?:[ -]?\d){6,7}(?:(?: ?(?:转|分机)|-) ?\d{1,5})?(?![.,]?\d)/g;
const localNumberShape = /(?<![\d.,-])[2-9]\d{2,3}[ -]?\d{4}(?![.,-]?\d)/g;
const emailShape = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63} ?@ ?(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,18}/g;
const plateShape =
  /(?<![\p{Script=Han}A-Za-z0-9]{0}[A-Za-z0-9])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·.]?(?=[A-HJ-NP-Z\d]*\d[A-HJ-NP-Z\d]*\d)[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![A-Za-z\d])/gu;
const accountShape =
  /(?:(?:个人)?微信号?|(?<![A-Za-z])QQ号?(?:码)?|(?:wechat|weixin|(?<![A-Za-z])VX))(?!公众|小程序|群|平台|客户端)[ :(]{0,2}(?:为|是)?([A-Za-z][\w-]{5,19}|\d{5,11})(?![\w-])/giu;
const passportShape = /护照(?:号码?)?[ :]{0,2}(?:为|是)?([A-Z]{1,2}\d{7,8})(?![A-Za-z\d])/gi;
const accountNumberShape =
  /(?:银行卡|卡号|账号|帐号|账户|帐户|存折)(?:号码?)?[ :]{0,2}(?:为|是)?(\d(?:[ -]?\d){9,24})(?!\d)/g;
const labelledIdShape = new RegExp(
  `(?:身份证|身份号码|证件)(?:件)?(?:号码|号)?[ :]{0,2}(?:为|是)?(${figures(14)}(?:${gap}[\\dXx]){1,4})(?!\\d)`,
  'g',
);

const telephoneLabel =
  /(?:电话|手机|座机|宅电|传真|号码|联系方式|tel|phone|mobile)(?:号码?)?(?:为|是)?[ :：()、，,;或和及转\d-]*$/i;
/** Numbers of things, whatever they look like. */
const numberedThing = /(?:编号|文号|案号|代码|单号|流水号|序号|批号|图号|型号)[ :：为是]*$/;
const phoneHead = /电话|手机|联系方式|号码/;
const memberLabel =
  /(?:委员|代表|提案人|建议人|领衔人|议员)[ (（，,、]{0,2}(?:的)?(?:本人)?(?:个人|住宅|家庭|办公)?(?:联系)?(?:电话|手机|联系方式|宅电)/;
const staffLabel = /联系人|经办人|承办人|工作人员|负责人|联络人|科长|处长|局长|主任|干部|同志|承办/;
const homeLabel = /宅电|住宅电话|家庭电话|家中电话|家里电话/;

/** Groups in which people write mobile numbers; anything else with blanks is figures that happen to stand in a row. */
const mobileGroups = new Set([
  '11',
  '3-4-4',
  '3-3-5',
  '4-3-4',
  '4-4-3',
  '3-8',
  '7-4',
  '5-6',
  '6-5',
  '3-4-2-2',
  '3-2-2-2-2',
]);

/** Personal data in one text, by form, by label and by what stands around it. Hits may overlap. */
export function detect(source: string, around: Surroundings): Hit[] {
  const text = foldSpoken(fold(source));
  const taken = ownStretches(text, around.ownNumbers);
  const isOwn = (start: number, end: number) => taken.some((own) => start >= own.start && end <= own.end);
  const hits = [
    ...idNumbers(text, around),
    ...cards(text),
    ...mobiles(text, around),
    ...emails(text),
    ...landlines(text, around),
    ...homeAddresses(text, around),
    ...captured(text, accountShape, 'account'),
    ...captured(text, passportShape, 'passport'),
    ...plates(text),
  ];
  return hits.filter(({ start, end }) => !isOwn(start, end));
}

/** Where the text has the number of the case or a number of a document, as in 第…号. */
function ownStretches(text: string, ownNumbers: readonly string[]): { start: number; end: number }[] {
  const stretches = [
    ...text.matchAll(/第 ?[A-Za-z\p{Script=Han}]{0,3}\d+ ?号|〔\d{4}〕 ?第?\d+ ?号|\[\d{4}\] ?\d+ ?号/gu),
  ].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (const number of ownNumbers) {
    if (number.length < 5) continue;
    for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
      stretches.push({ start: at, end: at + number.length });
    }
  }
  return stretches;
}

function digitsOf(text: string): string {
  return text.replaceAll(/[^\dXx]/g, '');
}

function idNumbers(text: string, { heads }: Surroundings): Hit[] {
  const kind = 'idNumber' as const;
  const labelled = captured(text, labelledIdShape, kind);
  const long = matches(text, idShape).flatMap((match): Hit[] => {
    const id = digitsOf(match[0]);
    if (!looksLikeIdNumber(id)) return [];
    const isRight = isIdChecksumRight(id);
    if (!isRight && (hasRecentDate(id) || numberedThing.test(beforeOf(text, match)))) return [];
    return [{ ...stretch(match), kind, reason: isRight ? 'checksum' : 'checksumWrong' }];
  });
  const old = matches(text, oldIdShape)
    .filter((match) => looksLikeOldIdNumber(match[0]))
    .map((match): Hit => ({ ...stretch(match), kind, reason: 'form' }));
  const inColumn = heads.some((head) => /身份证|证件号|身份号码/.test(head))
    ? [...text.matchAll(/\d(?:[ -]?[\dXx]){13,17}/g)].map((match): Hit => ({
        ...stretch(match),
        kind,
        reason: 'tableHead',
      }))
    : [];
  return [...labelled, ...long, ...old, ...inColumn];
}

function cards(text: string): Hit[] {
  const kind = 'bankCard' as const;
  const byNumber = matches(text, cardShape)
    .filter((match) => /^(?:62|4\d|5[1-5]|3[57])/.test(match[0]) && isCardChecksumRight(digitsOf(match[0])))
    .map((match): Hit => ({ ...stretch(match), kind, reason: 'checksum' }));
  return [...captured(text, accountNumberShape, kind), ...byNumber];
}

function mobiles(text: string, around: Surroundings): Hit[] {
  return matches(text, mobileShape).flatMap((match): Hit[] => {
    const bare = match[0].replace(/^(?:\(?(?:\+|00)? ?86[ )-]{1,3}|(?:\+|00) ?86)/, '');
    const before = beforeOf(text, match);
    if (numberedThing.test(before)) return [];
    const isLabelled = telephoneLabel.test(before) || around.heads.some((head) => phoneHead.test(head));
    const groups = bare.split(/[ .·()\n\t-]+/).map((group) => group.length);
    const isGroupedByOnes = groups.length === 11;
    if (!isLabelled && around.part !== 'contact' && !isGroupedByOnes && !mobileGroups.has(groups.join('-'))) return [];
    // (138)00138000: the bracket is part of it.
    const opened = !match[0].includes('(') && match[0].includes(')') && before.endsWith('(') ? 1 : 0;
    const { start, end } = stretch(match);
    return [{ start: start - opened, end, ...whoseMobile(before, around) }];
  });
}

function whoseMobile(before: string, around: Surroundings): Pick<Hit, 'kind' | 'reason'> {
  if (isOfMember(before, around)) return { kind: 'memberContact', reason: 'member' };
  const sentence = before.slice(-60).replace(/^.*[。！？\n]/s, '');
  if (around.part === 'contact' || around.part === 'note' || staffLabel.test(sentence + around.beside)) {
    return { kind: 'staffMobile', reason: around.part === 'contact' ? 'contact' : 'form' };
  }
  return { kind: 'mobile', reason: 'form' };
}

/** Whether what stands before a number says that it is a member's. */
function isOfMember(before: string, { members, beside, part }: Surroundings): boolean {
  const clause = lastClause(before);
  if (
    memberLabel.test(clause) ||
    members.some((name) =>
      new RegExp(`${escaped(name)}(?:委员|代表)?[ (:，,、]{0,2}(?:[联系电话手机号码方式住宅]{2,8}[ :]{0,2})?$`).test(
        clause,
      ),
    )
  ) {
    return true;
  }
  const isRow = part === 'block' && beside !== '';
  return (isRow || part === 'contact') && members.some((name) => beside.includes(name));
}

/** From the last full stop or line end on. */
function lastClause(before: string): string {
  return before.slice(Math.max(before.search(/[^。！？；;\n]*$/), before.length - 40));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function emails(text: string): Hit[] {
  return [...text.matchAll(emailShape)].map((match): Hit => ({ ...stretch(match), kind: 'email', reason: 'form' }));
}

function landlines(text: string, around: Surroundings): Hit[] {
  const withArea = [...text.matchAll(landlineShape)];
  const isPhonePlace = around.part === 'contact' || around.heads.some((head) => phoneHead.test(head));
  const local = [...text.matchAll(localNumberShape)].filter(
    (match) =>
      (isPhonePlace || telephoneLabel.test(beforeOf(text, match))) &&
      !withArea.some((other) => match.index >= other.index && match.index < other.index + other[0].length),
  );
  return [...withArea, ...local].map((match): Hit => {
    const before = beforeOf(text, match);
    const isMembers = homeLabel.test(lastClause(before)) || isOfMember(before, around);
    return isMembers
      ? { ...stretch(match), kind: 'memberLandline', reason: 'member' }
      : { ...stretch(match), kind: 'officeLandline', reason: 'form' };
  });
}

function plates(text: string): Hit[] {
  return [...text.matchAll(plateShape)].map((match): Hit => ({
    ...stretch(match),
    kind: 'plateNumber',
    reason: 'form',
  }));
}

/** What the first group of a labelled form caught. */
function captured(text: string, shape: RegExp, kind: FindingKind): Hit[] {
  return [...text.matchAll(shape)].map((match): Hit => {
    const value = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    return { start, end: start + value.length, kind, reason: 'label' };
  });
}

/** As much of what stands before as says what a number is; a whole page each time would take its square in time. */
function beforeOf(text: string, { index }: Match): string {
  return text.slice(Math.max(0, index - 60), index);
}

interface Match {
  0: string;
  index: number;
}

function matches(text: string, shape: RegExp): Match[] {
  return [...text.matchAll(shape)].map((match) => ({ 0: match[1] ?? '', index: match.index }));
}

function stretch(match: Match): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
