import { $getState, $isElementNode, $isTextNode, type ElementNode, type PointType } from 'lexical';
import { blockIdState } from '../nodes/state.ts';
import { $blockById, $isLinePart, $paragraphOf, $sectionOf, $sections } from './block-tree.ts';

/** A place in the letter that survives a rewriting of its nodes. */
export interface CaretPlace {
  /** A block id (of the innermost block: a paragraph in a table cell, not its table), or 'title', 'salutation'. */
  line: string;
  /** In characters of the line's plain text: fields count with their text, a line break as one. */
  offset: number;
}

/** Null where the point stands in no line of text (on a page break, on a whole table). */
export function $caretPlace(point: PointType): CaretPlace | null {
  const node = point.getNode();
  const paragraph = $paragraphOf(node);
  if (!paragraph) return null;
  const line = $isLinePart(paragraph) ? ($sectionOf(paragraph)?.getPart() ?? '') : $getState(paragraph, blockIdState);
  const before = $isElementNode(node) ? node.getChildren().slice(0, point.offset) : node.getPreviousSiblings();
  const size = before.reduce((sum, sibling) => sum + sibling.getTextContentSize(), 0);
  return { line, offset: $isTextNode(node) ? size + point.offset : size };
}

/** False when there is no such line (any more). An offset beyond the text is its end. */
export function $putCaret({ line, offset }: CaretPlace): boolean {
  const part = $sections().find((section) => section.getPart() !== 'section' && section.getPart() === line);
  const found = part ? part.getFirstChild() : $blockById(line);
  const paragraph = found && ($paragraphOf(found) ?? found);
  if (!$isElementNode(paragraph)) return false;
  $selectAt(paragraph, offset);
  return true;
}

function $selectAt(line: ElementNode, offset: number): void {
  let rest = offset;
  for (const [index, child] of line.getChildren().entries()) {
    const size = child.getTextContentSize();
    if ($isTextNode(child) && rest <= size) {
      const place = Math.max(rest, 0);
      child.select(place, place);
      return;
    }
    if (rest <= 0) {
      line.select(index, index);
      return;
    }
    rest -= size;
  }
  line.selectEnd();
}
