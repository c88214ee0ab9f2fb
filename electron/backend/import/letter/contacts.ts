import type { Contact } from '#shared/document/schema.ts';
import { fold, squeeze } from './fold.ts';
import { isUnitName } from './units.ts';

/** Labels of people at the end of a letter; 及电话 and 及联系电话 are taken off. */
const knownRole =
  '(?:具体|答复|办理)?(?:联系人员?|联络人|联络员|承办人员?|经办人员?|工作人员|负责人员?|责任人|主办人|办理人员?|填报人|拟稿人|核稿人|审核人|签批人|审签人|撰稿人|经手人|分管领导|主管领导|承办领导|联系领导|单位领导|主要领导|领导签批|领导签发|承办负责人|主要负责人|分管负责人|科室负责人|单位负责人|单位主要负责人|承办单位负责人|主管负责人|办理负责人)';
/** Any other label that stands by itself and ends like one of a person (领导署名, 直接经办人); case and page have some too. */
const otherRole =
  '(?<![一-鿿])(?!(?:签发|提案|提出|建议|领衔|附议|发布|发件|收件|申请|当事|录入|上传)人|责任编辑)[一-鿿]{2,8}(?:人员?|领导|署名|签批)';
const roleSource = `(?:${knownRole}|${otherRole})`;
const phoneWord = '(?:办公)?(?:联系电话|联系方式|电话号码|办公电话|咨询电话|手机号码?|电话|手机|座机|固话)';
const personLabel = new RegExp(
  `(${roleSource})(?:姓名)?(?:(?:及|和|与|、|/|\\()?(?:其)?(?:联系)?(?:${phoneWord}|方式)\\)?)?[:]`,
  'g',
);
const startsWithPhone = new RegExp(`^${phoneWord}[:]?`);
const phonePattern =
  /(?<![\d-])(?:\(0\d{2,3}\)[ -]?|0\d{2,3} ?[-—–]? ?)?\d{7,8}(?:[-—–转]\d{1,6}|\*\d{3,6})?(?![\d*])|(?<!\d)1\d{10}(?!\d)|(?<!\d)(?:12345|400-?\d{3}-?\d{4})(?!\d)/g;
const faxLabel = /传真(?:电话|号码)?:?/;
/** Lines that stand with the contacts and name no person: unit, fax, address. Kept as a note. */
const sideLine =
  /^[(]?(?:联系单位|联系部门|联系科室|承办单位|承办部门|承办科室|经办单位|经办科室|传真|邮编|邮政编码|地址|联系地址|通讯地址|通信地址|电子邮箱|邮箱|电子邮件|E-?mail)(?:[:]|\b)/i;

const personName =
  /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}$|^\p{Script=Han}{1,2}[*×]{1,2}$/u;
const office = /.(?:科|股|室|处|办|组|站|所|中心|局|厅|部|院|队|街道|机)$/;
/** The common surnames, 97 of 100 people. */
const surname =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慈亢])/;
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
    .replace(/[—–转]|(?<=\d{7})\*(?=\d{3,6}$)/g, '-')
    .replace(/ /g, '')
    .replace(/[^\d*-]/g, '');
}

function phonesIn(key: string): string[] {
  const fax = key.search(faxLabel);
  const heard = fax < 0 ? key : key.slice(0, fax);
  // Blanks after the hyphen of an area code or in the middle of a number (6215 8830) are a typist's, not a border.
  const text = heard
    .replace(/(\d) ?([-—–]) ?(?=\d)/g, '$1$2')
    .replace(/(?<!\d)(1\d{2}) (\d{4}) (\d{4})(?!\d)/g, '$1$2$3')
    .replace(/(?<!\d)(\d{3,4}) (\d{4})(?! ?\d)/g, '$1$2');
  const phones = [...text.matchAll(phonePattern)];
  // A number of no known form is kept rather than lost.
  const found = phones.length > 0 ? phones : [...text.matchAll(/\d[\d*—–-]{4,18}[\d*](?:转\d{1,6})?/g)];
  return found.map((match) => normalPhone(match[0]));
}

