/**
 * Characters the bundled fonts are known to have (a test asks the compiler for each): ASCII, the Han of GB 18030 in
 * the basic plane, and the marks usual in letters. All others are asked for one by one.
 */
export const ordinary =
  /^[\n\u0020-\u007e\u3001-\u3003\u3005-\u3017\u3400-\u4db5\u4e00-\u9fa5\uff01-\uff5e\u2460-\u2473·×÷°±²³½—‘’“”…‰′″℃№→②≤≥≈□○●★☆①　￥]*$/u;

/** What stands for a character that no font has (the printer's geta). */
export const missingMark = '〓';

/**
 * Text as it can be set: tabs become two wide spaces, the fraction slash a plain one, other control characters and invisible marks (zero-width,
 * bidi) are left out, half surrogate pairs become U+FFFD.
 */
export function printable(text: string): string {
  const wellFormed = text.toWellFormed();
  if (ordinary.test(wellFormed)) return wellFormed;
  return (
    wellFormed
      .replaceAll('\t', '　　')
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      // Its glyph is set over its neighbours: 1⁄3 would be read as 13.
      .replaceAll('\u2044', '/')
      .replace(/(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu, '')
  );
}
