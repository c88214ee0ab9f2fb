import { chineseNumeral } from '#shared/lib/chinese-numerals.ts';
import type { Block, ListStyle, ReplyDocument, Section } from './schema.ts';
import { blocksOf } from './walk.ts';

/** Label of a heading: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3). */
export function headingLabel(level: number, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(count)}、`;
    case 2:
      return `（${chineseNumeral(count)}）`;
    case 3:
      return `${count}.`;
    default:
      return `（${count}）`;
  }
}

/** Circled figures ①–㊿ exist up to 50; beyond, brackets. */
function circled(count: number): string {
  if (count <= 20) return String.fromCodePoint(0x2460 + count - 1);
  if (count <= 35) return String.fromCodePoint(0x3251 + count - 21);
  if (count <= 50) return String.fromCodePoint(0x32b1 + count - 36);
  return `（${count}）`;
}

export function listLabel(style: ListStyle, count: number): string {
  switch (style) {
    case 'bullet':
      return '·';
    case 'decimal':
      return `${count}.`;
    case 'paren':
      return `（${count}）`;
    case 'circled':
      return circled(count);
  }
}

/**
 * Labels of all headings by block id: a function of structure, restarting under each parent and with the text of each
 * attachment (law 4). A heading that says where it starts counts from there.
 */
export function headingLabels(document: Pick<ReplyDocument, 'sections'>): Map<string, string> {
  const labels = new Map<string, string>();
  const counts = [0, 0, 0, 0];
  let numbered: Section | null = null;
  for (const { section, block } of blocksOf(document)) {
    if (section !== numbered && section.role === 'attachment') counts.fill(0);
    numbered = section;
    if (block.type !== 'heading') continue;
    const level = block.level ?? 1;
    const count = headingStart(block) ?? (counts[level - 1] ?? 0) + 1;
    counts[level - 1] = count;
    counts.fill(0, level);
    labels.set(block.id, headingLabel(level, count));
  }
  return labels;
}

/** Numbers a heading can be given; beyond there are no numerals for it. */
const headingNumbers = { least: 1, most: 9999 };

export function isHeadingNumber(value: number): boolean {
  return Number.isInteger(value) && value >= headingNumbers.least && value <= headingNumbers.most;
}

function headingStart(heading: Block): number | undefined {
  const start = heading.props?.start;
  return start !== undefined && isHeadingNumber(start) ? start : undefined;
}

/**
 * Labels of all list items by block id, those in table cells included. A list runs as long as items follow each
 * other; a deeper item starts anew under each shallower one, and so does a change of style at the same depth. An item
 * that says where it starts counts from there.
 */
export function listLabels(document: Pick<ReplyDocument, 'sections'>): Map<string, string> {
  const labels = new Map<string, string>();
  for (const part of document.sections) {
    numberList(part.blocks, labels);
    for (const block of part.blocks) {
      for (const row of block.table?.rows ?? []) for (const cell of row.cells) numberList(cell.blocks, labels);
    }
  }
  return labels;
}

function numberList(blocks: Block[], labels: Map<string, string>): void {
  let open: { style: ListStyle; count: number }[] = [];
  for (const block of blocks) {
    if (block.type !== 'list-item') {
      open = [];
      continue;
    }
    const depth = block.level ?? 1;
    const style = block.props?.list ?? 'bullet';
    open.length = Math.min(open.length, depth);
    const current = open[depth - 1];
    const count = block.props?.start ?? (current?.style === style ? current.count + 1 : 1);
    open[depth - 1] = { style, count };
    labels.set(block.id, listLabel(style, count));
  }
}

/** Number of an attachment in the list 附件：; a single one has none. `index` counts from 0. */
export function attachmentLabel(index: number, total: number): string {
  return total > 1 ? `${index + 1}.` : '';
}
