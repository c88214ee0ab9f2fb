import type { ImportChange, ImportedField } from '#shared/domain/import-report.ts';
import { runsText } from './plain-text.ts';
import { detailText, printedDocNumber } from './printed.ts';
import type { Block, Contact, Head, ReplyDocument, Run, Section, Tail } from './schema.ts';
import { bodySections, mapBlocks } from './walk.ts';

type Step = ImportChange['undo'][number];

/**
 * The document with one change of an import taken back. A step whose text is no longer there is left out, so that what
 * was edited since is never overwritten. To take back all, undo the changes of the report from the last to the first:
 * then every line of the source stands as a paragraph again.
 */
export function undoImportChange(document: ReplyDocument, change: ImportChange): ReplyDocument {
  return change.undo.reduce(undoStep, document);
}

function undoStep(document: ReplyDocument, step: Step): ReplyDocument {
  switch (step.op) {
    case 'replace':
      return replaceText(document, step.blockId, step.from, step.to);
    case 'insert':
      return insertParagraph(document, step.blockId, { id: step.id, type: 'paragraph', runs: [{ text: step.to }] });
    case 'split':
      return splitBlock(document, step.blockId, step.id, step.to);
    case 'join':
      return joinBlocks(document, step.blockId, step.next, step.between);
    case 'unnumber':
      return unnumber(document, step.blockId, step.label);
    case 'clear':
      return clearField(document, step.field, step.value);
  }
}

/** Half-width forms of full-width marks, one character for one. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e“”]/g, (mark) =>
    mark === '“' || mark === '”' ? '"' : String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  );
}

const same = (a: string | undefined, b: string): boolean => a !== undefined && narrow(a) === narrow(b);

/** The runs from one place in their text to another. */
function sliceRuns(runs: readonly Run[], start: number, end: number): Run[] {
  const slices: Run[] = [];
  let offset = 0;
  for (const run of runs) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, run.text.length);
    if (from === 0 && to === run.text.length && to > 0) slices.push(run);
    else if (from < to) slices.push({ ...run, text: run.text.slice(from, to) });
    offset += run.text.length;
  }
  return slices;
}

/** `to` in place of the first `from`; runs keep their formats and fields where the texts agree in length. */
function replaceInRuns(runs: Run[], from: string, to: string): Run[] {
  const text = runsText(runs);
  const at = narrow(text).indexOf(narrow(from));
  if (at < 0 || from === '') return runs;
  let head = 0;
  while (head < Math.min(from.length, to.length) && text.charAt(at + head) === to.charAt(head)) head++;
  if (from.length === to.length) {
    const next = text.slice(0, at) + to + text.slice(at + to.length);
    let offset = 0;
    return runs.map((run) => {
      const slice = next.slice(offset, (offset += run.text.length));
      return slice === run.text ? run : { ...run, text: slice };
    });
  }
  let tail = 0;
  const limit = Math.min(from.length, to.length) - head;
  while (tail < limit && text.charAt(at + from.length - 1 - tail) === to.charAt(to.length - 1 - tail)) tail++;
  const start = at + head;
  const end = at + from.length - tail;
  const middle: Run = { text: to.slice(head, to.length - tail) };
  return [...sliceRuns(runs, 0, start), middle, ...sliceRuns(runs, end, text.length)].filter((run) => run.text !== '');
}

function replaceText(document: ReplyDocument, blockId: string, from: string, to: string): ReplyDocument {
  if (blockId === 'title' || blockId === 'salutation') {
    return { ...document, head: { ...document.head, [blockId]: replaceInRuns(document.head[blockId], from, to) } };
  }
  return mapBlocks(document, (block) =>
    block.id === blockId ? { ...block, runs: replaceInRuns(block.runs, from, to) } : block,
  );
}

function mapSections(document: ReplyDocument, change: (section: Section) => Section): ReplyDocument {
  return { ...document, sections: document.sections.map(change) };
}

/**
 * After the block, and after lines restored there before that stood above this one: ids of one import sort in the
 * order of its lines.
 */
