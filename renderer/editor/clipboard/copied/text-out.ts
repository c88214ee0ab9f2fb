import { runsText } from '#shared/document/plain-text.ts';
import type { Block, Table } from '#shared/document/schema.ts';
import type { SectionPart } from '../../nodes/section-node.ts';

/** Numbers become text outside: nothing there computes them. '' for a block without one. */
export type LabelOf = (block: Block) => string;

/** Blocks of one part of the letter, on their way to another program. */
export interface CopiedPart {
  part: SectionPart;
  blocks: Block[];
}

/** Lines of plain text; cells are parted by tabs, rows by line ends. */
export function textOfParts(parts: CopiedPart[], labelOf: LabelOf): string {
  return parts
    .flatMap(({ blocks }) => blocks)
    .map((block) => textOfBlock(block, labelOf))
    .join('\n');
}

function textOfBlock(block: Block, labelOf: LabelOf): string {
  return block.table ? textOfTable(block.table, labelOf) : labelOf(block) + runsText(block.runs);
}

function textOfTable({ rows }: Table, labelOf: LabelOf): string {
  const cells = (blocks: Block[]) => blocks.map((block) => textOfBlock(block, labelOf)).join(' ');
  return rows.map((row) => row.cells.map(({ blocks }) => cells(blocks)).join('\t')).join('\n');
}
