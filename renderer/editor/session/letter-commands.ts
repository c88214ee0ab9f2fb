import {
  $createTextNode,
  $getEditor,
  $getSelection,
  $getState,
  $insertNodes,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  $setState,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  REDO_COMMAND,
  SELECT_ALL_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { LetterCommands } from '../api.ts';
import { $createPageBreakNode } from '../nodes/page-break-node.ts';
import { $createFieldNode, $isRunObjectNode } from '../nodes/run-object-node.ts';
import { $isSectionNode } from '../nodes/section-node.ts';
import {
  $blockProps,
  $setBlockProps,
  delState,
  fillerState,
  formatWasState,
  insState,
  threadsState,
} from '../nodes/state.ts';
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
import { $selectedObject } from './selection-state.ts';

/** Commands act on the selection of the text, which stays where it was while a tool bar has the focus. */
export function createCommands(editor: LexicalEditor, focus: () => void): LetterCommands {
  const step = (change: () => void) => {
    if (!editor.isEditable() || editor.isComposing()) return;
    const selection = editor.getEditorState().read(() => $getSelection()?.clone() ?? null);
    const elsewhere = document.activeElement !== editor.getRootElement();
    editor.update(
      () => {
        // With the focus elsewhere an update may read a selection that is not the text's.
        if (elsewhere && selection) $setSelection(selection);
        change();
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    focus();
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
    toggleFormat: (format) => {
      if (!editor.isEditable() || editor.isComposing()) return;
      focus();
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
    },
    setStyle: (style) => step(() => $setStyle(style)),
    toggleList: (style) =>
      step(() => {
        const all = $selectedParagraphs();
        const isOn = all.length > 0 && all.every((paragraph) => $styleOf(paragraph) === `list-${style}`);
        $setStyle(isOn ? 'body' : `list-${style}`);
      }),
    indentList: () => step(() => $shiftListLevel(1)),
    outdentList: () => step(() => $shiftListLevel(-1)),
    moveBlocks: (direction) => step(() => $moveSelectedBlocks(direction)),
    insertTable: (rows, columns) => step(() => $insertTable(rows, columns)),
    insertRow: (where) => step(() => $insertRow(where)),
    insertColumn: (where) => step(() => $insertColumn(where)),
    deleteRow: () => step($deleteRow),
    deleteColumn: () => step($deleteColumn),
    deleteTable: () => step($deleteTable),
    toggleTableHeader: () => step($toggleTableHeader),
    mergeCells: () => step($mergeSelectedCells),
    splitCell: () => step($splitCurrentCell),
    insertPageBreak: () => step($insertPageBreak),
    insertText: (text) =>
      step(() => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(text);
      }),
    changeWidth: (to) => step(() => $changeWidth(to)),
    alignCells: (align) => step(() => $alignCells(align)),
    insertField: (field, text) => step(() => $insertNodes([$createFieldNode(field, text)])),
    detachField: () => {
      let done = false;
      step(() => {
        done = $detachField();
      });
      return done;
    },
    setPrompt: (prompt) => step(() => $setPrompt(prompt)),
    clearFormat: () => step($clearFormat),
    toggleRedaction: () => step($toggleRedaction),
    selectAll: () => {
      editor.focus();
      editor.dispatchCommand(SELECT_ALL_COMMAND, new KeyboardEvent('keydown'));
    },
    undo: () => keepFocus(() => editor.dispatchCommand(UNDO_COMMAND, undefined)),
    redo: () => keepFocus(() => editor.dispatchCommand(REDO_COMMAND, undefined)),
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
  for (const state of [insState, delState, formatWasState, threadsState]) {
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