function insertParagraph(document: ReplyDocument, anchor: string | null, paragraph: Block): ReplyDocument {
  let done = false;
  const insertAt = (section: Section, from: number): Section => {
    let at = from;
    while (at < section.blocks.length && (section.blocks[at]?.id ?? '') < paragraph.id) at++;
    done = true;
    return { ...section, blocks: section.blocks.toSpliced(at, 0, paragraph) };
  };
  const next = mapSections(document, (section) => {
    if (done) return section;
    if (anchor === null || section.heading?.id === anchor) return insertAt(section, 0);
    const index = section.blocks.findIndex((block) => block.id === anchor);
    return index < 0 ? section : insertAt(section, index + 1);
  });
  if (done) return next;
  // The block it stood after was deleted since: the line goes to the end rather than being lost.
  const last = next.sections.at(-1);
  return mapSections(next, (section) =>
    section === last ? { ...section, blocks: [...section.blocks, paragraph] } : section,
  );
}

function splitBlock(document: ReplyDocument, blockId: string, id: string, to: string): ReplyDocument {
  return mapSections(document, (section) => {
    const index = section.blocks.findIndex((block) => block.id === blockId);
    const own = index < 0 ? (section.heading?.id === blockId ? section.heading : undefined) : section.blocks[index];
    if (!own) return section;
    const text = runsText(own.runs);
    const plain = narrow(text);
    const at = plain.endsWith(narrow(to)) ? text.length - to.length : plain.indexOf(narrow(to), 1);
    if (at <= 0 || to === '') return section;
    const first = { ...own, runs: sliceRuns(own.runs, 0, at) };
    const second: Block = { id, type: 'paragraph', runs: sliceRuns(own.runs, at, text.length).map(withoutBodyFormat) };
    if (index < 0) return { ...section, heading: first, blocks: [second, ...section.blocks] };
    return { ...section, blocks: section.blocks.toSpliced(index, 1, first, second) };
  });
}

function joinBlocks(document: ReplyDocument, blockId: string, next: string, between: string): ReplyDocument {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const first = blocks.find((block) => block.id === blockId);
  const second = blocks.find((block) => block.id === next);
  if (first?.type !== 'paragraph' || second?.type !== 'paragraph') return document;
  const gap: Run[] = between === '' ? [] : [{ text: between }];
  const joined = { ...first, runs: [...first.runs, ...gap, ...second.runs] };
  return mapSections(document, (section) => ({
    ...section,
    blocks: section.blocks.filter((block) => block !== second).map((block) => (block === first ? joined : block)),
  }));
}

function withoutBodyFormat(run: Run): Run {
  if (!run.format?.body) return run;
  const { body: _body, ...format } = run.format;
  const { format: _format, ...rest } = run;
  return Object.keys(format).length > 0 ? { ...rest, format } : rest;
}

function unnumber(document: ReplyDocument, blockId: string, label: string): ReplyDocument {
  const plain = (block: Block): Block => {
    const { level: _level, props, ...rest } = block;
    const { start: _start, ...others } = props ?? {};
    return {
      ...rest,
      ...(Object.keys(others).length > 0 && { props: others }),
      type: 'paragraph',
      runs: [{ text: label }, ...block.runs.map(withoutBodyFormat)],
    };
  };
  return mapSections(document, (section) => {
    if (section.heading?.id === blockId) {
      const { heading, ...rest } = section;
      return { ...rest, blocks: [plain(heading), ...section.blocks] };
    }
    return {
      ...section,
      blocks: section.blocks.map((block) => (block.id === blockId && block.type === 'heading' ? plain(block) : block)),
    };
  });
}

function without<T extends object>(value: T, ...keys: (keyof T)[]): T {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
}

function clearField(document: ReplyDocument, field: ImportedField, value: string): ReplyDocument {
  const tail = clearTail(document.tail, field, value);
  const cleared = { ...document, head: clearHead(document.head, field, value), tail };
  return field === 'attachment' ? attachmentsBack(cleared) : cleared;
}

