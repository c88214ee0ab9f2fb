import type { CaseFacts, CaseMember, UnitRole } from '#shared/domain/case.ts';
import { findSession } from './case-facts.ts';
import { findNumber } from './case-number.ts';
import { dateLine } from './dates.ts';
import { fold, squeeze } from './fold.ts';
import { membersOf } from './members.ts';
import {
  handlingOf,
  handlingUnitsOf,
  isOwnUnit,
  spokenUnits,
  unknownUnit,
  type Handling,
  type HandlingUnits,
  type OwnUnit,
} from './notice-role.ts';

/** Labels of an assignment notice or of a row copied from a handling system, by what they name. */
const labels = {
  number: '提案编号|建议编号|议案编号|提案号|建议号|议案号|提案序号|案号|编号',
  title: '案由|提案标题|建议标题|议案标题|提案题目|建议题目|提案名称|建议名称|题目|标题',
  lead: '第一提案人|领衔代表|领衔委员|领衔人|提案人|提案者|提案委员|提案单位|集体提案单位|建议人|提出人|代表姓名|委员姓名|建议代表',
  others: '联名提案人|联名委员|联名代表|联名人|附议代表|附议委员|附议人',
  session: '会议届次|届次|会议名称|会议|会次',
  host: '主办单位|独办单位|牵头单位|主办|独办',
  coUnits: '会办单位|协办单位|配合单位|会办|协办',
  parts: '分办单位|分别办理单位|分办',
  /** All of them, each with its part in brackets. */
  handlers: '承办单位|办理单位',
  /** The part of whoever reads the notice. */
  role: '办理方式|承办方式|办理类型|承办类型|办理角色',
  receivedOn: '交办日期|交办时间|收到日期|收文日期',
  dueOn: '答复期限|答复时限|办理期限|办理时限|办结时限|办结期限|办复时限|截止日期',
} as const;
type Label = keyof typeof labels;

const every = Object.entries(labels).flatMap(([name, words]) =>
  words.split('|').map((word) => ({ name: name as Label, word })),
);
const anyLabel = new RegExp(
  `(?:^|[\\s|,;(【\\[])(${every
    .map(({ word }) => word)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})[】\\]]?(?:[:|\\t]| {2,}|$)`,
  'g',
);
const nameOf = new Map(every.map(({ name, word }) => [word, name]));

/** Text after each label, up to the next label or the end of the line; a label alone takes the next line. */
function values(text: string): Map<Label, string> {
  const found = new Map<Label, string>();
  let waiting: Label | null = null;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    // Cells of a copied row are parted by tabs.
    const line = raw.replaceAll('\t', '  ');
    const key = fold(line).slice(0, 2000);
    const matches = [...key.matchAll(anyLabel)];
    if (waiting !== null && matches.length === 0 && line.trim() !== '') {
      if (!found.has(waiting)) found.set(waiting, line.trim());
      waiting = null;
    }
    for (const [index, match] of matches.entries()) {
      const name = nameOf.get(match[1] ?? '');
      const value = line
        .slice(match.index + match[0].length, matches[index + 1]?.index ?? key.length)
        .replace(/^[\s|：:]+/, '')
        // A label of no use here ends the value too.
        .replace(/\s+\p{Script=Han}{2,8}[:：].*$/u, '')
        .replace(/[\s|,，;；、]+$/, '');
      if (name === undefined || found.has(name)) continue;
      if (value === '') waiting = name;
      else found.set(name, value);
    }
  }
  return found;
}

function members(lead: string | undefined, others: string | undefined): CaseMember[] {
  const read = [lead ?? '', others ?? ''].flatMap((text) =>
    text === '' ? [] : membersOf(squeeze(text.replace(/[;；/]/g, '、'))),
  );
  return read.map((member, index) => ({ ...member, lead: index === 0 && read.length > 1 && !member.collective }));
}

function isoDate(text: string | undefined): string | null {
  return text === undefined ? null : (dateLine(fold(text), text)?.iso ?? null);
}

