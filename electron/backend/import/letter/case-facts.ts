import { emptyCaseFacts, type CaseFacts, type CaseKind } from '#shared/domain/case.ts';
import { findNumber, metadataNumber, sameNumbers } from './case-number.ts';
import { fold, squeeze } from './fold.ts';
import { membersOf, thirdPersonMembers } from './members.ts';
import { isUnitName, unitList } from './units.ts';

/** The texts a letter names its case in, as printed. '' where the letter has none. */
export interface CaseTexts {
  title: string;
  salutation: string;
  opening: string;
  /** Lines of a page's index that name the case (案由: …). */
  metadata: string;
  /** Page headings over the letter that name the case, other than its title. */
  headings?: string;
}

export interface ReadCase {
  facts: CaseFacts;
  /** The letter is a contributing unit's opinion (会办, 协办) to the host unit. */
  opinion: boolean;
  /** The numbers the title and the opening give, where they are not the same. */
  differing: { title: string | null; opening: string | null } | null;
}

/** Reads the facts of the case. Nothing is guessed: what is not printed stays empty. */
export function readCase(texts: CaseTexts): ReadCase {
  const title = squeeze(texts.title).slice(0, 400);
  const opening = squeeze(texts.opening).slice(0, 1500);
  const headings = squeeze(texts.headings ?? '').slice(0, 1000);
  const metadata = squeeze(texts.metadata).slice(0, 1000);
  const salutation = squeeze(texts.salutation).replace(/[:：]$/, '');
  const opinion = isOpinion(title, salutation, opening);
  const session = findSession(title) ?? findSession(opening) ?? findSession(headings) ?? { body: '', session: '' };
  const numbers = { title: findNumber(title), opening: findNumber(sentenceOf(opening)) };
  const facts: CaseFacts = {
    ...emptyCaseFacts(),
    kind: findKind(`${title}。${headings}`, salutation, opening),
    ...session,
    number: numbers.title ?? numbers.opening ?? findNumber(headings) ?? metadataNumber(metadata) ?? '',
    title: findTitle(opening) ?? quotedTitle(title) ?? metadataTitle(metadata) ?? '',
    members: opinion ? thirdPersonMembers(opening) : membersOf(texts.salutation),
    coUnits: findCoUnits(opening),
  };
  facts.role = opinion ? 'co' : facts.coUnits.length > 0 ? 'host' : 'sole';
  if (opinion) facts.hostUnit = salutation.replace(/^尊敬的/, '');
  return { facts, opinion, differing: sameNumbers(numbers.title, numbers.opening) ? null : numbers };
}

function isOpinion(title: string, salutation: string, opening: string): boolean {
  const key = fold(title);
  if (/会办|协办/.test(key) && !/会办单位|协办单位/.test(key)) return true;
  const addressee = fold(salutation);
  if (
    !isUnitName(addressee) ||
    /工商联|委员会$|代表团$|党|盟|联合会|会$|总支|支部|小组|团委|妇联|科协|侨联|社$/.test(addressee)
  ) {
    return /(?:提出|提供|作出)?如下(?:会办|协办)意见|(?:会办|协办)意见如下|供(?:你|贵)(?:们|局|厅|委|部|单位|办)?.{0,6}答复(?:委员|代表)时?参考/.test(
      fold(opening),
    );
  }
  return (
    /会办|协办|供.{0,10}参考|一并答复|综合/.test(fold(opening)) ||
    /(?:委员|代表)(?:等.{0,12})?(?:所|在.{0,30})?(?:提出|提交)/.test(fold(opening))
  );
}

function findKind(title: string, salutation: string, opening: string): CaseKind {
  const named = fold(`${title}。${sentenceOf(opening)}`);
  const withoutNames = named.replace(/[《“][^》”]*[》”]/g, '');
  const conference = /政协|政治协商/.test(withoutNames);
  const congress = /人大(?!常委会议)|人民代表大会/.test(withoutNames);
  if (conference !== congress) return conference ? 'proposal' : 'suggestion';
  const firstTitle = fold(title);
  if (/提案/.test(firstTitle) !== /议案|代表建议/.test(firstTitle))
    return /提案/.test(firstTitle) ? 'proposal' : 'suggestion';
  if (/议案|代表建议/.test(withoutNames)) return 'suggestion';
  if (/提案/.test(named)) return 'proposal';
  const addressee = fold(salutation);
  if (/委员(?!会)|民盟|民革|民建|民进|农工|致公|九三|台盟|工商联|政协/.test(addressee)) return 'proposal';
  if (/代表/.test(addressee)) return 'suggestion';
  return /委员(?!会)/.test(named) ? 'proposal' : /建议/.test(named) ? 'suggestion' : 'proposal';
}

