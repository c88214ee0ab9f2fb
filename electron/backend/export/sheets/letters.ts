import { safeFileName } from '#backend/files/file-name.ts';
import type { SheetLetter } from '#backend/export/sheets/layout.ts';
import type { SheetPrintOptions } from '#shared/contract/sheets.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import { addressees, membersLeadFirst, sheetValues, type SheetRecipient } from '#shared/domain/sheet-values.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { isAddressed } from './summary.ts';

/** A letter a sheet is made for. */
export interface LetterOfSheet {
  id: string;
  /** Of its own file, without extension. */
  name: string;
  document: ReplyDocument;
  caseFacts: CaseFacts;
  unit: UnitSettings;
  /** Who drafts at this PC, '' where nobody is known. */
  person: string;
}

/** One file: the letters whose sheets stand in it, and its name without extension. */
export interface SheetFile {
  letters: LetterOfSheet[];
  name: string;
}

/** A file for each letter, named after it and the sheet; labels of all letters share one. */
export function sheetFiles(sheet: Sheet, letters: readonly LetterOfSheet[]): SheetFile[] {
  const [first] = letters;
  if (sheet.for === 'labels' && first && letters.length > 1) {
    return [{ letters: [...letters], name: safeFileName(`${sheet.name} ${letters.length}件`) }];
  }
  return letters.map((letter) => ({ letters: [letter], name: safeFileName(`${sheet.name} ${letter.name}`) }));
}

/** Who may get a sheet: envelopes and labels go where the letter goes, forms to the members. */
export function possibleRecipients(sheet: Sheet, caseFacts: CaseFacts): { name: string; isLead: boolean }[] {
  if (sheet.for === 'letter') return [];
  return isAddressed(sheet) ? addressees(caseFacts) : membersLeadFirst(caseFacts.members);
}

/** What is printed of a letter. Without a choice a form goes to the lead member, an envelope or label to each. */
export function sheetLetter(sheet: Sheet, letter: LetterOfSheet, chosen: SheetPrintOptions['recipients']): SheetLetter {
  const possible = possibleRecipients(sheet, letter.caseFacts);
  const standard = isAddressed(sheet) ? possible : possible.slice(0, 1);
  const recipients: SheetRecipient[] = chosen
    ? chosen.filter(({ documentId }) => documentId === letter.id)
    : standard.map(({ name }) => ({ name, address: '', postcode: '' }));
  const data = sheetValues(letter.document, letter.caseFacts, letter.unit, letter.person);
  return { data, members: letter.caseFacts.members, recipients };
}
