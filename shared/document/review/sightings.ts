import { headingLabels } from '../numbering.ts';
import { fieldPaths, type FieldPath } from '../letter-fields.ts';
import { blockText, runsText } from '../plain-text.ts';
import { project } from '../projection.ts';
import { placedCells } from '../resolve/table-grid.ts';
import type { ReviewMark } from '../review-marks.ts';
import type { Change, Changeable, Moved, PresenceMarks } from '../revision-marks.ts';
import type { Block, Head, ReplyDocument, Run, Section, Table, Tail } from '../schema.ts';
import type { Anchor } from '../threads.ts';
import type { ReviewPlace } from './place.ts';

/** What a revision does at one place. */
export interface ChangePart {
  kind: ReviewMark['kind'];
  /** What comes, goes or is moved, or whose value changes. `paragraph`: the paragraph mark. */
  of: 'text' | 'paragraph' | 'block' | 'section' | 'table' | 'row' | 'column' | 'cell' | 'field';
  /** The words concerned; '\n' for a paragraph mark, tabs between cells. */
  text: string;
  /** Of what has a value: its name in the letter, and the value before and after, absent for none. */
  field?: string;
  before?: unknown;
  after?: unknown;
  /** Of what was moved: where it stood. */
  from?: ReviewPlace;
  place: ReviewPlace;
}

/** One thing met in reading order. `at` counts runs and paragraph marks: neighbours follow each other without a gap. */
export type Sighting =
  | { type: 'mark'; revision: string; part: ChangePart; at: number }
  | { type: 'thread'; id: string; text: string; place: ReviewPlace; at: number };

/** All marks of revisions and all that threads are about, in reading order. */
export function* sightings(document: ReplyDocument): Generator<Sighting> {
  const walk = new Walk(document);
  yield* walk.anchored('letter', { part: 'letter' });
  yield* walk.fields('head', document.head);
  const numbers = { body: 0, attachment: 0 };
  for (const section of document.sections) {
    const part = section.role === 'attachment' ? 'attachment' : 'body';
    if (section.originOf === undefined) numbers[part] += 1;
    yield* walk.section(section, { part, section: { id: section.id, role: section.role, number: numbers[part] } });
  }
  yield* walk.fields('tail', document.tail);
}

class Walk {
  private at = 0;
  private readonly labels: Map<string, string>;
  private readonly threads = new Map<string, string[]>();
  private readonly origins: Map<string, ReviewPlace>;

  constructor(document: ReplyDocument) {
    this.labels = headingLabels(project(document, 'accepted'));
    this.origins = originPlaces(document);
    for (const [id, { anchor }] of Object.entries(document.threads)) {
      if (anchor.type === 'text' || anchor.type === 'revision') continue;
      const key = keyOf(anchor);
      this.threads.set(key, [...(this.threads.get(key) ?? []), id]);
    }
  }

  *anchored(key: string, place: ReviewPlace, text = ''): Generator<Sighting> {
    for (const id of this.threads.get(key) ?? []) yield { type: 'thread', id, text, place, at: this.at };
  }

  *fields(part: 'head' | 'tail', owner: Head | Tail): Generator<Sighting> {
    for (const path of fieldPaths.filter((one) => one.startsWith(`${part}.`))) {
      const place: ReviewPlace = { part, field: path };
      const field = path.slice(part.length + 1);
      this.at += 2;
      yield* this.anchored(`field ${path}`, place);
      if (isRunning(path)) yield* this.runs((owner as Head)[field as 'title' | 'salutation'], place);
      const changes = (owner.changes ?? []).filter((change) => change.field === field);
      yield* this.values({ changes }, { kind: 'value', of: 'field', text: '', place });
    }
  }

  *section(section: Section, place: ReviewPlace): Generator<Sighting> {
    const here = { ...place, id: section.id };
    this.at += 2;
    yield* this.anchored(`section ${section.id}`, here);
    const text = () => [section.heading, ...section.blocks].map((block) => (block ? blockText(block) : '')).join('\n');
    yield* this.presence(section, { of: 'section', text, place: here });
    yield* this.moves(section, { of: 'section', text, place: here });
    yield* this.values(section, { kind: 'value', of: 'section', text: '', place: here });
    if (section.heading) yield* this.block(section.heading, blockPlace(section.heading, 0, place, this.labels));
    const count = counter();
    for (const block of section.blocks) {
      if (block.originOf === undefined) {
        yield* this.block(block, blockPlace(block, count(block), place, this.labels));
      }
    }
  }

  *block(block: Block, place: ReviewPlace): Generator<Sighting> {
    const here = { ...place, id: block.id };
    this.at += block.table ? 2 : 0;
    yield* this.anchored(`block ${block.id}`, here, block.table ? '' : finalText(block.runs));
    yield* this.moves(block, { of: 'block', text: () => blockText(block), place: here });
    yield* this.values(block, { kind: 'format', of: 'block', text: blockText(block), place: here });
    yield* this.runs(block.runs, here);
    if (block.table) yield* this.table(block.table, here);
    this.at += 1;
    const of = block.type === 'page-break' ? 'block' : 'paragraph';
    yield* this.presence(block.mark ?? {}, { of, text: () => (of === 'block' ? '' : '\n'), place: here });
  }

