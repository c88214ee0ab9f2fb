import {
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $parseSerializedNode,
  $setSelection,
  $setState,
  type ElementNode,
} from 'lexical';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { modelToLexical } from '../convert/document.ts';
import { blockIdState, frameState, headState, letterRestState, tailState } from '../nodes/state.ts';
import { $blockById, $isLinePart, $paragraphOf, $sectionOf, $sections } from '../text/block-tree.ts';

/** Puts another text in place of the whole letter, inside an update. The caret stays in its block where that is kept. */
export function $replaceLetter(document: ReplyDocument): void {
  const place = $caretPlace();
  const root = $getRoot();
  const { root: serialized } = modelToLexical(document);
  $setSelection(null);
  root.clear();
  for (const state of [headState, tailState, frameState, letterRestState]) {
    const value = serialized.$?.[state.key];
    $setState(root, state, typeof value === 'string' ? value : '');
  }
  root.append(...(serialized.children ?? []).map((child) => $parseSerializedNode(child)));
  if (place) $putCaret(place);
}

interface CaretPlace {
  /** A block id, or the part of a line that is no block. */
  line: string;
  /** In characters from the start of the line. */
  offset: number;
}

function $caretPlace(): CaretPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { focus } = selection;
  const node = focus.getNode();
  const paragraph = $paragraphOf(node);
  if (!paragraph) return null;
  const line = $isLinePart(paragraph) ? ($sectionOf(paragraph)?.getPart() ?? '') : $getState(paragraph, blockIdState);
  if (!$isTextNode(node)) return { line, offset: 0 };
  const before = node.getPreviousSiblings().reduce((sum, sibling) => sum + sibling.getTextContentSize(), 0);
  return { line, offset: before + focus.offset };
}

function $putCaret({ line, offset }: CaretPlace): void {
  const part = $sections().find((section) => section.getPart() !== 'section' && section.getPart() === line);
  const block = part ? part.getFirstChild() : $blockById(line);
  if ($isElementNode(block)) $selectAt(block, offset);
}

function $selectAt(line: ElementNode, offset: number): void {
  let rest = offset;
  for (const child of line.getChildren()) {
    const size = child.getTextContentSize();
    if ($isTextNode(child) && rest <= size) {
      child.select(rest, rest);
      return;
    }
    rest -= size;
  }
  line.selectEnd();
}
