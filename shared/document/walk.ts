import { newId } from '#shared/lib/ids.ts';
import type { Moved } from './revision-marks.ts';
import type { Block, ReplyDocument, Run, Section, Table, Tail } from './schema.ts';
import type { Anchor } from './threads.ts';

/** The letter itself, without the text of its attachments. */
export function bodySections(document: Pick<ReplyDocument, 'sections'>): Section[] {
  return document.sections.filter(({ role }) => role !== 'attachment');
}

/** Top-level blocks in reading order, section headings included; those of attachments after those of the body. */
export function* blocksOf(document: Pick<ReplyDocument, 'sections'>): Generator<{ section: Section; block: Block }> {
  for (const section of document.sections) {
    if (section.heading) yield { section, block: section.heading };
    for (const block of section.blocks) yield { section, block };
  }
}

/** Every block in reading order, those inside table cells after their table. */
export function* everyBlock(document: ReplyDocument): Generator<Block> {
  for (const { block } of blocksOf(document)) {
    yield block;
    if (block.table) yield* cellBlocks(block.table);
  }
}

function* cellBlocks(table: Table): Generator<Block> {
  for (const row of table.rows) for (const cell of row.cells) yield* cell.blocks;
}

/** Every run in reading order: title, salutation, all blocks. */
export function* everyRun(document: ReplyDocument): Generator<Run> {
  yield* document.head.title;
  yield* document.head.salutation;
  for (const block of everyBlock(document)) yield* block.runs;
}

/** Ids of all blocks, rows and cells; law 5 says that they are unique. */
export function allBlockIds(document: ReplyDocument): string[] {
  const ids: string[] = [];
  for (const { block } of blocksOf(document)) {
    ids.push(block.id);
    if (!block.table) continue;
    for (const row of block.table.rows) {
      ids.push(row.id);
      for (const cell of row.cells) ids.push(cell.id, ...cell.blocks.map((inner) => inner.id));
    }
  }
  return ids;
}

/**
 * A copy in which every block, those in table cells included, went through `change`. `change` gets a block whose
 * cells were changed already.
 */
export function mapBlocks(document: ReplyDocument, change: (block: Block) => Block): ReplyDocument {
  const mapBlock = (block: Block): Block => change(block.table ? { ...block, table: mapTable(block.table) } : block);
  const mapTable = (table: Table): Table => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(mapBlock) })),
    })),
  });
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      ...(section.heading && { heading: mapBlock(section.heading) }),
      blocks: section.blocks.map(mapBlock),
    })),
  };
}

/** A copy in which every run went through `change`: title, salutation, and all blocks. */
export function mapRuns(document: ReplyDocument, change: (run: Run) => Run): ReplyDocument {
  const mapped = mapBlocks(document, (block) => ({ ...block, runs: block.runs.map(change) }));
  const head = { ...mapped.head, title: mapped.head.title.map(change), salutation: mapped.head.salutation.map(change) };
  return { ...mapped, head };
}

/**
 * A copy under new ids throughout: a template becoming a draft, a draft being duplicated. What names an id names the new
 * one; revisions and threads keep theirs.
 */
export function withFreshIds(document: ReplyDocument): ReplyDocument {
  const fresh = new Map<string, string>();
  const renamed = <T extends { id: string }>(item: T): T => {
    const id = newId();
    fresh.set(item.id, id);
    return { ...item, id };
  };
  const copy = mapBlocks(document, (block) => ({
    ...renamed(block),
    ...(block.table && {
      table: {
        ...block.table,
        rows: block.table.rows.map((row) => ({ ...renamed(row), cells: row.cells.map(renamed) })),
      },
    }),
  }));
  return withIdsFollowed(
    {
      ...copy,
      id: newId(),
      sections: copy.sections.map(renamed),
      tail: { ...copy.tail, attachments: copy.tail.attachments.map(renamed) },
    },
    (id) => {
      if (!fresh.has(id)) fresh.set(id, newId());
      return fresh.get(id)!;
    },
  );
}

function withIdsFollowed(document: ReplyDocument, followed: (id: string) => string): ReplyDocument {
  const moved = <T extends Moved>(item: T): T => ({
    ...item,
    ...(item.originOf !== undefined && { originOf: followed(item.originOf) }),
    ...(item.moves && { moves: item.moves.map((move) => ({ ...move, from: followed(move.from) })) }),
  });
  const items = (list: unknown) => (list as Tail['attachments']).map((item) => ({ ...item, id: followed(item.id) }));
  const { changes } = document.tail;
  return {
    ...document,
    sections: document.sections.map(({ attachment, ...section }) => ({
      ...moved(section),
      ...(attachment && { attachment: { ...attachment, itemId: followed(attachment.itemId) } }),
      blocks: section.blocks.map(moved),
    })),
    tail: {
      ...document.tail,
      ...(changes && {
        changes: changes.map((change) =>
          change.field === 'attachments'
            ? { ...change, before: items(change.before), after: items(change.after) }
            : change,
        ),
      }),
    },
    threads: Object.fromEntries(
      Object.entries(document.threads).map(([id, thread]) => [
        id,
        { ...thread, anchor: anchorFollowed(thread.anchor, followed) },
      ]),
    ),
  };
}

function anchorFollowed(anchor: Anchor, followed: (id: string) => string): Anchor {
  const namesPart =
    anchor.type === 'section' || anchor.type === 'block' || anchor.type === 'row' || anchor.type === 'cell';
  return namesPart ? { ...anchor, id: followed(anchor.id) } : anchor;
}
