import { chineseToNumber } from './chinese-number.ts';
import { squeeze } from './fold.ts';

const yearDigits = '〇一二三四五六七八九';

/** A letter O stands for 〇 among Chinese numerals only; among Arabic figures it is a slip and says nothing. */
function chineseYear(text: string): number | null {
  const isArabic = /[1-9]/.test(text);
  const digits = [...text.replace(isArabic ? /[零○]/g : /[0零○OoＯ]/g, '〇')].map((character) =>
    /\d/.test(character) ? Number(character) : yearDigits.indexOf(character),
  );
  return digits.length === 4 && !digits.includes(-1) ? Number(digits.join('')) : null;
}

function monthOrDay(text: string): number | null {
  return /^\d{1,2}$/.test(text) ? Number(text) : chineseToNumber(text.replace(/[廿]/g, '二十'));
}

function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null || year < 1949 || year > 2199) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Arabic and Chinese forms of a whole date: 2025年4月17日, 二〇二五年四月十七日, 2017-7-21. */
const dateSource =
  '(?:([12]\\d{3}|[一二〇零○Oo0三四五六七八九\\d]{4})年([\\d一二三四五六七八九十]{1,3})月([\\d一二三四五六七八九十廿]{1,3})[日号]|([12]\\d{3})[-/.]([01]?\\d)[-/.]([0-3]?\\d))';
const wholeDate = new RegExp(`^${dateSource}$`);
/** A date at the end of a line that starts with something else (the signing unit). */
const finalDate = new RegExp(`${dateSource}$`);

const weekday = /\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$/;

/** Eight figures and fewer where 年, 月, 日 were lost, or a date with a part missing or impossible. */
const damagedDate =
  /^(?:(?:19|20)\d{2}[\d年月日\-/.]{0,8}|\d{2}年\d{1,2}月\d{1,2}日|[×xX]{2,4}年[\d×xX]{1,2}月[\d×xX]{1,2}日|[12lI][\dOoIl]{3}年[\dOoIl]{0,2}月[\dOoIl]{0,2}日?|(?:19|20)\d{2}年[\dX×xｘ_＿ ]{0,4}月[\dX×xｘ_＿ ]{0,4}日?|[一二][〇零○O0九][〇零○O0一二三四五六七八九]{2}年[一二三四五六七八九十]{0,3}月?[一二三四五六七八九十]{0,3}日?)$/;

export interface PrintedDate {
  /** yyyy-mm-dd, null when damaged. */
  iso: string | null;
  text: string;
}

function isoOf(match: RegExpExecArray): string | null {
  const [, year, month, day, isoYear, isoMonth, isoDay] = match;
  if (isoYear !== undefined) return isoDate(Number(isoYear), Number(isoMonth), Number(isoDay));
  return isoDate(chineseYear(year ?? ''), monthOrDay(month ?? ''), monthOrDay(day ?? ''));
}

/** The date a line consists of. `key` is folded; stray table marks around it are ignored. */
export function dateLine(key: string, text: string): PrintedDate | null {
  if (key.length > 60) return null;
  const bare = squeeze(key)
    .replace(/\((?:盖章|公章|印章|章|签章)\)$/, '')
    .replace(/^[|(]+|[|)。.]+$/g, '')
    .replace(/^(?:(?:成文)?日期:|公元)/, '')
    .replace(weekday, '')
    .replace(/(?<=\d) (?=\d)/g, '');
  const match = wholeDate.exec(bare);
  if (match) return { iso: isoOf(match), text: text.trim() };
  const drawn = bare.replaceAll(' ', '');
  return damagedDate.test(drawn) && /\d{4}|年/.test(drawn) ? { iso: null, text: text.trim() } : null;
}

/** A date that ends a line after other text, and where it starts in `key` (folded, not squeezed). */
export function dateAtEnd(key: string): { iso: string; start: number } | null {
  const tail = key.slice(-40);
  const bare = squeeze(tail);
  const day = weekday.exec(bare)?.[0] ?? '';
  const match = finalDate.exec(bare.slice(0, bare.length - day.length));
  const iso = match && isoOf(match);
  if (!match || !iso) return null;
  // Walk back over as many characters as the match has, spaces not counted.
  let left = match[0].length + day.length;
  let start = key.length;
  while (left > 0) if (key.charAt(--start) !== ' ') left--;
  return { iso, start };
}
