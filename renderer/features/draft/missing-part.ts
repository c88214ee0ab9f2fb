import { membersText } from '#shared/document/fields.ts';
import { sessionText, type CaseFacts } from '#shared/domain/case.ts';
import type { ImportWarningCode } from '#shared/domain/import-report.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';

/** A part an import did not find, or could not read. */
export const missingParts = {
  'title.missing': 'title',
  'salutation.missing': 'salutation',
  'signature.missing': 'signature',
  'date.missing': 'date',
  'date.malformed': 'date',
  'docNumber.malformed': 'docNumber',
  'caseNumber.missing': 'caseNumber',
  'caseNumber.malformed': 'caseNumber',
} as const satisfies Partial<Record<ImportWarningCode, string>>;
export type MissingPart = (typeof missingParts)[keyof typeof missingParts];

export function missingPartOf(code: ImportWarningCode): MissingPart | null {
  return code in missingParts ? missingParts[code as keyof typeof missingParts] : null;
}

/** What the part may well be, from what is known; null where nothing tells. Numbers and dates are never guessed. */
export function guessOf(part: MissingPart, facts: CaseFacts, unit: Pick<UnitSettings, 'fullName'>): string | null {
  const isSuggestion = facts.kind === 'suggestion';
  switch (part) {
    case 'title':
      if (facts.number === '') return null;
      return `关于${sessionText(facts)}第${facts.number}号${isSuggestion ? '建议' : '提案'}的答复`;
    case 'salutation': {
      const names = membersText(facts);
      const isGroup = facts.members.every(({ collective }) => collective);
      return names === '' ? null : `${names}${isGroup ? '' : isSuggestion ? '代表' : '委员'}：`;
    }
    case 'signature':
      return unit.fullName === '' ? null : unit.fullName;
    default:
      return null;
  }
}
