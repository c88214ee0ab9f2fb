import type { Block } from '../schema.ts';
import { blockText } from '../plain-text.ts';
import { alignBlocks, entryOf, type Step } from './align-blocks.ts';
import type { ChangePlace } from './change-place.ts';
import { formatChangesOf } from './format-changes.ts';
import { mergeTables } from './merge-tables.ts';
import { inserted, mergeWords, runsOfMerged, struck } from './merge-words.ts';
import { withFreshIds, withoutThreads, type Merging } from './merging.ts';
import { areMergeable } from './table-shape.ts';
import { joinedRuns, textKey } from './words.ts';

/** The blocks of one step with the marks that make those of `a` those of `b`. */
export function mergedBlocks({ a, b, movedTo, movedFrom }: Step, merging: Merging): Block[] {
  const [first] = b;
  if (movedTo) return [placeLeft(a[0]!.block, merging)];
  if (movedFrom) return [moved(movedFrom.block, first!.block, merging)];
  if (first === undefined) return a.map(({ block }) => goneBlock(block, merging));
  if (a.length === 0) return b.map(({ block }) => newBlock(block, merging));
  if (a.length === 1 && b.length === 1) {
    const [before, after] = [a[0]!.block, first.block];
    const isApart = before.table && after.table && !areMergeable(before.table, after.table);
    return isApart ? [goneBlock(before, merging), newBlock(after, merging)] : [mergedPair(before, after, merging)];
  }
  return mergedGroup(
    a.map(({ block }) => block),
    b.map(({ block }) => block),
    merging,
  );
}

/** Blocks of a cell: nothing is moved there. */
function mergedCellBlocks(a: readonly Block[], b: readonly Block[], merging: Merging): Block[] {
  const entries = (blocks: readonly Block[]) =>
    blocks.map((block) => entryOf(block, 0, '', textKey(blockText(block), merging.recorder)));
  return alignBlocks(entries(a), entries(b), { moves: false }).flatMap((step) => mergedBlocks(step, merging));
}

/** The heading of a part of the letter. */
export function mergedHeading(a: Block | undefined, b: Block | undefined, merging: Merging): Block | undefined {
  if (a && b) return mergedPair(a, b, merging);
  if (a) return goneBlock(a, merging);
  return b && newBlock(b, merging);
}

/** A block in both: words, format, and what a table holds. */
function mergedPair(a: Block, b: Block, merging: Merging): Block {
  const { recorder } = merging;
  const place = { ...merging.placeOf(b), blockId: a.id };
  if (a.table && b.table) {
    const table = mergeTables(a.table, b.table, place, merging, (aCell, bCell) =>
      mergedCellBlocks(aCell, bCell, merging),
    );
    return { ...b, id: a.id, table };
  }
  const changes = formatChangesOf(a, b, place, recorder);
  const runs = runsOfMerged(mergeWords([a.runs], [b.runs], place, recorder));
  return { ...b, id: a.id, runs, ...(changes.length > 0 && { changes }) };
}

/** Paragraphs that were split or joined: the same text with other ends. The last ends are the same. */
function mergedGroup(a: readonly Block[], b: readonly Block[], merging: Merging): Block[] {
  const { recorder } = merging;
  const last = { a: a.at(-1)!, b: b.at(-1)! };
  const place = { ...merging.placeOf(b[0]!), blockId: last.a.id };
  const merged = mergeWords(
    a.map(({ runs }) => runs),
    b.map(({ runs }) => runs),
    place,
    recorder,
  );
  const blocks: Block[] = [];
  let runs: Block['runs'] = [];
  for (const one of merged) {
    if (one.type === 'runs') {
      runs.push(...one.runs);
      continue;
    }
    const closed = joinedRuns(runs);
    runs = [];
    if (one.of === 'a') blocks.push({ ...a[one.a!]!, runs: closed, mark: { del: [one.revision!] } });
    else if (one.of === 'b') {
      const block = b[one.b!]!;
      blocks.push({ ...block, id: merging.freshId(block.id), runs: closed, mark: { ins: one.revision! } });
    } else blocks.push(closedBlock(a[one.a!]!, b[one.b!]!, closed));
  }
  return [...blocks, closedBlock(last.a, last.b, joinedRuns(runs))];

  function closedBlock(before: Block, after: Block, closed: Block['runs']): Block {
    const changes = formatChangesOf(before, after, place, recorder);
    return { ...after, id: before.id, runs: closed, ...(changes.length > 0 && { changes }) };
  }
}

