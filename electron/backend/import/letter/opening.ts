import { isMetadataRow, pageLook } from './chrome.ts';
import { isName } from './contact-names.ts';
import { fold, squeeze } from './fold.ts';
import { endsAsTitle, isTitle, titleSize } from './title.ts';
import { labelOf } from './headings.ts';
import type { Line } from './line.ts';
import { isUnitName } from './units.ts';

/** Lines looked at for the opening: page heads are long at times, letters are not found further down. */
const searchDepth = 400;

export function isOpening(line: Line): boolean {
  const key = squeeze(line.key.slice(0, 800));
  if (key.length < 8 || labelOf(line.key)) return false;
  if (!/提案|建议|议案|来信|来函|意见/.test(key)) return false;
  if (!/收悉|收到|如下|交.{0,12}办理|交由|转.{0,10}办理|提出/.test(key)) return false;
  if (!/[您你贵]|委员|代表|收悉|现将|如下/.test(key)) return false;
  return !isTitle(line.key) && !endsAsTitle(line.key) && !isMetadataRow(line.key) && pageLook(line) !== 'certain';
}

/** Index of the paragraph that names the case and leads over to the answer, or null. */
export function findOpening(lines: readonly Line[]): number | null {
  const index = lines.slice(0, searchDepth).findIndex((line) => !line.table && isOpening(line));
  return index < 0 ? null : index;
}

const address =
  /^(?:尊敬的|敬爱的)?[^。;!?:《》"“”]{1,200}(?:委员(?:组|会)?|代表(?:团|小组|组)?|各位|同志|先生|女士)们? ?[:,]?(?:您们?好[!。]?|你们好[!。]?)?$/;
const notAddress = /提案|建议|议案|答复|复函|会议|回复|来源|发布|当前|位置|首页|[>|/]|关于|办理|公开|收悉|选举|审议/;
const startsOpening = /^(?:[您你贵]|现将|现就|首先|感谢|非常感谢|收到|来信|来函|关于[您你《“"]|《)/;

/** Index of the line naming who is addressed, or null: the nearest fitting line above the opening. */
export function findSalutation(lines: readonly Line[], opening: number | null): number | null {
  const end = opening ?? Math.min(lines.length, 60);
  let fallback: number | null = null;
  for (let index = end - 1; index >= 0; index--) {
    const line = lines[index];
    if (!line || line.table || line.key.length > 260) continue;
    const bare = squeeze(line.key);
    const next = lines[index + 1];
    const leadsOver =
      next !== undefined && (index + 1 === opening || startsOpening.test(squeeze(next.key.slice(0, 20))));
    if (
      address.test(bare) &&
      !notAddress.test(bare) &&
      (/:(?:您|你|$)/.test(bare) || leadsOver) &&
      !/^(?:全国|省|市|县|区)?(?:人大|政协)?(?:代表|委员):?$/.test(bare)
    )
      return index;
    if (!leadsOver || fallback !== null || notAddress.test(bare.replace(/建议|提案委?/g, ''))) continue;
    const name = bare.replace(/:$/, '');
    // 市民政局: — a host department or a group; without a colon only a whole name of an office will do.
    if (/^[^。;!?]{2,60}:$/.test(bare) && !isMetadataRow(line.key) && pageLook(line) !== 'certain') fallback = index;
    else if (isUnitName(name) && index + 1 === opening) fallback = index;
  }
  return fallback;
}

/**
 * The whole salutation whose last line is at `index`: a list of names may be broken over lines, and several people may
 * be addressed on a line each. Returns where it starts and its text on one line, without the colons inside.
 */
export function wholeSalutation(lines: readonly Line[], index: number): { start: number; line: Line } {
  let start = index;
  while (start > 0 && goesOn(lines[start - 1])) start--;
  const parts = lines.slice(start, index + 1);
  const last = lines[index] as Line;
  if (parts.length === 1) return { start, line: last };
  const text = parts
    .map((part, at) =>
      at === parts.length - 1 ||
      /[、,，]$/.test(part.text) ||
      isBrokenName(part) ||
      goesOnWithName.test(parts[at + 1]?.key ?? '')
        ? part.text
        : part.text.replace(/[:：]?$/, '、'),
    )
    .join('');
  return { start, line: { ...last, text, key: fold(text), parts } };
}

const person = '\\p{Script=Han}{2,4}(?:[·•．.]\\p{Script=Han}{1,8})*';
const honouredName = new RegExp(`^(?:尊敬的)?${person}(?:委员|代表|同志|先生|女士)(?:\\([^()]{1,8}\\))?$`, 'u');
/** Two names or more, parted by marks or blanks; characters of a name may be spread. */
const namesInRow =
  /^(?:尊敬的)?\p{Script=Han}[\p{Script=Han}·•．]*(?:\([^()]{1,8}\))?(?:(?: *[、,] *| +)\p{Script=Han}[\p{Script=Han}·•．]*(?:\([^()]{1,8}\))?)+$/u;
const partyBody =
  /^(?:民革|民盟|民建|民进|农工|致公|九三|台盟|中国(?:民主|国民党革命|农工|致公)|台湾民主|.{0,8}(?:工商联|政协))[^:]*(?:委员会|委|支部|总支|工商联|界|组)$/;
/** What goes on with the last name of the line above, and is none itself. */
const goesOnWithName = /^(?:等|\d|[一二三四五六七八九十]{1,3}[名位]|(?:委员|代表|同志)们?:?$)/;
/** Short lines that are no names: titles, and what labels and empty forms print. */
const noName = /[函信复告报文稿案件号]$|签发|抄送|附件|联系|电话|日期|时间|标题|主题|类别|编号|字号|公开/;

/** Set as a title is. */
function isSetOff({ style }: Line): boolean {
  return style?.title === true || style?.align === 'center' || (style?.size ?? 0) >= titleSize;
}

/** Whether a line above a salutation is part of it. */
function goesOn(line: Line | undefined): boolean {
  if (!line || line.table || line.pageBreak || line.key.length > 200 || isSetOff(line)) return false;
  const bare = squeeze(line.key);
  if (notAddress.test(bare.replace(/提案委(?:员会)?/g, '')) || noName.test(bare) || isMetadataRow(line.key))
    return false;
  if (/[。;!?《》"“”]/.test(bare) || pageLook(line) !== null) return false;
  if (/^.{2,60}:$/.test(bare)) return true;
  if (/^[^:]{2,}[、,]$/.test(bare) || honouredName.test(bare) || isName(bare)) return true;
  if (partyBody.test(bare)) return true;
  if (!namesInRow.test(line.key.trim())) return false;
  const names = namesOf(line);
  return isBrokenName(line) || names.every((name) => name.length === 1 || isName(name) || honouredName.test(name));
}

function namesOf(line: Line): string[] {
  return line.key
    .split(/[、, ]+/)
    .map((name) => squeeze(name.replace(/^尊敬的|\([^()]*\)/g, '').trim()))
    .filter((name) => name !== '');
}

/** A list of bodies that breaks off inside the name of one: …、农工党青岭县 / 委员会:. */
function isBrokenName(line: Line): boolean {
  const names = namesOf(line);
  const last = names.at(-1) ?? '';
  return names.length > 1 && last.length > 4 && !isUnitName(last) && !address.test(last) && !honouredName.test(last);
}
