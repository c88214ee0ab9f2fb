import type { CaseFacts, CaseKind } from '#shared/domain/case.ts';
import { mapBlocks, mapRuns } from './walk.ts';
import type { ReplyDocument } from './schema.ts';

/** How a letter speaks of its case and to whom it answers. */
export interface Address {
  kind: CaseKind;
  /** To several persons: 你们. */
  isPlural: boolean;
}

/** An opinion (会办) goes to one unit, whoever the members are. */
export function addressOf({ kind, role, members }: Pick<CaseFacts, 'kind' | 'role' | 'members'>): Address {
  return { kind, isPlural: role !== 'co' && members.filter(({ collective }) => !collective).length > 1 };
}

/** Words of one kind of case with what the other kind says; longer ones first. */
type Words = readonly (readonly [pattern: RegExp, said: string])[];

/** 委员会, 纪检委员 and the like are offices and stay, and so does 提案委. */
const toSuggestion: Words = [
  [/政协委员(?!会)/g, '人大代表'],
  [/政协提案(?!委)/g, '人大代表建议'],
  [/提案(?!委)/g, '建议'],
  [/(?<!党|纪检|宣传|组织|统战|常务|常)委员(?!会|长|单位)/g, '代表'],
];

/** 代表 and 建议 are also everyday words: only where they name the person addressed or the case. */
const toProposal: Words = [
  [/人大代表建议/g, '政协提案'],
  [/人大代表(?!大会|团)/g, '政协委员'],
  [/代表建议/g, '提案'],
  [/人大建议/g, '政协提案'],
  [/(?<=号|》|》的)建议(?!书)/g, '提案'],
  [/(?<=本|该|此|件)建议(?=的?(?:答复|办理|收悉|内容))/g, '提案'],
  [/建议(?=(?:的)?(?:答复|复函|收悉|会办|协办))/g, '提案'],
  [/代表(?=[:：]|们|您|你们|提出的|所提|对我|在.{0,12}会议)(?!性)/g, '委员'],
  [/(?<=各位|答复|感谢|向|与|邀请|走访)代表(?![性团着了作])/g, '委员'],
];

/** Outside 《…》 and “…”, which name things. */
const named = /(《[^《》]*》|“[^“”]*”)/;

/**
 * Rewords a text from one address to another: 提案 and 建议, 委员 and 代表, 您 and 你们. Names in 《》 and “” stay. Of 你们
 * only that is told that stands where 您 would: 你们局 and 供你们参考, said to a unit, is not in letters to persons.
 */
export function reword(text: string, from: Address, to: Address): string {
  const words = from.kind === to.kind ? [] : to.kind === 'suggestion' ? toSuggestion : toProposal;
  return text
    .split(named)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const said = words.reduce((before, [pattern, other]) => before.replace(pattern, other), part);
      if (from.isPlural === to.isPlural) return said;
      return to.isPlural ? said.replace(/您(?!们)/g, '你们') : said.replace(/你们(?![局厅委办院部处])/g, '您');
    })
    .join('');
}

/** A letter or template as it reads to another address, prompts included. */
export function withAddress(document: ReplyDocument, from: Address, to: Address): ReplyDocument {
  if (from.kind === to.kind && from.isPlural === to.isPlural) return document;
  const change = (text: string) => reword(text, from, to);
  const reworded = mapRuns(document, (run) => {
    const { object } = run;
    if (object === undefined) return { ...run, text: change(run.text) };
    if (object.type !== 'field') return run;
    const { before, after } = object;
    return {
      ...run,
      object: { ...object, ...(before && { before: change(before) }), ...(after && { after: change(after) }) },
    };
  });
  return mapBlocks(reworded, (block) =>
    block.props?.prompt === undefined
      ? block
      : { ...block, props: { ...block.props, prompt: change(block.props.prompt) } },
  );
}
