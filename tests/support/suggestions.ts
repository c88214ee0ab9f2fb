import fc from 'fast-check';
import { placedCells } from '#shared/document/resolve/table-grid.ts';
import type { Change, Changeable, PresenceMarks } from '#shared/document/revision-marks.ts';
import type { Block, ReplyDocument, Run, Section, Table, TableCell } from '#shared/document/schema.ts';
import { everyBlock, mapBlocks } from '#shared/document/walk.ts';
import { revision } from './review-arbitrary.ts';

/** One thing a reviewer does: what, under which revision, and two numbers that choose where and what. */
export interface Suggestion {
  does: keyof typeof suggestions;
  revision: string;
  where: number;
  what: number;
}

export function suggest(document: ReplyDocument, { does, revision: id, where, what }: Suggestion): ReplyDocument {
  count += 1;
  return suggestions[does](document, id, where, what);
}

let count = 0;
const freshId = (): string => `new${(count += 1)}`;
const pick = <T>(items: readonly T[], place: number): T | undefined => items[place % Math.max(1, items.length)];
const isText = ({ type, originOf }: Block) => type !== 'table' && type !== 'page-break' && originOf === undefined;
const struck = <T extends PresenceMarks>(item: T, id: string): T => ({
  ...item,
  del: [...(item.del ?? []).filter((one) => one !== id), id],
});
const newRun = (id: string): Run => ({ text: '新增', ins: id });
const newParagraph = (id: string): Block => ({
  id: freshId(),
  type: 'paragraph',
  runs: [newRun(id)],
  mark: { ins: id },
});

function withValue<T extends object>(item: T, field: string, id: string, value: unknown): T {
  const { [field]: before, ...rest } = item as Record<string, unknown>;
  const change: Change = {
    field,
    revision: id,
    ...(before !== undefined && { before }),
    ...(value !== undefined && { after: value }),
  };
  return {
    ...rest,
    ...(value !== undefined && { [field]: value }),
    changes: [...((item as Changeable).changes ?? []), change],
  } as T;
}

function inBlock(document: ReplyDocument, where: number, change: (block: Block) => Block): ReplyDocument {
  const chosen = pick([...everyBlock(document)].filter(isText), where);
  return chosen ? mapBlocks(document, (block) => (block.id === chosen.id ? change(block) : block)) : document;
}

function inRun(document: ReplyDocument, where: number, what: number, change: (run: Run) => Run): ReplyDocument {
  return inBlock(document, where, (block) => {
    const chosen = pick(block.runs, what);
    return { ...block, runs: block.runs.map((run) => (run === chosen ? change(run) : run)) };
  });
}

/** Blocks of one section, by position; `change` gets the list and the block chosen in it. */
function inList(
  document: ReplyDocument,
  where: number,
  change: (blocks: Block[], at: number) => Block[],
  fits: (block: Block) => boolean = () => true,
): ReplyDocument {
  const chosen = pick(
    document.sections.flatMap(({ blocks }) => blocks.filter(fits)),
    where,
  );
  const sections = document.sections.map((section) => {
    const at = chosen ? section.blocks.indexOf(chosen) : -1;
    return at < 0 ? section : { ...section, blocks: change(section.blocks, at) };
  });
  return { ...document, sections };
}

/** Tables whose cells fill their grid: what a window shows and a person can work in. */
function isWhole({ rows, columns }: Table): boolean {
  const cells = placedCells(rows);
  const fits = cells.every(
    (cell) => cell.row + cell.rows <= rows.length && cell.column + cell.columns <= columns.length,
  );
  return fits && cells.reduce((sum, cell) => sum + cell.rows * cell.columns, 0) === rows.length * columns.length;
}

function inTable(document: ReplyDocument, where: number, change: (table: Table) => Table): ReplyDocument {
  const chosen = pick(
    [...everyBlock(document)].filter(({ table }) => table && isWhole(table)),
    where,
  );
  return mapBlocks(document, (block) =>
    block.table && block.id === chosen?.id ? { ...block, table: change(block.table) } : block,
  );
}

const emptyCell = (): TableCell => ({ id: freshId(), blocks: [{ id: freshId(), type: 'paragraph', runs: [] }] });
const atEitherEnd = <T>(items: T[], item: T, atEnd: boolean): T[] => (atEnd ? [...items, item] : [item, ...items]);
const atPlace = <T>(items: readonly T[], place: number, change: (item: T) => T): T[] =>
  items.map((item, index) => (index === place % items.length ? change(item) : item));

