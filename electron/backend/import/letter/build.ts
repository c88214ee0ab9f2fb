import { newId } from '#shared/lib/ids.ts';
import type { ImportChange, ImportedField } from '#shared/domain/import-report.ts';
import { runsText } from '#shared/document/plain-text.ts';
import {
  REPLY_SCHEMA,
  type Block,
  type Contact,
  type ContactDetail,
  type Head,
  type ReplyDocument,
  type Section,
  type Tail,
} from '#shared/document/schema.ts';
import { contactWords } from '#shared/document/import-undo.ts';
import { detailText } from '#shared/document/printed.ts';
import { attachmentSection } from '#shared/document/create.ts';
import { headingLabel, headingLabels, isHeadingNumber } from '#shared/document/numbering.ts';
import { blocksOf } from '#shared/document/walk.ts';
import { partAppendix } from './appendix.ts';
import { doubtfulBlanks } from './blanks.ts';
import { buildBlocks, buildPlainBlocks, buildSections, type BuiltBlock } from './body.ts';
import { isSoundCaseNumber } from './case-number.ts';
import { shorten, type ChangeLog } from './changes.ts';
import { pageLook } from './chrome.ts';
import { bindSalutation, bindSections, bindTitle } from './fields.ts';
import { fold } from './fold.ts';
import type { HeadParts } from './head.ts';
import type { Line } from './line.ts';
import { joinBroken } from './paragraphs.ts';
import type { LetterParts } from './parts.ts';
import type { TailPart } from './tail.ts';
import { widenPunctuation } from './widen.ts';

interface Move {
  lines: Line[];
  part: Parameters<ChangeLog['recognise']>[0] | null;
  clears: { field: ImportedField; value: string }[];
  /** What says it now, where that was read from another line. */
  said?: string;
}

/** Puts the parts into a document and records every step with what takes it back. */
export function buildDocument(parts: LetterParts, lines: readonly Line[], log: ChangeLog): ReplyDocument {
  const built = buildBlocks([...parts.head.text, ...parts.body], log);
  const facts = parts.read.facts;
  const moves: Move[] = [];
  const head = buildHead(parts.head, parts.salutation, moves);
  const tail = buildTail(parts.tail.parts, head, moves);
  let sections: Section[] = buildSections(built, parts.body[parts.opening]?.id ?? null);
  const after = buildAppendix(parts.tail.appendix, tail, moves, log);
  const others = parts.others.map((own) => looseSection(buildPlainBlocks(own)));
  const appendix = [...after, ...others].flatMap((item) => item.built);
  const isAttachment = ({ section }: { section: Section }) => section.role === 'attachment';
  for (const item of [...after.filter((one) => !isAttachment(one)), ...others, ...after.filter(isAttachment)])
    sections.push(item.section);
  reportRemoved(parts, lines, [...built, ...appendix], moves, log);
  sections = bindSections(sections, facts);
  const document: ReplyDocument = {
    schema: REPLY_SCHEMA,
    id: newId(),
    head: { ...head, title: bindTitle(head.title, facts), salutation: bindSalutation(head.salutation, facts) },
    sections,
    tail,
    revisions: {},
    threads: {},
  };
  keepNumbers(document, [...built, ...appendix], log);
  reportHeadings(document, [...built, ...appendix], log);
  reportWidening(head, parts, [...built, ...appendix], log);
  warnAndRecognise(document, parts, log);
  reportKept(parts, log);
  return document;
}

/** What follows the letter: the texts of attachments, each with its item in the list, and before them what is none. */
function buildAppendix(
  lines: readonly Line[],
  tail: Tail,
  moves: Move[],
  log: ChangeLog,
): { section: Section; built: BuiltBlock[] }[] {
  const listed = tail.attachments.map(({ title }) => title);
  const { loose, attachments } = partAppendix(lines, listed);
  const parts = attachments.map(({ item, title, head, body, isLandscape }) => {
    const clears: Move['clears'] = [];
    let found = item === null ? undefined : tail.attachments[item];
    if (!found) {
      found = { id: newId(), title: widenPunctuation(title) };
      tail.attachments.push(found);
      clears.push({ field: 'attachment', value: found.title });
    }
    moves.push({ lines: head, part: 'attachment', clears, said: found.title });
    const built = buildBlocks(joinBroken(body), log);
    const section = attachmentSection(
      found.id,
      built.map(({ block }) => block),
    );
    if (isLandscape) section.attachment = { itemId: found.id, isLandscape };
    return { section, built };
  });
  if (loose.length === 0) return parts;
  log.warn('appendix.inBody', 'Text that is no attachment stands after the letter.', loose.find(hasText)?.text);
  return [looseSection(buildBlocks(joinBroken(loose), log)), ...parts];
}