/** The opening without what follows “答复如下”. */
function sentenceOf(opening: string): string {
  const end = /如下/.exec(opening);
  return end ? opening.slice(0, end.index) : opening;
}

const term = '第?[一二三四五六七八九十百\\d]{1,4}届';
const meeting = '第?[一二三四五六七八九十\\d]{1,3}次(?:(?:全体|全委)?(?:会议|大会)|全会)';
const sessionPattern = new RegExp(
  `([一-鿿]{0,30}?)(${term})((?:[一-鿿]{0,16}?(?:委员会|人民代表大会|人大|政协|代表大会))?(?:常务委员会|常委会)?(?:的)?)(${meeting})`,
  'g',
);
/** Words before the name of the meeting that do not belong to it. No name of a place holds them (将乐 aside). */
const beforeBody =
  /^.*(?:关于|[您你们我在对由就是的]|将(?!乐)|委员(?!会)|代表(?!大会)|提出|收到|答复|印发|参加|出席|[交转承协督]办|办理|落实|报送|提交)/;

/** The first meeting named completely, parted before its term: 市政协 + 十五届三次会议. */
export function findSession(text: string): { body: string; session: string } | null {
  const key = fold(text).replace(/["“”'‘’《》]/g, '|');
  sessionPattern.lastIndex = 0;
  for (const match of key.matchAll(sessionPattern)) {
    const [whole, before = '', , middle = ''] = match;
    const body = bodyName(before);
    if (!/政协|政治协商|人大|人民代表大会/.test(body + middle)) continue;
    const start = match.index + before.length - body.length;
    return {
      body: text.slice(start, match.index + before.length),
      session: text.slice(match.index + before.length, match.index + whole.length),
    };
  }
  return null;
}

/** 县 before 第十七届人民代表大会, 政协甘肃省 before 十一届四次会议; the words of the sentence before it are cut off. */
function bodyName(before: string): string {
  const name = before.replace(beforeBody, '');
  // An office before the body without a particle between: ××市财政局市政协.
  const host = /(?:局|厅|委|政府|办公室|中心|公司)((?:省|市|县|区|州|旗|全国)?(?:政协|人大)?)$/.exec(name);
  return host && name.length > (host[1] ?? '').length + 4 && host[1] !== '' ? (host[1] ?? '') : name;
}

const caseWord = '(?:提案|建议|议事原案|议案|意见建议|意见|建言|社情民意)';
const follows =
  '(?=收悉|已|后|[,。、;:()《》”"]|(?:提案|建议|议案)(?:收悉|已)|提出|交|经|办理|悉|一[文件案]|$|现|给|转|我)';
const bareTitle = new RegExp(`关于(?!对?《|[“"‘])[^。;:《》]{2,120}?${caseWord}${follows}`);
const quotedInner = new RegExp(`关于[“"‘]([^”"’]{2,120})[”"’](的?${caseWord}?)`);

/** The title of the case as the opening gives it, without 《》 or quotation marks. */
function findTitle(opening: string): string | null {
  const text = sentenceOf(opening).slice(0, 600);
  const key = fold(text);
  const quoted = quotedTitle(text);
  const inner = quotedInner.exec(key);
  if (inner && (quoted === null || !key.slice(0, inner.index).includes('《'))) {
    const [, words = '', ending = ''] = inner;
    const start = inner.index + 3;
    const said = text.slice(start, start + words.length);
    const after = text.slice(start + words.length + 1, start + words.length + 1 + ending.length);
    // 关于“关于…的建议”的建议 says it twice.
    if (/^关于/.test(words)) return caseEnd.test(words) ? said : said + after;
    return `${text.slice(inner.index, inner.index + 2)}${said}${after}`;
  }
  const bare = bareTitle.exec(key);
  if (quoted !== null) return quoted;
  return bare ? text.slice(bare.index, bare.index + bare[0].length) : null;
}

const caseEnd = /(?:提案|建议|议案|意见|建言|报告|反映)$/;

/** The first 《…》 or “…” that names a case. Titles within titles are kept whole. */
function quotedTitle(text: string): string | null {
  const key = fold(text);
  for (let at = 0; at < key.length; at++) {
    const open = key.charAt(at);
    if (open !== '《' && open !== '“' && open !== '"' && open !== '「' && open !== '『' && open !== '‘') continue;
    const end = closing(key, at);
    if (end < 0) continue;
    const inner = text.slice(at + 1, end);
    const innerKey = key.slice(at + 1, end);
    const ending = innerKey.replace(/\(.{0,20}\)$/, '');
    if (caseEnd.test(ending)) return inner;
    if (/^关于/.test(innerKey)) {
      // 《关于甲》的提案 prints the form 关于…的提案 across the mark; 第12号提案《关于甲》 does not.
      const after = /^的(?:提案|建议|议事原案|议案)/.exec(key.slice(end + 1));
      if (after) return inner + text.slice(end + 1, end + 1 + after[0].length);
      if (
        /^(?:重点|联名|集体|党派)?(?:提案|建议|议案|意见)/.test(key.slice(end + 1)) ||
        /(?:提案|建议|议案|号|提出的?)[:]?$/.test(key.slice(0, at))
      )
        return inner;
    }
    // 您提出的“缓解停车难”的提案: any words, where they are said to be proposed and a proposal.
    if (/提[出交](?:的|了)?$/.test(key.slice(0, at)) && /^的?(?:提案|建议|议案|意见)/.test(key.slice(end + 1)))
      return inner;
    at = end;
  }
  return null;
}

const pairs: Record<string, string> = { '《': '》', '“': '”', '"': '"', '「': '」', '『': '』', '‘': '’' };
function closing(key: string, open: number): number {
  const opener = key.charAt(open);
  const closer = pairs[opener] ?? '';
  let depth = 1;
  for (let at = open + 1; at < key.length && at < open + 300; at++) {
    const character = key.charAt(at);
    if (character === closer) depth--;
    else if (character === opener) depth++;
    if (depth === 0) return at;
  }
  return -1;
}

function metadataTitle(metadata: string): string | null {
  const match =
    /(?:案由|提案标题|建议标题|提案题目|建议题目|提案名称|建议名称)[:：]?[《“]?([^》”\n]{4,120}?(?:提案|建议|议案))/.exec(
      metadata,
    );
  return match?.[1] ?? null;
}

const consulted =
  /(?:经?会同|(?<=经)会(?![同商议办])|(?:(?<=[经并函,])|^)商请?|经?征求|经?征询|经?综合|经?结合|经?汇总|经与|并与|我[局厅委部办]与|协同|会商)([^。;:]{2,200}?)(?=(?:共同|联合|认真|充分|进行|逐[一项]|深入|积极|多次|反复)?(?:研究|办理|会商|协商|沟通|商量|商议|会办|协办|答复)|的?(?:办理|会办|协办)?意见|后[,现]|等(?:有关|相关)?(?:部门|单位)|进行|开展|[,，]?现(?:将|就|答|回|函|反)|$)/g;
const coHandled = /(?:主办|牵头)[,，、]?(?:由|并由)?([^。;:]{2,150}?)(?:会办|协办|分办|配合)/g;

const consultedAmong =
  /经(?!会|商|征|综合|结合|汇|与|并|我|认真|协|研|充分)([^。;:,]{4,120}?)(?:会商|会审|共同研究|联合研究|协商|研究)/g;

function findCoUnits(opening: string): string[] {
  const text = sentenceOf(opening).slice(0, 800);
  // Titles may hold the same words (《关于会同…的建议》).
  const key = fold(text).replace(/《[^》]*》|“[^”]*”/g, (title) => '　'.repeat(title.length));
  const units: string[] = [];
  for (const pattern of [consulted, coHandled, consultedAmong]) {
    for (const match of key.matchAll(pattern)) {
      const group = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(group);
      for (const unit of unitList(text.slice(start, start + group.length), fold))
        if (!units.includes(unit)) units.push(unit);
    }
  }
  return units;
}
