import { runsText } from '#shared/document/plain-text.ts';
import type { Block, ReplyDocument, Section } from '#shared/document/schema.ts';
import type { Case } from '../cases.ts';
import { lineOf, type Character, type Line, type Page } from './pages.ts';

/** Parts of a printed letter in their order of print. */
export type PartKind =
  | 'title'
  | 'salutation'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table'
  | 'attachment-lead'
  | 'attachment-item'
  | 'post'
  | 'unit'
  | 'date'
  | 'note'
  | 'attachment-mark'
  | 'attachment-title'
  | 'copy-to'
  | 'imprint';

export interface PlacedLine {
  page: Page;
  /** Number of the line among those of the page's text, from 0. */
  index: number;
  /** The whole line. */
  line: Line;
  /** What of it belongs to the part. */
  own: Line;
}
export interface Part {
  kind: PartKind;
  text: string;
  level?: number;
  /** Of a heading: text that runs in after it. */
  runIn?: Part;
  /** In an attachment's text and not in the letter's. */
  isAttachment: boolean;
  align?: 'left' | 'center' | 'right' | undefined;
  /** Empty where the text was not found. */
  lines: PlacedLine[];
}

/** Lines of the text: all but the page number. */
export function textLines(page: Page): Line[] {
  return page.lines.filter((line) => !isPageNumber(page, line));
}

export function isPageNumber(page: Page, line: Line): boolean {
  return /^—?\d+—?$|^第\d+页$/.test(line.text) && line.top > page.height - 36;
}

interface Spot {
  character: Character;
  page: Page;
  line: Line;
  index: number;
}

/** Finds what the letter says on the pages, one part after the other. */
export function partsOf({ letter, options }: Case, pages: readonly Page[]): Part[] {
  const spots = pages.flatMap((page) =>
    textLines(page).flatMap((line, index) =>
      line.characters.map((character): Spot => ({ character, page, line, index })),
    ),
  );
  const printed = spots.map((spot) => spot.character.text).join('');
  // Surrogate pairs would make places in the text and in the list differ.
  if (printed.length !== spots.length) throw new Error('characters beyond the basic plane are not measured');
  let cursor = 0;
  const locate = ({ runIn, ...part }: Wanted): Part => {
    const text = part.text.replaceAll(/\s/g, '');
    const at = text === '' ? -1 : printed.indexOf(text, cursor);
    if (at >= 0) cursor = at + text.length;
    const lines = at < 0 ? [] : placedLines(spots.slice(at, cursor));
    return { ...part, lines, ...(runIn && { runIn: locate(runIn) }) };
  };
  return wantedParts(letter.document, options).map(locate);
}

function placedLines(spots: readonly Spot[]): PlacedLine[] {
  const lines: { line: Line; page: Page; index: number; characters: Character[] }[] = [];
  for (const { line, page, index, character } of spots) {
    const last = lines.at(-1);
    if (last?.line === line) last.characters.push(character);
    else lines.push({ line, page, index, characters: [character] });
  }
  return lines.map(({ characters, ...place }) => ({ ...place, own: lineOf(characters) }));
}

type Wanted = Omit<Part, 'lines' | 'runIn'> & { runIn?: Wanted };

function wantedParts(document: ReplyDocument, options: Case['options']): Wanted[] {
  const { head, tail } = document;
  const part = (kind: PartKind, text: string): Wanted[] => (text === '' ? [] : [{ kind, text, isAttachment: false }]);
  const inLetter = document.sections.filter(({ role }) => role !== 'attachment');
  const date = printedDate(tail.date ?? '');
  const { attachments } = tail;
  const number = (index: number): string => (attachments.length > 1 ? `${index + 1}.` : '');
  const attached = document.sections.filter(({ role }) => role === 'attachment');
  const isStamped = tail.seal === 'name-stamp';
  return [
    ...part('title', runsText(head.title)),
    ...part('salutation', runsText(head.salutation)),
    ...inLetter.flatMap((section) => blocksOf(section, false)),
    ...(attachments.length > 0 ? part('attachment-lead', '附件：') : []),
    ...attachments.flatMap((item, index) => part('attachment-item', number(index) + item.title)),
    ...(isStamped ? (tail.signerPosts ?? []) : []).flatMap((post) => part('post', post)),
    ...(isStamped ? [] : tail.units).flatMap((unit) => part('unit', unit)),
    ...part('date', date),
    ...notes(document).flatMap((note) => part('note', note)),
    ...attached.flatMap((section) => {
      const index = attachments.findIndex(({ id }) => id === section.attachment?.itemId);
      const head = [
        ...part('attachment-mark', attachments.length > 1 ? `附件${index + 1}` : '附件'),
        ...part('attachment-title', attachments[index]?.title ?? ''),
      ];
      return [...head, ...blocksOf(section, true)].map((wanted) => ({ ...wanted, isAttachment: true }));
    }),
    ...(tail.copyTo.length > 0 ? part('copy-to', `抄送：${tail.copyTo.join('，')}。`) : []),
    ...(options.form.colophon.hasImprint
      ? part('imprint', `${options.unit.fullName}${date === '' ? '' : `${date}印发`}`)
      : []),
  ];
}

function printedDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return iso === '' ? '' : `${year}年${month}月${day}日`;
}

function notes({ head, tail }: ReplyDocument): string[] {
  const contacts = tail.contacts.map((contact) => contact.name ?? '').filter((name) => name !== '');
  const disclosure = { public: '（此件公开发布）', 'on-request': '（此件依申请公开）', withheld: '（此件不予公开）' };
  return [
    ...contacts,
    ...(head.disclosure ? [disclosure[head.disclosure.kind]] : []),
    ...(tail.note === undefined ? [] : [`（${tail.note}）`]),
  ];
}

function blocksOf(section: Section, isAttachment: boolean): Wanted[] {
  const blocks = [...(section.heading ? [section.heading] : []), ...section.blocks];
  return blocks.flatMap((block) => blockParts(block, isAttachment));
}

function blockParts(block: Block, isAttachment: boolean): Wanted[] {
  const align = block.props?.align;
  const common = { isAttachment, align };
  switch (block.type) {
    case 'heading': {
      const runIn = runsText(block.runs.filter((run) => run.format?.body === true));
      return [
        {
          ...common,
          kind: 'heading',
          level: block.level ?? 1,
          text: runsText(block.runs.filter((run) => run.format?.body !== true)),
          ...(runIn !== '' && { runIn: { ...common, kind: 'paragraph', text: runIn } }),
        },
      ];
    }
    case 'table':
      return [{ ...common, kind: 'table', text: runsText(block.table?.rows[0]?.cells[0]?.blocks[0]?.runs ?? []) }];
    case 'page-break':
      return [];
    case 'list-item':
    case 'paragraph':
      return [{ ...common, kind: block.type, text: runsText(block.runs) }];
  }
}
