import { $isTableCellNode, $isTableNode, $isTableRowNode, type TableNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getRoot,
  $getState,
  $isParagraphNode,
  type LexicalNode,
  type ParagraphNode,
  type StateConfig,
} from 'lexical';
import { $isPageBreakNode, type PageBreakNode } from '../nodes/page-break-node.ts';
import { $isSectionNode, type SectionNode } from '../nodes/section-node.ts';
import { blockIdState, cellIdState, rowIdState } from '../nodes/state.ts';

export type BlockNode = ParagraphNode | TableNode | PageBreakNode;

export function $isBlockNode(node: LexicalNode | null | undefined): node is BlockNode {
  return $isParagraphNode(node) || $isTableNode(node) || $isPageBreakNode(node);
}

export function $sections(): SectionNode[] {
  return $getRoot().getChildren().filter($isSectionNode);
}

export function $sectionOf(node: LexicalNode): SectionNode | null {
  return $findMatchingParent(node, $isSectionNode);
}

/** The block of the letter's body a node belongs to: a child of its section, the table for text in a cell. */
export function $topBlockOf(node: LexicalNode): BlockNode | null {
  return $findMatchingParent(
    node,
    (candidate): candidate is BlockNode => $isBlockNode(candidate) && $isSectionNode(candidate.getParent()),
  );
}

export function $paragraphOf(node: LexicalNode): ParagraphNode | null {
  return $findMatchingParent(node, $isParagraphNode);
}

/** True for the paragraph of the title or the salutation, which is no block of the model. */
export function $isLinePart(node: LexicalNode): boolean {
  const section = $sectionOf(node);
  return section !== null && section.getPart() !== 'section';
}

export function $isInCell(node: LexicalNode): boolean {
  return $findMatchingParent(node, $isTableCellNode) !== null;
}

type IdState = StateConfig<string, string>;

/** Every node that carries an id of the model, in reading order. */
export function* $nodesWithIds(): Generator<{ node: LexicalNode; state: IdState }> {
  for (const section of $sections()) {
    if (section.getPart() !== 'section') continue;
    for (const block of section.getChildren()) yield* $idsOfBlock(block);
  }
}

function* $idsOfBlock(block: LexicalNode): Generator<{ node: LexicalNode; state: IdState }> {
  if (!$isBlockNode(block)) return;
  yield { node: block, state: blockIdState };
  if (!$isTableNode(block)) return;
  for (const row of block.getChildren()) {
    if (!$isTableRowNode(row)) continue;
    yield { node: row, state: rowIdState };
    for (const cell of row.getChildren()) {
      if (!$isTableCellNode(cell)) continue;
      yield { node: cell, state: cellIdState };
      for (const inner of cell.getChildren()) yield* $idsOfBlock(inner);
    }
  }
}

/** Every line of text in reading order: title, salutation, blocks, paragraphs of table cells. */
export function* $paragraphs(): Generator<ParagraphNode> {
  for (const section of $sections()) {
    for (const block of section.getChildren()) {
      if ($isParagraphNode(block)) yield block;
      if (!$isTableNode(block)) continue;
      for (const row of block.getChildren().filter($isTableRowNode)) {
        for (const cell of row.getChildren().filter($isTableCellNode))
          yield* cell.getChildren().filter($isParagraphNode);
      }
    }
  }
}

/** The block with this id, those in table cells included. */
export function $blockById(id: string): LexicalNode | null {
  for (const { node, state } of $nodesWithIds()) if ($getState(node, state) === id) return node;
  return null;
}