/** Text that is no part of the letter, on pages of its own behind the body. */
function looseSection(built: BuiltBlock[]): { section: Section; built: BuiltBlock[] } {
  const blocks: Block[] = [{ id: newId(), type: 'page-break', runs: [] }, ...built.map(({ block }) => block)];
  return { section: { id: newId(), role: 'other', blocks }, built };
}

const hasText = ({ text }: Line): boolean => text !== '';

function buildHead(parts: HeadParts, salutation: Line | null, moves: Move[]): Head {
  const head: Head = { title: [], salutation: [] };
  const move = (part: Move['part'], line: Line, field: ImportedField, value: string): void => {
    moves.push({ lines: [line], part, clears: [{ field, value }] });
  };
  if (parts.title !== undefined) {
    const title = widenPunctuation(parts.title);
    head.title = [{ text: title }];
    moves.push({ lines: parts.titleLines, part: 'title', clears: [{ field: 'title', value: title }] });
  }
  if (salutation) {
    const wide = widenPunctuation(salutation.text).replace(/：$/, '');
    const text = /[！。]$/.test(wide) ? wide : `${wide}：`;
    head.salutation = [{ text }];
    moves.push({
      lines: salutation.parts ?? [salutation],
      part: 'salutation',
      clears: [{ field: 'salutation', value: text }],
    });
  }
  if (parts.docNumber) {
    const { printed, value, line } = parts.docNumber;
    if (value) head.docNumber = value;
    else head.docNumberText = printed;
    move('docNumber', line, 'docNumber', printed);
  }
  if (parts.category) {
    head.category = parts.category.mark;
    move('category', parts.category.line, 'category', parts.category.mark);
  }
  if (parts.disclosure) {
    head.disclosure = { kind: parts.disclosure.kind };
    move('disclosure', parts.disclosure.line, 'disclosure', parts.disclosure.kind);
  }
  if (parts.signer) {
    head.signer = parts.signer.name;
    move('signer', parts.signer.line, 'signer', parts.signer.name);
  }
  for (const field of ['urgency', 'secrecy', 'copyNumber'] as const) {
    const found = parts[field];
    if (!found) continue;
    head[field] = found.text;
    move(null, found.line, field, found.text);
  }
  if (parts.issuer) {
    head.issuer = parts.issuer.name;
    move(null, parts.issuer.line, 'issuer', parts.issuer.name);
  }
  return head;
}

