import { addressOf, reword } from '#shared/document/address-wording.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { Reword } from '../../editor/api.ts';

/** A text of the letter that reads differently since the case changed. */
export interface RewordedText {
  /** Null in title and salutation. */
  blockId: string | null;
  before: string;
  after: string;
}

/** How the words of a letter follow from one case to the next (提案 and 建议, 您 and 你们); what changes goes to `told`. */
export function rewording(before: CaseFacts, next: CaseFacts, told: RewordedText[]): Reword | undefined {
  const from = addressOf(before);
  const to = addressOf(next);
  if (from.kind === to.kind && from.isPlural === to.isPlural) return undefined;
  return (text, blockId) => {
    const said = reword(text, from, to);
    if (said !== text) told.push({ blockId, before: text, after: said });
    return said;
  };
}
