import type { Head, Tail } from '#shared/document/schema.ts';
import { withoutUnwantedCharacters } from '#shared/document/unwanted-characters.ts';

/** How head and tail data are typed: as they are printed, or as people usually type them. */

/** A line as the letter takes it: line ends and tabs are blanks, unwanted characters are gone. */
export function cleanLine(text: string): string {
  return withoutUnwantedCharacters(text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' '));
}

const docNumber = /^(.*?\S)\s*[〔[［【(（]\s*(\d{4})\s*[〕\]］】)）]\s*第?\s*(\d{1,6})\s*号?$/u;

/**
 * Text that is no number of the form 代字〔年〕序号号 is kept as typed, in `docNumberText`. A bare figure is the serial
 * of the unit's own code in the current year.
 */
export function readDocNumber(
  text: string,
  own: { code: string; year: number },
): Pick<Head, 'docNumber' | 'docNumberText'> {
  const typed = text.trim();
  if (typed === '') return {};
  if (/^\d{1,6}$/.test(typed) && Number(typed) > 0 && own.code !== '') {
    return { docNumber: { ...own, serial: Number(typed) } };
  }
  const [, code, year, serial] = docNumber.exec(typed) ?? [];
  if (code === undefined || year === undefined || Number(serial) < 1 || Number(year) < 1900 || Number(year) > 2200) {
    return { docNumberText: typed };
  }
  return { docNumber: { code, year: Number(year), serial: Number(serial) } };
}

const dateForms = [
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/u,
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** A text that is no existing day is kept as typed, in `dateText`. */
export function readDate(text: string): Pick<Tail, 'date' | 'dateText'> {
  const typed = text.trim();
  if (typed === '') return {};
  for (const form of dateForms) {
    const [, year, month, day] = (form.exec(typed) ?? []).map(Number);
    if (year === undefined || month === undefined || day === undefined) continue;
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) return { date: date.toISOString().slice(0, 10) };
  }
  return { dateText: typed };
}

/** Units or telephone numbers in one line, separated as people separate them. */
export function readList(text: string): string[] {
  return text
    .replace(/。\s*$/u, '')
    .split(/[，,、；;]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Today in the time zone of the PC, as an ISO date. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
