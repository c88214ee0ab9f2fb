import { $isTableNode, $isTableSelection } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $getEditor,
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  $parseSerializedNode,
  INSERT_PARAGRAPH_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type BaseSelection,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import type { Block, Run } from '#shared/document/schema.ts';
import { blockToNode } from '../convert/blocks.ts';
import { $isSectionNode } from '../nodes/section-node.ts';
import { kindState, slotState } from '../nodes/state.ts';
import { $isInCell, $isLinePart, $paragraphOf, $sectionOf, type BlockNode } from '../text/block-tree.ts';
import { linesOfTable } from './table-lines.ts';
import { $enterCells } from '../text/selected-cells.ts';
import { $completeRows } from '../text/table-grid.ts';

/** Puts blocks at the selection, which they replace, in the form the place allows. */
export function $insertBlocks(blocks: Block[]): void {
  if (blocks.length === 0) return;
  const cells = $getSelection();
  const [only] = blocks;
  if ($isTableSelection(cells) && blocks.length === 1 && only?.table) {
    $intoGrid(only, cells);
    return;
  }
  const selection = $isTableSelection(cells) ? $enterCells(cells) : cells;
  if (!$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) selection.removeText();
  const paragraph = $paragraphOf(selection.anchor.getNode()) ?? $newLine(selection);
  if (!paragraph) return;
  if ($isLinePart(paragraph)) $insertIntoLine(selection, blocks, $sectionOf(paragraph)?.getPart() === 'title');
  else if ($isInCell(paragraph)) $insertIntoCell(selection, blocks);
  else $insertIntoSection(selection, paragraph, blocks);
}

/** Where the selection held whole blocks, no line is left at its place. */
function $newLine({ anchor }: RangeSelection): ParagraphNode | null {
  const section = anchor.getNode();
  if (!$isSectionNode(section)) return null;
  const line = $createParagraphNode();
  section.splice(anchor.offset, 0, [line]);
  line.select();
  return line;
}

/** Nodes on their way to the table package, whose handler fills the cells; ours lets them pass. */
export const forTheGrid = new WeakSet<LexicalNode[]>();

function $intoGrid(block: Block, selection: BaseSelection): void {
  const table = $nodeOf(block);
  if ($isTableNode(table)) $completeRows(table);
  const nodes: LexicalNode[] = [table];
  forTheGrid.add(nodes);
  $getEditor().dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection });
}

/** Title and salutation take the words only; a title keeps lines apart. */
function $insertIntoLine(selection: RangeSelection, blocks: Block[], breaks: boolean): void {
  blocks.flatMap(linesOf).forEach((runs, index) => {
    if (index > 0 && breaks) selection.insertNodes([$createLineBreakNode()]);
    selection.insertText(textOfRuns(runs).replaceAll('\n', ''));
  });
}

function $insertIntoCell(selection: RangeSelection, blocks: Block[]): void {
  const [only] = blocks;
  if (blocks.length === 1 && only?.table) {
    $intoGrid(only, selection);
    return;
  }
  const lines = blocks.flatMap((block): Block[] =>
    block.type === 'paragraph' || block.type === 'list-item'
      ? [block]
      : linesOf(block).map((runs) => ({ id: block.id, type: 'paragraph' as const, runs })),
  );
  $insertLines(selection, lines.map($nodeOf));
}

function $insertIntoSection(selection: RangeSelection, paragraph: ParagraphNode, blocks: Block[]): void {
  const nodes = blocks.map($nodeOf);
  if (!paragraph.isEmpty()) {
    $insertLines(selection, nodes);
    return;
  }
  const [first] = nodes;
  // Words alone take the form of the empty line they are pasted into.
  if (nodes.length === 1 && $isPlain(first) && $getState(paragraph, kindState) !== '') {
    paragraph.append(...first.getChildren()).selectEnd();
    return;
  }
  const isOwnHeading = $getState(paragraph, slotState) !== '';
  const isTaken = isOwnHeading && $isParagraphNode(first);
  if (isTaken) paragraph.append(...first.getChildren());
  let last: LexicalNode = paragraph;
  for (const node of isTaken ? nodes.slice(1) : nodes) last = last.insertAfter(node);
  if (!isOwnHeading) paragraph.remove();
  last.selectEnd();
}

/** In the middle of a paragraph: its first half takes the first line, its second half follows the last one. */
function $insertLines(selection: RangeSelection, nodes: BlockNode[]): void {
  const [first, ...others] = nodes;
  if (others.length === 0 && $isParagraphNode(first)) {
    selection.insertNodes(first.getChildren());
    return;
  }
  const left = $paragraphOf(selection.anchor.getNode());
  $getEditor().dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  const after = $getSelection();
  const right = $isRangeSelection(after) ? $paragraphOf(after.anchor.getNode()) : null;
  if (!left || !right || !first) return;
  // Enter at the very start puts the new line before.
  const start = left.is(right) ? left.getPreviousSibling() : left;
  let last: LexicalNode = $isParagraphNode(start) ? start : left;
  if ($isPlain(first) && $isParagraphNode(last) && !last.isEmpty()) last.append(...first.getChildren());
  else last = last.insertAfter(first);
  for (const node of others) last = last.insertAfter(node);
  if ($isParagraphNode(start) && start.isEmpty()) start.remove();
  if ($getState(right, slotState) !== '') {
    right.selectStart();
  } else if ($isParagraphNode(last)) {
    const rest = right.getChildren();
    last.selectEnd();
    last.append(...rest);
    right.remove();
  } else if (right.isEmpty() && right.getNextSibling()) {
    right.remove();
    last.selectNext();
  } else {
    right.selectStart();
  }
}

function $isPlain(node: LexicalNode | undefined): node is ParagraphNode {
  return $isParagraphNode(node) && $getState(node, kindState) === '';
}

function $nodeOf(block: Block): BlockNode {
  return $parseSerializedNode(blockToNode(block)) as BlockNode;
}

function linesOf(block: Block): Run[][] {
  return block.table ? linesOfTable(block.table) : [block.runs];
}

function textOfRuns(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}
