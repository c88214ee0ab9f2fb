import { copyToClipboard, $getClipboardDataFromSelection } from '@lexical/clipboard';
import { $isTableCellNode, $isTableSelection, type TableCellNode, type TableSelection } from '@lexical/table';
import {
  $getEditor,
  $getSelection,
  $isParagraphNode,
  $isTextNode,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FORMAT_TEXT_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
  type TextFormatType,
  type TextNode,
} from 'lexical';
import { $isRunObjectNode, type RunObjectNode } from '../nodes/run-object-node.ts';

/**
 * Cells selected as cells. The library leaves the browser without a selection then: the browser would begin to write at
 * the start of the letter, and the system switches its input method off. So the browser's caret is kept in the first
 * of them (`browser-caret.ts`), and before anything is written the selection becomes the text of that cell, as in Word.
 */
export function registerSelectedCells(editor: LexicalEditor): () => void {
  const whileCells =
    <T>(act: (cells: TableSelection, payload: T) => boolean) =>
    (payload: T): boolean => {
      const selection = $getSelection();
      return $isTableSelection(selection) && editor.isEditable() && act(selection, payload);
    };
  const on = <T>(command: LexicalCommand<T>, act: (cells: TableSelection, payload: T) => boolean) =>
    editor.registerCommand(command, whileCells(act), COMMAND_PRIORITY_CRITICAL);
  const $clear = (cells: TableSelection, event?: unknown): boolean => {
    if (event instanceof Event) event.preventDefault();
    $clearCells(cells);
    return true;
  };
  return mergeRegister(
    on(KEY_DOWN_COMMAND, $onKey),
    on(BEFORE_INPUT_COMMAND, (cells, event) => {
      const { inputType, data } = event;
      if (inputType.startsWith('format') || inputType.startsWith('history')) return false;
      if (inputType.startsWith('delete')) return $clear(cells, event);
      $enterCells(cells);
      if (inputType !== 'insertText' || data === null || data.startsWith('\n')) return false;
      event.preventDefault();
      return $getEditor().dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, data);
    }),
    on(COMPOSITION_START_COMMAND, (cells) => {
      $enterCells(cells);
      return false;
    }),
    ...[
      KEY_BACKSPACE_COMMAND,
      KEY_DELETE_COMMAND,
      DELETE_CHARACTER_COMMAND,
      DELETE_WORD_COMMAND,
      DELETE_LINE_COMMAND,
      REMOVE_TEXT_COMMAND,
    ].map((command) => on(command as LexicalCommand<unknown>, $clear)),
    on(CUT_COMMAND, (cells, event) => {
      const data = $getClipboardDataFromSelection(cells);
      void copyToClipboard(editor, event instanceof ClipboardEvent ? event : null, data);
      return $clear(cells, event);
    }),
    on(FORMAT_TEXT_COMMAND, (cells, format) => {
      $formatCells(cells, format);
      return true;
    }),
  );
}

/** Keys that the browser answers by itself, from its own caret. */
const nativeKeys = new Set(['Home', 'End', 'PageUp', 'PageDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

function $onKey(cells: TableSelection, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  // Plain arrows, with or without Shift, go from cell to cell.
  const goesByCells = key.startsWith('Arrow') && !ctrlKey && !metaKey && !altKey;
  if (key === 'Enter') $enterCells(cells);
  else if (key === 'Tab') $cellsOf(cells).at(-1)?.selectEnd();
  else if (nativeKeys.has(key) && !goesByCells) $cellsOf(cells)[0]?.selectStart();
  return false;
}

/** The selected cells, row by row. */
export const $cellsOf = (cells: TableSelection): TableCellNode[] => cells.getNodes().filter($isTableCellNode);

/** The text of the first selected cell is the selection now. */
export function $enterCells(cells: TableSelection): RangeSelection | undefined {
  const [cell] = $cellsOf(cells);
  if (!cell) return undefined;
  const { key, offset, type } = cell.selectStart().anchor;
  const selection = cell.selectEnd();
  selection.anchor.set(key, offset, type);
  const text = selection.anchor.getNode();
  if ($isTextNode(text)) selection.format = text.getFormat();
  return selection;
}

function $clearCells(cells: TableSelection): void {
  const all = $cellsOf(cells);
  for (const cell of all) {
    const [first, ...others] = cell.getChildren();
    for (const other of others) other.remove();
    // Its first paragraph keeps form and id.
    if ($isParagraphNode(first)) first.clear();
  }
  all[0]?.selectStart();
}

type FormattedRun = TextNode | RunObjectNode;
const $isRun = (node: LexicalNode): node is FormattedRun => $isTextNode(node) || $isRunObjectNode(node);

/** True when there is text in the cells and all of it has the format. */
export function $cellsHaveFormat(cells: TableSelection, format: TextFormatType): boolean {
  const runs = cells.getNodes().filter($isRun);
  return runs.length > 0 && runs.every((run) => run.hasFormat(format));
}

function $formatCells(cells: TableSelection, format: TextFormatType): void {
  const has = $cellsHaveFormat(cells, format);
  for (const run of cells.getNodes().filter($isRun)) if (run.hasFormat(format) === has) run.toggleFormat(format);
}
