/** One line of the signature block. `rightIndent` is the free space at its right end, in characters of the body size. */
export interface SignatureLine {
  text: string;
  rightIndent: number;
}

/** Width in characters of the body size; digits and other half-width characters count one half. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e]/.test(character) ? 0.5 : 1;
  return width;
}

/**
 * Places signing units and date (GB/T 9704-2012).
 *
 * Sealed (7.3.5.1): the date keeps four characters free at the right; the unit stands above it, centred on the date.
 * A unit too wide for that moves left only as far as the right edge of the type area demands.
 * Unsealed (7.3.5.2): the unit keeps two characters free at the right; the date's first character stands two
 * characters right of the unit's first; a date longer than the unit keeps two free, and the unit moves left with it.
 */
export function placeSignature(units: readonly string[], date: string, isSealed: boolean): SignatureLine[] {
  const names = units.filter((unit) => unit !== '');
  const dateWidth = widthInCharacters(date);
  if (isSealed) {
    const lines = names.map((text) => {
      const centred = 4 + (dateWidth - widthInCharacters(text)) / 2;
      return { text, rightIndent: date === '' ? 4 : Math.max(0, centred) };
    });
    return date === '' ? lines : [...lines, { text: date, rightIndent: 4 }];
  }
  const unitWidth = Math.max(0, ...names.map(widthInCharacters));
  const dateIndent = 2 + unitWidth - 2 - dateWidth;
  const shift = Math.max(0, 2 - dateIndent);
  const lines = names.map((text) => ({ text, rightIndent: 2 + (date === '' || names.length === 0 ? 0 : shift) }));
  if (date === '') return lines;
  return [...lines, { text: date, rightIndent: names.length === 0 ? 2 : dateIndent + shift }];
}
