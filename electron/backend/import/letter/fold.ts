/**
 * A key to match against: full-width ASCII becomes half width, all spaces become one kind, and the traditional
 * characters that occur in the fixed wording of letters become simplified. Index for index the same as the text (all
 * mapped characters are one UTF-16 unit), so a match on the key names its place in the text.
 */
const traditional =
  '對对關关於于議议會会屆届號号復复複复覆复員员縣县鎮镇鄉乡聯联係系繫系電电話话辦办簽签發发負负責责領领導导類类別别開开謝谢將将請请見见書书國国協协參参綜综經经與与現现們们處处題题標标貴贵組组團团廳厅務务業业總总黨党産产產产農农網网機机構构時时間间區区劃划檢检進进況况應应計计實实據据數数資资質质環环際际財财團团勞劳學学師师醫医藥药衛卫廣广視视傳传說说讀读寫写單单雙双圖图館馆閉闭點点擊击瀏浏覽览訪访問问轉转報报審审閱阅終终結结紀纪錄录動动態态項项費费銀银錢钱鐵铁長长門门陽阳龍龙雲云東东車车過过還还這这裡里個个為为爲为從从來来後后並并幾几無无氣气萬万億亿畢毕當当屬属層层歷历曆历歸归專专濟济體体規规範范誠诚懇恳謹谨證证認认識识議议調调論论設设訊讯詢询試试護护貿贸質质購购賽赛適适選选遞递遠远遲迟郵邮鄰邻隊队階阶隨随險险難难離离預预頁页頭头顧顾願愿類类馬马驗验齊齐寧宁擬拟據据擔担擴扩換换揚扬優优備备價价傑杰僅仅儘尽條条樣样權权檔档橋桥歡欢決决溝沟測测滿满準准溫温準准澤泽灣湾災灾營营獎奖獲获獻献現现瑞瑞異异盡尽監监確确積积穩稳窮穷競竞節节約约級级紅红純纯細细紹绍給给統统維维緊紧線线編编練练縮缩績绩繼继續续罰罚職职聲声肅肃華华蘇苏蘭兰衆众眾众術术裝装補补製制觀观訂订記记許许評评詳详誤误課课諮咨賓宾賴赖贊赞趙赵軍军輛辆輔辅輕轻載载較较邊边達达運运違违遺遗鑒鉴針针鍵键鎖锁鏈链陳陈陸陆隱隐雜杂靈灵響响頂顶順顺須须頒颁領领飯饭飲饮餘余馮冯駐驻騎骑驚惊鮮鲜鳳凤麗丽黃黄兩两嚴严喪丧聽听臺台檯台註注徵征佈布嶽岳誌志彙汇滙汇';

const map = new Map<string, string>();
for (let index = 0; index + 1 < traditional.length; index += 2) {
  map.set(traditional.charAt(index), traditional.charAt(index + 1));
}
const foldable = new RegExp(`[\\u00a0\\u2000-\\u200a\\u3000\\t\\uff01-\\uff5e${[...map.keys()].join('')}]`, 'g');

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return map.get(character) ?? ' ';
}

export function fold(text: string): string {
  return text.replace(foldable, foldCharacter);
}

const squeezable = /(?<![0-9A-Za-z]) +| +(?![0-9A-Za-z ])/g;

/** The text without spaces, but for those between two words in Latin letters. */
export function squeeze(text: string): string {
  return text.replace(/[\u00a0\u3000\t]/g, ' ').replace(squeezable, '');
}
