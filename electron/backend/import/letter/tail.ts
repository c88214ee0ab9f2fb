import type { Contact, ContactDetail, DisclosureKind } from '#shared/document/schema.ts';
import { isFooter, isPageEnd, mayBeFooter, mayBeginFooter, pageLook } from './chrome.ts';
import { phonesIn } from './contact-phones.ts';
import { contactLine } from './contacts.ts';
import { dateAtEnd, dateLine, type PrintedDate } from './dates.ts';
import { squeeze } from './fold.ts';
import { categoryIn, disclosureIn } from './head-marks.ts';
import type { Line } from './line.ts';
import { splitOutside } from './members.ts';
import { isUnitName, unitNames } from './units.ts';

export interface TailPart {
  line: Line;
  units?: string[];
  date?: PrintedDate;
  contacts?: Contact[];
  loosePhones?: string[];
  looseDetails?: ContactDetail[];
  attachments?: string[];
  copyTo?: string[];
  disclosure?: DisclosureKind;
  category?: string;
  note?: string;
  /** 印发 line of a colophon: printed anew by the form, so it is dropped. */
  printed?: true;
}

export interface TailParts {
  parts: TailPart[];
  junk: Line[];
  /** What follows the letter: attachments with their text. */
  appendix: Line[];
}

const attachmentLabel = /^(?:附 *件 *(?:\d{1,2})? *[:]|附: *(?=\S)|附 *件 *$)/;
const copyLabel = /^(?:主 *送[^:]{0,20} *[,;。] *)?抄 *(?:送|报|告|致)(?: *(?:单位|机关))? *:/;

