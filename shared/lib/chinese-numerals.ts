const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const units = ['', '十', '百', '千'];

/** Chinese counting numeral of 1–9999 as used in headings: 一, 十, 十一, 二十一, 一百〇五. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no numeral for ${value}`);
  const figures = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  for (const [index, figure] of figures.entries()) {
    const place = figures.length - 1 - index;
    if (figure === 0) {
      gap = true;
      continue;
    }
    if (gap) text += '〇';
    gap = false;
    text += (digits[figure] ?? '') + (units[place] ?? '');
  }
  return value < 20 && value >= 10 ? text.slice(1) : text;
}
