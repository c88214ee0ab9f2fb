import {
  $createParagraphNode,
  $getSelection,
  $getState,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import {
  $blockProps,
  $setBlockProps,
  $setKind,
  bodyState,
  kindState,
  levelState,
  markState,
  slotState,
} from '../nodes/state.ts';
import { $isLinePart, $paragraphOf, $sectionOf } from './block-tree.ts';
import { $firstBodySection } from './structure.ts';

/** Enter, Shift+Enter and Backspace at a start: what kind of block a line is, and who keeps the id. */
export function registerEnter(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $insertParagraph, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      INSERT_LINE_BREAK_COMMAND,
      () => {
        const selection = $getSelection();
        // The salutation is one line: Shift+Enter does nothing there.
        return $isRangeSelection(selection) && $sectionOf(selection.anchor.getNode())?.getPart() === 'salutation';
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (isBackward) => isBackward && $dropNumber(),
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Backspace before the first character of a numbered line takes the number first, as in Word. */
function $dropNumber(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $paragraphOf(selection.anchor.getNode());
  // A section's own heading stays one: without it the section would have no name.
  if (!block || !$isAtStart(selection, block) || $getState(block, slotState) !== '') return false;
  const kind = $getState(block, kindState);
  if (kind === 'list-item') $leaveList(block);
  else if (kind === 'heading') $setKind(block, 'paragraph', 0);
  return kind !== '';
}

function $insertParagraph(): boolean {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const last = selection.getNodes().at(-1);
    const paragraph = $createParagraphNode();
    last?.getTopLevelElement()?.insertAfter(paragraph);
    paragraph.select();
    return true;
  }
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) selection.removeText();
  const block = $paragraphOf(selection.anchor.getNode());
  if (!block) return false;
  if ($isLinePart(block)) {
    // A title may run over several lines; the salutation hands on to the text.
    if ($sectionOf(block)?.getPart() === 'title') selection.insertLineBreak();
    else $firstBodySection()?.selectStart();
    return true;
  }
  if (block.isEmpty() && $getState(block, kindState) === 'list-item') {
    $leaveList(block);
  } else if (!block.isEmpty() && $isAtStart(selection, block)) {
    const added = $copyKind(block, $createParagraphNode(), 'start');
    $handOnStart(block, added);
    block.insertBefore(added);
  } else {
    const atEnd = $isAtEnd(selection, block);
    const added = selection.insertParagraph();
    if ($isParagraphNode(added)) $continue(block, added, atEnd);
  }
  return true;
}

/** An item put before the one that says where its list starts takes that over. */
function $handOnStart(from: ParagraphNode, to: ParagraphNode): void {
  const { start, ...props } = $blockProps(from);
  if (start === undefined || $getState(to, kindState) !== 'list-item') return;
  $setBlockProps(from, props);
  $setBlockProps(to, { ...$blockProps(to), start });
}

function $leaveList(item: ParagraphNode): void {
  const level = $getState(item, levelState);
  if (level > 1) {
    $setState(item, levelState, level - 1);
    return;
  }
  const { list: _list, start: _start, ...props } = $blockProps(item);
  $setKind(item, 'paragraph', 0);
  $setBlockProps(item, props);
}

function $continue(block: ParagraphNode, added: ParagraphNode, atEnd: boolean): void {
  $copyKind(block, added, atEnd ? 'end' : 'middle');
  // The paragraph mark is the end of the old paragraph, and that end is now in the new one.
  const mark = $getState(block, markState);
  if (mark !== '') {
    $setState(added, markState, mark);
    $setState(block, markState, '');
  }
}

function $copyKind(from: ParagraphNode, to: ParagraphNode, at: 'start' | 'middle' | 'end'): ParagraphNode {
  const kind = $getState(from, kindState);
  const { align, list } = $blockProps(from);
  if (kind === 'list-item') {
    $setKind(to, 'list-item', $getState(from, levelState));
    $setBlockProps(to, list ? { list } : {});
  } else if (kind === 'heading') {
    if (at === 'middle' && !$takeBodyText(to)) $setKind(to, 'heading', $getState(from, levelState));
  } else if (align) {
    $setBlockProps(to, { align });
  }
  return to;
}

/** Text after a run-in heading becomes a paragraph of its own when the line is broken in it. */
function $takeBodyText(added: ParagraphNode): boolean {
  const texts = added.getAllTextNodes();
  if (texts.length === 0 || !texts.every((text) => $getState(text, bodyState) !== '')) return false;
  for (const text of texts) $setState(text, bodyState, '');
  return true;
}

export function $isAtStart(selection: RangeSelection, block: ParagraphNode): boolean {
  const { anchor } = selection;
  if (anchor.offset !== 0) return false;
  return anchor.key === block.getKey() || block.getFirstChild()?.getKey() === anchor.key;
}

export function $isAtEnd(selection: RangeSelection, block: ParagraphNode): boolean {
  const { anchor } = selection;
  if (anchor.key === block.getKey()) return anchor.offset === block.getChildrenSize();
  const last = block.getLastChild();
  return last?.getKey() === anchor.key && $isTextNode(last) && anchor.offset === last.getTextContentSize();
}