/** A result category and nothing else, at most with what is said of publication. */
const categoryAlone =
  /类别|结果|分类|等级|类型|^.?[A-Ea-e甲乙丙丁]\d? ?类?.?(?:件|答复)?[ (|,]*(?:$|此件|同意|主动|依申请|不予|公开)/;

/** A line of the page, unless it is a contact line that happens to name a web site. */
function isPage(line: Line): boolean {
  return pageLook(line) === 'certain' && !/联系人|联系电话|承办人|经办人/.test(line.key);
}

/** What a line of the tail says, or null. `previous` lets lists run on over several lines. */
function readTailLine(line: Line, previous: TailPart | undefined): TailPart | null {
  const { key, text } = line;
  if (line.table || line.pageBreak || key.length > 400 || isPage(line)) return null;
  const attachment = attachmentLabel.exec(key);
  if (attachment)
    return { line, attachments: titlesIn(key.slice(attachment[0].length), text.slice(attachment[0].length)) };
  if (previous?.attachments && /^(?:\d{1,2}[.、．] *|\(\d{1,2}\) *)\S/.test(key) && key.length <= 120) {
    return { line, attachments: titlesIn(key, text) };
  }
  const copy = copyLabel.exec(key);
  if (copy) return copyPart(line, copy[0].length);
  if (key.length > 200) return null;
  if (/^\((?:印章|公章|盖章|签章)\)$/.test(squeeze(key))) return { line, printed: true };
  if (/\d日? *印 *发$/.test(key) || /^印发/.test(key)) return { line, printed: true };
  if (previous?.copyTo && /^[^:]{2,120}[,。、]$/.test(key) && isUnitName(squeeze(key).replace(/[,。、].*$/, ''))) {
    return { line, copyTo: copyUnits(key, text) };
  }
  const date = dateLine(key, text);
  if (date) return { line, date };
  const disclosed = bracketedDisclosure(key);
  const contact = contactLine(key.slice(...disclosed.rest), text.slice(...disclosed.rest));
  if (contact) {
    const kind = disclosed.kind ?? disclosureIn(key);
    return {
      line,
      contacts: contact.contacts,
      loosePhones: contact.loosePhones,
      looseDetails: contact.looseDetails,
      ...(kind !== null && { disclosure: kind }),
    };
  }
  const kind = disclosureIn(key);
  if (kind !== null && key.length <= 60) return { line, disclosure: kind };
  const mark = key.length <= 20 && categoryAlone.test(key) ? categoryIn(key) : null;
  if (mark !== null) return { line, category: mark };
  const units = unitNames(key, text);
  if (units) return { line, units };
  if (previous?.contacts && /^[\d \-—–]{7,20}$/.test(key)) {
    return { line, contacts: [], loosePhones: phonesIn(text).map((phone) => phone.printed) };
  }
  const end = dateAtEnd(key);
  if (end) {
    const before = unitNames(key.slice(0, end.start).trim(), text.slice(0, end.start).trim());
    if (before) return { line, units: before, date: { iso: end.iso, text: text.slice(end.start).trim() } };
  }
  return null;
}

/** (此件公开发布) before or behind the contacts on their line. */
function bracketedDisclosure(key: string): { kind: DisclosureKind | null; rest: [number, number] } {
  const none = { kind: null, rest: [0, key.length] as [number, number] };
  const first = /^\([^()]*公开[^()]*\)/.exec(key)?.[0];
  const last = /\([^()]*公开[^()]*\)$/.exec(key)?.[0];
  if (first !== undefined && disclosureIn(first))
    return { kind: disclosureIn(first), rest: [first.length, key.length] };
  if (last !== undefined && disclosureIn(last))
    return { kind: disclosureIn(last), rest: [0, key.length - last.length] };
  return none;
}

/** 抄送:甲 乙  联系单位:丙 — the list ends where another label begins. */
function copyPart(line: Line, from: number): TailPart {
  const label = / +(?=[一-鿿](?:[一-鿿 ]{0,8}[一-鿿])?:)/.exec(line.key.slice(from));
  const end = label ? from + label.index : line.key.length;
  const copyTo = copyUnits(line.key.slice(from, end), line.text.slice(from, end));
  const after = label && contactLine(line.key.slice(end).trimStart(), line.text.slice(end).trimStart());
  if (!after) return { line, copyTo };
  return { line, copyTo, ...after };
}

/** 1.甲 2.乙 in one line, with or without blanks between, or one title. Only numbers that count on part titles. */
function titlesIn(key: string, text: string): string[] {
  const cuts: { start: number; end: number }[] = [];
  let last: number | null = null;
  for (const match of key.matchAll(/(?<![\d.第(])\(?(\d{1,2})(?:[.、．](?!\d(?!\d{3}年))|\))/g)) {
    const number = Number(match[1]);
    if (last === null ? match.index > 0 && key.slice(0, match.index).trim() !== '' : number !== last + 1) continue;
    last = number;
    cuts.push({ start: match.index, end: match.index + match[0].length });
  }
  const titles =
    cuts.length === 0 ? [text] : cuts.map((cut, index) => text.slice(cut.end, cuts[index + 1]?.start ?? text.length));
  return titles
    .map((title) => title.trim().replace(/[。；;，,]$/, ''))
    .map((title) => (/^《[^《》]*》$/.test(title) ? title.slice(1, -1) : title))
    .filter((title) => title !== '' && !/^(?:点击|下载|无$)/.test(title));
}

function copyUnits(key: string, text: string): string[] {
  const bare = text
    .slice(0, key.length)
    .trim()
    .replace(/[。.]$/, '');
  return splitOutside(bare, /[,，、;；\s]/)
    .flatMap((name) => name.split(/(?<=[局厅委办会])及(?=.)/))
    .map((name) => name.replace(/[。]$/, '').trim())
    .filter((name) => name.length > 1);
}

/** A unit or a date and nothing else: below the page's furniture these are links and print dates. */
function onlySigns(part: TailPart): boolean {
  return !part.contacts && !part.attachments && !part.copyTo && !part.disclosure;
}

/** A unit and below it, or behind it, a whole date: a letter's own signature, whatever stands above. */
function signs(lines: readonly Line[], at: number): boolean {
  const [unit, date] = lines.slice(at, at + 2).map((line) => readTailLine(line, undefined));
  return unit?.units !== undefined && /年.+月.+日/.test((unit.date ?? date?.date)?.text ?? '');
}

/** Nothing but addresses and the like, and words kept as a note. */
function isOnlyNote({ line: _line, note: _note, looseDetails: _details, ...said }: TailPart): boolean {
  return Object.values(said).every((value) => Array.isArray(value) && value.length === 0);
}

/** A line that starts the text of an attachment after the letter. */
const appendixStart = /^附 *件 *(?:\d{1,2})? *$|^附 *(?:表|录) *\d{0,2}/;

/**
 * Reads the end of the letter: `lines` from the first line of the body on. Returns how many of them are body, and what
 * the rest says. The tail starts at the first line of it from which on no body text follows.
 */
export function readTail(lines: readonly Line[]): { bodyLength: number; tail: TailParts } {
  let lastDate: number | null = null;
  for (let start = 0; start < lines.length; start++) {
    const line = lines[start];
    if (!line) break;
    const first = readTailLine(line, undefined);
    if (!first || (first.category !== undefined && start < 2)) continue;
    const above = lines[start - 1];
    if (above && isPage(above) && onlySigns(first) && !signs(lines, start)) continue;
    lastDate ??= lines.findLastIndex((other) => dateLine(other.key, other.text) !== null);
    const tail = readFrom(lines, start, lastDate);
    // Addresses and numbers alone, above other lines of the page, are the site's and not the office's.
    if (tail && tail.junk.length > 0 && tail.parts.every(isOnlyNote)) break;
    if (tail) return { bodyLength: start, tail };
  }
  return trailingPage(lines);
}

/** The run of page lines that ends a letter without signature and date. */
function trailingPage(lines: readonly Line[]): { bodyLength: number; tail: TailParts } {
  let first = lines.length;
  for (let index = lines.length - 1; index > 0; index--) {
    const line = lines[index];
    if (!line || !mayBeFooter(line)) break;
    if (mayBeginFooter(line)) first = index;
  }
  if (!isPageEnd(lines.slice(first))) first = lines.length;
  return { bodyLength: first, tail: { parts: [], junk: lines.slice(first), appendix: [] } };
}

function isBodyLike(line: Line): boolean {
  return line.table !== undefined || line.key.length > 40 || /[。!?;]$/.test(line.key.trim());
}

/** A remark in brackets below the date (附注). */
function isBracketed(line: Line): boolean {
  return line.key.length <= 200 && /^\(.*\)$/.test(line.key) && !line.key.slice(1, -1).includes('。');
}

/** 代表反馈意见:… — what an office notes below the letter. */
function isRemark(line: Line): boolean {
  return line.key.length <= 200 && /^[一-鿿]{2,10}(?:意见|情况|结果|说明|备注|注):/.test(squeeze(line.key));
}

/** The 版记 stands after the attachments on the very last page. */
function withAppendix(tail: TailParts, lines: readonly Line[]): TailParts {
  let end = lines.length;
  const colophon: TailPart[] = [];
  for (; end > 0; end -= 1) {
    const line = lines[end - 1];
    const part = line && readTailLine(line, undefined);
    if (!part || (!part.copyTo && !part.printed)) break;
    colophon.unshift(part);
  }
  tail.parts.push(...colophon);
  tail.appendix.push(...lines.slice(0, end));
  return tail;
}

/** Below the date: a line of the page, or one that may be when another stands beside it. */
function standsInPage(lines: readonly Line[], index: number, isInPage: boolean): boolean {
  const line = lines[index];
  if (!line || isFooter(line)) return line !== undefined;
  const next = lines[index + 1];
  return mayBeFooter(line) && (isInPage || (next !== undefined && mayBeFooter(next)));
}

function readFrom(lines: readonly Line[], start: number, lastDate: number): TailParts | null {
  let bodyTexts: Set<string> | null = null;
  const tail: TailParts = { parts: [], junk: [], appendix: [] };
  let sawEnd = false;
  let inPage = false;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    if (line.pageBreak) {
      if (sawEnd && lines.slice(index + 1).some((rest) => !mayBeFooter(rest))) {
        return withAppendix(tail, lines.slice(index));
      }
      continue;
    }
    if (
      sawEnd &&
      appendixStart.test(line.key) &&
      lines.length > index + 1 &&
      !lines.slice(index + 1).every(mayBeFooter)
    ) {
      return withAppendix(tail, lines.slice(index));
    }
    const isPageLine = sawEnd ? standsInPage(lines, index, inPage) : isPage(line) && index > lastDate;
    const part = isPageLine && isFooter(line) ? null : readTailLine(line, tail.parts.at(-1));
    if (part && !(inPage && (isPageLine || (sawEnd && onlySigns(part))))) {
      tail.parts.push(part);
      if (part.date || part.copyTo || (part.contacts && part.contacts.length > 0)) sawEnd = true;
      inPage = false;
    } else if (isPageLine) {
      tail.junk.push(line);
      inPage = true;
    } else if (inPage && line.key.length <= 120 && (sawEnd || !isBodyLike(line))) {
      tail.junk.push(line);
    } else if (!isBodyLike(line) || (sawEnd && (isBracketed(line) || isRemark(line)))) {
      if (!sawEnd && line.key.length > 20) return null;
      tail.parts.push({ line, note: line.text });
    } else if (sawEnd && (bodyTexts ??= new Set(lines.slice(0, start).map((body) => body.text))).has(line.text)) {
      // Some pages print the letter twice.
      tail.junk.push(line);
      inPage = true;
    } else if (sawEnd && index < lastDate) {
      // A date or a contact inside the body: the letter's own end is further down.
      return null;
    } else if (sawEnd) {
      return withAppendix(tail, lines.slice(index));
    } else {
      return null;
    }
  }
  return tail;
}
