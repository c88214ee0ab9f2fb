import { beforeOf, captured, matches, stretch, type Hit, type Surroundings } from './hit.ts';
import {
  hasRecentDate,
  isCardChecksumRight,
  isIdChecksumRight,
  looksLikeIdNumber,
  looksLikeOldIdNumber,
} from './identity-number.ts';
import { everywhere, figures, gap, isOfThing } from './number-shape.ts';

const idShape = everywhere(`${figures(17)}${gap}[\\dXx]`);
const oldIdShape = everywhere('\\d{15}');
/** 残疾证 and the like: a 公民身份号码 with a letter before or figures behind. */
const aroundIdShape = /(?<![\dA-Za-z])[A-Za-z]?(\d{17}[\dXx])\d{0,4}(?![\dA-Za-z])/g;
const cardShape = everywhere('(?:\\d{16,19}|\\d{4}(?:[ \\n-]{1,2}\\d{4}){3}(?:[ \\n-]{1,2}\\d{1,3})?)');
const passportShape = /护照(?:号码?)?[ :]{0,2}(?:为|是)?([A-Z]{1,2}\d{7,8})(?![A-Za-z\d])/gi;
const accountNumberShape =
  /(?:银行卡|卡号|账号|帐号|账户|帐户|存折)(?:号码?)?[ :]{0,2}(?:为|是)?(\d(?:[ \n-]{0,2}\d){9,24})(?!\d)/g;
const labelledIdShape = new RegExp(
  `(?:身份证|身份号码|证件)(?:件)?(?:号码|号)?[ :]{0,2}(?:为|是)?(${figures(14)}(?:${gap}[\\dXx]){1,6})(?!\\d)`,
  'g',
);
const paper =
  '(?:残疾(?:人|军人)?|军官|士兵|军人|警官|驾驶|行驶|学生|通行|台胞|回乡|居住|居留|出生|结婚|工作|退伍|退役军人|优待|老年|准考|执业)证(?:明)?|驾照|户口[簿本]|社保卡|社会保障(?:卡|号码?)|医保卡|学籍号?|病历|住院|门诊';
const labelledPaperShape = new RegExp(
  `(?:${paper})(?:号码|编号|号)?[ :(]{0,2}(?:为|是)?[ :]?((?:\\p{Script=Han}{1,3}字)?第? ?[A-Za-z]{0,3}[ -]?\\d(?:[ \\n-]{0,2}[\\dXx]){5,21}(?: ?号)?)(?![\\dA-Za-z])`,
  'gu',
);

/** 公民身份号码, also within the number of another paper, and the numbers of other papers of a person. */
export function idNumbers(text: string, { heads }: Surroundings): Hit[] {
  const kind = 'idNumber' as const;
  const labelled = [...captured(text, labelledIdShape, kind), ...captured(text, labelledPaperShape, kind)];
  const long = matches(text, idShape).flatMap((match): Hit[] => {
    const id = digitsOf(match[0]);
    if (!looksLikeIdNumber(id)) return [];
    const isRight = isIdChecksumRight(id);
    if (!isRight && (hasRecentDate(id) || isOfThing(text, match, false))) return [];
    return [{ ...stretch(match), kind, reason: isRight ? 'checksum' : 'checksumWrong' }];
  });
  const within = [...text.matchAll(aroundIdShape)]
    .filter(([, id = '']) => looksLikeIdNumber(id) && isIdChecksumRight(id))
    .map((match): Hit => ({ ...stretch(match), kind, reason: 'checksum' }));
  const old = matches(text, oldIdShape)
    .filter((match) => looksLikeOldIdNumber(match[0]) && !isOfThing(text, match, false))
    .map((match): Hit => ({ ...stretch(match), kind, reason: 'form' }));
  const inColumn = heads.some((head) => /身份证|证件号|身份号码|残疾人?证/.test(head))
    ? [...text.matchAll(/\d(?:[ \n-]{0,2}[\dXx]){13,21}/g)].map((match): Hit => ({
        ...stretch(match),
        kind,
        reason: 'tableHead',
      }))
    : [];
  return [...labelled, ...long, ...within, ...old, ...inColumn];
}

export function passports(text: string): Hit[] {
  return captured(text, passportShape, 'passport');
}

export function cards(text: string): Hit[] {
  const kind = 'bankCard' as const;
  const byNumber = matches(text, cardShape)
    .filter(
      (match) =>
        /^(?:62|4\d|5[1-5]|3[57])/.test(match[0]) &&
        isCardChecksumRight(digitsOf(match[0])) &&
        !isOfThing(text, match, /卡[号:为是 ]*$/.test(beforeOf(text, match))),
    )
    .map((match): Hit => ({ ...stretch(match), kind, reason: 'checksum' }));
  return [...captured(text, accountNumberShape, kind), ...byNumber];
}

function digitsOf(text: string): string {
  return text.replaceAll(/[^\dXx]/g, '');
}