  *table(table: Table, place: ReviewPlace): Generator<Sighting> {
    yield* this.values(table, { kind: 'value', of: 'table', text: '', place });
    const cells = placedCells(table.rows);
    for (const [index, column] of table.columns.entries()) {
      const here = { ...place, column: index + 1 };
      const texts = cells.filter((one) => one.column === index).map(({ cell }) => cellText(cell.blocks));
      this.at += 2;
      yield* this.presence(column, { of: 'column', text: () => texts.join('\n'), place: here });
      yield* this.values(column, { kind: 'value', of: 'column', text: '', place: here });
    }
    for (const [index, row] of table.rows.entries()) {
      const inRow = { ...place, row: index + 1, id: row.id };
      const text = () => row.cells.map(({ blocks }) => cellText(blocks)).join('\t');
      this.at += 2;
      yield* this.anchored(`row ${row.id}`, inRow, text());
      yield* this.presence(row, { of: 'row', text, place: inRow });
      for (const { cell, column } of cells.filter((one) => one.row === index)) {
        const here = { ...inRow, column: column + 1, id: cell.id };
        this.at += 2;
        yield* this.anchored(`cell ${cell.id}`, here, cellText(cell.blocks));
        yield* this.values(cell, { kind: 'value', of: 'cell', text: '', place: here });
        for (const block of cell.blocks) yield* this.block(block, here);
      }
    }
  }

  private *runs(runs: readonly Run[], place: ReviewPlace): Generator<Sighting> {
    for (const run of runs) {
      this.at += 1;
      for (const id of run.threads ?? []) {
        yield { type: 'thread', id, text: run.del ? '' : run.text, place, at: this.at };
      }
      yield* this.presence(run, { of: 'text', text: () => run.text, place });
      yield* this.values(run, { kind: 'format', of: 'text', text: run.text, place });
    }
  }

  private *presence(
    { ins, del = [] }: PresenceMarks,
    part: Pick<ChangePart, 'of' | 'place'> & { text: () => string },
  ): Generator<Sighting> {
    if (ins !== undefined) yield this.mark(ins, { ...part, text: part.text(), kind: 'insertion' });
    for (const revision of del) yield this.mark(revision, { ...part, text: part.text(), kind: 'deletion' });
  }

  private *values(
    { changes = [] }: Changeable,
    part: Pick<ChangePart, 'kind' | 'of' | 'text' | 'place'>,
  ): Generator<Sighting> {
    for (const change of changes) yield this.mark(change.revision, { ...part, ...valuesOf(change) });
  }

  private *moves(
    { moves = [] }: Moved,
    part: Pick<ChangePart, 'of' | 'place'> & { text: () => string },
  ): Generator<Sighting> {
    for (const { revision, from } of moves) {
      const origin = this.origins.get(from);
      yield this.mark(revision, { ...part, text: part.text(), kind: 'move', ...(origin && { from: origin }) });
    }
  }

  private mark(revision: string, part: ChangePart): Sighting {
    return { type: 'mark', revision, part, at: this.at };
  }
}

function keyOf(anchor: Anchor): string {
  if (anchor.type === 'field') return `field ${anchor.field}`;
  return 'id' in anchor ? `${anchor.type} ${anchor.id as string}` : anchor.type;
}

function isRunning(path: FieldPath): boolean {
  return path === 'head.title' || path === 'head.salutation';
}

function valuesOf({ field, before, after }: Change): Pick<ChangePart, 'field' | 'before' | 'after'> {
  return { field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

function finalText(runs: readonly Run[]): string {
  return runsText(runs.filter(({ del }) => del === undefined));
}

function cellText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join(' ');
}

const families = { heading: 'text', paragraph: 'text', 'list-item': 'text', table: 'table', 'page-break': 'break' };

/** Counts blocks by what they are: text, tables, page breaks. */
function counter(): (block: Block) => number {
  const counts = new Map<string, number>();
  return ({ type }) => {
    const count = (counts.get(families[type]) ?? 0) + 1;
    counts.set(families[type], count);
    return count;
  };
}

function blockPlace(block: Block, number: number, place: ReviewPlace, labels: Map<string, string>): ReviewPlace {
  const text = block.type === 'heading' ? (labels.get(block.id) ?? '') + finalText(block.runs) : '';
  return { ...place, block: { id: block.id, type: block.type, number, text } };
}

/** By the id of an element that keeps a place: where that is, numbered as what stands next there. */
function originPlaces({ sections }: ReplyDocument): Map<string, ReviewPlace> {
  const places = new Map<string, ReviewPlace>();
  const numbers = { body: 0, attachment: 0 };
  for (const { id, role, originOf, blocks } of sections) {
    const part = role === 'attachment' ? 'attachment' : 'body';
    if (originOf === undefined) numbers[part] += 1;
    else places.set(id, { part, section: { id, role, number: numbers[part] + 1 } });
    let texts = 0;
    for (const block of blocks) {
      if (block.originOf === undefined) texts += families[block.type] === 'text' ? 1 : 0;
      else {
        const place = { id: block.id, type: 'paragraph' as const, number: texts + 1, text: '' };
        places.set(block.id, { part, section: { id, role, number: numbers[part] }, block: place });
      }
    }
  }
  return places;
}
