/**
 * Text in which numbers and signs have one form, character for character, so that offsets stay: full-width figures,
 * letters and the signs within numbers and addresses become half-width, all dashes '-', all blanks and invisible characters ' '. Line ends and tabs stay.
 */
export function fold(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ＠．－＿＋（）：＃％／＊]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\u30fc]/g, '-')
    .replace(/[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g, ' ');
}

const spoken: Record<string, string> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((character, value) => [character, `${value}`])),
  ...Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((character, value) => [character, `${value}`])),
  〇: '0',
  '○': '0',
  幺: '1',
};
const spokenFigure = '[零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]';
const spokenNumber = new RegExp(`${spokenFigure}(?:[ .·-]{0,2}${spokenFigure}){6,}`, 'g');

/** Numbers written in Chinese figures, such as 一三八…, as Arabic ones; offsets stay. Short ones stay as they are. */
export function foldSpoken(text: string): string {
  return text.replace(spokenNumber, (number) => [...number].map((figure) => spoken[figure] ?? figure).join(''));
}
