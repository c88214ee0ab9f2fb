import type { CaseFacts } from '#shared/domain/case.ts';
import { printedDocNumber } from '../printed.ts';
import type { ReplyDocument } from '../schema.ts';
import { detect } from './detect.ts';
import type { Finding, FindingKind, PublicationOptions } from './finding.ts';
import type { Hit } from './hit.ts';
import { cutPlaces, type PlaceText } from './places.ts';
import { takeOut } from './take-out.ts';

/** Figures of a mobile number. */
const LONG_NUMBER = 11;

/** Characters shown on either side. */
const CONTEXT = 28;

/** Of two hits on the same text the one named first wins. */
const precedence: readonly FindingKind[] = [
  'marked',
  'idNumber',
  'passport',
  'bankCard',
  'memberContact',
  'staffMobile',
  'mobile',
  'email',
  'memberLandline',
  'address',
  'account',
  'plateNumber',
  'officeLandline',
];

/** A finding with the key of its place, which `publicVersion` needs to cut it out again. */
export interface LocatedFinding extends Finding {
  key: string;
}

/**
 * Personal data and marked text of a letter without review marks (see `publicSource`), in reading order. Telephones of
 * the unit are only among them when the options say so.
 */
export function findPersonalData(
  document: ReplyDocument,
  caseFacts: CaseFacts,
  options: PublicationOptions,
): LocatedFinding[] {
  const members = membersOf(caseFacts);
  const ownNumbers = [caseFacts.number, printedDocNumber(document.head)];
  const places: { at: PlaceText; hits: Hit[] }[] = [];
  cutPlaces(document, (at) => {
    const { heads, beside } = at;
    const found = detect(at.text, { part: at.place.part, members, ownNumbers, heads, beside });
    const marked = at.marked.map((stretch): Hit => ({ ...stretch, kind: 'marked', reason: 'marked' }));
    const wanted = found.filter((hit) => isWanted(hit, options));
    places.push({ at, hits: [...marked, ...wanted] });
    return [];
  });
  const known = new Map(places.flatMap(({ at, hits }) => hits.map((hit) => [at.text.slice(hit.start, hit.end), hit])));
  return places.flatMap(({ at, hits }) =>
    disjoint([...hits, ...repeated(at.text, known)]).map((hit) => finding(hit, at, options)),
  );
}

/**
 * What is private in one place is so wherever it stands, in another form of writing or without its label. A name that
 * was marked once is proposed at its other places too; a single character is not.
 */
function repeated(text: string, known: ReadonlyMap<string, Hit>): Hit[] {
  const hits: Hit[] = [];
  for (const [value, { kind, reason }] of known) {
    if (value.trim().length < (kind === 'marked' ? 2 : 6)) continue;
    const why = kind === 'marked' ? 'repeated' : reason;
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
      const end = start + value.length;
      if (!isShortNumber(value) || !isInsideNumber(text, start, end)) hits.push({ start, end, kind, reason: why });
    }
  }
  return hits;
}

/** Many figures in the same order are no chance, even within others; of a short number they are. */
function isShortNumber(value: string): boolean {
  return value.length < LONG_NUMBER && /^\d+$/.test(value);
}

function isInsideNumber(text: string, start: number, end: number): boolean {
  return /^\d{2}$/.test(text.slice(start - 1, start + 1)) || /^\d{2}$/.test(text.slice(end - 1, end + 1));
}

/** Whether a text outside the letter has personal data in it. */
export function hasPersonalData(text: string, caseFacts: CaseFacts, options: PublicationOptions): boolean {
  const ownNumbers = [caseFacts.number];
  const hits = detect(text, { part: 'title', members: membersOf(caseFacts), ownNumbers, heads: [], beside: '' });
  return hits.some((hit) => isWanted(hit, options));
}

function isWanted({ kind }: Hit, options: PublicationOptions): boolean {
  return kind !== 'officeLandline' || options.officeLandlines === 'remove';
}

/** Names of people; one character alone would be found everywhere. */
function membersOf(caseFacts: CaseFacts): string[] {
  const people = caseFacts.members.filter(({ name, collective }) => !collective && name.length > 1);
  return people.map(({ name }) => name);
}

/** Overlapping hits become one, of the kind that goes first, over all their text. */
function disjoint(hits: readonly Hit[]): Hit[] {
  const result: Hit[] = [];
  // What was found itself goes before the same found by repetition.
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b))) {
    const last = result.at(-1);
    if (last === undefined || hit.start >= last.end) {
      result.push({ ...hit });
      continue;
    }
    const first = precedence.indexOf(hit.kind) < precedence.indexOf(last.kind) ? hit : last;
    Object.assign(last, { end: Math.max(last.end, hit.end), kind: first.kind, reason: first.reason });
  }
  return result;
}

function rank({ reason }: Hit): number {
  return reason === 'repeated' ? 1 : 0;
}

function finding({ start, end, kind, reason }: Hit, at: PlaceText, options: PublicationOptions): LocatedFinding {
  const { place, key, text } = at;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  return {
    id: idOf(`${key} ${start} ${text.slice(start, end)}`),
    key,
    kind,
    reason,
    where: place,
    start,
    end,
    text: text.slice(start, end),
    before: text.slice(Math.max(lineStart, start - CONTEXT), start),
    after: text.slice(end, Math.min(lineEnd, end + CONTEXT)),
    suggestion: kind === 'marked' ? options.marked : isLoose(text, { start, end }, at) ? 'remove' : 'mask',
  };
}

/** Of a long paragraph only this much around a finding is looked at to suggest what becomes of it. */
const NEIGHBOURHOOD = 200;

/** Whether it can go without leaving a hole in a sentence: it has a label, or nothing else stands there. */
function isLoose(whole: string, found: { start: number; end: number }, { place }: PlaceText): boolean {
  if (place.part === 'contact' || place.part === 'note') return true;
  const from = Math.max(0, found.start - NEIGHBOURHOOD);
  const text = whole.slice(from, found.end + NEIGHBOURHOOD);
  const stretch = { start: found.start - from, end: found.end - from };
  const [cut] = takeOut(text, [stretch]);
  return (
    cut !== undefined && (cut.start < stretch.start || cut.end > stretch.end || cut.end - cut.start === text.length)
  );
}

/** 53 bits of a string (cyrb53), 14 hexadecimal figures. */
function idOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