function buildTail(parts: readonly TailPart[], head: Head, moves: Move[]): Tail {
  const tail: Tail = { attachments: [], units: [], contacts: [], copyTo: [] };
  const notes: string[] = [];
  const waiting: ContactDetail[] = [];
  for (const part of parts) {
    const clears: Move['clears'] = [];
    let kind: Move['part'] = null;
    for (const unit of part.units ?? []) {
      tail.units.push(unit);
      clears.push({ field: 'unit', value: unit });
      kind = 'signature';
    }
    if (part.date) {
      if (tail.date === undefined && tail.dateText === undefined) {
        if (part.date.iso === null) tail.dateText = part.date.text;
        else tail.date = part.date.iso;
        clears.push({ field: 'date', value: part.date.iso ?? part.date.text });
        kind ??= 'date';
      } else {
        notes.push(part.date.text);
        clears.push({ field: 'note', value: part.date.text });
      }
    }
    for (const contact of part.contacts ?? []) {
      clears.push({ field: 'contact', value: contactWords(contact) });
      tail.contacts.push(withBefore(waiting.splice(0), contact));
      kind = 'contact';
    }
    for (const phone of part.loosePhones ?? []) {
      const person = tail.contacts.at(-1);
      if (person) {
        person.phones.push(phone);
        clears.push({ field: 'phone', value: phone });
      } else {
        tail.contacts.push({ phones: [phone] });
        clears.push({ field: 'contact', value: phone });
      }
      kind = 'contact';
    }
    for (const detail of part.looseDetails ?? []) {
      const person = tail.contacts.at(-1);
      if (person) (person.details ??= []).push({ ...detail, ...(person.phones.length === 0 && { place: 'between' }) });
      else waiting.push(detail);
      clears.push({ field: 'contactDetail', value: detailText(detail) });
      kind = 'contact';
    }
    if (part.attachments) {
      for (const title of part.attachments.map(widenPunctuation)) {
        tail.attachments.push({ id: newId(), title });
        clears.push({ field: 'attachment', value: title });
      }
      kind = 'attachment';
    }
    for (const unit of part.copyTo ?? []) {
      tail.copyTo.push(unit);
      clears.push({ field: 'copyTo', value: unit });
      kind = 'copyTo';
    }
    if (part.disclosure) {
      if (!head.disclosure) {
        head.disclosure = { kind: part.disclosure };
        clears.push({ field: 'disclosure', value: part.disclosure });
      }
      kind ??= 'disclosure';
    }
    if (part.category !== undefined) {
      if (head.category === undefined) {
        head.category = part.category;
        clears.push({ field: 'category', value: part.category });
      }
      kind ??= 'category';
    }
    if (part.note !== undefined) {
      const note = widenPunctuation(part.note)
        // 传  真： labels spread over the width of three characters.
        .replace(/^([一-鿿])\s+([一-鿿])(?=\s*：)/, '$1$2')
        .replace(/^[（(]/, '')
        .replace(/[)）]$/, '');
      notes.push(note);
      clears.push({ field: 'note', value: note });
    }
    moves.push({ lines: part.line.parts ?? [part.line], part: kind, clears });
  }
  if (waiting.length > 0) tail.contacts.push({ phones: [], details: waiting });
  if (notes.length > 0) tail.note = notes.join('；');
  return tail;
}

/** 联系单位 and the like from lines above go before the name. */
function withBefore(details: ContactDetail[], contact: Contact): Contact {
  if (details.length === 0) return contact;
  const before = details.map((detail) => ({ ...detail, place: 'before' as const }));
  return { ...contact, details: [...before, ...(contact.details ?? [])] };
}

/** Junk and moved lines, each with the place it goes back to. */
function reportRemoved(
  parts: LetterParts,
  lines: readonly Line[],
  built: readonly BuiltBlock[],
  moves: readonly Move[],
  log: ChangeLog,
): void {
  const blockOf = new Map<Line, string>();
  for (const { block, lines: own } of built) for (const line of own) blockOf.set(line, block.id);
  const junk = new Set([...parts.head.junk, ...parts.head.repeats, ...parts.junk, ...parts.tail.junk]);
  const moveOf = new Map<Line, Move[]>();
  for (const move of moves) for (const line of move.lines) moveOf.set(line, [...(moveOf.get(line) ?? []), move]);
  const listed = new Set<Line>(parts.head.repeats);
  let anchor: string | null = null;
  let run: { lines: Line[]; anchor: string | null } | null = null;
  const removed: { lines: Line[]; anchor: string | null }[] = [];
  const moved: { lines: Line[]; anchor: string | null; moves: Move[] }[] = [];
  const done = new Set<Line>();
  for (const line of lines) {
    const kept = blockOf.get(line);
    if (kept !== undefined) {
      anchor = kept;
      run = null;
    } else if (junk.has(line)) {
      if (run) run.lines.push(line);
      else removed.push((run = { lines: [line], anchor }));
      if (!listed.has(line)) log.junkLines.push(line.text);
    } else {
      run = null;
      if (done.has(line)) continue;
      const own = moveOf.get(line) ?? [];
      const group = [...new Set([line, ...own.flatMap((move) => move.lines)])];
      const all = [...new Set(group.flatMap((member) => moveOf.get(member) ?? []))];
      for (const member of group) done.add(member);
      // What says again what was read already (a number printed twice) went nowhere.
      if (all.some((move) => move.clears.length > 0 || move.said !== undefined))
        moved.push({ lines: group, anchor, moves: all });
      else removed.push({ lines: group, anchor });
    }
  }
  for (const { lines: all, anchor: after } of removed) {
    const gone = all.filter(hasText);
    // A page break alone is no text to give back.
    if (gone.length === 0) continue;
    const text = gone.map((line) => line.text).join('\n');
    log.change('junk.removed', text, '', after, inserts(gone, after));
  }
  if (log.junkLines.length > 0) {
    log.warn('junk.removed', `${log.junkLines.length} lines of the web page were taken out.`, log.junkLines.join('\n'));
  }
  for (const { lines: source, anchor: after, moves: all } of moved) {
    const gone = source.filter(hasText);
    const text = gone.map((line) => line.text).join('\n');
    const clears = all.flatMap((move) => move.clears);
    const values = clears.map((clear) => clear.value);
    const now = (values.length > 0 ? values : all.flatMap((move) => move.said ?? [])).join(' ');
    log.change('line.moved', text, now, after, [
      ...clears.map((clear) => ({ op: 'clear' as const, ...clear })),
      ...inserts(gone, after),
    ]);
    for (const move of all)
      if (move.part !== null && move.clears.length > 0)
        log.recognise(move.part, move.clears.map((clear) => clear.value).join('、'));
  }
}

