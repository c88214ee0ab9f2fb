import { beforeOf, type Match } from './hit.ts';

/** What may stand between two figures of one number: blanks, hyphens, dots, brackets, the end of a line. */
export const gap = '[ .·()\\n\\t-]{0,3}';

/** So many figures of one number. */
export function figures(count: number): string {
  return `\\d(?:${gap}\\d){${count - 1}}`;
}

/** Not inside a larger number or behind letters that make it a code; 'tel' and the like may stand there. */
const notBefore = String.raw`(?<!\d)(?<!\d\.)(?:(?<![A-Za-z])|(?<=tel|phone|mobile|mob|wx|vx|qq|hp))`;
const notAfter = '(?!\\d)(?!\\.\\d)(?!,\\d{3}(?!\\d))(?![A-Za-z])';

/** Matches, as group 1, wherever the form begins: a number may stand behind another one with only a blank between. */
export function everywhere(form: string): RegExp {
  return new RegExp(`${notBefore}(?=(${form})${notAfter})`, 'gi');
}

/** Behind a quantity; a word may begin alike (家 of 家住), so a number with a label is none for what follows it. */
const measure =
  /^ ?(?:%|‰|℃|[元万亿兆人户个件次平立吨米亩公千百号条项名家度辆台株座升克毫厘分秒字页股棵头只枚支份套间层顷斤尾粒批笔单票例剂床张艘架届处例]|美元|欧元|小时|海里|本书|kg|km|kW|m[²³]?(?![A-Za-z]))/i;
const amountBefore =
  /(?:金额|总额|合计|共计|累计|投资|资金|预算|决算|造价|人民币|补助|补贴|拨付|产量|产值|总量|容量|[￥¥$])[^\d。；;，,]{0,6}$/;

/** Numbers of things, whatever they look like. */
const numberedThing =
  /(?:编号|文号|案号|代码|单号|流水号|序号|批号|图号|型号|编码|条码|发票(?:号码|号)?|合同号|订单号?|登记号|许可证号?|备案号|专利号|受理号|资产号|设备号|货号|车架号|发动机号|机身号|工号|房号|批准文号|凭证号?)[:： 为是]*$/;
/** XJ-138…: the second half of a code. */
const codeBefore = /(?:^|[^A-Za-z])(?!(?:tel|phone|mobile|mob|wx|vx|qq|hp)[\d]*[-_/])[A-Za-z]{1,8}\d*[-_/]$/i;

/** Whether a number counts or names a thing. `isLabelled`: a word before it says that it is a person's. */
export function isOfThing(text: string, match: Match, isLabelled: boolean): boolean {
  const before = beforeOf(text, match);
  if (numberedThing.test(before) || codeBefore.test(before)) return true;
  if (isLabelled) return false;
  const end = match.index + match[0].length;
  return amountBefore.test(before) || measure.test(text.slice(end, end + 4));
}
