import { fold } from './fold.ts';

/** Labels of people at the end of a letter; 及电话 and 及联系电话 are taken off. Keys are folded. */
const knownRole =
  '(?:具体|答复|办理|业务|直接)?(?:联系人员?|联络人|联络员|承办人员?|经办人员?|工作人员|负责人员?|责任人|主办人|办理人员?|填报人|拟稿人|核稿人|审核人|签批人|审签人|撰稿人|经手人|分管领导|主管领导|承办领导|联系领导|单位领导|主要领导|领导签批|领导签发|承办负责人|主要负责人|分管负责人|科室负责人|单位负责人|单位主要负责人|承办单位负责人|主管负责人|办理负责人)';
/** Any other label that stands by itself and ends like one of a person (领导署名, 直接经办人); case and page have some too. */
const otherRole =
  '(?<![一-鿿])(?!(?:签发|提案|提出|建议|领衔|附议|发布|发件|收件|申请|当事|录入|上传)人|责任编辑)[一-鿿]{2,8}(?:人员?|领导|署名|签批)';
const phoneWord =
  '(?:办公|移动|固定|单位|联系)?(?:联系电话|联系方式|联络方式|联络电话|电话号码|手机号码?|电话|手机|座机|固话|热线)';
const faxWord = '(?:图文)?传真(?:电话|号码)?';
const addressWord = '(?:办公|联系|通讯|通信|单位|邮寄|收件|详细)?(?:地址|地点)';
const unitWord = '(?:联系|承办|经办|主办|具体承办|办理|责任)(?:单位|部门|科室|股室|处室|机构)';
/** What is said of a contact besides name and telephone. */
const detailWord = `(?:${[
  faxWord,
  addressWord,
  unitWord,
  '邮编|邮政编码|(?:电子)?邮箱(?:地址)?|电子邮件|电子信箱|E-?mail|网址|网站|官网|微信号?|微信公众号|QQ号?',
  '职务|职称|单位职务|所在(?:单位|科室|部门)|科室|股室|处室|部门|单位|备注',
  '办理结果|办理类别|答复类别|答复形式|面商情况|沟通情况|满意程度|公开属性|办公时间|受理时间|工作时间',
].join('|')})`;

export type LabelKind = 'person' | 'phone' | 'office' | 'detail';
export interface Label {
  kind: LabelKind;
  /** Where it starts, where its value starts. */
  start: number;
  end: number;
  /** As printed, without colon and without 及电话. */
  words: string;
}

const withPhone = `(?:姓名)?(?:(?:及|和|与|、|/|\\()?(?:其)?(?:联系)?(?:${phoneWord}|方式)\\)?)?`;
/** 联系单位及电话, 承办科室及联系人: an office, and whom or what to call there. */
const officeLabel = new RegExp(`(${unitWord})(?:及|和|、)(?:其)?(?:(?:联系|经办|承办)人员?)?${withPhone}[:]`, 'g');
const personLabel = new RegExp(`((?:${knownRole}|${otherRole}))${withPhone}[:]`, 'g');
const before = '(?:[:]|(?= *\\(?0?\\d))';
/** 电话(传真):, 电话/传真:: one number for both. */
const sharedLabel = new RegExp(
  `${phoneWord}(?:\\([^()\\d]{1,6}\\)|[/、及和](?:${faxWord}|${phoneWord}))${before}`,
  'g',
);
const phoneLabel = new RegExp(
  `(?:(?:咨询|投诉|举报|监督|服务|便民|值班|热线|业务|窗口|预约|办公室|科室|局办|总机)?${phoneWord}|(?<![A-Za-z])(?:Tel|Phone))${before}`,
  'gi',
);
const detailLabel = new RegExp(`(?<![A-Za-z])${detailWord}(?:[:]|(?<=传真|邮编|邮政编码|邮箱)(?= *\\(?\\d))`, 'gi');
/** Any other words before a colon, where something else was parted off before them. */
const otherLabel = /(?<=^[( ]*|[;,。、()] ?| )[一-鿿]{2,8}:/g;

/** The labels of a folded line, in order; the longest where several start together. */
export function labelsIn(key: string, text: string): Label[] {
  const found: Label[] = [];
  const add = (kind: LabelKind, pattern: RegExp): void => {
    for (const match of key.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const words = text.slice(start, start + (match[1] ?? match[0].replace(/:$/, '')).length);
      found.push({ kind, start, end, words: words.trim() });
    }
  };
  add('office', officeLabel);
  add('person', personLabel);
  add('phone', sharedLabel);
  add('detail', detailLabel);
  add('phone', phoneLabel);
  if (found.length > 0) add('detail', otherLabel);
  return found.sort((a, b) => a.start - b.start);
}

/** Of a telephone of nobody in particular: 咨询电话 and the like say more. */
export function isPlainPhoneLabel(words: string): boolean {
  return new RegExp(`^(?:${phoneWord}|Tel|Phone)$`, 'i').test(fold(words));
}

const spreadWords =
  /(?:联 *系|承 *办|经 *办|负 *责|责 *任|联 *络|审 *核|拟 *稿|核 *稿|工 *作) *(?:人 *员?|员)(?= *(?:[:及和、(]))|(?:联 *系|承 *办|经 *办) *(?:电 *话|方 *式|单 *位|科 *室|部 *门)|(?<![一-鿿])(?:电 +话|手 +机|传 +真|地 +址|邮 +编|邮 +箱|职 +务|单 +位|科 +室)/g;

/** Labels spread with spaces (承 办 人, 联  系  人) are drawn together; everything else keeps its place. */
export function spreadLabels(key: string, text: string): { key: string; text: string } {
  let outKey = '';
  let outText = '';
  let last = 0;
  for (const match of key.matchAll(spreadWords)) {
    outKey += key.slice(last, match.index) + match[0].replace(/ /g, '');
    outText +=
      text.slice(last, match.index) + text.slice(match.index, match.index + match[0].length).replace(/\s/g, '');
    last = match.index + match[0].length;
  }
  outKey += key.slice(last);
  outText += text.slice(last);
  // Spaces between a label and its colon.
  return { key: outKey.replace(/ +(?=:)/g, ''), text: outText.replace(/\s+(?=[:：])/g, '') };
}

const labelWithoutColon = new RegExp(
  `^\\(?${knownRole}(?:(?:及|和|与)?(?:联系)?${phoneWord})?(?= *[一-鿿]{2,4}[ ,;]*(?:${phoneWord}:?)? *\\(?(?:0\\d{2,3}\\)?[-—–]?)?\\d{7})`,
);

/** 联系人及电话李明8661472: the colon that got lost is put back, so that the label is known. */
export function withColon(line: { key: string; text: string }): { key: string; text: string } {
  const end = labelWithoutColon.exec(line.key)?.[0].length;
  if (end === undefined) return line;
  const put = (text: string): string => `${text.slice(0, end)}:${text.slice(end)}`;
  return { key: put(line.key), text: put(line.text) };
}