function inserts(lines: readonly Line[], after: string | null): ImportChange['undo'] {
  return lines.map((line) => ({ op: 'insert' as const, blockId: after, id: line.id, to: line.text }));
}

/** Gives a heading its typed number where the count would come to another. */
function keepNumbers(document: ReplyDocument, built: readonly BuiltBlock[], log: ChangeLog): void {
  const typed = new Map(built.flatMap(({ block, heading }) => (heading ? [[block.id, heading]] : [])));
  const counts = [0, 0, 0, 0];
  const kept: string[] = [];
  for (const { section, block } of blocksOf(document)) {
    if (section.role === 'attachment' && block === (section.heading ?? section.blocks[0])) counts.fill(0);
    const heading = typed.get(block.id);
    if (!heading) continue;
    const next = (counts[heading.level - 1] ?? 0) + 1;
    const isOther = heading.number !== next && isHeadingNumber(heading.number);
    const count = isOther ? heading.number : next;
    counts[heading.level - 1] = count;
    counts.fill(0, heading.level);
    if (!isOther) continue;
    block.props = { ...block.props, start: count };
    kept.push(headingLabel(heading.level, count) + runsText(block.runs).slice(0, 20));
  }
  if (kept.length > 0) log.warn('heading.kept', 'Numbers of headings out of order were kept.', kept.join('\n'));
}

function reportHeadings(document: ReplyDocument, built: readonly BuiltBlock[], log: ChangeLog): void {
  const headings = built.filter((item) => item.heading);
  if (headings.length === 0) return;
  const computed = headingLabels(document);
  const undo = headings.map(({ block, lines, heading }) => ({
    op: 'unnumber' as const,
    blockId: block.id,
    label: lines
      .slice(0, 24)
      .map((line) => line.text)
      .join('')
      .slice(0, heading?.end ?? 0),
  }));
  const labels = undo.map((step) => step.label.trim());
  const now = undo.map((step) => computed.get(step.blockId) ?? '');
  log.change('heading.numbered', labels.join(' '), now.join(' '), headings[0]?.block.id ?? null, undo);
  const added = undo.flatMap(({ label }, index) => (label === '' ? [now[index] ?? ''] : []));
  if (added.length > 0) log.warn('heading.unnumbered', 'Headings without a number have one now.', added.join(' '));
}