function goneBlock(block: Block, merging: Merging): Block {
  const revision = merging.recorder.revision();
  const before = blockText(block);
  const place = { ...merging.placeOf(block), blockId: block.id };
  noteWhole({ revision, before, after: '', place }, block, merging);
  const runs = block.runs.map(withoutThreads).map(struck(revision));
  if (!block.table) return { ...block, runs, mark: { del: [revision] } };
  const rows = block.table.rows.map((row) => ({ ...row, del: [revision] }));
  return withPlainCells({ ...block, table: { ...block.table, rows } });
}

function newBlock(block: Block, merging: Merging): Block {
  const revision = merging.recorder.revision();
  const after = blockText(block);
  const own = withFreshIds(block, merging);
  noteWhole({ revision, before: '', after, place: { ...merging.placeOf(block), blockId: own.id } }, block, merging);
  const runs = own.runs.map(withoutThreads).map(inserted(revision));
  if (!own.table) return { ...own, runs, mark: { ins: revision } };
  const rows = own.table.rows.map((row) => ({ ...row, ins: revision }));
  return withPlainCells({ ...own, table: { ...own.table, rows } });
}

function noteWhole(
  { revision, before, after, place }: { revision: string; before: string; after: string; place: ChangePlace },
  block: Block,
  { recorder }: Merging,
): void {
  const kind = before === '' && after !== '' ? 'inserted' : after === '' && before !== '' ? 'deleted' : undefined;
  const isThere = kind ?? (place.blockId === block.id ? 'deleted' : 'inserted');
  recorder.add({ revision, kind: isThere, of: block.table ? 'table' : 'block', before, after, place });
  const changed = [{ aStart: 0, aEnd: before.length, bStart: 0, bEnd: after.length }];
  recorder.compared({ a: before, b: after, changed, place });
}

/** Where a block was; its id is known from the place it is moved to. */
function placeLeft(block: Block, merging: Merging): Block {
  return { id: originIdOf(block, merging), type: 'paragraph', runs: [], originOf: block.id };
}

const origins = new WeakMap<Merging, Map<Block, string>>();
function originIdOf(block: Block, merging: Merging): string {
  const known = origins.get(merging) ?? new Map<Block, string>();
  origins.set(merging, known);
  const id = known.get(block) ?? merging.freshId();
  known.set(block, id);
  return id;
}

function moved(a: Block, b: Block, merging: Merging): Block {
  const { recorder } = merging;
  const revision = recorder.revision();
  const { result, changes } = recorder.apart(() => mergedPair(a, b, merging));
  recorder.add({
    revision,
    kind: changes.length > 0 ? 'moved-edited' : 'moved',
    of: a.table ? 'table' : 'block',
    before: blockText(a),
    after: blockText(b),
    place: { ...merging.placeOf(b), blockId: a.id },
    ...(changes.length > 0 && { edits: changes }),
  });
  return { ...result, moves: [{ revision, from: originIdOf(a, merging) }] };
}

/** Cells without pointers to comments. */
function withPlainCells(block: Block): Block {
  const rows = block.table!.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      blocks: cell.blocks.map((inner) => ({ ...inner, runs: inner.runs.map(withoutThreads) })),
    })),
  }));
  return { ...block, table: { ...block.table!, rows } };
}
