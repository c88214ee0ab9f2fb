import { membersText } from '#shared/document/fields.ts';
import { runsText, titleText } from '#shared/document/plain-text.ts';
import { formatDate, printedDate, printedDocNumber } from '#shared/document/printed.ts';
import { projectRuns } from '#shared/document/projection.ts';
import type { Contact, ReplyDocument, Run } from '#shared/document/schema.ts';
import { sessionText, type CaseFacts, type CaseMember } from './case.ts';
import { box, sheetFields, type SheetFieldValues } from './sheet-text.ts';
import type { UnitSettings } from './unit-settings.ts';

/** Somebody a letter goes to. Addresses are typed for each print and kept nowhere. */
export interface SheetRecipient {
  name: string;
  address: string;
  postcode: string;
}
export interface SheetSender {
  address: string;
  postcode: string;
}

export interface SheetData {
  values: SheetFieldValues;
  /** The unit's steps, in order. */
  approvers: UnitSettings['approvers'];
}

const disclosureWords = { public: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' } as const;

/**
 * What letter, case and unit say about the fields of a sheet. What is not known is '' and stays blank on paper, to be
 * filled in by hand; nothing is guessed. `person` is who drafts at this PC, for units that name nobody for 拟稿.
 */
export function sheetValues(document: ReplyDocument, caseFacts: CaseFacts, unit: UnitSettings, person = ''): SheetData {
  const { head, tail } = document;
  const drafter = unit.approvers.find(({ step }) => step.includes('拟稿'))?.name.trim() || person.trim();
  const contact = handlerOf(tail.contacts, unit);
  // Where no unit is set up, the first that signs is ours.
  const unitName = unit.fullName === '' ? (tail.units[0] ?? '') : unit.fullName;
  const isSuggestion = caseFacts.kind === 'suggestion';
  const address = isSuggestion ? '代表' : '委员';
  const known: Partial<SheetFieldValues> = {
    标题: titleText(document),
    文号: printedDocNumber(head),
    类别: head.category ?? '',
    类别选项: categoryChoices(head.category ?? '', unit.categories[caseFacts.kind]),
    公开属性: head.disclosure ? disclosureWords[head.disclosure.kind] : '',
    不公开理由: head.disclosure?.reason ?? '',
    份号: head.copyNumber ?? '',
    密级: head.secrecy ?? '',
    紧急程度: head.urgency ?? '',
    签发人: head.signer ?? '',
    主送: textOf(head.salutation).replace(/[：:]$/, ''),
    抄送: tail.copyTo.join('，'),
    附件: attachmentsText(tail.attachments.map(({ title }) => title)),
    成文日期: printedDate(tail),
    拟稿人: drafter,
    拟稿电话: phoneOf(drafter, tail.contacts, unit),
    联系人: contact.name,
    联系电话: contact.phone,
    案件类型: isSuggestion ? '人大代表建议' : '政协提案',
    案件简称: isSuggestion ? '建议' : '提案',
    届次: sessionText(caseFacts),
    案号: caseFacts.number.replace(/^第(.+)号$/, '$1'),
    案由: caseFacts.title,
    委员: membersText(caseFacts),
    领衔: leadName(caseFacts.members),
    称谓: address,
    主办单位: caseFacts.role === 'co' ? caseFacts.hostUnit : unitName,
    会办单位: caseFacts.coUnits.join('、'),
    收到日期: caseFacts.receivedOn === null ? '' : formatDate(caseFacts.receivedOn),
    办理期限: caseFacts.dueOn === null ? '' : formatDate(caseFacts.dueOn),
    单位全称: unitName,
    单位简称: unit.shortName,
  };
  return {
    values: { ...emptyValues(), ...known },
    approvers: unit.approvers.filter(({ step }) => step.trim() !== ''),
  };
}

/** The values of one who gets the letter, over those of the letter. */
export function withRecipient(
  values: SheetFieldValues,
  recipient: SheetRecipient,
  members: readonly CaseMember[],
  sender: SheetSender,
): SheetFieldValues {
  const member = members.find(({ name }) => name === recipient.name);
  return {
    ...values,
    收件人: recipient.name,
    // A group is addressed by its name alone.
    收件人称谓: member && !member.collective && recipient.name !== '' ? values.称谓 : '',
    收件地址: recipient.address,
    收件邮编: recipient.postcode,
    寄件地址: sender.address,
    寄件邮编: sender.postcode,
  };
}

/** Who a letter is sent to, the lead first: the members of its case, or for a 会办 opinion the host unit. */
export function addressees({ role, hostUnit, members }: CaseFacts): { name: string; isLead: boolean }[] {
  if (role === 'co') return hostUnit.trim() === '' ? [] : [{ name: hostUnit, isLead: true }];
  return membersLeadFirst(members);
}

/** Members that have a name. */
export function membersLeadFirst(members: readonly CaseMember[]): { name: string; isLead: boolean }[] {
  const named = members.filter(({ name }) => name.trim() !== '');
  return [...named.filter(({ lead }) => lead), ...named.filter(({ lead }) => !lead)].map(({ name, lead }) => ({
    name,
    isLead: lead,
  }));
}

/** Fills a place that belongs to one step of the unit. */
export function withStep(values: SheetFieldValues, approver: UnitSettings['approvers'][number]): SheetFieldValues {
  return { ...values, 环节: approver.step, 环节姓名: approver.name };
}

export function emptyValues(): SheetFieldValues {
  return Object.fromEntries(sheetFields.map((field) => [field, ''])) as SheetFieldValues;
}

function textOf(runs: Run[]): string {
  return runsText(projectRuns(runs, 'accepted'))
    .replaceAll(/\s*\n\s*/g, '')
    .trim();
}

function attachmentsText(titles: readonly string[]): string {
  const named = titles.map((title) => title.trim()).filter((title) => title !== '');
  return named.length < 2 ? named.join('') : named.map((title, index) => `${index + 1}.${title}`).join('　');
}

/** Labels of those who answer for the case and do not handle it: 承办负责人, 分管领导, 主管局长. */
const leaderRole = /负责人|领导|分管|主管|[局厅处委部主院行校会][长任]|书记|签批/;

/**
 * Who handles the case (承办人): of the contacts printed in the letter the first that is no leader, else the unit's own.
 * A leader stands in only where nobody else is known.
 */
function handlerOf(contacts: readonly Contact[], unit: UnitSettings): { name: string; phone: string } {
  const printed = contacts.filter(({ name, phones }) => (name ?? '') !== '' || phones.length > 0);
  const isLeader = ({ name, role }: Contact) =>
    leaderRole.test(role ?? '') || (name !== undefined && name !== '' && name === unit.leader.name);
  const handler = printed.find((contact) => !isLeader(contact));
  if (handler) return { name: handler.name ?? '', phone: handler.phones.join('、') };
  const [leader] = printed;
  if (unit.contact.name !== '' || unit.contact.phone !== '' || !leader) return unit.contact;
  return { name: leader.name ?? '', phone: leader.phones.join('、') };
}

/** The telephone letter or settings give for somebody of this name, or ''. */
function phoneOf(name: string, contacts: readonly Contact[], unit: UnitSettings): string {
  if (name === '') return '';
  const printed = contacts.find((contact) => contact.name === name && contact.phones.length > 0);
  if (printed) return printed.phones.join('、');
  return [unit.contact, unit.leader].find((known) => known.name === name)?.phone ?? '';
}

function leadName(members: readonly CaseMember[]): string {
  return (members.find(({ lead }) => lead) ?? members[0])?.name ?? '';
}

/** ☑A □B □C by the unit's scheme; a category the scheme does not know is printed as it stands. */
function categoryChoices(category: string, scheme: UnitSettings['categories']['proposal']): string {
  const mark = category.replace(/类$/, '').trim();
  const marks = scheme.map((entry) => entry.mark).filter((entry) => entry !== '');
  if (mark !== '' && !marks.includes(mark)) return category;
  return marks.map((entry) => (entry === mark ? box.ticked : box.empty) + entry).join('　');
}