/** One change for the punctuation of the whole letter. */
function reportWidening(head: Head, parts: LetterParts, built: readonly BuiltBlock[], log: ChangeLog): void {
  const undo: ImportChange['undo'] = [];
  const add = (blockId: string, from: string, to: string): void => {
    if (from !== to) undo.push({ op: 'replace', blockId, from, to });
  };
  if (parts.head.title !== undefined) add('title', runsText(head.title), parts.head.title);
  for (const { block, raw, cells } of built) {
    if (!block.table) add(block.id, runsText(block.runs), raw);
    for (const cell of cells ?? []) add(cell.blockId, cell.wide, cell.raw);
  }
  if (undo.length === 0) return;
  const first = undo[0];
  const sample = first?.op === 'replace' ? first : null;
  log.change('punctuation.widened', sample?.to ?? '', sample?.from ?? '', sample?.blockId ?? null, undo);
  log.warn('punctuation.widened', `Punctuation was widened in ${undo.length} blocks.`, shorten(sample?.to ?? ''));
}

/** What might have been taken for a line of a page, or for a part of the head, and was not. */
function reportKept(parts: LetterParts, log: ChangeLog): void {
  const kept = [...parts.head.text.filter(hasText), ...parts.body.filter((line) => pageLook(line) !== null)];
  if (kept.length > 0)
    log.warn('lines.kept', `${kept.length} lines were kept as text.`, kept.map(({ text }) => text).join('\n'));
}

/** A whole number in another script (號) is kept as printed too, and is not damaged. */
function isSoundNumber(printed: string): boolean {
  return /〔\d{4}〕[1-9]\d*号$/.test(fold(printed));
}

function warnAboutCaseNumber({ facts, differing }: LetterParts['read'], log: ChangeLog): void {
  if (facts.number === '') log.warn('caseNumber.missing', 'No case number was found.');
  else if (!isSoundCaseNumber(facts.number))
    log.warn('caseNumber.malformed', 'The case number is kept as printed.', facts.number);
  if (differing)
    log.warn(
      'caseNumber.differs',
      'Title and opening name different case numbers.',
      `${differing.title} ≠ ${differing.opening}`,
    );
}

const finished = /[。！？!?：:；;…”’）)》】]$/;

function warnAndRecognise(document: ReplyDocument, parts: LetterParts, log: ChangeLog): void {
  const { head, tail } = document;
  for (const { section, block } of blocksOf(document)) {
    if (block.type === 'heading')
      log.recognise('heading', runsText(block.runs.filter((run) => !run.format?.body)), block.id);
    if (section.role === 'closing' && block.type === 'paragraph')
      log.recognise('closing', runsText(block.runs), block.id);
    if (runsText(block.runs).includes('\ufffd'))
      log.warn('characters.damaged', 'Characters that could not be read.', runsText(block.runs));
  }
  for (const other of parts.others)
    log.warn(
      'letter.second',
      'The file holds a further letter.',
      other
        .slice(0, 3)
        .map((line) => line.text)
        .join(' '),
    );
  const doubtful = parts.body.flatMap(doubtfulBlanks);
  if (doubtful.length > 0)
    log.warn('blanks.kept', 'Blanks between characters of a sentence were kept.', doubtful.join('；'));
  const opening = parts.body[parts.opening];
  if (opening && parts.salutation) log.recognise('opening', opening.text, opening.id);
  if (head.title.length === 0) log.warn('title.missing', 'No title was found.');
  if (head.salutation.length === 0) log.warn('salutation.missing', 'No salutation was found.');
  if (head.docNumberText !== undefined && !isSoundNumber(head.docNumberText))
    log.warn('docNumber.malformed', 'The document number is kept as printed.', head.docNumberText);
  warnAboutCaseNumber(parts.read, log);
  if (tail.units.length === 0) log.warn('signature.missing', 'No signing unit was found.');
  if (tail.dateText !== undefined) log.warn('date.malformed', 'The date is kept as printed.', tail.dateText);
  else if (tail.date === undefined) log.warn('date.missing', 'No date was found.');
  const rest = parts.tail.parts.findLast((part) => part.note !== undefined && !part.contacts);
  if (rest && tail.note !== undefined)
    log.warn('text.truncated', 'A line at the end could not be assigned.', rest.line.text);
  const last = parts.body.at(-1);
  if (last && !last.table && parts.tail.parts.length === 0 && !finished.test(last.text)) {
    log.warn('text.truncated', 'The text breaks off in a sentence.', last.text.slice(-100));
  }
}
