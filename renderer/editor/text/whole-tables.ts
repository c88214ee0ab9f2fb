import {
  $createTableSelectionFrom,
  $findTableNode,
  $isTableCellNode,
  $isTableSelection,
  type TableNode,
} from '@lexical/table';
import {
  $createRangeSelectionFromDom,
  $findMatchingParent,
  $getEditor,
  $getNodeByKey,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
  SELECTION_CHANGE_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $paragraphOf } from './block-tree.ts';
import { $isAtEnd, $isAtStart } from './enter.ts';

/** Everything by which text is written over a selection. */
const writing = [
  BEFORE_INPUT_COMMAND,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_ENTER_COMMAND,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
] as LexicalCommand<unknown>[];

/**
 * A selection that has one end in a table and the other outside takes the table as a whole before anything is written
 * over it, as it is drawn: half a grid is no grid. One over several cells of a table becomes a selection of cells. And
 * no word or line is deleted over the border of a table.
 */
export function registerWholeTables(editor: LexicalEditor): () => void {
  const $settle = () => {
    $takeWholeTables();
    return false;
  };
  const stop = (isBackward: boolean): boolean =>
    $isBesideBlock(isBackward) && $getEditor().dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward);
  return mergeRegister(
    ...writing.map((command) => editor.registerCommand(command, $settle, COMMAND_PRIORITY_CRITICAL)),
    editor.registerCommand(DELETE_WORD_COMMAND, stop, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_LINE_COMMAND, stop, COMMAND_PRIORITY_CRITICAL),
    registerDragOut(editor),
  );
}

/**
 * A drag over cells and on into the text around the table. While cells are selected the browser has no selection, so
 * that newer engines go on with an empty one where the pointer is: the cells would stay all that is selected.
 */
function registerDragOut(editor: LexicalEditor): () => void {
  let isFromTable = false;
  let isOutside = false;
  const onDown = ({ target }: PointerEvent) => {
    isFromTable = isIn(target, 'table');
    isOutside = false;
  };
  // The pointer is asked, not the browser's selection: while there is none, that may be at the start of the letter.
  const onMove = ({ target }: PointerEvent) => {
    if (isFromTable) isOutside = isIn(target, 'p') && !isIn(target, 'table');
  };
  const onUp = () => {
    isFromTable = false;
    isOutside = false;
  };
  return mergeRegister(
    editor.registerCommand(
      SELECTION_CHANGE_COMMAND,
      () => {
        if (isOutside) $dragOut($createRangeSelectionFromDom(getSelection(), editor));
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('pointerdown', onDown);
      previous?.removeEventListener('pointermove', onMove);
      root?.addEventListener('pointerdown', onDown);
      root?.addEventListener('pointermove', onMove);
      const change = root ? 'addEventListener' : 'removeEventListener';
      window[change]('pointerup', onUp);
      window[change]('pointercancel', onUp);
    }),
  );
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function $dragOut(browser: RangeSelection | null): void {
  const cells = $getSelection();
  const focus = browser && $paragraphOf(browser.focus.getNode());
  const table = $isTableSelection(cells) ? $getNodeByKey<TableNode>(cells.tableKey) : null;
  if (!focus || !table || $findTableNode(focus)?.is(table)) return;
  const isBackward = focus.isBefore(table);
  browser.anchor.set(table.getParentOrThrow().getKey(), table.getIndexWithinParent() + (isBackward ? 1 : 0), 'element');
  $setSelection(browser);
}

function $takeWholeTables(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  const { anchor, focus } = selection;
  const [from, to] = [$findTableNode(anchor.getNode()), $findTableNode(focus.getNode())];
  if (from && to && from.is(to)) {
    $selectCells(selection, from);
    return;
  }
  const isBackward = selection.isBackward();
  if (from) $moveOut(anchor, from, isBackward);
  if (to) $moveOut(focus, to, !isBackward);
}

function $selectCells({ anchor, focus }: RangeSelection, table: TableNode): void {
  const [first, last] = [anchor, focus].map((point) => $findMatchingParent(point.getNode(), $isTableCellNode));
  if (first && last && !first.is(last)) $setSelection($createTableSelectionFrom(table, first, last));
}

function $moveOut(point: PointType, table: TableNode, after: boolean): void {
  point.set(table.getParentOrThrow().getKey(), table.getIndexWithinParent() + (after ? 1 : 0), 'element');
}

/** A caret at the end of its paragraph towards a table or a page break. */
function $isBesideBlock(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const paragraph = $paragraphOf(selection.anchor.getNode());
  if (!paragraph || !(isBackward ? $isAtStart(selection, paragraph) : $isAtEnd(selection, paragraph))) return false;
  const neighbour = isBackward ? paragraph.getPreviousSibling() : paragraph.getNextSibling();
  return neighbour !== null && !$isParagraphNode(neighbour);
}
