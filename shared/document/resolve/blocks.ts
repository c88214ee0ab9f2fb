import type { Block, Run } from '../schema.ts';
import { isOrigin } from './moves.ts';
import { hasOpenText, isMarked, mayGo } from './open-marks.ts';
import { resolveTable } from './table.ts';
import { resolveChanges, resolvePresence, type VerdictOf } from './values.ts';

/** What resolving the blocks of a letter reads and notes. */
export interface Resolving {
  verdictOf: VerdictOf;
  /** By the id of a block that was joined with the next one: the id of that one. */
  joined: Map<string, string>;
}

export function resolveRuns(runs: readonly Run[], verdictOf: VerdictOf): Run[] {
  return runs.flatMap((run) => {
    const left = resolvePresence(run, verdictOf);
    return left ? [resolveChanges(left, verdictOf)] : [];
  });
}

/**
 * A heading on its own: nothing can be joined with it, so its mark decides only whether it is there, and with text left
 * it stays.
 */
export function resolveHeading(block: Block, resolving: Resolving): Block | undefined {
  const resolved = resolveContent(block, resolving)!;
  if (resolvedMark(block, resolving.verdictOf) !== 'gone') return withMark(resolved, block, resolving.verdictOf);
  if (resolved.runs.length === 0) return undefined;
  return hasOpenText(resolved) ? resolved : withoutMark(resolved);
}

/**
 * A list of blocks with what was decided. A block whose paragraph mark goes is joined with the next block of its list;
 * the joined block is that next block, as in OOXML, where the mark that stays decides. Before a table, a page break or
 * the end, where there is nothing to join with, it goes when no text of it is left, and stays otherwise.
 *
 * What a mark does hangs on what stands beside it. So it waits, decided, for neighbours that may still move away, come
 * back or go: whatever order decisions are made in, they end in the same letter.
 */
export function resolveBlocks(blocks: readonly Block[], resolving: Resolving, isCell = false): Block[] {
  const { verdictOf } = resolving;
  const kept = blocks.flatMap((block) => {
    const resolved = resolveContent(block, resolving);
    return resolved ? [{ block, resolved }] : [];
  });
  const result: Block[] = [];
  let carried: Run[] = [];
  for (const [index, { block, resolved }] of kept.entries()) {
    const whole = carried.length > 0 ? { ...resolved, runs: [...carried, ...resolved.runs] } : resolved;
    carried = [];
    if (!holdsText(block) || resolvedMark(block, verdictOf) !== 'gone') {
      result.push(withMark(whole, block, verdictOf));
      continue;
    }
    const next = kept[index + 1]?.resolved;
    if (block.moves) result.push(whole);
    else if (next && holdsText(next)) {
      if (next.moves) result.push(whole);
      else {
        carried = whole.runs;
        resolving.joined.set(block.id, next.id);
      }
    } else if (next && !isSettled(next)) result.push(whole);
    else if (whole.runs.length > 0) result.push(hasOpenText(whole) ? whole : withoutMark(whole));
    else if (mayBeJoined(result.at(-1))) result.push(whole);
    else if (isCell && next === undefined && result.length === 0) result.push(withoutMark(whole));
  }
  return result;
}

/**
 * All of a block but its paragraph mark; undefined for a table or page break that is gone. One that was moved waits until
 * it is decided where it goes from, so that its place goes with it.
 */
function resolveContent(block: Block, resolving: Resolving): Block | undefined {
  const { verdictOf } = resolving;
  if (isOrigin(block)) return block;
  if (block.type === 'page-break') {
    return resolvedMark(block, verdictOf) === 'gone'
      ? block.moves && block
      : withMark(resolveChanges(block, verdictOf), block, verdictOf);
  }
  const resolved = resolveChanges({ ...block, runs: resolveRuns(block.runs, verdictOf) }, verdictOf);
  if (!resolved.table) return resolved;
  const table = resolveTable(resolved.table, verdictOf, (cellBlocks) => resolveBlocks(cellBlocks, resolving, true));
  if (table) return { ...resolved, table };
  return block.moves && block;
}

function resolvedMark({ mark }: Block, verdictOf: VerdictOf): Block['mark'] | 'gone' {
  return mark && (resolvePresence(mark, verdictOf) ?? 'gone');
}

function withMark(resolved: Block, block: Block, verdictOf: VerdictOf): Block {
  const mark = resolvedMark(block, verdictOf);
  if (mark === undefined || mark === 'gone') return resolved;
  return Object.keys(mark).length > 0 ? { ...resolved, mark } : withoutMark(resolved);
}

function withoutMark({ mark: _mark, ...block }: Block): Block {
  return block;
}

function holdsText(block: Block): boolean {
  return block.type !== 'table' && block.type !== 'page-break' && !isOrigin(block);
}

/** A table or page break that stays where it is, whatever is decided later. */
function isSettled(block: Block): boolean {
  return !isOrigin(block) && !block.moves && !isMarked(block) && !(block.table && mayGo(block.table));
}

/** Whether something may still be joined with what follows this block. */
function mayBeJoined(block: Block | undefined): boolean {
  if (block === undefined) return false;
  return block.moves !== undefined || (holdsText(block) ? isMarked(block) : !isSettled(block));
}
