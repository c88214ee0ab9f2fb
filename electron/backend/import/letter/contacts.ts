import type { Contact } from '#shared/document/schema.ts';
import { fold, squeeze } from './fold.ts';
import { isUnitName } from './units.ts';

/** Labels of people at the end of a letter; 及电话 and 及联系电话 are taken off. */
const roleSource =
  '(?:具体|答复|办理)?(?:联系人员?|联络人|联络员|承办人员?|经办人员?|工作人员|负责人员?|责任人|主办人|办理人员?|填报人|拟稿人|核稿人|审核人|签批人|审签人|撰稿人|经手人|分管领导|主管领导|承办领导|联系领导|单位领导|主要领导|领导签批|领导签发|承办负责人|主要负责人|分管负责人|科室负责人|单位负责人|单位主要负责人|承办单位负责人|主管负责人|办理负责人)';
const phoneWord = '(?:办公)?(?:联系电话|联系方式|电话号码|办公电话|咨询电话|手机号码?|电话|手机|座机|固话)';
const personLabel = new RegExp(
  `(${roleSource})(?:(?:及|和|与|、|/|\\()?(?:其)?(?:联系)?(?:${phoneWord}|方式)\\)?)?[:]`,
  'g',
);
const startsWithPhone = new RegExp(`^${phoneWord}[:]?`);
const phonePattern =
  /(?<![\d-])(?:\(0\d{2,3}\)[ -]?|0\d{2,3} ?[-—–]? ?)?\d{7,8}(?:[-—–转]\d{1,6})?(?![\d*])|(?<!\d)1\d{10}(?!\d)|(?<!\d)(?:12345|400-?\d{3}-?\d{4})(?!\d)/g;
const faxLabel = /传真(?:电话|号码)?:?/;
/** Lines that stand with the contacts and name no person: unit, fax, address. Kept as a note. */
const sideLine =
  /^[(]?(?:联系单位|联系部门|联系科室|承办单位|承办部门|承办科室|经办单位|经办科室|传真|邮编|邮政编码|地址|联系地址|通讯地址|通信地址|电子邮箱|邮箱|电子邮件|E-?mail)(?:[:]|\b)/i;

const personName = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}$/u;
const honorific = /(?:同志|先生|女士|局长|副局长|科长|主任|副主任|处长)$/;

export interface ContactLine {
  contacts: Contact[];
  /** Phones without a name: they belong to the person above. */
  loosePhones: string[];
  /** Text of the line that is neither name nor phone: unit, fax, address. */
  note: string;
}

function normalPhone(phone: string): string {
  return phone
    .replace(/^\((\d+)\)[ -]?/, '$1-')
    .replace(/[—–转]/g, '-')
    .replace(/ /g, '')
    .replace(/[^\d*-]/g, '');
}

function phonesIn(key: string): string[] {
  const fax = key.search(faxLabel);
  const heard = fax < 0 ? key : key.slice(0, fax);
  // Blanks after the hyphen of an area code are a typist's, not a border between two numbers.
  const text = heard.replace(/(\d) ?([-—–]) ?(?=\d)/g, '$1$2');
  const phones = [...text.matchAll(phonePattern)];
  // A number of no known form is kept rather than lost.
  const found = phones.length > 0 ? phones : [...text.matchAll(/\d[\d*—–-]{4,18}[\d*](?:转\d{1,6})?/g)];
  return found.map((match) => normalPhone(match[0]));
}

