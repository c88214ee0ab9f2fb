import { beforeOf, lastClause, matches, stretch, type Hit, type Surroundings } from './hit.ts';
import { everywhere, gap, isOfThing } from './number-shape.ts';

/** 86 with or without sign or bracket before it. */
const country = '\\(?(?:\\+|00)? ?86[ )\\n-]{0,3}';
const countryBefore = new RegExp(`^${country}`);
const extension = '(?:[ ,，(]{0,2}(?:转|分机号?|ext\\.?) ?:?\\d{1,5}\\)?|-\\d{1,5})?';
const mobileShape = everywhere(`(?:${country})?1${gap}[3-9](?:${gap}\\d){9}`);
/** Abroad the 0 of the area goes. */
const landlineShape = new RegExp(
  `(?<![\\dA-Za-z])(?<!\\d[.,:/ -])(?:${country}(?:\\(0?\\d{2,3}\\)|0?(?:10|2\\d|[3-9]\\d{2}))|\\(0\\d{2,3}\\)|0\\d{2,3})[ \\n-]{0,2}[2-9](?:[ \\n-]{0,2}\\d){6,7}${extension}(?![.,]?\\d)`,
  'g',
);
const localNumberShape = /(?<![\d.,-])[2-9]\d{2,3}[ \n-]{0,2}\d{4}(?![.,-]?\d)/g;

const telephoneWord = '电话|手机|座机|固话|宅电|传真|号码|联系方式|tel|phone|mobile';
const telephoneLabel = new RegExp(`(?:${telephoneWord})(?:号码?)?(?:为|是)?[ :：()、，,;或和及转\\d-]*$`, 'i');
const phoneHead = /电话|手机|联系方式|号码|座机|固话/;
const memberLabel = new RegExp(
  `(?:委员|代表|提案人|建议人|领衔人|议员)(?:[ (（，,、:]{0,2}(?:的)?(?:本人)?(?:个人|住宅|家庭|办公|单位)?(?:联系|固定)?(?:${telephoneWord})|[ (（:]{1,2}$)`,
);
const staffLabel = /联系人|经办人|承办人|工作人员|负责人|联络人|科长|处长|局长|主任|干部|同志|承办/;
const homeLabel =
  /宅电|(?:住宅|家庭|家中|家里|私人|个人)的?(?:联系|固定)?(?:电话|座机|固话|号码)|家(?:里|中)?的?(?:座机|固话)|(?<![大专国])家电(?![器力])/;
/** People whose telephone is nobody's business, and words by which it is an office's after all. */
const privatePerson =
  /(?:家住|住址|户主|业主|住户|居民|村民|当事人|申请人|投诉人|信访人|举报人|来访人|家属|监护人|患者|家长)([^。；;\n]{0,40})$/;
const officeWord = /我[局委厅办院部中处]|我们|我单位|贵|拨打|致电|热线|办公|单位|咨询|服务|窗口|监督|值班|[局委厅]电话/;

/** Groups in which people write mobile numbers; anything else with blanks is figures that happen to stand in a row. */
const mobileGroups = new Set([
  '11',
  '3-4-4',
  '3-3-5',
  '4-3-4',
  '4-4-3',
  '3-8',
  '7-4',
  '5-6',
  '6-5',
  '3-4-2-2',
  '3-2-2-2-2',
]);

export function mobiles(text: string, around: Surroundings): Hit[] {
  return matches(text, mobileShape).flatMap((match): Hit[] => {
    // A line may end anywhere in a number.
    const bare = match[0].replace(countryBefore, '').replaceAll('\n', '');
    const before = beforeOf(text, match);
    const isLabelled = telephoneLabel.test(before) || around.heads.some((head) => phoneHead.test(head));
    if (isOfThing(text, match, isLabelled)) return [];
    const groups = bare.split(/[ .·()\t-]+/).map((group) => group.length);
    const isGroupedByOnes = groups.length === 11;
    if (!isLabelled && around.part !== 'contact' && !isGroupedByOnes && !mobileGroups.has(groups.join('-'))) return [];
    // (138)00138000: the bracket is part of it.
    const opened = !match[0].includes('(') && match[0].includes(')') && before.endsWith('(') ? 1 : 0;
    const { start, end } = stretch(match);
    return [{ start: start - opened, end, ...whoseMobile(before, around) }];
  });
}

function whoseMobile(before: string, around: Surroundings): Pick<Hit, 'kind' | 'reason'> {
  if (isOfMember(before, around)) return { kind: 'memberContact', reason: 'member' };
  const sentence = before.slice(-60).replace(/^.*[。！？\n]/s, '');
  if (around.part === 'contact' || around.part === 'note' || staffLabel.test(sentence + around.beside)) {
    return { kind: 'staffMobile', reason: around.part === 'contact' ? 'contact' : 'form' };
  }
  return { kind: 'mobile', reason: 'form' };
}

export function landlines(text: string, around: Surroundings): Hit[] {
  const withArea = [...text.matchAll(landlineShape)];
  const isPhonePlace = around.part === 'contact' || around.heads.some((head) => phoneHead.test(head));
  const local = [...text.matchAll(localNumberShape)].filter(
    (match) =>
      (isPhonePlace || telephoneLabel.test(beforeOf(text, match))) &&
      !withArea.some((other) => match.index >= other.index && match.index < other.index + other[0].length),
  );
  return [...withArea, ...local].map((match): Hit => {
    const before = beforeOf(text, match);
    return isPrivate(before, around)
      ? { ...stretch(match), kind: 'memberLandline', reason: 'member' }
      : { ...stretch(match), kind: 'officeLandline', reason: 'form' };
  });
}

function isPrivate(before: string, around: Surroundings): boolean {
  const clause = lastClause(before);
  const [, since] = privatePerson.exec(before) ?? [];
  return (
    homeLabel.test(clause) ||
    around.heads.some((head) => homeLabel.test(head)) ||
    (since !== undefined && !officeWord.test(since)) ||
    isOfMember(before, around)
  );
}

/** Whether what stands before a number says that it is a member's. */
function isOfMember(before: string, { members, beside, part }: Surroundings): boolean {
  const clause = lastClause(before);
  if (memberLabel.test(clause)) return true;
  const isNamed = members.some((name) => {
    const at = clause.lastIndexOf(name);
    if (at < 0) return false;
    const since = clause.slice(at + name.length);
    return since.length <= 24 && !officeWord.test(since) && !staffLabel.test(since);
  });
  const isRow = part === 'block' && beside !== '';
  return isNamed || ((isRow || part === 'contact') && members.some((name) => beside.includes(name)));
}
