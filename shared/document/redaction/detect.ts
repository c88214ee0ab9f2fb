import { homeAddresses } from './address.ts';
import { readable } from './fold.ts';
import { beforeOf, captured, lastClause, stretch, type Hit, type Surroundings } from './hit.ts';
import { cards, idNumbers, passports } from './papers.ts';
import { landlines, mobiles } from './telephones.ts';

/** name(at)example.com and name at example dot com are addresses too; '#' only before a usual domain. */
const at = '(?:@|\\(at\\)|\\[at\\]|【at】|<at>| at |艾特|#(?=[A-Za-z0-9-]{1,40}\\.(?:com|cn|net|org)(?![A-Za-z])))';
const dot = '(?:\\.|\\(dot\\)|\\[dot\\]|【dot】| dot )';
const emailShape = new RegExp(
  `[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}[ \\n]?${at}[ \\n]?(?:[A-Za-z0-9-]{1,63}[ \\n]?${dot}[ \\n]?){1,4}[A-Za-z]{2,18}`,
  'gi',
);
/** The mailbox of an office, which it gives to be written to. */
const officeMailbox =
  /(?:[局委厅办院部处科股室署]|中心|单位|机关|部门|政府|公开|官方|公共|公务|监督|举报|投诉|咨询|征集|办公|业务|工作|局长|区长|县长|市长|主任)的?(?:电子)?(?:邮箱|信箱|邮件|邮址)(?:地址)?[ :(]{0,2}(?:为|是)?[ :]*$/;
const personBefore = /委员|代表|提案人|个人|本人|私人|联系人|经办人|承办人/;
const plateShape =
  /(?<![\p{Script=Han}A-Za-z0-9]{0}[A-Za-z0-9])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·.]?(?=[A-HJ-NP-Z\d]*\d[A-HJ-NP-Z\d]*\d)[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![A-Za-z\d])/gu;
const accountShape =
  /(?:(?:个人)?微信号?|(?<![A-Za-z])QQ号?(?:码)?|(?:wechat|weixin|(?<![A-Za-z])VX))(?!公众|小程序|群|平台|客户端)[ :(]{0,2}(?:为|是)?([A-Za-z][\w-]{5,19}|\d{5,11})(?![\w-])/giu;

/** Personal data in one text, by form, by label and by what stands around it. Hits may overlap. */
export function detect(source: string, around: Surroundings): Hit[] {
  const { text, inSource } = readable(source);
  const taken = ownStretches(text, around.ownNumbers);
  const isOwn = (hit: Hit) => taken.some((own) => hit.start >= own.start && hit.end <= own.end);
  const hits = [
    ...idNumbers(text, around),
    ...cards(text),
    ...mobiles(text, around),
    ...emails(text),
    ...landlines(text, around),
    ...homeAddresses(text, around),
    ...captured(text, accountShape, 'account'),
    ...passports(text),
    ...plates(text),
  ];
  return hits.filter((hit) => !isOwn(hit)).map((hit) => ({ ...hit, ...inSource(hit) }));
}

/** Where the text has the number of the case or a number of a document, as in 第…号. */
function ownStretches(text: string, ownNumbers: readonly string[]): { start: number; end: number }[] {
  const stretches = [
    ...text.matchAll(/第 ?[A-Za-z\p{Script=Han}]{0,3}\d+ ?号|〔\d{4}〕 ?第?\d+ ?号|\[\d{4}\] ?\d+ ?号/gu),
  ]
    .filter((match) => !/证(?:号码?)?[ :为是]*(?:\p{Script=Han}字)?$/u.test(text.slice(0, match.index).slice(-12)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (const number of ownNumbers) {
    if (number.length < 5) continue;
    for (let start = text.indexOf(number); start >= 0; start = text.indexOf(number, start + 1)) {
      stretches.push({ start, end: start + number.length });
    }
  }
  return stretches;
}

function emails(text: string): Hit[] {
  return [...text.matchAll(emailShape)]
    .filter((match) => {
      const clause = lastClause(beforeOf(text, match));
      return !officeMailbox.test(clause) || personBefore.test(clause);
    })
    .map((match): Hit => ({ ...stretch(match), kind: 'email', reason: 'form' }));
}

function plates(text: string): Hit[] {
  return [...text.matchAll(plateShape)].map((match): Hit => ({
    ...stretch(match),
    kind: 'plateNumber',
    reason: 'form',
  }));
}
