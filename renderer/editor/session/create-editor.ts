import { registerRichText } from '@lexical/rich-text';
import { registerTablePlugin, registerTableSelectionObserver } from '@lexical/table';
import { createEditor, mergeRegister, type CreateEditorArgs, type LexicalEditor } from 'lexical';
import { registerCopy } from '../clipboard/copy.ts';
import { NAMESPACE, registerPaste } from '../clipboard/paste.ts';
import { letterNodes } from '../nodes/index.ts';
import { registerBorders } from '../text/borders.ts';
import { registerBrowserCaret } from '../text/browser-caret.ts';
import { registerColumnWidths } from '../text/column-widths.ts';
import { registerEnter } from '../text/enter.ts';
import { registerIdentity } from '../text/identity.ts';
import { registerKeptCaret } from '../text/kept-caret.ts';
import { registerReplacements } from '../text/replacements.ts';
import { registerSelectedCells } from '../text/selected-cells.ts';
import { registerStructure } from '../text/structure.ts';
import { registerTableGrid } from '../text/table-grid.ts';
import { registerTableHeaders } from '../text/tables.ts';
import { registerTypedNumbers } from '../text/typed-numbers.ts';
import { registerWholeTables } from '../text/whole-tables.ts';
import { createHistory, type LetterHistory } from '../write/history.ts';

export function editorConfig(onError: (error: Error) => void): CreateEditorArgs {
  return {
    namespace: NAMESPACE,
    nodes: letterNodes,
    onError,
    theme: {
      text: { bold: 'text-bold', italic: 'text-italic', underline: 'text-underline' },
      table: 'letter-table',
      tableCell: 'letter-cell',
      tableCellHeader: 'letter-cell-header',
      tableCellSelected: 'letter-cell-selected',
      tableSelection: 'letter-table-selection',
      tableScrollableWrapper: 'letter-table-scroll',
    },
  };
}

/** Rules of the letter that need no screen: also what the headless tests run. */
export function registerRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerTablePlugin(editor),
    registerStructure(editor),
    registerIdentity(editor),
    registerTableGrid(editor),
    registerTableHeaders(editor),
    registerBorders(editor),
    registerEnter(editor),
    registerTypedNumbers(editor),
    registerPaste(editor),
    registerCopy(editor),
  );
}

export interface EditorWithHistory {
  editor: LexicalEditor;
  history: LetterHistory;
  unregister: () => void;
}

export function createLetterTextEditor(onError: (error: Error) => void, onHistory: () => void): EditorWithHistory {
  const editor = createEditor(editorConfig(onError));
  const offRules = mergeRegister(
    registerRules(editor),
    registerTableSelectionObserver(editor),
    registerReplacements(editor),
    registerWholeTables(editor),
    registerSelectedCells(editor),
    registerColumnWidths(editor),
  );
  const history = createHistory(editor, onHistory);
  const unregister = mergeRegister(
    offRules,
    history.unregister,
    registerKeptCaret(editor),
    registerBrowserCaret(editor),
  );
  return { editor, history, unregister };
}
