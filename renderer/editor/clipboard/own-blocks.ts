import type { Block, Run, Table } from '#shared/document/schema.ts';
import { nodeToBlock } from '../convert/blocks.ts';
import { nodeToRun } from '../convert/runs.ts';
import type { SerializedNode } from '../convert/serialized.ts';
import { newId } from '#shared/lib/ids.ts';

const inlineTypes = new Set(['text', 'tab', 'linebreak', 'run-object']);

/**
 * Blocks of what was copied in this or another letter. Sections give up their blocks. Review marks stay behind: they
 * belong to the place where the change was made, not to the words.
 */
export function blocksOfOwnNodes(nodes: SerializedNode[]): Block[] {
  const blocks: Block[] = [];
  let loose: Run[] = [];
  const endLine = () => {
    if (loose.length > 0) blocks.push({ id: newId(), type: 'paragraph', runs: loose });
    loose = [];
  };
  const read = (node: SerializedNode) => {
    if (inlineTypes.has(node.type)) {
      const run = nodeToRun(node);
      if (run) loose.push(run);
    } else if (node.type === 'paragraph' || node.type === 'table' || node.type === 'page-break') {
      endLine();
      const block = nodeToBlock(node);
      blocks.push(block.id === '' ? { ...block, id: newId() } : block);
    } else {
      for (const child of node.children ?? []) read(child);
      endLine();
    }
  };
  nodes.forEach(read);
  endLine();
  return blocks.map(withoutReview);
}

function withoutReview({ mark: _mark, changes: _changes, moves: _moves, ...block }: Block): Block {
  return {
    ...block,
    runs: block.runs.map(withoutRunReview),
    ...(block.table && {
      table: withoutTableReview(block.table),
    }),
  };
}

function withoutTableReview({ changes: _changes, ...table }: Table): Table {
  return {
    ...table,
    columns: table.columns.map(({ ins: _ins, del: _del, changes: _widths, ...column }) => column),
    rows: table.rows.map(({ ins: _ins, del: _del, ...row }) => ({
      ...row,
      cells: row.cells.map(({ changes: _spans, ...cell }) => ({ ...cell, blocks: cell.blocks.map(withoutReview) })),
    })),
  };
}

function withoutRunReview({ ins: _ins, del: _del, changes: _changes, threads: _threads, ...run }: Run): Run {
  return run;
}