/** Takes an element out of its list, leaves its place behind, and puts it in elsewhere. */
function movedTo<T extends Block | Section>(home: T[], at: number, id: string, place: T): { item: T; left: T[] } {
  const item = home[at]!;
  const moves = [...(item.moves ?? []), { revision: id, from: place.id }];
  return { item: { ...item, moves }, left: home.toSpliced(at, 1, place) };
}

/** The first half is the new block: the second keeps id, mark, and what the block is; both are moved if it was. */
function halves(blocks: Block[], at: number, id: string, what: number): Block[] {
  const block = blocks[at]!;
  const cut = what % (block.runs.length + 1);
  const { moves: _moves, changes: _changes, mark: _mark, ...plain } = block;
  const first: Block = { ...plain, id: freshId(), runs: block.runs.slice(0, cut), mark: { ins: id } };
  return blocks.toSpliced(at, 1, first, { ...block, runs: block.runs.slice(cut) });
}

const suggestions = {
  insertText: (document: ReplyDocument, id: string, where: number, what: number) =>
    inBlock(document, where, (block) => ({
      ...block,
      runs: block.runs.toSpliced(what % (block.runs.length + 1), 0, newRun(id)),
    })),
  strikeText: (document: ReplyDocument, id: string, where: number, what: number) =>
    inRun(document, where, what, (run) => struck(run, id)),
  format: (document: ReplyDocument, id: string, where: number, what: number) =>
    inRun(document, where, what, (run) => withValue(run, 'format', id, what % 2 ? { bold: true } : undefined)),
  retype: (document: ReplyDocument, id: string, where: number, what: number) =>
    inBlock(document, where, (block) =>
      withValue(withValue(block, 'type', id, 'heading'), 'level', id, 1 + (what % 4)),
    ),
  align: (document: ReplyDocument, id: string, where: number) =>
    inBlock(document, where, (block) => withValue(block, 'props', id, { ...block.props, align: 'center' })),
  split: (document: ReplyDocument, id: string, where: number, what: number) =>
    inList(
      document,
      where,
      (blocks, at) => halves(blocks, at, id, what),
      (block) => isText(block) && !block.moves,
    ),
  join: (document: ReplyDocument, id: string, where: number) =>
    inBlock(document, where, (block) => ({ ...block, mark: struck(block.mark ?? {}, id) })),
  insertParagraph: (document: ReplyDocument, id: string, where: number) =>
    inList(document, where, (blocks, at) => blocks.toSpliced(at, 0, newParagraph(id))),
  insertPageBreak: (document: ReplyDocument, id: string, where: number) =>
    inList(document, where, (blocks, at) =>
      blocks.toSpliced(at, 0, { id: freshId(), type: 'page-break', runs: [], mark: { ins: id } }),
    ),
  strikeParagraph: (document: ReplyDocument, id: string, where: number) =>
    inBlock(document, where, (block) => ({
      ...block,
      runs: block.runs.map((run) => struck(run, id)),
      mark: struck(block.mark ?? {}, id),
    })),
  moveBlock: (document: ReplyDocument, id: string, where: number, what: number) => {
    let item: Block | undefined;
    const without = inList(
      document,
      where,
      (blocks, at) => {
        const place: Block = { id: freshId(), type: 'paragraph', runs: [], originOf: blocks[at]!.id };
        const moved = movedTo(blocks, at, id, place);
        item = moved.item;
        return moved.left;
      },
      ({ originOf }) => originOf === undefined,
    );
    if (item === undefined) return document;
    const target = pick(without.sections, what)!;
    const blocks = target.blocks.toSpliced(what % (target.blocks.length + 1), 0, item);
    const sections = without.sections.map((section) => (section === target ? { ...section, blocks } : section));
    return { ...without, sections };
  },
  moveSection: (document: ReplyDocument, id: string, where: number, what: number) => {
    const body = document.sections.filter(({ role }) => role !== 'attachment');
    const chosen = pick(
      body.filter(({ originOf }) => originOf === undefined),
      where,
    )!;
    const place: Section = { id: freshId(), role: 'other', blocks: [], originOf: chosen.id };
    const { item, left } = movedTo(body, body.indexOf(chosen), id, place);
    const texts = document.sections.filter(({ role }) => role === 'attachment');
    return { ...document, sections: [...left.toSpliced(what % (left.length + 1), 0, item), ...texts] };
  },
  role: (document: ReplyDocument, id: string, where: number) => {
    const chosen = pick(
      document.sections.filter(({ role }) => role !== 'attachment'),
      where,
    );
    const changed = (section: Section) => withValue(section, 'role', id, section.role === 'plan' ? 'other' : 'plan');
    return { ...document, sections: document.sections.map((one) => (one === chosen ? changed(one) : one)) };
  },
  attachmentText: (document: ReplyDocument, id: string, where: number) => {
    const chosen = pick(
      document.sections.filter(({ role }) => role === 'attachment'),
      where,
    );
    const itemId = freshId();
    const added: Section = { id: freshId(), role: 'attachment', attachment: { itemId }, blocks: [], ins: id };
    return {
      ...document,
      sections: [...document.sections.map((one) => (one === chosen ? struck(one, id) : one)), added],
      tail: withValue(document.tail, 'attachments', id, [
        ...document.tail.attachments,
        { id: itemId, title: '新附件' },
      ]),
    };
  },
  head: (document: ReplyDocument, id: string, _where: number, what: number) => ({
    ...document,
    head: withValue(document.head, what % 2 ? 'category' : 'signer', id, what % 3 ? `第${what}` : undefined),
  }),
  tail: (document: ReplyDocument, id: string, _where: number, what: number) => ({
    ...document,
    tail:
      what % 2
        ? withValue(document.tail, 'copyTo', id, [`单位${what}`, ...document.tail.copyTo.slice(1)])
        : withValue(document.tail, 'date', id, '2026-05-06'),
  }),
  insertRow: (document: ReplyDocument, id: string, where: number, what: number) =>
    inTable(document, where, (table) => {
      const row = { id: freshId(), ins: id, cells: table.columns.map(emptyCell) };
      return { ...table, rows: atEitherEnd(table.rows, row, what % 2 === 0) };
    }),
  strikeRow: (document: ReplyDocument, id: string, where: number, what: number) =>
    inTable(document, where, (table) => ({ ...table, rows: atPlace(table.rows, what, (row) => struck(row, id)) })),
  insertColumn: (document: ReplyDocument, id: string, where: number, what: number) =>
    inTable(document, where, (table) => {
      const atEnd = what % 2 === 0;
      const rows = table.rows.map((row) => ({ ...row, cells: atEitherEnd(row.cells, emptyCell(), atEnd) }));
      return { ...table, columns: atEitherEnd(table.columns, { width: 1, ins: id }, atEnd), rows };
    }),
  strikeColumn: (document: ReplyDocument, id: string, where: number, what: number) =>
    inTable(document, where, (table) => ({
      ...table,
      columns: atPlace(table.columns, what, (column) => struck(column, id)),
    })),
  width: (document: ReplyDocument, id: string, where: number, what: number) =>
    inTable(document, where, (table) => ({
      ...table,
      columns: atPlace(table.columns, what, (column) => withValue(column, 'width', id, 2)),
    })),
  headerRows: (document: ReplyDocument, id: string, where: number) =>
    inTable(document, where, (table) => withValue(table, 'headerRows', id, table.headerRows === 0 ? 1 : 0)),
  span: (document: ReplyDocument, id: string, where: number, what: number) =>
    inTable(document, where, (table) => {
      const span = (cell: TableCell): TableCell => {
        const before = cell.changes?.at(-1)?.after ?? { columns: cell.colSpan ?? 1, rows: cell.rowSpan ?? 1 };
        const after = { columns: 1 + (what % 2), rows: 1 + (what % 3) };
        return { ...cell, changes: [...(cell.changes ?? []), { field: 'span', revision: id, before, after }] };
      };
      return {
        ...table,
        rows: atPlace(table.rows, what, (row) => ({ ...row, cells: atPlace(row.cells, what, span) })),
      };
    }),
};

export const suggestionArbitrary: fc.Arbitrary<Suggestion> = fc.record({
  does: fc.constantFrom(...(Object.keys(suggestions) as (keyof typeof suggestions)[])),
  revision,
  where: fc.nat(99),
  what: fc.nat(99),
});
