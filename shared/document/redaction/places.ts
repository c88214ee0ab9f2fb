import { detailText } from '../printed.ts';
import type { Block, Contact, ReplyDocument, Run, Section, Table } from '../schema.ts';
import type { Place } from './finding.ts';

/** A stretch of one place's text and what stands there instead. */
export interface Cut {
  start: number;
  end: number;
  replacement: string;
}

/** One piece of printed text, with what is around it that says what its numbers are. */
export interface PlaceText {
  place: Place;
  /** Tells places apart by their order, so that equal letters give equal keys. */
  key: string;
  text: string;
  /** Stretches with `format.redact`. */
  marked: { start: number; end: number }[];
  /** In a table: the cell at the head of the column and the one to the left. */
  heads: string[];
  /** In a table: the whole row. For a contact: its name and role. */
  beside: string;
}

/** Returns disjoint cuts in order. */
type Cutter = (at: PlaceText) => Cut[];

/**
 * A copy of a letter without review marks, every text of which was cut as `cutter` says. This is the only walk over
 * the texts: what it does not show to `cutter` cannot be found and is not printed.
 *
 * A paragraph, list item or list entry that loses all its text is gone; a table cell keeps its empty paragraph.
 */
export function cutPlaces(document: ReplyDocument, cutter: Cutter): ReplyDocument {
  let blocks = 0;
  const single = (place: Place, text: string, beside = ''): string => {
    const at = { place, key: `${place.part}${place.index ?? ''}`, text, marked: [], heads: [], beside };
    return cutText(text, cutter(at));
  };
  const each = (part: Place['part'], texts: readonly string[]): string[] =>
    texts.flatMap((text, index) => {
      const left = single({ part, index }, text);
      return left === '' && text !== '' ? [] : [left];
    });
  const runsAt = (place: Place, key: string, runs: Run[], around: Pick<PlaceText, 'heads' | 'beside'>): Run[] => {
    const at = { place, key, text: runs.map((run) => run.text).join(''), marked: markedStretches(runs), ...around };
    return withoutMarks(cutRuns(runs, cutter(at)));
  };
  const nothing = { heads: [], beside: '' };

  const cutBlock = (block: Block, around: Pick<PlaceText, 'heads' | 'beside'>): Block => {
    if (block.table) return { ...block, table: cutTable(block.table) };
    blocks += 1;
    return { ...block, runs: runsAt({ part: 'block', blockId: block.id }, `block${blocks}`, block.runs, around) };
  };
  const cutTable = (table: Table): Table => ({
    ...table,
    rows: table.rows.map((row) => {
      const beside = row.cells.map(cellText).join(' ');
      return {
        ...row,
        cells: row.cells.map((cell, column) => {
          const above = table.rows[0] === row ? undefined : table.rows[0]?.cells[column];
          const heads = [above, row.cells[column - 1]].flatMap((head) => (head ? [cellText(head)] : [])).filter(isHead);
          return { ...cell, blocks: cell.blocks.map((block) => cutBlock(block, { heads, beside })) };
        }),
      };
    }),
  });
  const isGone = (before: Block, after: Block): boolean =>
    before.table === undefined && runsLength(before.runs) > 0 && runsLength(after.runs) === 0;
  const cutSection = ({ heading, ...section }: Section): Section => {
    const cutHeading = heading && cutBlock(heading, nothing);
    return {
      ...section,
      ...(heading && cutHeading && !isGone(heading, cutHeading) && { heading: cutHeading }),
      blocks: section.blocks.flatMap((block) => {
        const cut = cutBlock(block, nothing);
        return isGone(block, cut) ? [] : [cut];
      }),
    };
  };
  const cutContact = (contact: Contact, index: number): Contact[] => {
    const at = { part: 'contact', index } as const;
    const beside = `${contact.role ?? ''} ${contact.name ?? ''}`;
    const name = single(at, contact.name ?? '', contact.role);
    const role = single(at, contact.role ?? '');
    const cutPart = (key: string, text: string): string =>
      cutText(text, cutter({ place: at, key: `contact${index}.${key}`, text, marked: [], heads: [], beside }));
    const phones = contact.phones.flatMap((phone, position) => {
      const left = cutPart(`${position}`, phone);
      // Words around a number (办公室) were there for it.
      return /\d/.test(phone) && !/\d/.test(left) && left !== phone && !left.includes('×') ? [] : [left];
    });
    const details = contact.details?.flatMap((detail, position) => {
      const before = detailText(detail);
      const left = cutPart(`d${position}`, before);
      if (left === before) return [detail];
      const label = left.startsWith(`${detail.label}：`) ? detail.label : '';
      const text = label === '' ? left : left.slice(label.length + 1);
      return text === '' ? [] : [{ ...detail, label, text }];
    });
    // A name was there for its number.
    if (phones.length === 0 && contact.phones.some((phone) => phone !== '')) return [];
    return [
      {
        ...contact,
        ...(contact.name !== undefined && { name }),
        ...(contact.role !== undefined && { role }),
        phones,
        ...(details && { details }),
      },
    ];
  };

  const { head, tail } = document;
  const optional = <K extends string>(name: K, part: Place['part'], text: string | undefined) =>
    (text === undefined ? {} : { [name]: single({ part }, text) }) as Partial<Record<K, string>>;
  return {
    ...document,
    head: {
      ...head,
      ...optional('issuer', 'issuer', head.issuer),
      ...(head.docNumber && {
        docNumber: { ...head.docNumber, code: single({ part: 'docNumber' }, head.docNumber.code) },
      }),
      ...optional('docNumberText', 'docNumber', head.docNumberText),
      ...optional('category', 'category', head.category),
      ...optional('signer', 'signer', head.signer),
      title: runsAt({ part: 'title' }, 'title', head.title, nothing),
      salutation: runsAt({ part: 'salutation' }, 'salutation', head.salutation, nothing),
    },
    sections: document.sections.map(cutSection),
    tail: {
      ...tail,
      // The text of an attachment names its item: an item whose title is gone stays, with an empty one.
      attachments: tail.attachments.map((item, index) => ({
        ...item,
        title: single({ part: 'attachment', index }, item.title),
      })),
      units: each('unit', tail.units),
      // Beside each unit its signer's post: an empty one keeps the others in their places.
      ...(tail.signerPosts && {
        signerPosts: tail.signerPosts.map((post, index) => single({ part: 'signerPost', index }, post)),
      }),
      ...optional('dateText', 'date', tail.dateText),
      contacts: withTelephone(tail.contacts, tail.contacts.flatMap(cutContact)),
      ...optional('note', 'note', tail.note),
      copyTo: each('copyTo', tail.copyTo),
    },
  };
}

