import { fold } from './fold.ts';
import { isUnitName } from './units.ts';

const personName =
  /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}(?:[·•・‧∙．.]\p{Script=Han}{1,8}){1,3}$|^\p{Script=Han}{1,2}[*×]{1,2}$/u;
const office = /.(?:科|股|室|处|办|组|站|所|中心|局|厅|部|院|队|街道|机)$/;
/** The common surnames, 97 of 100 people. */
const surname =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慈亢])/;
const post =
  '(?:(?:第一|常务|党组|党委|支部)?副?(?:局长|厅长|处长|科长|股长|主任|所长|站长|队长|大队长|支队长|中队长|部长|校长|院长|书记|主席|镇长|县长|区长|市长|乡长|会长|秘书长|总工程师|工程师|总工)|(?:[一二三四]级)?(?:主任科员|科员|调研员|主办|巡视员)|科员|干部|专干|干事|秘书|职员|专员|助理|组员|负责人)';
const courtesy = /(?:同志|先生|女士)$/;
const nameThenPost = new RegExp(`^(\\p{Script=Han}{2,4}?)((?:[一-鿿]{0,10}[科股室处办局委组队部])?${post})$`, 'u');
const postThenName = new RegExp(`^(.{0,14}${post})(\\p{Script=Han}{2,4})$`, 'u');
const officeThenName = /^(.{2,14}(?:科|股|室|处|办|局|委|中心|站|所|队|部))(\p{Script=Han}{2,4})$/u;

export interface NamedPeople {
  names: string[];
  /** Office and post, as printed. */
  rest: string[];
}

/** A name run together with a post or an office: 张三副科长, 基教科科长张三, 基教科张三. */
function nameIn(word: string): { name: string; rest: string } | null {
  const key = fold(word).replace(courtesy, '');
  for (const [pattern, name, rest] of [
    [nameThenPost, 1, 2],
    [postThenName, 2, 1],
    [officeThenName, 2, 1],
  ] as const) {
    const match = pattern.exec(key);
    const found = match?.[name] ?? '';
    if (!match || !isName(found)) continue;
    const start = key.lastIndexOf(found, name === 1 ? 0 : undefined);
    const restStart = name === 1 ? found.length : 0;
    return {
      name: word.slice(start, start + found.length),
      rest: word.slice(restStart, restStart + (match[rest] ?? '').length),
    };
  }
  return null;
}

/** Whether a folded word reads as a person's: it begins with a surname and is no office or post. */
export function isName(key: string): boolean {
  return (
    personName.test(key) &&
    surname.test(key) &&
    !office.test(key) &&
    !/成员|副|兼/.test(key) &&
    !new RegExp(`^.?${post}$`).test(key)
  );
}

/** Names in a text after a label, without the telephone numbers, and what else stands there. Brackets are cut off before. */
export function namesIn(text: string): NamedPeople {
  const pieces = text
    .split(/[,，、:：/;；。\s]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const candidates: string[] = [];
  const rest: string[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? '';
    const next = pieces[index + 1] ?? '';
    // 张 雷: one name spread over the width of three characters.
    if (/^\p{Script=Han} \p{Script=Han}$/u.test(`${piece} ${next}`)) {
      const at = text.search(new RegExp(`${piece}\\s+${next}`));
      if (at >= 0) {
        candidates.push(text.slice(at, text.indexOf(next, at + 1) + 1));
        index++;
        continue;
      }
    }
    const split = nameIn(piece);
    const bare = piece.replace(courtesy, '');
    const key = fold(bare);
    if (split) {
      candidates.push(split.name);
      rest.push(split.rest);
    } else if (personName.test(key) && !(isUnitName(key) && key.length > 3)) candidates.push(bare);
    else rest.push(piece);
  }
  // Of several short words only those that begin like names are people (综合股 李明); else the last one is.
  const surnamed = candidates.filter((word) => isName(fold(word).replace(/\s/g, '')));
  const names = candidates.length > 1 ? (surnamed.length > 0 ? surnamed : candidates.slice(-1)) : candidates;
  const others = candidates.filter((word) => !names.includes(word));
  return {
    names: names.filter((name) => !isOffice(fold(name))),
    rest: [...rest, ...others, ...names.filter((name) => isOffice(fold(name)))],
  };
}

/** 办公室, 教育科: an office and no name. 主任 and 科长 alone are posts. */
function isOffice(key: string): boolean {
  return (
    (office.test(key) && !surname.test(key)) ||
    new RegExp(`^${post}$`).test(key) ||
    /^(?:办公室|综合科|综合股|机关)$/.test(key)
  );
}
