import type { Changeable, Moved, PresenceMarks } from './revision-marks.ts';
import type { Block, ReplyDocument, Run, Table } from './schema.ts';

/** One place at which a revision changes a letter: neighbouring runs, or the fields of one object, are one place. */
export interface ReviewMark {
  revision: string;
  /** `format`: of text or of a paragraph. `value`: any other field. */
  kind: 'insertion' | 'deletion' | 'format' | 'value' | 'move';
}

/** All tracked changes of a letter: head, sections with their blocks, tail. */
export function* reviewMarks(document: ReplyDocument): Generator<ReviewMark> {
  const { head, sections, tail } = document;
  yield* changesIn(head, 'value');
  yield* runMarks(head.title);
  yield* runMarks(head.salutation);
  for (const section of sections) {
    yield* presenceIn(section);
    yield* changesIn(section, 'value');
    yield* movesIn(section);
    if (section.heading) yield* blockMarks(section.heading);
    for (const block of section.blocks) yield* blockMarks(block);
  }
  yield* changesIn(tail, 'value');
}

function* runMarks(runs: readonly Run[]): Generator<ReviewMark> {
  let before: ReviewMark[] = [];
  for (const run of runs) {
    const marks = [...presenceIn(run), ...changesIn(run, 'format')];
    for (const mark of marks) {
      if (!before.some(({ revision, kind }) => revision === mark.revision && kind === mark.kind)) yield mark;
    }
    before = marks;
  }
}

function* blockMarks(block: Block): Generator<ReviewMark> {
  yield* movesIn(block);
  yield* changesIn(block, 'format');
  yield* runMarks(block.runs);
  if (block.table) yield* tableMarks(block.table);
  yield* presenceIn(block.mark ?? {});
}

function* tableMarks(table: Table): Generator<ReviewMark> {
  yield* changesIn(table, 'value');
  for (const column of table.columns) {
    yield* presenceIn(column);
    yield* changesIn(column, 'value');
  }
  for (const row of table.rows) {
    yield* presenceIn(row);
    for (const cell of row.cells) {
      yield* changesIn(cell, 'value');
      for (const block of cell.blocks) yield* blockMarks(block);
    }
  }
}

function* presenceIn({ ins, del = [] }: PresenceMarks): Generator<ReviewMark> {
  if (ins !== undefined) yield { revision: ins, kind: 'insertion' };
  for (const revision of del) yield { revision, kind: 'deletion' };
}

function* changesIn({ changes = [] }: Changeable, kind: 'format' | 'value'): Generator<ReviewMark> {
  for (const revision of new Set(changes.map((change) => change.revision))) yield { revision, kind };
}

function* movesIn({ moves = [] }: Moved): Generator<ReviewMark> {
  for (const { revision } of moves) yield { revision, kind: 'move' };
}
