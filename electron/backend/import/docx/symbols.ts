/**
 * Characters of symbol fonts (w:sym), which lie in the private use area or over Latin letters. Only those that typists
 * insert in letters; others become □, so that their place is seen.
 */
const wingdings: Record<number, string> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xfb: '☒',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
const wingdings2: Record<number, string> = { 0x50: '✓', 0x52: '☑', 0x54: '☒', 0xa3: '☐' };
const symbol: Record<number, string> = {
  0x61: 'α',
  0x62: 'β',
  0x67: 'γ',
  0x6d: 'μ',
  0x70: 'π',
  0xa3: '≤',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
};
const fonts: [RegExp, Record<number, string>][] = [
  [/^wingdings 2$/i, wingdings2],
  [/^wingdings$/i, wingdings],
  [/^symbol$/i, symbol],
];

/** `code` is hexadecimal as in w:char; '' when it names no character. */
export function symbolText(font: string, code: string): string {
  if (!/^[0-9a-f]{1,6}$/i.test(code)) return '';
  const value = Number.parseInt(code, 16);
  const low = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const table = fonts.find(([name]) => name.test(font))?.[1];
  if (table) return table[low] ?? '□';
  if (value >= 0xe000 && value <= 0xf8ff) return low < 0x100 && low >= 0x20 ? String.fromCodePoint(low) : '□';
  return value > 0 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff) ? String.fromCodePoint(value) : '';
}