/** The names of a note go together: when none of them has a telephone any more, nobody is to be called. */
function withTelephone(before: readonly Contact[], after: Contact[]): Contact[] {
  const isReachable = (contacts: readonly Contact[]) =>
    contacts.some(({ phones }) => phones.some((phone) => phone !== ''));
  return isReachable(before) && !isReachable(after) ? [] : after;
}

/** Names of columns are short; a cell with a sentence in it names nothing. */
function isHead(text: string): boolean {
  return text.length <= 12;
}

function cellText(cell: { blocks: Block[] }): string {
  return cell.blocks.flatMap((block) => block.runs.map((run) => run.text)).join('');
}

function runsLength(runs: readonly Run[]): number {
  return runs.reduce((length, run) => length + run.text.length, 0);
}

function markedStretches(runs: readonly Run[]): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let at = 0;
  for (const run of runs) {
    const start = at;
    at += run.text.length;
    if (run.format?.redact !== true || at === start) continue;
    const last = stretches.at(-1);
    if (last?.end === start) last.end = at;
    else stretches.push({ start, end: at });
  }
  return stretches;
}

function cutText(text: string, cuts: readonly Cut[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, replacement } of cuts) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** A field whose text was cut is no field any more: it would be filled again. */
function cutRuns(runs: readonly Run[], cuts: readonly Cut[]): Run[] {
  if (cuts.length === 0) return [...runs];
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const inside = cuts
      .filter((cut) => cut.start < at && cut.end > start)
      .map((cut) => ({
        start: Math.max(cut.start - start, 0),
        end: Math.min(cut.end - start, run.text.length),
        // A cut over several runs leaves its replacement in the first.
        replacement: cut.start >= start ? cut.replacement : '',
      }));
    if (inside.length === 0) return [run];
    const text = cutText(run.text, inside);
    const { object: _object, ...plain } = run;
    return text === '' ? [] : [{ ...plain, text }];
  });
}

function withoutMarks(runs: readonly Run[]): Run[] {
  return runs.map((run) => {
    if (run.format?.redact !== true) return run;
    const { redact: _redact, ...format } = run.format;
    const { format: _format, ...plain } = run;
    return Object.keys(format).length > 0 ? { ...plain, format } : plain;
  });
}
