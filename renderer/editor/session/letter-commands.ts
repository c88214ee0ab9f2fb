import {
  $createTextNode,
  $getEditor,
  $getSelection,
  $getState,
  $insertNodes,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  FORMAT_TEXT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  SELECT_ALL_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { LetterCommands } from '../api.ts';
import { $createPageBreakNode } from '../nodes/page-break-node.ts';
import { $createFieldNode, $isRunObjectNode } from '../nodes/run-object-node.ts';
import { $isSectionNode } from '../nodes/section-node.ts';
import { $blockProps, $setBlockProps, fillerState, stateOfRun } from '../nodes/state.ts';
import { $isAtStart } from '../text/enter.ts';
import { $isInCell, $isLinePart, $paragraphOf, $topBlockOf } from '../text/block-tree.ts';
import { $moveSelectedBlocks } from '../text/move-blocks.ts';
import { $toggleRedaction } from '../text/redaction.ts';
import { $alignCells, $selectedParagraphs, $setStyle, $shiftListLevel, $styleOf } from '../text/styles.ts';
import {
  $deleteColumn,
  $deleteRow,
  $deleteTable,
  $insertColumn,
  $insertRow,
  $insertTable,
  $mergeSelectedCells,
  $splitCurrentCell,
  $toggleTableHeader,
} from '../text/tables.ts';
import { $changeWidth } from '../text/width.ts';
import type { LetterHistory } from '../write/history.ts';
import type { ChangeKind } from '../write/kinds.ts';
import { isOpen, write } from '../write/write.ts';
import { $selectedObject } from './selection-state.ts';

/** Commands act on the selection of the text, which stays where it was while a tool bar has the focus. */
export function createCommands(
  editor: LexicalEditor,
  history: Pick<LetterHistory, 'undo' | 'redo'>,
  focus: () => void,
): LetterCommands {
  const step = <Result>(kind: ChangeKind, $change: () => Result): Result | undefined => {
    if (!isOpen(editor, kind)) return undefined;
    const result = write(editor, kind, $change);
    focus();
    return result;
  };
  // Undo in a form part of the letter leaves the focus in that form.
  const keepFocus = (action: () => void) => {
    const focused = document.activeElement;
    action();
    if (focused instanceof HTMLElement && focused !== document.body && focused !== document.activeElement) {
      focused.focus({ preventScroll: true });
    }
  };
  return {
    toggleFormat: (format) => step('format', () => void $getEditor().dispatchCommand(FORMAT_TEXT_COMMAND, format)),
    setStyle: (style) => step('style', () => $setStyle(style)),
    toggleList: (style) =>
      step('style', () => {
        const all = $selectedParagraphs();
        const isOn = all.length > 0 && all.every((paragraph) => $styleOf(paragraph) === `list-${style}`);
        $setStyle(isOn ? 'body' : `list-${style}`);
      }),
    indentList: () => void step('style', () => $shiftListLevel(1)),
    outdentList: () => void step('style', () => $shiftListLevel(-1)),
    moveBlocks: (direction) => void step('order', () => $moveSelectedBlocks(direction)),
    insertTable: (rows, columns) => step('table', () => $insertTable(rows, columns)),
    insertRow: (where) => step('table', () => $insertRow(where)),
    insertColumn: (where) => step('table', () => $insertColumn(where)),
    deleteRow: () => step('table', $deleteRow),
    deleteColumn: () => step('table', $deleteColumn),
    deleteTable: () => step('table', $deleteTable),
    toggleTableHeader: () => step('table', $toggleTableHeader),
    mergeCells: () => step('table', $mergeSelectedCells),
    splitCell: () => step('table', $splitCurrentCell),
    insertPageBreak: () => step('words', $insertPageBreak),
    insertText: (text) =>
      step('words', () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(text);
      }),
    changeWidth: (to) => step('words', () => $changeWidth(to)),
    alignCells: (align) => step('style', () => $alignCells(align)),
    insertField: (field, text) => step('words', () => $insertNodes([$createFieldNode(field, text)])),
    detachField: () => step('words', $detachField) ?? false,
    setPrompt: (prompt) => step('prompt', () => $setPrompt(prompt)),
    clearFormat: () => step('format', $clearFormat),
    toggleRedaction: () => step('format', $toggleRedaction),
    selectAll: () => {
      focus();
      write(editor, 'caret', () => $getEditor().dispatchCommand(SELECT_ALL_COMMAND, new KeyboardEvent('keydown')));
    },
    undo: () => keepFocus(history.undo),
    redo: () => keepFocus(history.redo),
  };
}

function $insertPageBreak(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const anchor = selection.anchor.getNode();
  if ($isInCell(anchor) || $isLinePart(anchor)) return;
  if (!selection.isCollapsed()) selection.removeText();
  const block = $topBlockOf(selection.anchor.getNode());
  if (!block || !$isSectionNode(block.getParent())) return;
  if (!$isParagraphNode(block) || block.isEmpty() || $isAtStart(selection, block)) {
    block.insertBefore($createPageBreakNode());
    return;
  }
  $getEditor().dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  const after = $getSelection();
  if ($isRangeSelection(after)) $topBlockOf(after.anchor.getNode())?.insertBefore($createPageBreakNode());
}

function $detachField(): boolean {
  const node = $selectedObject($getSelection());
  if (!$isRunObjectNode(node) || node.getField() === null) return false;
  const text = $createTextNode(node.getTextContent()).setFormat(node.getFormat());
  for (const state of stateOfRun) {
    const value = $getState(node, state);
    if (value !== '') $setState(text, state, value);
  }
  node.replace(text);
  text.selectEnd();
  return true;
}

function $setPrompt(text: string): void {
  const selection = $getSelection();
  const paragraph = $isRangeSelection(selection) ? $paragraphOf(selection.focus.getNode()) : null;
  if (!paragraph || $isLinePart(paragraph)) return;
  const { prompt: _before, ...props } = $blockProps(paragraph);
  $setBlockProps(paragraph, text === '' ? props : { ...props, prompt: text });
  // A block with a placeholder is a block of the letter, even if empty.
  if (text !== '') $setState(paragraph, fillerState, '');
}

function $clearFormat(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const node of selection.extract()) {
    if ($isTextNode(node) || $isRunObjectNode(node)) node.setFormat(0);
  }
  selection.format = 0;
}
