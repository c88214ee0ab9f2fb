import type { Block, Contact, DocNumber, Head, ReplyDocument, Section, Tail } from './schema.ts';

/**
 * The strings printed around the body, in one place for Word, PDF and plain text.
 * Clauses are those of GB/T 9704-2012.
 */

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

function contactText(contact: Contact): string {
  const name = contact.name ?? '';
  const phones = contact.phones.join('、');
  const parts = [];
  if (name !== '') parts.push(`${contact.role ?? '联系人'}：${name}`);
  if (phones !== '') parts.push(`联系电话：${phones}`);
  return parts.join('；');
}

/** 附注 with the contacts in round brackets (7.3.7), or ''. */
export function contactNote(tail: Tail): string {
  const texts = tail.contacts.map(contactText).filter((text) => text !== '');
  return texts.length > 0 ? `（${texts.join('；')}）` : '';
}

const disclosureTexts = { public: '此件公开发布', 'on-request': '此件依申请公开', withheld: '此件不予公开' } as const;

/** 附注 on disclosure in round brackets, or ''. */
export function disclosureNote(head: Head): string {
  return head.disclosure ? `（${disclosureTexts[head.disclosure.kind]}）` : '';
}

/** All 附注 lines in printed order. */
export function notes(document: ReplyDocument): string[] {
  const { tail, head } = document;
  const other = tail.note === undefined || tail.note === '' ? '' : `（${tail.note}）`;
  return [contactNote(tail), disclosureNote(head), other].filter((text) => text !== '');
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
