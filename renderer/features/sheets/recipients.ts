import type { Output } from '#shared/contract/index.ts';
import type { SheetPrintOptions, SheetSummary } from '#shared/contract/sheets.ts';

type SheetLetters = Output<'sheets.fields'>['letters'];

/** A line of the list of those who get a sheet. */
export interface RecipientRow {
  /** Unique in the list. */
  key: string;
  documentId: string;
  name: string;
  address: string;
  postcode: string;
  isChosen: boolean;
  /** Typed here and not a member of the case: the name can be changed. */
  isAdded: boolean;
}

/** Recipients of all letters, the lead first. A form goes to the lead alone, envelopes and labels to everybody. */
export function recipientRows(letters: SheetLetters, sheet: SheetSummary): RecipientRow[] {
  return letters.flatMap(({ documentId, members }) => {
    return members.map(({ name }, index) => ({
      key: `${documentId} ${index}`,
      documentId,
      name,
      address: '',
      postcode: '',
      isChosen: sheet.isAddressed || index === 0,
      isAdded: false,
    }));
  });
}

/** What was typed for a name stays when another sheet is chosen; who gets it follows the sheet. */
export function keepTyped(rows: readonly RecipientRow[], before: readonly RecipientRow[]): RecipientRow[] {
  const typed = new Map(before.map((row) => [row.key, row]));
  const kept = rows.map((row) => {
    const old = typed.get(row.key);
    return old && old.name === row.name ? { ...row, address: old.address, postcode: old.postcode } : row;
  });
  return [...kept, ...before.filter(({ isAdded }) => isAdded)];
}

/** Those a print names. Absent for sheets that nobody gets. */
export function chosenRecipients(sheet: SheetSummary, rows: readonly RecipientRow[]): SheetPrintOptions['recipients'] {
  if (sheet.for === 'letter') return undefined;
  return rows
    .filter(({ isChosen, name }) => isChosen && name.trim() !== '')
    .map(({ documentId, name, address, postcode }) => ({ documentId, name: name.trim(), address, postcode }));
}

/** Letters of which something is printed: without members a blank form is made, with none chosen nothing. */
export function lettersToPrint(sheet: SheetSummary, letters: SheetLetters, rows: readonly RecipientRow[]): string[] {
  const ids = letters.map(({ documentId }) => documentId);
  if (sheet.for === 'letter') return ids;
  const chosen = new Set(chosenRecipients(sheet, rows)?.map(({ documentId }) => documentId));
  const withRows = new Set(rows.map(({ documentId }) => documentId));
  return ids.filter((id) => chosen.has(id) || (sheet.for === 'member' && !withRows.has(id)));
}
