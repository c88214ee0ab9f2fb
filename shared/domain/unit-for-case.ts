import type { CaseFacts } from './case.ts';
import type { LetterKind } from './template.ts';
import type { UnitSettings } from './unit-settings.ts';

/** What a unit keeps wordings, 代字 and 抄送 lists for. `opinion` is a 会办 opinion, whatever the case. */
export const wordingKinds = ['proposal', 'suggestion', 'opinion'] as const;
export type WordingKind = (typeof wordingKinds)[number];

type CaseOfLetter = Pick<CaseFacts, 'kind' | 'role'>;

export function wordingKindOf({ kind, role }: CaseOfLetter): WordingKind {
  return role === 'co' ? 'opinion' : kind;
}

/** The kind a letter of a template belongs to: what the template is for, and the case where that leaves it open. */
export function wordingKindOfLetter(letter: LetterKind, facts: CaseOfLetter): WordingKind {
  switch (letter) {
    case 'proposal':
    case 'suggestion':
    case 'opinion':
      return letter;
    case 'collective':
      return 'proposal';
    case 'short':
      return wordingKindOf(facts);
  }
}

/** 发文代字 of the series the letter is numbered in. */
export function docCodeFor(unit: Pick<UnitSettings, 'docCode' | 'docCodes'>, facts: CaseOfLetter): string {
  const kind = wordingKindOf(facts);
  const own = kind === 'proposal' ? '' : unit.docCodes[kind];
  return own === '' ? unit.docCode : own;
}

/** 办理结果分类 to choose from. */
export function categoriesFor(
  unit: Pick<UnitSettings, 'categories'>,
  facts: Pick<CaseFacts, 'kind'>,
): UnitSettings['categories']['proposal'] {
  return unit.categories[facts.kind];
}
