import type { CaseFacts, CaseMember } from '#shared/domain/case.ts';
import { findSession } from './case-facts.ts';
import { findNumber } from './case-number.ts';
import { dateLine } from './dates.ts';
import { fold, squeeze } from './fold.ts';
import { membersOf } from './members.ts';
import { unitList } from './units.ts';

/** Labels of an assignment notice or of a row copied from a handling system, by what they name. */
const labels = {
  number: '提案编号|建议编号|议案编号|提案号|建议号|议案号|提案序号|案号|编号',
  title: '案由|提案标题|建议标题|议案标题|提案题目|建议题目|提案名称|建议名称|题目|标题',
  lead: '第一提案人|领衔代表|领衔委员|领衔人|提案人|提案者|提案委员|提案单位|集体提案单位|建议人|提出人|代表姓名|委员姓名|建议代表',
  others: '联名提案人|联名委员|联名代表|联名人|附议代表|附议委员|附议人',
  session: '会议届次|届次|会议名称|会议|会次',
  host: '主办单位|主办',
  coUnits: '会办单位|协办单位|分办单位|会办|协办',
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

/** Facts of a labelled list laid over those read from running text; a label wins where it has a value. */
export function readNotice(text: string, read: CaseFacts): CaseFacts {
  const found = values(text);
  const title = found.get('title')?.replace(/^[《“"]|[》”"]$/g, '');
  const session = found.get('session');
  const number = found.get('number');
  const coUnits = unitList(found.get('coUnits') ?? '', fold);
  const all = fold(text);
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
    ...(session !== undefined && (findSession(squeeze(session)) ?? { body: '', session: squeeze(session) })),
    ...(number !== undefined && { number: findNumber(number) ?? squeeze(number).replace(/^第|号$/g, '') }),
    ...(people.length > 0 && { members: people }),
    ...(coUnits.length > 0 && { coUnits, role: read.role === 'co' ? 'co' : 'host' }),
    receivedOn: isoDate(found.get('receivedOn')) ?? read.receivedOn,
    dueOn: isoDate(found.get('dueOn')) ?? isoDate(wantedBy.exec(all)?.[1]) ?? read.dueOn,
  };
}