/** …（林知远、苏晚晴委员提出）, 由王明等5名代表联名提出: who a notice in running text names. */
const proposers =
  /(?:^|[\s(,。:“"由])(\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){0,60}(?:等\d{0,3}[名位]?)?(?:委员|代表))(?:领衔|联名|共同)?提出/u;

/** 请于2026年12月1日前答复: the day a notice in running text asks for. */
const wantedBy =
  /(?:于|在|请)([12]\d{3}年\d{1,2}月\d{1,2}日)(?:之)?前[^。;]{0,20}?(?:答复|办理|办结|反馈|回复|报送|完成)/;

/** 市财政局（主办）、市水务局（会办）: the part of each unit in brackets behind it; without any the only one is the host. */
function handlersIn(text: string): HandlingUnits {
  const found: HandlingUnits = { hosts: [], helpers: [], parts: [] };
  for (const [, named = '', how = ''] of fold(text).matchAll(/([^()]+)(?:\(([^)]*)\))?/g)) {
    const units = spokenUnits(named);
    if (/会办|协办|配合/.test(how)) found.helpers.push(...units);
    else if (/分办|分别/.test(how)) found.parts.push(...units);
    else if (how !== '' || units.length === 1) found.hosts.push(...units);
  }
  return found;
}

const roleWords: readonly (readonly [RegExp, UnitRole])[] = [
  [/独办|单独/, 'sole'],
  [/主办|牵头/, 'host'],
  [/会办|协办/, 'co'],
  [/分办|分别/, 'part'],
];

/** The part of the own unit by the labels of the notice, else by its sentences; null where neither tells. */
function handlingIn(found: ReadonlyMap<Label, string>, text: string, own: OwnUnit): Handling | null {
  const listed = (label: Label) => spokenUnits(found.get(label) ?? '');
  const named = handlersIn(found.get('handlers') ?? '');
  const labelled = {
    hosts: [...listed('host'), ...named.hosts],
    helpers: [...listed('coUnits'), ...named.helpers],
    parts: [...listed('parts'), ...named.parts],
  };
  const handling = handlingOf(labelled, own) ?? handlingOf(handlingUnitsOf(text), own);
  const said = found.get('role');
  const role = said === undefined ? undefined : roleWords.find(([words]) => words.test(said))?.[1];
  if (role === undefined) return handling;
  const coUnits = role === 'host' ? (handling?.coUnits ?? []) : [];
  const hostUnit =
    role === 'co' ? handling?.hostUnit || labelled.hosts.find((unit) => !isOwnUnit(unit, own)) || '' : '';
  return { role, coUnits, hostUnit };
}

/** The meeting a label names, with the words the notice's title has for what the label leaves out. */
function sessionIn(label: string | undefined, text: string, read: CaseFacts): Pick<CaseFacts, 'body' | 'session'> {
  const inText = findSession(squeeze(text));
  const { body, session: printed } = read;
  if (label === undefined) return printed === '' && inText ? inText : { body, session: printed };
  const named = squeeze(label);
  const whole = findSession(named);
  if (whole) return whole;
  const session = /次$/.test(named) ? `${named}会议` : named;
  return { body: inText?.body ?? body, session };
}

/** Words by which a text is a notice to whoever pastes it, and no letter to the unit it addresses. */
const isNotice =
  /交办|[转交请由](?:办)?[你贵]|[你贵](?:局|厅|委|办|院|单位|部门|街道|镇|乡|县|区).{0,6}(?:办理|承办|答复)/;

/**
 * Facts of a labelled list laid over those read from running text; a label wins where it has a value. The part of the
 * own unit is told from where it stands among those that handle the case, and a notice to it is no letter to a host.
 */
export function readNotice(text: string, letter: CaseFacts, own: OwnUnit = unknownUnit): CaseFacts {
  const found = values(text);
  const all = fold(text);
  const isToUs = letter.role === 'co' && (isOwnUnit(letter.hostUnit, own) || isNotice.test(squeeze(all)));
  const read: CaseFacts = isToUs ? { ...letter, role: 'sole', hostUnit: '' } : letter;
  const title = found.get('title')?.replace(/^[《“"]|[》”"]$/g, '');
  const number = found.get('number');
  const lead = found.get('lead') ?? (read.members.length === 0 ? proposers.exec(all)?.[1] : undefined);
  const people = members(lead, found.get('others'));
  const labelled = found.size > 0;
  return {
    ...read,
    ...(labelled &&
      /提案|政协|委员/.test(all) !== /建议人|人大|代表|议案/.test(all) && {
        kind: /提案|政协|委员/.test(all) ? 'proposal' : 'suggestion',
      }),
    ...(title !== undefined && { title: squeeze(title) }),
    ...sessionIn(found.get('session'), text, read),
    ...(number !== undefined && { number: findNumber(number) ?? squeeze(number).replace(/^第|号$/g, '') }),
    ...(people.length > 0 && { members: people }),
    ...handlingIn(found, text, own),
    receivedOn: isoDate(found.get('receivedOn')) ?? read.receivedOn,
    dueOn: isoDate(found.get('dueOn')) ?? isoDate(wantedBy.exec(all)?.[1]) ?? read.dueOn,
  };
}
