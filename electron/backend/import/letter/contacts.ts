import type { Contact, ContactDetail } from '#shared/document/schema.ts';
import { isPlainPhoneLabel, labelsIn, spreadLabels, withColon, type Label } from './contact-labels.ts';
import { isName, namesIn } from './contact-names.ts';
import { phonesIn } from './contact-phones.ts';
import { fold, squeeze } from './fold.ts';

export interface ContactLine {
  contacts: Contact[];
  /** Phones without a name: they belong to the person above. */
  loosePhones: string[];
  /** What stands before or without a person: unit, address. It belongs to the person above, else to the one below. */
  looseDetails: ContactDetail[];
}

/** Reads a line as contact particulars, or null when it is none. `key` is folded and as long as `text`. */
export function contactLine(key: string, text: string): ContactLine | null {
  if (key.length > 240 || key.length < 3) return null;
  const note = /^[( ]*附?注:/.exec(key)?.[0].replace('(', '').length ?? 0;
  const from = note === 0 ? 0 : key.indexOf(':') + 1;
  const line = withColon(spreadLabels(...withoutOuterBrackets(key.slice(from), text.slice(from))));
  const labels = labelsIn(line.key, line.text);
  const first = labels[0];
  if (!first || !opensContact(line.key, labels)) return null;
  const reader = new ContactReader();
  const lead = trimmed(line.text.slice(0, first.start));
  if (lead !== '') reader.detail('', lead);
  for (const [index, label] of labels.entries())
    reader.read(label, line.text.slice(label.end, labels[index + 1]?.start ?? line.text.length));
  return reader.result();
}

/** The label opens the line; before it at most a bracket, 注: or a unit (××科联系人:). */
function opensContact(key: string, labels: readonly Label[]): boolean {
  const [first, ...others] = labels as [Label, ...Label[]];
  const before = squeeze(key.slice(0, first.start)).replace(/^[( ]*/, '');
  const wordsBefore = before.length;
  if (/[。;!?]/.test(key.slice(0, first.start))) return false;
  if (first.kind === 'person') return wordsBefore <= 20 && !/,/.test(before);
  if (wordsBefore > 0 && !(first.kind === 'phone' && wordsBefore <= 16 && others.length === 0)) return false;
  if (first.kind === 'phone') {
    const isAlone = first.end === key.trimEnd().length && key.includes(':');
    return key.length < 100 && (isAlone || phonesIn(key).length > 0) && !isSentence(key.slice(0, 20));
  }
  const isSide = !/^(?:注|备注|单位|部门|科室|网站|微信|公开属性)$/.test(first.words);
  if (others.length === 0) return isSide && key.length <= 120 && !isSentence(key) && !isResult(first.words);
  return first.kind === 'office' || others.some(({ kind }) => kind !== 'detail') || (isSide && !isResult(first.words));
}

/** 办理结果 and the like are notes of their own unless a telephone stands beside them. */
function isResult(words: string): boolean {
  return /^(?:办理结果|办理类别|答复类别|答复形式|面商情况|沟通情况|满意程度)$/.test(words);
}

function isSentence(key: string): boolean {
  return /[。!?].|[,;].{20,}[。!?]$/.test(key.trim());
}

/** Puts labelled pieces of one line together to people. */
class ContactReader {
  private readonly contacts: Contact[] = [];
  private readonly loose: ContactDetail[] = [];
  private readonly early: string[] = [];
  /** The people behind the last label, while none of them has a number. */
  private unreached: Contact[] = [];

  read(label: Label, printed: string): void {
    const value = trimmed(printed);
    if (label.kind === 'person') this.person(label.words, value);
    else if (label.kind === 'phone') this.phone(label.words, value);
    else if (label.kind === 'office') this.office(label.words, value);
    else if (value !== '') this.detail(label.words, value);
  }

  result(): ContactLine {
    const [first] = this.contacts;
    // 联系电话:… 联系人:…: the number stands before the name it belongs to.
    if (first && first.phones.length === 0) first.phones.push(...this.early.splice(0));
    for (const contact of this.contacts) if (contact.phones.length === 0) settle(contact);
    return { contacts: this.contacts, loosePhones: this.early, looseDetails: this.loose };
  }

  detail(label: string, text: string): void {
    const owner = this.contacts.at(-1);
    if (!owner) this.loose.push({ label, text });
    else (owner.details ??= []).push({ label, text, ...(owner.phones.length === 0 && { place: 'between' as const }) });
  }

  /**
   * The people behind one label. A semicolon parts people with their own numbers; one number behind several names is
   * everybody's.
   */
  private person(role: string, value: string): void {
    const pieces = value.split(/[;；]/);
    if (pieces.length > 1 && pieces.every((piece) => peopleIn(piece).names.length > 0)) {
      for (const piece of pieces) this.person(role, piece);
      return;
    }
    const { names, rest, phones } = peopleIn(value);
    if (names.length === 0) {
      // An office to call is no person: its words stay behind the label.
      if (rest.length > 0) this.add({ phones: [] }, [{ label: role, text: rest.join('，'), place: 'before' }]);
      else if (phones.length > 0) this.add({ role, phones: [] }, []);
      else return;
      this.contacts.at(-1)?.phones.push(...phones);
      return;
    }
    const from = this.contacts.length;
    for (const [index, name] of names.entries()) {
      const isLast = index === names.length - 1;
      this.add({ name, role, phones: shareOf(phones, index, names.length) }, isLast ? rest.map(asRemark) : []);
    }
    this.unreached = phones.length === 0 ? this.contacts.slice(from) : [];
  }

  /** 联系单位及电话：…科 123: who is called there is no name. */
  private office(label: string, value: string): void {
    const { names, rest, phones } = peopleIn(value);
    const [name] = names.filter((word) => isName(fold(squeeze(word))));
    const words = [...rest, ...names.filter((word) => word !== name)].join('，');
    const office: ContactDetail[] = words === '' ? [] : [{ label, text: words, place: 'before' }];
    this.add(name === undefined ? { phones } : { name, phones }, office);
  }

  private add(contact: Contact, details: ContactDetail[]): void {
    const before =
      this.contacts.length === 0 ? this.loose.splice(0).map((detail) => ({ ...detail, place: 'before' as const })) : [];
    const all = [...before, ...details];
    this.contacts.push(all.length > 0 ? { ...contact, details: all } : contact);
  }

  private phone(label: string, value: string): void {
    const phones = phonesIn(value);
    const printed = phones.map((phone) => phone.printed);
    const before = value.slice(0, phones[0]?.start ?? value.length);
    const after = trimmed(value.slice(phones.at(-1)?.end ?? value.length));
    const first = personIn(before);
    const next = personIn(after);
    const owner = this.contacts.at(-1);
    const group = this.unreached.splice(0);
    if (group.length > 1) {
      for (const [index, contact] of group.entries()) contact.phones.push(...shareOf(printed, index, group.length));
    } else if (owner) owner.phones.push(...printed);
    else if (!isPlainPhoneLabel(label) && first === null && next === null) {
      if (value !== '') this.detail(label, value);
      return;
    } else if (first !== null || this.loose.length > 0) this.add({ phones: printed }, []);
    else this.early.push(...printed);
    const called = this.contacts.at(-1);
    if (called && called.name === undefined && first !== null) called.name = first.name;
    for (const words of [first?.rest ?? trimmed(before)]) if (words !== '') this.detail('', words);
    if (next === null) {
      if (after !== '') this.detail('', after);
    } else if (called && called.name === undefined) called.name = next.name;
    // 电话:123 李四 电话:456: the next person under the same label.
    else if (called)
      this.contacts.push({ name: next.name, ...(called.role !== undefined && { role: called.role }), phones: [] });
    else this.add({ name: next.name, phones: this.early.splice(0) }, []);
    if (next !== null && next.rest !== '') this.detail('', next.rest);
  }
}

/** The one person words name, and what else they say; null when they name none for certain. */
function personIn(words: string): { name: string; rest: string } | null {
  const { names, rest } = peopleIn(words);
  const name = names.at(-1);
  if (names.length !== 1 || name === undefined || !isName(fold(squeeze(name)))) return null;
  return { name, rest: rest.join('，') };
}

/** As many numbers as people: one each; otherwise all are everybody's. */
function shareOf(phones: readonly string[], index: number, people: number): string[] {
  return phones.length === people ? phones.slice(index, index + 1) : [...phones];
}

/** Words beside a name go into brackets behind it; those printed in brackets and whole clauses stay as they are. */
function asRemark(words: string): ContactDetail {
  const isClause = words.length > 14;
  return { label: '', text: /^[(（]/.test(words) || isClause ? words : `（${words}）`, place: 'between' };
}

/** Without a telephone there is nothing to stand between. */
function settle(contact: Contact): void {
  for (const detail of contact.details ?? []) if (detail.place === 'between') delete detail.place;
}

/** Names, numbers and the rest of a value; words in brackets are rest, unless the only name stands in them. */
function peopleIn(value: string): { names: string[]; rest: string[]; phones: string[] } {
  const phones = phonesIn(value);
  let words = value;
  for (const { start, end } of phones.toReversed()) words = `${words.slice(0, start)} ${words.slice(end)}`;
  const brackets = [...words.matchAll(/[(（][^()（）]*[)）]/g)].map((match) => match[0]);
  const bare = words.replace(/[(（][^()（）]*[)）]/g, ' ').replace(/[()（）]/g, ' ');
  const found = namesIn(bare);
  const remarks = brackets.filter((bracket) => /[\p{L}\p{N}]/u.test(bracket));
  if (found.names.length === 0) {
    const inside = remarks.map((remark) => namesIn(remark.slice(1, -1)));
    const named = inside.findIndex(({ names, rest }) => names.length === 1 && rest.length === 0);
    if (named >= 0) {
      found.names = inside[named]?.names ?? [];
      remarks.splice(named, 1);
    }
  }
  const rest = found.rest.filter((word) => !/^(?:及|和|与|或|转|分机)$/.test(word));
  return { names: found.names, rest: [...rest, ...remarks], phones: phones.map((phone) => phone.printed) };
}

/** One pair of brackets round the whole line, or a lone one at an end. */
function withoutOuterBrackets(key: string, text: string): [string, string] {
  let [start, end] = [0, key.length];
  const trim = (): void => {
    while (start < end && /[ \t]/.test(key.charAt(start))) start++;
    while (end > start && /[ \t。]/.test(key.charAt(end - 1))) end--;
  };
  trim();
  if (key.charAt(start) === '(' && closes(key, start) >= end - 1) start++;
  trim();
  if (key.charAt(end - 1) === ')' && depth(key.slice(start, end)) < 0) end--;
  trim();
  return [key.slice(start, end), text.slice(start, end)];
}

/** Where the bracket opened at `at` is closed; the end where it never is. */
function closes(key: string, at: number): number {
  let open = 0;
  for (let index = at; index < key.length; index++) {
    if (key.charAt(index) === '(') open++;
    if (key.charAt(index) === ')' && --open === 0) return index;
  }
  return key.length;
}

/** Where a bracket stands whose partner is missing. */
function loneBracket(key: string): number | null {
  const open: number[] = [];
  for (const [index, mark] of [...key.matchAll(/[()]/g)].map((match) => [match.index, match[0]] as const)) {
    if (mark === '(') open.push(index);
    else if (open.pop() === undefined) return index;
  }
  return open.at(-1) ?? null;
}

function depth(key: string): number {
  return [...key].reduce((sum, mark) => sum + (mark === '(' ? 1 : mark === ')' ? -1 : 0), 0);
}

/** Without the marks that parted it from its neighbours, and with its brackets in pairs. */
function trimmed(value: string): string {
  let text = value.replace(/^[\s,，;；、。:：]+|[\s,，;；、。]+$/g, '');
  for (let lone = loneBracket(fold(text)); lone !== null; lone = loneBracket(fold(text)))
    text = (text.slice(0, lone) + text.slice(lone + 1)).trim();
  return text.replace(/[,，;；、]+$/, '');
}