/** Names in the text after a label, and what else stands there. */
function namesIn(text: string): { names: string[]; rest: string } {
  const phone = phoneLabelAndAfter.exec(fold(text));
  const beforePhone = phone ? text.slice(0, phone.index) : text;
  const bare = beforePhone
    .replace(/\d[\d\s—–*-]*/g, ' ')
    .replace(/[()（）。.；;]+/g, ' ')
    .trim();
  const pieces = bare
    .split(/[,，、:：/\s]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const candidates: string[] = [];
  const rest: string[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? '';
    const next = pieces[index + 1] ?? '';
    // 张 雷: one name spread over the width of three characters.
    if (/^\p{Script=Han} \p{Script=Han}$/u.test(`${piece} ${next}`)) {
      const at = bare.search(new RegExp(`${piece}\\s+${next}`));
      candidates.push(bare.slice(at, bare.indexOf(next, at + 1) + 1));
      index++;
      continue;
    }
    const name = piece.replace(honorific, '');
    const key = fold(name);
    if (personName.test(key) && !(isUnitName(key) && key.length > 3)) candidates.push(name);
    else rest.push(piece);
  }
  // Of several short words only those that begin like names are people (综合股 李明); else the last one is.
  const surnamed = candidates.filter((word) => surname.test(fold(word)) && !office.test(fold(word)));
  const names = candidates.length > 1 ? (surnamed.length > 0 ? surnamed : candidates.slice(-1)) : candidates;
  rest.push(...candidates.filter((word) => !names.includes(word)));
  return { names, rest: rest.join('，') };
}
const phoneLabelAndAfter = new RegExp(`[ ,，;；、。(（]*${phoneWord}.*$`, 's');

/** Reads a line as contact particulars, or null when it is none. `key` is folded and as long as `text`. */
export function contactLine(key: string, text: string): ContactLine | null {
  if (key.length > 200 || key.length < 3) return null;
  const spread = withColon(spreadLabels(key, text));
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
      const fax = spread.key.slice(start, end).search(faxLabel);
      const valueEnd = fax < 0 ? end : start + fax;
      const role = spread.text.slice(match.index, match.index + (match[1] ?? '').length);
      const people = peopleIn(spread.text.slice(start, valueEnd), spread.key.slice(start, valueEnd), role);
      contacts.push(...people.contacts);
      if (people.contacts.length > 0) notes.push(...people.rest);
      else if (people.rest.length > 0) notes.push(spread.text.slice(match.index, end).trim());
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
    const { names } = namesIn(text.replace(/^.*?[:：]/, ''));
    const name = names.at(-1);
    if (name !== undefined && phones.length > 0) return { contacts: [{ name, phones }], loosePhones: [], note: '' };
    return { contacts: [], loosePhones: phones, note: phones.length > 0 ? '' : stripBrackets(text) };
  }
  return null;
}

/**
 * The people behind one label. A semicolon parts people with their own numbers; one number behind several names is
 * everybody's.
 */
function peopleIn(text: string, key: string, role: string): { contacts: Contact[]; rest: string[] } {
  const bounds = [-1, ...[...key.matchAll(/;/g)].map((match) => match.index), key.length];
  const pieces = bounds.slice(1).map((end, index) => [(bounds[index] ?? 0) + 1, end] as const);
  if (pieces.length > 1 && pieces.every(([from, to]) => namesIn(text.slice(from, to)).names.length > 0)) {
    const people = pieces.map(([from, to]) => peopleIn(text.slice(from, to), key.slice(from, to), role));
    return { contacts: people.flatMap((one) => one.contacts), rest: people.flatMap((one) => one.rest) };
  }
  const { names, rest } = namesIn(text);
  const phones = phonesIn(key);
  const others = rest === '' ? [] : [rest];
  if (names.length === 0) return { contacts: phones.length > 0 ? [{ role, phones }] : [], rest: others };
  const own = (index: number): string[] =>
    phones.length === names.length ? phones.slice(index, index + 1) : [...phones];
  return { contacts: names.map((name, index) => ({ name, role, phones: own(index) })), rest: others };
}

const labelWithoutColon = new RegExp(
  `^\\(?${knownRole}(?:(?:及|和|与)?(?:联系)?${phoneWord})?(?= *[一-鿿]{2,4}[ ,]*(?:${phoneWord})? *(?:0\\d{2,3}[-—–]?)?\\d{7})`,
);

/** 联系人及电话李明8661472: the colon that got lost is put back, so that the label is known. */
function withColon(line: { key: string; text: string }): { key: string; text: string } {
  const end = labelWithoutColon.exec(line.key)?.[0].length;
  if (end === undefined) return line;
  const put = (text: string): string => `${text.slice(0, end)}:${text.slice(end)}`;
  return { key: put(line.key), text: put(line.text) };
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
