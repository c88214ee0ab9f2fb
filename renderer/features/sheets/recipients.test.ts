import { describe, expect, it } from 'vitest';
import type { SheetSummary } from '#shared/contract/sheets.ts';
import { chosenRecipients, keepTyped, lettersToPrint, recipientRows } from './recipients.ts';

const sheet = (part: Partial<SheetSummary>): SheetSummary => ({
  id: 'x',
  name: 'x',
  isOwn: false,
  for: 'member',
  page: { width: 210, height: 297 },
  isAddressed: false,
  hasSender: false,
  hasPreprinted: false,
  labels: 0,
  ...part,
});
const envelope = sheet({ isAddressed: true });
const form = sheet({});
const labels = sheet({ for: 'labels', isAddressed: true, labels: 24 });
const slip = sheet({ for: 'letter' });

const letters = [
  {
    documentId: 'a',
    title: '甲',
    fields: [],
    members: [
      { name: '林知远', isLead: true },
      { name: '欧阳若川', isLead: false },
    ],
  },
  { documentId: 'b', title: '乙', fields: [], members: [{ name: '何川', isLead: false }] },
  { documentId: 'c', title: '丙', fields: [], members: [] },
];
const namesOf = (rows: readonly { name: string }[] | undefined) => rows?.map(({ name }) => name);

describe('who gets a sheet', () => {
  it('is the lead of each letter for forms, everybody for envelopes and labels', () => {
    expect(namesOf(chosenRecipients(form, recipientRows(letters, form)))).toEqual(['林知远', '何川']);
    expect(namesOf(chosenRecipients(envelope, recipientRows(letters, envelope)))).toEqual([
      '林知远',
      '欧阳若川',
      '何川',
    ]);
    expect(chosenRecipients(slip, recipientRows(letters, slip))).toBeUndefined();
  });

  it('keeps what was typed when the sheet changes', () => {
    const typed = recipientRows(letters, envelope).map((row) => ({ ...row, address: `${row.name}的地址` }));
    const added = { ...typed[0]!, key: 'a +1', name: '市政协提案委员会', isAdded: true };
    const rows = keepTyped(recipientRows(letters, form), [...typed, added]);
    expect(rows.map(({ address, isChosen }) => [address, isChosen])).toEqual([
      ['林知远的地址', true],
      ['欧阳若川的地址', false],
      ['何川的地址', true],
      ['林知远的地址', true],
    ]);
    expect(namesOf(rows)?.at(-1)).toBe('市政协提案委员会');
  });

  it('decides which letters are printed', () => {
    const rows = recipientRows(letters, envelope);
    expect(lettersToPrint(envelope, letters, rows)).toEqual(['a', 'b', 'c']);
    expect(lettersToPrint(labels, letters, rows)).toEqual(['a', 'b']);
    const without = rows.map((row) => (row.documentId === 'b' ? { ...row, isChosen: false } : row));
    expect(lettersToPrint(envelope, letters, without)).toEqual(['a', 'c']);
    expect(lettersToPrint(slip, letters, without)).toEqual(['a', 'b', 'c']);
  });

  it('leaves out rows without a name', () => {
    const rows = [
      { key: 'a +1', documentId: 'a', name: ' ', address: '', postcode: '', isChosen: true, isAdded: true },
    ];
    expect(chosenRecipients(envelope, rows)).toEqual([]);
  });
});
