import { $isTableSelection } from '@lexical/table';
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  mergeRegister,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { write } from '../write/write.ts';
import { $cellsOf } from './selected-cells.ts';

/**
 * While the text has the focus the browser has a caret in it where one can write: in the first of selected cells, for
 * which the library keeps none, and else where the letter's own selection is. A second click on a field leaves the
 * browser's selection inside the field, where nothing can be written; the next key would go to the start of the letter.
 */
export function registerBrowserCaret(editor: LexicalEditor): () => void {
  let pointerIsDown = false;
  const keep = () => {
    const root = editor.getRootElement();
    const browser = getSelection();
    if (!root || !browser || pointerIsDown || document.activeElement !== root || editor.isComposing()) return;
    const wanted = editor.getEditorState().read($wantedSelection);
    if (wanted === null) return;
    if (typeof wanted !== 'string') {
      if (!canWriteAt(browser.anchorNode, root)) putBack(editor, wanted);
      return;
    }
    const cell = editor.getElementByKey(wanted);
    if (cell && !cell.contains(browser.anchorNode)) browser.collapse(cell.querySelector('p') ?? cell, 0);
  };
  const onDown = () => {
    pointerIsDown = true;
  };
  const onUp = () => {
    pointerIsDown = false;
    keep();
  };
  return mergeRegister(
    editor.registerUpdateListener(keep),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('pointerdown', onDown);
      root?.addEventListener('pointerdown', onDown);
      const change = root ? 'addEventListener' : 'removeEventListener';
      window[change]('pointerup', onUp);
      window[change]('pointercancel', onUp);
      document[change]('selectionchange', keep);
    }),
  );
}

/** The range of the letter, or the key of the first selected cell. */
function $wantedSelection(): RangeSelection | string | null {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return $cellsOf(selection)[0]?.getKey() ?? null;
  return $isRangeSelection(selection) ? selection.clone() : null;
}

function canWriteAt(node: Node | null, root: HTMLElement): boolean {
  const element = node instanceof HTMLElement ? node : node?.parentElement;
  // Asked at every move of the caret: `isContentEditable` would have the page laid out each time.
  return element?.closest('[contenteditable]') === root;
}

function putBack(editor: LexicalEditor, selection: RangeSelection): void {
  write(editor, 'keptCaret', () => {
    selection.dirty = true;
    $setSelection(selection);
  });
}
