import { fold, squeeze } from './fold.ts';

/** How names of offices and bodies end. */
const unitEnd =
  /(?:局|厅|委|委员会|办公室|办公厅|政府|部|院|中心|站|处|公司|集团|总队|支队|大队|法院|检察院|银行|分行|支行|学校|大学|联合会|总工会|商会|协会|学会|研究会|红十字会|基金会|理事会|促进会|管理段|公路段|海事处|水文站|党组|联社|社|署|馆|所|队|办|街道|管委会|指挥部|领导小组|海关|工商联|妇联|残联|科协|侨联|文联|台联|学联|团委|党校|支部|总支|小组|总局|分局|军分区|人武部)$/;
const notInName =
  /[您你我他]|感谢|[特专谨]此|[函答回]复|建议|提案|如下|收悉|附件|联系|电话|的|关于|委员(?!会)|[，。、：；！？,.;:!?《》“”"]|\d{3}|工作(?!部|局|办|领导|委|处|站|队|中心|总站)|进行/;

/** Whether a folded text without spaces reads as the name of one office or body. */
export function isUnitName(key: string): boolean {
  return key.length >= 3 && key.length <= 40 && unitEnd.test(key) && !notInName.test(key) && /^[一-鿿·()]+$/.test(key);
}

const seal = /[(（](?:盖章|公章|印章|章|签章|代章)[)）]/g;

/** A part of the office named before it: 云江市人民政府 办公室, 云江市公安局 交通警察支队. */
const secondHalf =
  /^(?!.*[省市县区州旗镇乡])(?:人民政府|委员会|.*(?:办公室|办公厅|委员会|领导小组|指挥部|支队|大队|总队|分局|中心|站|所|队|科|处|室))$/;

/** Names of the units a line consists of, in order (blanks, 、, / or 和 between them), or null. */
export function unitNames(key: string, text: string): string[] | null {
  if (key.length > 200 || key.length < 3) return null;
  const bare = text.replace(seal, ' ').trim();
  for (const parts of [
    bare.split(/[\s、,，/／]+/),
    atWidestGaps(bare),
    bare.split(/(?<=局|厅|委|委员会|政府)[和与]/),
  ]) {
    const names = parts.filter((part) => part !== '');
    if (names.length > 1 && names.every((name) => isUnitName(fold(name)) && !secondHalf.test(fold(name)))) return names;
  }
  return isUnitName(squeeze(fold(bare))) ? [squeeze(bare)] : null;
}

/** Names whose characters are spread stand further apart than these. */
function atWidestGaps(text: string): string[] {
  const gaps = [...text.matchAll(/\s+/g)].map((match) => match[0].length);
  if (gaps.length === 0 || Math.min(...gaps) === Math.max(...gaps)) return [];
  return text.split(new RegExp(`\\s{${Math.max(...gaps)},}`)).map(squeeze);
}

/** 办理 units named one after another: “市数据局、市人社局和市发展改革委”. Parts that are no unit names are left out. */
export function unitList(text: string, keyOf: (text: string) => string): string[] {
  const units: string[] = [];
  let pending = '';
  for (const piece of squeeze(text).split(/([、,，;；]|以及|[和及与])/)) {
    if (/^(?:[、,，;；]|以及)$/.test(piece)) {
      push(pending);
      pending = '';
    } else if (/^[和及与]$/.test(piece)) {
      // 和 also stands inside names (国家发展和改革委员会): it parts two units only where one has just ended.
      if (unitEnd.test(keyOf(pending)) && pending.length >= 3) {
        push(pending);
        pending = '';
      } else {
        pending += piece;
      }
    } else {
      pending += piece;
    }
  }
  push(pending);
  return units;

  function push(raw: string): void {
    const name = raw
      .replace(/^等/, '')
      .replace(/等(?:\d+个|[一二三四五六七八九十]+[个家])?(?:有关|相关)?(?:部门|单位|地方|委办局)*$/, '');
    const key = keyOf(name);
    if (isUnitName(key) && !/^(?:有关|相关|各|本|贵|该)/.test(key)) units.push(name);
  }
}
