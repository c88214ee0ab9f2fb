import type { Hit, Surroundings } from './hit.ts';

const han = '\\p{Script=Han}';
const numeral = '[\\d一二三四五六七八九十百]+';
/** 云江市江城区临江街道 before the road. */
const administrative = `(?:${han}{2,8}?(?:省|自治区))?(?:${han}{2,8}?(?:市|自治州|盟))?(?:${han}{1,8}?(?:区|县|旗))?(?:${han}{1,8}?(?:街道|镇|乡))?`;
const locality = `[${'\\p{Script=Han}\\dA-Za-z'}]{1,14}?(?:大街|大道|路|街|道|巷|弄|里|胡同|村|社区|小区|花园|家园|新村|公寓|苑|园|城|庄|府|湾|庭|居|坊|院)`;
const house = `(?:[ ,，]?\\d+(?:-\\d+)*号?(?:院|弄)?)?`;
const building = `[ ,，]?(?:${numeral}|[A-Z])[号#]?(?:楼|栋|幢|座)`;
const entrance = `[ ,，]?(?:${numeral})(?:单元|门)`;
const room = '[ ,，]?\\d{1,4}(?:-\\d+)*[室户号房]?';
const roomWithWord = '[ ,，]?\\d{1,4}(?:-\\d+)*[室房]';

/** Down to the flat: road or estate, building and entrance or flat. A road and a house number alone are an office's. */
const flat = new RegExp(
  `${administrative}${locality}${house}(?:${building}(?:${entrance})(?:${room})|${building}(?:${roomWithWord}|\\d{3,4})|${entrance}${room})(?![\\d年月日个户层万元.])`,
  'gu',
);
const villageGroup = new RegExp(
  `${administrative}${han}{1,8}村(?:民委员会)?(?:${numeral})(?:村民)?(?:小组|组|社|队)\\d+号`,
  'gu',
);
const labelled =
  /(?:(?:家庭|居住|户籍|现居住?|常住|个人)(?:详细)?(?:住址|地址|地)|(?:现|家庭)?住址|住所|居住地|户籍(?:所在)?地|家住|现住(?:在|于)?|现居(?:住)?[在于]?|租住[在于]?|居住[在于]|住[在于]|(?:(?<=[，,（(；;\s])|^)住(?![建房宅院户宿持用所]))[ :]{0,2}(?:为|是|在|于)?[ :]{0,2}/g;
/** Of an address behind a label, up to the end of the clause. */
const clause = /^[^，。；;、！？\n\t()（）,]{2,60}/;
const hasNumber = /\d|[路街巷弄](?:\S)*号|[栋幢单元室组社队]/;
const mailingLabel = /(?<!办公|单位|工作|网)(?:通讯|通信|联系|邮寄|收件)?地址[ :]{0,2}(?:为|是)?[ :]{0,2}/g;
/** Words in front of an address that are not part of it. */
const leading =
  /^.*?(?:家住|居住在|居住于|现住|住址|住在|地址|位于|寄到|寄至|送到|送至|来到|前往|家在|[住到至在为是于:])(?=[\p{Script=Han}\dA-Za-z]{3})/u;
/** Of a table: nothing, or what another column is called. */
const isHead = /^\s*(?:[\p{Script=Han}（）()]{0,8}(?:号|号码|电话|方式|备注|姓名|单位|职务|类别|年龄))?\s*$/u;
const official = /办公|窗口|大厅|会议|单位地址|机关|服务中心|受理点|局地址|局址/;

/** Where people live: to the flat, or behind a label that says so. An office at a road number is none. */
export function homeAddresses(text: string, { part, heads, beside, members }: Surroundings): Hit[] {
  const kind = 'address' as const;
  const hits: Hit[] = [];
  if (
    part === 'block' &&
    heads.some((head) => /住址|家庭地址|居住地|户籍地|家庭住所/.test(head)) &&
    !isHead.test(text)
  ) {
    hits.push({ start: 0, end: text.length, kind, reason: 'tableHead' });
  }
  for (const match of text.matchAll(labelled)) {
    const start = match.index + match[0].length;
    const address = clause.exec(text.slice(start))?.[0] ?? '';
    const isAlone = /[:：]\s*$/.test(match[0]);
    if (address === '' || (!isAlone && !hasNumber.test(address)) || !isPlace(address)) continue;
    hits.push({ start, end: start + trimmedLength(address), kind, reason: 'label' });
  }
  for (const match of text.matchAll(mailingLabel)) {
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    if (!/委员|代表|提案人/.test(before) && !members.some((name) => before.includes(name) || beside.includes(name)))
      continue;
    const start = match.index + match[0].length;
    const address = clause.exec(text.slice(start))?.[0] ?? '';
    if (address !== '') hits.push({ start, end: start + trimmedLength(address), kind, reason: 'member' });
  }
  for (const shape of [flat, villageGroup]) {
    for (const match of text.matchAll(shape)) {
      const lead = leading.exec(match[0])?.[0].length ?? 0;
      const start = match.index + lead;
      if (official.test(text.slice(Math.max(0, match.index - 16), start))) continue;
      hits.push({ start, end: match.index + match[0].length, kind, reason: 'form' });
    }
  }
  return hits;
}

function isPlace(address: string): boolean {
  return /[省市区县旗镇乡村路街巷弄里道园苑城庄号栋幢楼室组社]/.test(address);
}

/** Without a label that follows without a sign: 江滨路1号 电话. */
function trimmedLength(address: string): number {
  const next = / +(?:邮编|电话|手机|联系|邮箱|身份证)/.exec(address);
  return (next ? address.slice(0, next.index) : address).trimEnd().length;
}
