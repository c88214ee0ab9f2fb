import { defaultUnitSettings, type UnitWording } from '#shared/domain/unit-settings.ts';
import {
  categoryPatternNames,
  contactPatternNames,
  parsePattern,
  patternText,
  type ContactPatternName,
} from '#shared/domain/wording-pattern.ts';
import type {
  Block,
  Contact,
  ContactDetail,
  DisclosureKind,
  DocNumber,
  Head,
  ReplyDocument,
  Section,
  Tail,
} from './schema.ts';

/**
 * The strings printed around the body, in one place for Word, PDF and plain text. Where a unit may word them in its
 * own way, its wording is asked for; without one they read as the standard has them.
 * Clauses are those of GB/T 9704-2012.
 */
const standard = defaultUnitSettings.wording;

/** 津云发函〔2026〕12号: hexagonal brackets, full year, serial without leading zeros (7.2.5). */
export function formatDocNumber(number: DocNumber): string {
  return `${number.code}〔${number.year}〕${number.serial}号`;
}

/** The document number as printed, a damaged one as it was found, or ''. */
export function printedDocNumber(head: Head): string {
  return head.docNumber ? formatDocNumber(head.docNumber) : (head.docNumberText ?? '');
}

/** 2026年4月7日 from an ISO date: Arabic figures, no leading zeros (7.3.5.4). */
export function formatDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The date as printed, a damaged one as it was found, or ''. */
export function printedDate(tail: Tail): string {
  return tail.date === undefined ? (tail.dateText ?? '') : formatDate(tail.date);
}

/**
 * The category with the words the unit prints around its mark (类别：B), or ''. Words that an imported letter already
 * has around it (B类) are not doubled.
 */
export function printedCategory(head: Head, wording: UnitWording = standard): string {
  const mark = head.category ?? '';
  const { parts } = parsePattern(wording.category, categoryPatternNames);
  const around = patternText(parts ?? [], () => '\0').split('\0');
  const [before, after] = around;
  // A pattern without the mark, or with several, says nothing about how to print it.
  if (mark === '' || before === undefined || after === undefined || around.length > 2) return mark;
  const bare = mark.startsWith(before) ? mark.slice(before.length) : mark;
  return before + (bare.endsWith(after) ? bare.slice(0, bare.length - after.length) : bare) + after;
}

function contactText(contact: Contact, pattern: string): string {
  const details = (contact.details ?? []).filter(({ text }) => text !== '');
  const named = withDetails(contact.name ?? '', details, 'between');
  const reached = personText(contact.role ?? '联系人', named, contact.phones.join('、'), pattern);
  const before = withDetails('', details, 'before');
  return withDetails([before, reached].filter((text) => text !== '').join('；'), details, undefined);
}

function withDetails(text: string, details: readonly ContactDetail[], place: ContactDetail['place']): string {
  return details
    .filter((detail) => detail.place === place)
    .reduce((said, detail) => {
      const words = detailText(detail);
      return said === '' || (detail.label === '' && /^[（(]/.test(words)) ? said + words : `${said}；${words}`;
    }, text);
}

/** 传真：0571-87001834, or words without a label. */
export function detailText({ label, text }: ContactDetail): string {
  return label === '' ? text : `${label}：${text}`;
}

function personText(role: string, name: string, phones: string, pattern: string): string {
  if (name === '' && phones === '') return '';
  const { parts } = parsePattern(pattern, contactPatternNames);
  if (parts !== null && parts.length > 0) {
    const values: Record<ContactPatternName, string> = { 称谓: role, 姓名: name, 电话: phones };
    return patternText(parts, (key) => values[key as ContactPatternName]);
  }
  const said = [];
  if (name !== '') said.push(`${role}：${name}`);
  if (phones !== '') said.push(`联系电话：${phones}`);
  return said.join('；');
}

/** 附注 with the contacts in round brackets (7.3.7), or ''. */
export function contactNote(tail: Tail, wording: UnitWording = standard): string {
  const texts = tail.contacts.map((contact) => contactText(contact, wording.contact)).filter((text) => text !== '');
  return texts.length > 0 ? `（${texts.join('；')}）` : '';
}

const disclosureKeys = { public: 'public', 'on-request': 'onRequest', withheld: 'withheld' } as const satisfies Record<
  DisclosureKind,
  keyof UnitWording['disclosure']
>;

/** 附注 on disclosure in round brackets, or ''. */
export function disclosureNote(head: Head, wording: UnitWording = standard): string {
  if (!head.disclosure) return '';
  const key = disclosureKeys[head.disclosure.kind];
  return `（${wording.disclosure[key] === '' ? standard.disclosure[key] : wording.disclosure[key]}）`;
}

/** All 附注 lines in printed order. */
export function notes(document: ReplyDocument, wording: UnitWording = standard): string[] {
  const { tail, head } = document;
  const other = tail.note === undefined || tail.note === '' ? '' : `（${tail.note}）`;
  return [contactNote(tail, wording), disclosureNote(head, wording), other].filter((text) => text !== '');
}

/** Units after 抄送：, separated by ， and closed by 。 (7.4.2), or ''. */
export function copyToList(tail: Tail): string {
  return tail.copyTo.length > 0 ? `${tail.copyTo.join('，')}。` : '';
}

/** An empty block that only shows a prompt does not exist on paper. */
export function isPrompt(block: Block): boolean {
  return block.props?.prompt !== undefined && block.runs.every((run) => run.text === '');
}

/**
 * The document as it stands on paper: blocks that only show a prompt are gone and take no number. A section heading
 * with nothing under it stays.
 */
export function withoutPrompts(document: ReplyDocument): ReplyDocument {
  return {
    ...document,
    sections: document.sections.map(({ heading, ...rest }): Section => ({
      ...rest,
      ...(heading && !isPrompt(heading) && { heading }),
      blocks: rest.blocks.filter((block) => !isPrompt(block)),
    })),
  };
}
