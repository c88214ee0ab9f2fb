const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** Codes of the provincial level (GB/T 2260). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** Whether `yyyymmdd` is a day of the calendar on which a living person may have been born. */
function isBirthday(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether 18 characters have the parts of a 公民身份号码 (GB 11643): place, birthday. Says nothing of the last one. */
export function looksLikeIdNumber(id: string): boolean {
  return /^\d{17}[\dXx]$/.test(id) && provinces.has(id.slice(0, 2)) && isBirthday(id.slice(6, 14));
}

/** Born late enough for the number to be taken for a running number with a recent date, unless its checksum is right. */
export function hasRecentDate(id: string): boolean {
  return Number(id.slice(6, 10)) >= 2010;
}

/** Whether the last character follows from the others (GB 11643, ISO 7064 MOD 11-2). */
export function isIdChecksumRight(id: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return checkCharacters[sum % 11] === id[17]?.toUpperCase();
}

/** Whether 15 figures have the parts of a number of the first generation, which had no check character. */
export function looksLikeOldIdNumber(id: string): boolean {
  return /^\d{15}$/.test(id) && provinces.has(id.slice(0, 2)) && isBirthday(`19${id.slice(6, 12)}`);
}

/** Whether the last figure of a card number is right (ISO/IEC 7812, Luhn). */
export function isCardChecksumRight(card: string): boolean {
  const sum = [...card].toReversed().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
