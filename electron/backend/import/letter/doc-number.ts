import type { DocNumber } from '#shared/document/schema.ts';
import { squeeze } from './fold.ts';
import type { Line } from './line.ts';

const code = '[一-鿿A-Za-z]{2,16}(?:字:?)?';
const open = '[〔[(【﹝<〈{]';
const close = '[〕\\])】﹞>〉}]';
const year = '(?:19|20)\\d{2}';
const exactNumber = new RegExp(`${code} ?${open} ?(${year}) ?${close} ?第? ?(\\d{1,5}) ?号(?![-—附]\\d)`);
/** A year in brackets and something before 号: 〔2025〕B17号, 〔2025〕17-1号, 〔2025〕1?号, 〔二〇二五〕十七号, 〔2O25〕3号. */
const oddNumber = new RegExp(
  `${code} ?${open} ?(?:[12][\\dOoIl?×xX*]{3}|[一二][一二三四五六七八九〇零○0OＯ]{3})年? ?${close} ?[^。,;:《》〔〕【】]{1,14}?号(?:[-—附]\\d{1,3})?`,
);
/** Without brackets, on a line of its own: 云教函2025年17号, 云教函字第17号. */
const bareNumber = new RegExp(
  `^(?!.*(?:会议|届|提案|建议|议案|关于))(?:${code} ?${year} ?年?|[一-鿿]{2,14}字) ?第? ?[^一-鿿,。:]{1,10}号$`,
);
/** A number that lost characters: 川林建函〔2020740, 云发函〔2023〕, 发〔〕12号. */
const damagedNumber = /^[一-鿿]{2,14}[〔[【﹝] ?[\d ]{0,12}[〕\]】﹞]? ?第? ?(?:\d{0,6} ?号?|[一-鿿]{1,3}号)$/;
/** What may share the line with a number: 签发人:…, B类, 同意公开. */
const afterNumber =
  /(?: +签 ?发 ?人| *[[(〔【]?[A-E甲乙丙丁]\d? ?类[\])〕】]?(?= |$)| +(?:同意|主动|依申请|不予)公开).*$/;
const label = /^.*(?:文号|字号|编号|答复|复函|回复|的函|意见)(?=[一-鿿]{2,})/;

/** The document number in a line: as printed, and its parts when it is in the form 代字〔年〕序号号. */
export function docNumberIn(
  line: Pick<Line, 'text' | 'key'>,
): { printed: string; value: DocNumber | null; start: number } | null {
  if (line.key.length > 300) return null;
  const match = exactNumber.exec(line.key) ?? oddNumber.exec(line.key);
  if (match) {
    // A label or the end of a title runs into the letters of the number.
    const lead = label.exec(match[0].replace(/[〔[(【﹝<〈].*$/, ''))?.[0].length ?? 0;
    const start = match.index + lead;
    const printed = line.text.slice(start, match.index + match[0].length).trim();
    const [, printedYear, serial] = match;
    if (printedYear === undefined) return { printed, value: null, start };
    const letters = line.text.slice(start, line.key.indexOf(printedYear, start) - 1).trim();
    const exact = printed === `${letters}〔${printedYear}〕${Number(serial)}号`;
    return {
      printed,
      value: exact ? { code: letters, year: Number(printedYear), serial: Number(serial) } : null,
      start,
    };
  }
  const rest = afterNumber.exec(line.key)?.index ?? line.key.length;
  const bare = squeeze(line.key.slice(0, rest)).replace(/^(?:文号|发文字号)[:]?/, '');
  if (!/\d/.test(bare) || !(damagedNumber.test(bare) || bareNumber.test(bare))) return null;
  const printed = line.text.slice(0, rest).replace(/^.*[:：]/, '');
  return { printed: printed.trim(), value: null, start: 0 };
}
