import { describe, expect, it } from 'vitest';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { emptyReplyDocument } from './create.ts';
import {
  contactNote,
  copyToList,
  disclosureNote,
  formatDate,
  formatDocNumber,
  notes,
  printedCategory,
  printedDate,
  printedDocNumber,
} from './printed.ts';
import { plainText } from './plain-text.ts';
import type { Contact } from './schema.ts';

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

it('prints what else is said of a contact where it belongs', () => {
  const note = (contact: Contact, wording?: string) =>
    contactNote(
      { ...tail, contacts: [contact] },
      wording === undefined ? undefined : { ...defaultUnitSettings.wording, contact: wording },
    );
  const details = [
    { label: '联系单位', text: '云津市教育局', place: 'before' as const },
    { label: '', text: '（科长）', place: 'between' as const },
    { label: '职务', text: '科长', place: 'between' as const },
    { label: '', text: '（工作日）' },
    { label: '传真', text: '0899-1234568' },
    { label: '', text: '请于十日内反馈' },
    { label: '邮编', text: '' },
  ];
  expect(note({ name: '何明', phones: ['0899-1234567'], details })).toBe(
    '（联系单位：云津市教育局；联系人：何明（科长）；职务：科长；联系电话：0899-1234567（工作日）；传真：0899-1234568；请于十日内反馈）',
  );
  expect(note({ phones: [], details: details.slice(4, 5) })).toBe('（传真：0899-1234568）');
  expect(note({ name: '何明', phones: ['1'], details: details.slice(1, 2) }, '{姓名}{，|电话}')).toBe(
    '（何明（科长），1）',
  );
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

describe('what a unit words in its own way', () => {
  const wording = {
    ...defaultUnitSettings.wording,
    disclosure: { public: '注：“主动公开”', onRequest: '', withheld: '不予公开' },
    contact: '{称谓}及电话：{姓名}{ |电话|}',
    category: '类别：{类别}',
  };
  const contacts = [
    { name: '何明', role: '承办负责人', phones: ['0899-1234567'] },
    { name: '林清', role: '经办人', phones: ['0899-7654321', '0899-7654322'] },
    { name: '周舟', role: '联系人', phones: [] },
    { name: '', role: '联系人', phones: [] },
  ];

  it('is printed in its words, both people in one bracket', () => {
    expect(contactNote({ ...tail, contacts }, wording)).toBe(
      '（承办负责人及电话：何明 0899-1234567；经办人及电话：林清 0899-7654321、0899-7654322；联系人及电话：周舟）',
    );
    const said = (kind: 'public' | 'on-request' | 'withheld') =>
      disclosureNote({ ...head, disclosure: { kind } }, wording);
    expect([said('public'), said('on-request'), said('withheld')]).toEqual([
      '（注：“主动公开”）',
      '（此件依申请公开）',
      '（不予公开）',
    ]);
  });

  it.each([
    ['类别：{类别}', 'B', '类别：B'],
    ['{类别}类', 'B', 'B类'],
    ['{类别}类', 'B类', 'B类'],
    ['（{|类别|类}）', 'B', '（B类）'],
    ['{类别}', 'B', 'B'],
    ['', 'B', 'B'],
    ['没有标记', 'B', 'B'],
    ['类别：{类别}', '', ''],
  ])('puts the words of %j around the category %j', (category, mark, printed) => {
    expect(printedCategory({ ...head, category: mark }, { ...wording, category })).toBe(printed);
  });

  it('stands in the plain text too', () => {
    const document = {
      ...emptyReplyDocument(),
      head: { ...head, category: 'B', disclosure: { kind: 'withheld' as const } },
      tail: { ...tail, contacts: contacts.slice(0, 1) },
    };
    expect(plainText(document, wording)).toBe(
      '类别：B\n\n\n\n\n（承办负责人及电话：何明 0899-1234567）\n（不予公开）\n',
    );
    expect(plainText(document)).toBe('B\n\n\n\n\n（承办负责人：何明；联系电话：0899-1234567）\n（此件不予公开）\n');
  });
});
