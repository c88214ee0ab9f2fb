import { chineseNumeral } from '#shared/lib/chinese-numerals.ts';

/**
 * An automatic number as Word prints it (ST_NumberFormat, ECMA-376 part 1, §17.18.59). Formats that spell words of
 * other languages come as figures. A `format` such as 001 is a figure of that many places.
 */
export function formatNumber(format: string | undefined, value: number): string {
  if (format !== undefined && /^0+1$/.test(format)) return String(value).padStart(format.length, '0');
  const write = format === undefined ? undefined : formats.get(format);
  return write ? write(value) : String(value);
}

const within =
  (from: number, to: number, write: (value: number) => string) =>
  (value: number): string =>
    value >= from && value <= to ? write(value) : String(value);

const fromCode = (base: number, to: number): ((value: number) => string) =>
  within(1, to, (value) => String.fromCodePoint(base + value - 1));

const fromList = (list: string): ((value: number) => string) => {
  const characters = [...list];
  return within(1, characters.length, (value) => characters[value - 1] ?? '');
};

const digitsFrom = (digits: string): ((value: number) => string) => {
  const characters = [...digits];
  return (value) => String(value).replaceAll(/\d/g, (digit) => characters[Number(digit)] ?? digit);
};

/** Word counts in places up to 99 and then reads the figures: 九十九, 一○○. */
const counting = (value: number): string =>
  value > 0 && value < 100 ? chineseNumeral(value) : digitsFrom('○一二三四五六七八九')(value);
const countingThousand = within(1, 9999, chineseNumeral);

/** Financial numerals from the counting ones, digit by digit; ten keeps its one. */
const financial = (digits: string, units: string): ((value: number) => string) => {
  const from = [...'〇一二三四五六七八九十百千'];
  const to = [...digits, ...units];
  return within(1, 9999, (value) => {
    const plain = value >= 10 && value < 20 ? `一${chineseNumeral(value)}` : chineseNumeral(value);
    return [...plain].map((character) => to[from.indexOf(character)] ?? character).join('');
  });
};

const romanDigits: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
const roman = within(1, 3999, (value) => {
  let rest = value;
  let text = '';
  for (const [worth, digit] of romanDigits) {
    for (; rest >= worth; rest -= worth) text += digit;
  }
  return text;
});

/** a … z, aa … zz, aaa …: the letter repeats. */
const letter = within(1, 780, (value) =>
  String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1),
);

const ordinal = (value: number): string => {
  const isTeen = value % 100 > 10 && value % 100 < 14;
  return `${value}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`;
};

const circled = within(1, 50, (value) =>
  String.fromCodePoint(value <= 20 ? 0x2460 + value - 1 : value <= 35 ? 0x3251 + value - 21 : 0x32b1 + value - 36),
);

const formats = new Map<string, (value: number) => string>(
  Object.entries({
    none: () => '',
    bullet: () => '',
    decimalZero: (value) => String(value).padStart(2, '0'),
    decimalFullWidth: digitsFrom('０１２３４５６７８９'),
    decimalFullWidth2: digitsFrom('０１２３４５６７８９'),
    decimalEnclosedCircle: circled,
    decimalEnclosedCircleChinese: circled,
    decimalEnclosedParen: fromCode(0x2474, 20),
    decimalEnclosedFullstop: fromCode(0x2488, 20),
    numberInDash: (value) => `- ${value} -`,
    ordinal,
    upperRoman: roman,
    lowerRoman: (value) => roman(value).toLowerCase(),
    upperLetter: (value) => letter(value).toUpperCase(),
    lowerLetter: letter,
    chineseCounting: counting,
    taiwaneseCounting: counting,
    chineseCountingThousand: countingThousand,
    taiwaneseCountingThousand: countingThousand,
    japaneseCounting: within(1, 9999, (value) => chineseNumeral(value).replaceAll('〇', '')),
    koreanDigital2: within(1, 9999, (value) => chineseNumeral(value).replaceAll('〇', '')),
    ideographDigital: digitsFrom('〇一二三四五六七八九'),
    japaneseDigitalTenThousand: digitsFrom('〇一二三四五六七八九'),
    taiwaneseDigital: digitsFrom('○一二三四五六七八九'),
    chineseLegalSimplified: financial('零壹贰叁肆伍陆柒捌玖', '拾佰仟'),
    ideographLegalTraditional: financial('零壹貳參肆伍陸柒捌玖', '拾佰仟'),
    ideographTraditional: fromList('甲乙丙丁戊己庚辛壬癸'),
    ideographZodiac: fromList('子丑寅卯辰巳午未申酉戌亥'),
    ideographEnclosedCircle: fromCode(0x3280, 10),
  }),
);
