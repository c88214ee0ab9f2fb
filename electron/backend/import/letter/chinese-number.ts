const digits = '零一二三四五六七八九';

/** Value of a Chinese numeral from 一 to 九十九, or null. */
export function chineseToNumber(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, first, ten, last] = match;
  if (ten === undefined) return last === undefined && first !== undefined ? digits.indexOf(first) : null;
  return (first === undefined ? 1 : digits.indexOf(first)) * 10 + (last === undefined ? 0 : digits.indexOf(last));
}
