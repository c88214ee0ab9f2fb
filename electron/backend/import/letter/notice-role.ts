import type { CaseFacts } from '#shared/domain/case.ts';
import { fold, squeeze } from './fold.ts';
import { unitList } from './units.ts';

/** What the own unit is called; '' where that is not known. */
export interface OwnUnit {
  fullName: string;
  shortName: string;
}

export const unknownUnit: OwnUnit = { fullName: '', shortName: '' };

/** Part of the own unit in a case, and the other units with theirs. */
export type Handling = Pick<CaseFacts, 'role' | 'hostUnit' | 'coUnits'>;

/** Who handles a case, as a notice lists it. Units as printed. */
export interface HandlingUnits {
  /** 主办, 独办. */
  hosts: string[];
  /** 会办, 协办. */
  helpers: string[];
  /** 分办: each answers for its part. */
  parts: string[];
}

/** 你局, 贵委, 你单位: whom the notice speaks to. */
const spokenTo = /^[你贵](?:们|局|厅|委|办|院|部|处|中心|公司|街道|镇|乡|县|区|市|单位|部门|行|校|会|社)?$/;

/**
 * Whether a printed name means the own unit: full, short, without its place, shortened (市工信局 for
 * 云江市工业和信息化局: its characters in their order, and the same end), or 你局.
 */
export function isOwnUnit(printed: string, own: OwnUnit): boolean {
  const name = squeeze(fold(printed));
  if (spokenTo.test(name)) return true;
  return [own.fullName, own.shortName].some((known) => {
    const full = squeeze(fold(known));
    if (full.length < 2 || name.length < 2) return false;
    return name === full || full.endsWith(name) || name.endsWith(full) || isShortened(name, full);
  });
}

function isShortened(name: string, full: string): boolean {
  if (name.length < 3 || name.at(-1) !== (/委员会$/.test(full) ? '委' : full.at(-1))) return false;
  let at = 0;
  for (const character of full) if (character === name.charAt(at)) at += 1;
  return at === name.length;
}

/** The part of the own unit among those listed, or null when they say nothing about it. */
export function handlingOf({ hosts, helpers, parts }: HandlingUnits, own: OwnUnit): Handling | null {
  const isOwn = (unit: string) => isOwnUnit(unit, own);
  const others = (units: string[]) => units.filter((unit) => !isOwn(unit));
  if (parts.some(isOwn)) return { role: 'part', hostUnit: '', coUnits: [] };
  if (hosts.some(isOwn) || (hosts.length === 0 && helpers.length > 0 && !helpers.some(isOwn))) {
    const coUnits = others([...hosts, ...helpers]);
    return { role: coUnits.length > 0 ? 'host' : 'sole', hostUnit: '', coUnits };
  }
  const [host = ''] = others(hosts);
  // The notice came to us; where others host the case, or we are among the helpers, our part is an opinion.
  const isCertain = helpers.some(isOwn) || own.fullName !== '' || own.shortName !== '';
  if (host !== '' && isCertain) return { role: 'co', hostUnit: host, coUnits: [] };
  if (helpers.some(isOwn)) return { role: 'co', hostUnit: '', coUnits: [] };
  if (helpers.length > 0) return { role: 'host', hostUnit: '', coUnits: helpers };
  return null;
}

const shares = /分别(?:单独)?(?:办理|答复)|分办/;

/** 由你局主办，市财政局会办; 请你局独办; 由市教育局、你局分别办理: the units of a notice in running text. */
export function handlingUnitsOf(text: string): HandlingUnits {
  const key = squeeze(fold(text)).replace(/《[^》]*》/g, '');
  const found: HandlingUnits = { hosts: [], helpers: [], parts: [] };
  const clause =
    /(?:^|[,。;:(]|由|请|转|交)([^,。;:()由]{2,60}?)(?:作为|为|负责)?(主办|独办|单独办理|牵头|会办|协办|配合|分别(?:单独)?(?:办理|答复)|分办)(?!单位|件|意见)/g;
  for (const match of key.matchAll(clause)) {
    const [, named = '', how = ''] = match;
    const units = spokenUnits(named);
    if (shares.test(how)) found.parts.push(...units);
    else if (/会办|协办|配合/.test(how)) found.helpers.push(...units);
    else found.hosts.push(...units);
  }
  return found;
}

/** A list of units in which the reader may be called 你局. */
export function spokenUnits(text: string): string[] {
  return text.split(/[、,，;；]|和(?=[你贵])|(?<=[你贵].)[和与]/).flatMap((part) => {
    const bare = squeeze(part);
    return spokenTo.test(fold(bare)) ? [bare] : unitList(bare, fold);
  });
}