/** Name in the text after a label, and what else stands there. */
function nameIn(text: string): { name: string | null; rest: string } {
  const phone = phoneLabelAndAfter.exec(fold(text));
  const beforePhone = phone ? text.slice(0, phone.index) : text;
  const bare = beforePhone
    .replace(/\d[\d\s—–-]*/g, ' ')
    .replace(/[()（）。.；;]+/g, ' ')
    .trim();
  const pieces = bare
    .split(/[,，、:：/]|\s{2,}|\s(?=\d)|\s+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const letters = pieces.filter((piece) => !/\d/.test(piece));
  const spread = letters.join('');
  // 张 雷: one name spread over the width of three characters.
  if (letters.length === 2 && letters.every((piece) => piece.length === 1))
    return { name: bare.replace(/[\d\s:：,，-]+$/, ''), rest: '' };
  for (let index = letters.length - 1; index >= 0; index--) {
    const piece = (letters[index] ?? '').replace(honorific, '');
    const key = fold(piece);
    if (personName.test(key) && !(isUnitName(key) && key.length > 3)) {
      return { name: piece, rest: letters.filter((_, other) => other !== index).join('，') };
    }
  }
  return { name: null, rest: spread };
}
const phoneLabelAndAfter = new RegExp(`[ ,，;；、。(（]*${phoneWord}.*$`, 's');

/** Reads a line as contact particulars, or null when it is none. `key` is folded and as long as `text`. */
export function contactLine(key: string, text: string): ContactLine | null {
  if (key.length > 200 || key.length < 3) return null;
  const spread = spreadLabels(key, text);
  const labels = [...spread.key.matchAll(personLabel)];
  const first = labels[0];
  if (first) {
    // The label opens the line; before it at most a bracket, 注: or a unit (××科联系人:).
    const before = spread.key.slice(0, first.index).replace(/^[( ]*(?:附?注[:])?/, '');
    const side = sideLine.test(squeeze(before));
    const phonesBefore = startsWithPhone.test(squeeze(before)) ? phonesIn(before) : [];
    if (!side && phonesBefore.length === 0 && (before.length > 20 || /[,。;]/.test(before))) return null;
    const contacts: Contact[] = [];
    const lead = spread.text.slice(0, first.index).replace(/^[(（\s]+|[,，;；、\s]+$/g, '');
    const notes = lead === '' || phonesBefore.length > 0 ? [] : [lead];
    for (const [index, match] of labels.entries()) {
      const start = match.index + match[0].length;
      const end = labels[index + 1]?.index ?? spread.key.length;
      const value = spread.text.slice(start, end);
      const valueKey = spread.key.slice(start, end);
      const { name, rest } = nameIn(value);
      const phones = phonesIn(valueKey);
      if (rest !== '' && name !== null) notes.push(rest);
      if (name === null && phones.length === 0) {
        if (value.trim() !== '') notes.push(spread.text.slice(match.index, end).trim());
        continue;
      }
      contacts.push({
        ...(name !== null && { name: name.trim() }),
        role: spread.text.slice(match.index, match.index + (match[1] ?? '').length),
        phones,
      });
    }
    // 联系电话:… 联系人:…: the number stands before the name it belongs to.
    if (contacts[0]?.phones.length === 0) contacts[0].phones.push(...phonesBefore);
    const fax = spread.key.search(faxLabel);
    if (fax >= 0)
      notes.push(
        spread.text
          .slice(fax)
          .replace(/[)）]$/, '')
          .trim(),
      );
    return { contacts, loosePhones: [], note: notes.join('，') };
  }
  if (sideLine.test(squeeze(key))) return { contacts: [], loosePhones: [], note: stripBrackets(text) };
  const bare = squeeze(key).replace(/^[(]/, '');
  if (startsWithPhone.test(bare) && bare.length < 60) {
    const phones = phonesIn(key);
    const { name } = nameIn(text.replace(/^.*?[:：]/, ''));
    if (name !== null && phones.length > 0) return { contacts: [{ name, phones }], loosePhones: [], note: '' };
    return { contacts: [], loosePhones: phones, note: phones.length > 0 ? '' : stripBrackets(text) };
  }
  return null;
}

/** Labels spread with spaces (承 办 人, 联  系  人) are drawn together; everything else keeps its place. */
function spreadLabels(key: string, text: string): { key: string; text: string } {
  const spreadLabel =
    /(?:联 *系|承 *办|经 *办|负 *责|责 *任|联 *络|审 *核|拟 *稿|核 *稿|工 *作) *(?:人 *员?|员)(?= *(?:[:及和、(]))|联 *系 *(?:电 *话|方 *式)|(?<![一-鿿])电 +话|(?<![一-鿿])手 +机|(?<![一-鿿])传 +真/g;
  let outKey = '';
  let outText = '';
  let last = 0;
  for (const match of key.matchAll(spreadLabel)) {
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

function stripBrackets(text: string): string {
  return text
    .trim()
    .replace(/^[(（]\s*/, '')
    .replace(/\s*[)）]$/, '');
}