/** Text of an attachment whose item went back into the letter is text of the letter again. */
function attachmentsBack(document: ReplyDocument): ReplyDocument {
  const items = new Set(document.tail.attachments.map(({ id }) => id));
  const isLost = ({ attachment }: Section) => attachment !== undefined && !items.has(attachment.itemId);
  const lost = document.sections.filter(isLost);
  if (lost.length === 0) return document;
  const kept = document.sections.filter((section) => !isLost(section));
  const body = bodySections({ sections: kept });
  for (const { attachment: _attachment, ...section } of lost) {
    // As with restored lines: ids of one import sort in the order of its lines.
    let at = body.length;
    while (at > 0 && firstId(body[at - 1]) > firstId(section)) at--;
    body.splice(at, 0, { ...section, role: 'other' });
  }
  return { ...document, sections: [...body, ...kept.filter(({ role }) => role === 'attachment')] };
}

function firstId(section: Section | undefined): string {
  return section?.heading?.id ?? section?.blocks[0]?.id ?? '';
}

function clearHead(head: Head, field: ImportedField, value: string): Head {
  switch (field) {
    case 'title':
    case 'salutation':
      return same(runsText(head[field]), value) ? { ...head, [field]: [] } : head;
    case 'docNumber':
      return same(printedDocNumber(head), value) ? without(head, 'docNumber', 'docNumberText') : head;
    case 'disclosure':
      return head.disclosure?.kind === value ? without(head, 'disclosure') : head;
    case 'category':
    case 'signer':
    case 'issuer':
    case 'urgency':
    case 'secrecy':
    case 'copyNumber':
      return same(head[field], value) ? without(head, field) : head;
    default:
      return head;
  }
}

/** The list without its first element that fits. */
function withoutFirst<T>(list: readonly T[], fits: (item: T) => boolean): T[] {
  const index = list.findIndex(fits);
  return index < 0 ? [...list] : list.toSpliced(index, 1);
}

/** What tells a contact of an import: its name, else its telephone, else what else it says. */
export function contactWords({ name, phones, details }: Contact): string {
  return name ?? (phones.length > 0 ? phones.join('、') : (details ?? []).map(detailText).join('；'));
}

/** A contact that said nothing else goes with its last detail. */
function withoutDetail(contacts: readonly Contact[], value: string): Contact[] {
  const holds = ({ details }: Contact) => details?.some((detail) => same(detailText(detail), value)) === true;
  const owner = contacts.find(holds);
  return contacts.flatMap((contact) => {
    if (contact !== owner) return [contact];
    const { details = [], ...rest } = contact;
    const left = withoutFirst(details, (detail) => same(detailText(detail), value));
    if (left.length > 0) return [{ ...rest, details: left }];
    return rest.name === undefined && rest.phones.length === 0 ? [] : [rest];
  });
}

function clearTail(tail: Tail, field: ImportedField, value: string): Tail {
  switch (field) {
    case 'unit':
      return { ...tail, units: withoutFirst(tail.units, (unit) => same(unit, value)) };
    case 'copyTo':
      return { ...tail, copyTo: withoutFirst(tail.copyTo, (unit) => same(unit, value)) };
    case 'attachment':
      return { ...tail, attachments: withoutFirst(tail.attachments, (item) => same(item.title, value)) };
    case 'contact':
      return {
        ...tail,
        contacts: withoutFirst(tail.contacts, (contact) => same(contactWords(contact), value)),
      };
    case 'contactDetail':
      return { ...tail, contacts: withoutDetail(tail.contacts, value) };
    case 'phone':
      return {
        ...tail,
        contacts: tail.contacts.map((contact) =>
          contact.phones.includes(value)
            ? { ...contact, phones: contact.phones.filter((phone) => phone !== value) }
            : contact,
        ),
      };
    case 'date':
      return tail.date === value
        ? without(tail, 'date')
        : same(tail.dateText, value)
          ? without(tail, 'dateText')
          : tail;
    case 'note':
      return clearNote(tail, value);
    default:
      return tail;
  }
}

/** Notes of several lines stand in one, parted by ；, which may also stand inside each. */
function clearNote(tail: Tail, value: string): Tail {
  const note = tail.note ?? '';
  const at = narrow(`；${note}；`).indexOf(narrow(`；${value}；`));
  if (at < 0) return tail;
  const rest = [note.slice(0, Math.max(at - 1, 0)), note.slice(at + value.length + 1)]
    .filter((part) => part !== '')
    .join('；');
  return rest === '' ? without(tail, 'note') : { ...tail, note: rest };
}
