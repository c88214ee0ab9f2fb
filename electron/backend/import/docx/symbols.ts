import { codePoint } from 'dingbat-to-unicode';

/**
 * Characters of symbol fonts, which lie in the private use area or over Latin letters. These are what typists insert
 * into letters, as characters the fonts of a letter have; the rest of each font is known to the package.
 */
const preferred: Record<string, Record<number, string>> = {
  wingdings: {
    0x28: '☎',
    0x2a: '✉',
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x70: '□',
    0x71: '❑',
    0x72: '❑',
    0x75: '◆',
    0x76: '❖',
    ...run(0x81, '①②③④⑤⑥⑦⑧⑨⑩'),
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
  },
  'wingdings 2': { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '☐' },
  webdings: { 0x61: '✓', 0x63: '□', 0x67: '■', 0x6e: '●', 0x72: '✗' },
  symbol: { 0xb7: '•' },
};

function run(first: number, characters: string): Record<number, string> {
  return Object.fromEntries([...characters].map((character, index) => [first + index, character]));
}

export interface SymbolText {
  /** '' when the code names no character, □ when nobody knows which. */
  text: string;
  isKnown: boolean;
}

export function isSymbolFont(font: string): boolean {
  return /^(?:wingdings(?: [23])?|webdings|symbol|zapf ?dingbats)$/i.test(font.trim());
}

/** `code` is hexadecimal as in w:char. */
export function symbolOfHex(font: string, code: string): SymbolText {
  return symbolOf(font, /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : 0);
}

export function symbolOf(font: string, code: number): SymbolText {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (isSymbolFont(font)) {
    const text = preferred[font.trim().toLowerCase()]?.[low] ?? codePoint(font.trim().toUpperCase(), low)?.string;
    return { text: text ?? '□', isKnown: text !== undefined };
  }
  if (code >= 0xe000 && code <= 0xf8ff) {
    const isLatin = low < 0x100 && low >= 0x20;
    return { text: isLatin ? String.fromCodePoint(low) : '□', isKnown: isLatin };
  }
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return { text: isCharacter ? String.fromCodePoint(code) : '', isKnown: true };
}
