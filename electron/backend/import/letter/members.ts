import type { CaseMember } from '#shared/domain/case.ts';
import { fold } from './fold.ts';

const collectiveEnd =
  /(?:委员会|市委会?|县委会?|区委会?|省委会?|总支|支部|工商联|代表团|委员组|小组|联合会|界别?|活动组|妇联|科协|侨联|团委|办公室|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|联络组|专委会)$/;
/** Bodies by name, not the second half of one (…和法制委员会). */
const ownBody =
  /^(?:[一-鿿]{0,6}[省市县区州旗]|全国|政协|中共|民革|民盟|民建|民进|农工|致公|九三|台盟|工商联|[一-鿿]{0,6}(?:总支|支部|小组|代表团|界)$)/;
const honour = /^(?:尊敬的?|敬爱的?|尊敬的?各位)/;
const officeBefore =
  /^(?:(?:[一-鿿]{0,8}[省市县区州旗镇乡]|全国)?(?:人大代表|政协委员|人民代表)|代表|委员)(?=[一-鿿·]{2})/;
const officeAfter =
  /(?:等?(?:\d+|[一二三四五六七八九十两]+)[名位](?:政协|人大)?(?:委员|代表)|(?:委员|代表)?等(?:政协|人大)?(?:委员|代表)?|(?:(?:[省市县区州]|全国)?(?:政协|人大)?(?:委员|代表))|先生|女士|同志)们?$/;
/** Middle dots as they are typed in names of several parts. */
const dot = '[·•・‧∙．.]';
const personName = new RegExp(`^[一-鿿㐀-䶿\\ud840-\\udfff]{1,12}(?:${dot}[一-鿿㐀-䶿\\ud840-\\udfff]{1,12}){0,3}$`);

/** Who a salutation names: 杨明、李红委员, 李红等8名代表, 民盟市委会. The one said to lead does, else the first of several. */
export function membersOf(salutation: string): CaseMember[] {
  // 王明代表：您好！ greets after the name.
  const key = fold(salutation).replace(/[:,]?(?:您们?|你们?|大家)好[!。]?:?$/, '');
  const end = key.indexOf(':');
  const bare = salutation.slice(honour.exec(key)?.[0].length ?? 0, end < 0 ? key.length : end);
  const members: CaseMember[] = [];
  for (const printed of parts(bare)) {
    const lead = /领衔/.test(printed);
    const part = printed
      .replace(/[(（][^)）]*[)）]/g, '')
      .replace(/领衔的?/, '')
      .trim();
    const key = fold(part);
    if (collectiveEnd.test(key)) {
      members.push({ name: part, lead: false, collective: true });
      continue;
    }
    const from = officeBefore.exec(key)?.[0].length ?? 0;
    const name = part.slice(from, key.replace(officeAfter, '').length).trim();
    if (name.length >= 2 && personName.test(name) && !/^(?:各位|诸位|全体|有关|其他)/.test(name))
      members.push({ name, lead, collective: false });
  }
  const first = members[0];
  if (first && members.length > 1 && !members.some(({ lead }) => lead)) first.lead = true;
  return members.length > 1 ? members : members.map((member) => ({ ...member, lead: false }));
}

/** The names of a list, parted outside brackets at 、 and 和 and where blanks part whole names. */
function parts(list: string): string[] {
  const pieces = splitOutside(list, /[、,，;；/]/);
  return pieces.flatMap((piece) => splitAnd(piece)).flatMap((piece) => splitBlanks(piece));
}

/** The text cut at a mark; what stands in brackets is not cut. */
export function splitOutside(text: string, mark: RegExp): string[] {
  const pieces = [''];
  let depth = 0;
  for (const character of text) {
    if (/[(（[【〔]/.test(character)) depth++;
    else if (/[)）\]】〕]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && mark.test(character)) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** 和 also stands inside names (社会和法制委员会): it parts two where what follows is a body or a person of its own. */
function splitAnd(piece: string): string[] {
  const at = /(?<=.{2})(?:和|与|及|以及)(?=.{2})/u.exec(piece);
  if (!at) return [piece];
  const before = piece.slice(0, at.index);
  const after = piece.slice(at.index + at[0].length);
  const isName = collectiveEnd.test(fold(after)) && !collectiveEnd.test(fold(before)) && !ownBody.test(fold(after));
  const [next = '', ...rest] = splitAnd(after);
  return isName ? [before + at[0] + next, ...rest] : [before, next, ...rest];
}

/** 王 明 李 红 张建国: single characters make one name by twos, or by what the wider gaps leave together. */
function splitBlanks(piece: string): string[] {
  const gaps = [...piece.matchAll(/\s+/g)].map((match) => match[0].length);
  const widest = Math.max(0, ...gaps);
  if (gaps.length > 1 && Math.min(...gaps) < widest) {
    const groups = piece.split(new RegExp(`\\s{${widest},}`));
    return groups.flatMap((group) =>
      /^\S(?:\s+\S){1,3}(?:委员|代表)?$/.test(group) ? group.replace(/\s+/g, '') : splitBlanks(group),
    );
  }
  const words = piece.split(/\s+/);
  const spread = piece.replace(/\s*(?:委员|代表)$/, '').split(/\s+/);
  if (spread.length <= 3 && spread.every((word) => word.length === 1)) return [spread.join('')];
  const names: string[] = [];
  let single = '';
  for (const word of words) {
    const characters = [...word.replace(/(?:委员|代表)$/, '')].length;
    if (characters === 0 || /^[(（]/.test(word)) names.push((names.pop() ?? '') + word);
    else if (single !== '' && characters === 1) {
      names.push(single + word);
      single = '';
    } else if (characters === 1) single = word;
    else {
      if (single !== '') names.push(single);
      single = '';
      names.push(word);
    }
  }
  if (single !== '') names.push(single);
  return names;
}

export function thirdPersonMembers(opening: string): CaseMember[] {
  const match = /^([一-鿿·、]{2,40}?)(?:等\d+[名位])?(?:委员|代表)/.exec(
    fold(opening).replace(/^(?:现将|关于|对|由|收到)/, ''),
  );
  return match?.[1] === undefined || /贵|收悉/.test(match[1]) ? [] : membersOf(`${match[1]}委员`);
}
