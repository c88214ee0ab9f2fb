import { expect, it } from 'vitest';
import { emptyReplyDocument } from './create.ts';
import {
  contactNote,
  copyToList,
  disclosureNote,
  formatDate,
  formatDocNumber,
  notes,
  printedDate,
  printedDocNumber,
} from './printed.ts';

const { head, tail } = emptyReplyDocument();

it('prints the document number with hexagonal brackets and no leading zeros', () => {
  expect(formatDocNumber({ code: '云工信函', year: 2026, serial: 12 })).toBe('云工信函〔2026〕12号');
});

it('keeps a damaged document number and date as they were found', () => {
  expect(printedDocNumber({ ...head, docNumberText: '云工信函〔2020740' })).toBe('云工信函〔2020740');
  expect(printedDate({ ...tail, dateText: '2023526' })).toBe('2023526');
});

it('prints the date in Arabic figures without leading zeros', () => {
  expect(formatDate('2026-04-07')).toBe('2026年4月7日');
});

it('puts the contacts into one bracket', () => {
  const contacts = [
    { name: '何明', role: '联系人', phones: ['0899-1234567'] },
    { name: '林清', role: '经办人', phones: [] },
  ];
  expect(contactNote({ ...tail, contacts })).toBe('（联系人：何明；联系电话：0899-1234567；经办人：林清）');
  expect(contactNote({ ...tail, contacts: [{ phones: [] }] })).toBe('');
});

it('prints contact before disclosure before other notes', () => {
  const document = {
    ...emptyReplyDocument(),
    head: { ...head, disclosure: { kind: 'public' as const } },
    tail: { ...tail, contacts: [{ name: '何明', phones: [] }], note: '附征询意见表' },
  };
  expect(notes(document)).toEqual(['（联系人：何明）', '（此件公开发布）', '（附征询意见表）']);
  expect(disclosureNote(head)).toBe('');
});

it('closes the list of 抄送 with a full stop', () => {
  expect(copyToList({ ...tail, copyTo: ['市政府办公室', '市政协提案委员会'] })).toBe(
    '市政府办公室，市政协提案委员会。',
  );
  expect(copyToList(tail)).toBe('');
});
