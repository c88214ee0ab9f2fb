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
 *
 * The browser tells of a moved caret in a task of its own (`selectionchange`), newer engines as late as the next frame.
 * A key that comes before it would be taken where the caret was, so that what the browser has not told yet is read at
 * every key down.
 */
export function registerBrowserCaret(editor: LexicalEditor): () => void {
  let pointerIsDown = false;
  let told: Points | null = null;
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
  const onSelectionChange = () => {
    told = pointsOf(getSelection());
    keep();
  };
  const onKeyDown = () => {
    if (editor.isComposing()) return;
    const points = pointsOf(getSelection());
    if (points.some((point, index) => point !== told?.[index])) document.dispatchEvent(new Event('selectionchange'));
    else keep();
  };
  const onDown = () => {
    pointerIsDown = true;
  };
  let pressed: Element | null = null;
  const onMouseDown = (event: MouseEvent) => {
    pressed = unwritable(event.target);
  };
  // After a click on what is selected already the browser drops the selection: what has been selected by the click
  // handlers until then is gone, and the next key begins at the start of the letter.
  const onMouseUp = (event: MouseEvent) => {
    if (pressed !== null && unwritable(event.target) === pressed) event.preventDefault();
  };
  const onUp = () => {
    pointerIsDown = false;
    keep();
  };
  return mergeRegister(
    editor.registerUpdateListener(keep),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('pointerdown', onDown);
      previous?.removeEventListener('mousedown', onMouseDown);
      previous?.removeEventListener('mouseup', onMouseUp);
      previous?.removeEventListener('keydown', onKeyDown, { capture: true });
      root?.addEventListener('pointerdown', onDown);
      root?.addEventListener('mousedown', onMouseDown);
      root?.addEventListener('mouseup', onMouseUp);
      root?.addEventListener('keydown', onKeyDown, { capture: true });
      const change = root ? 'addEventListener' : 'removeEventListener';
      window[change]('pointerup', onUp);
      window[change]('pointercancel', onUp);
      document[change]('selectionchange', onSelectionChange);
    }),
  );
}

/** The field, picture or page break that is there. */
function unwritable(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[contenteditable="false"]') : null;
}

type Points = readonly [Node | null, number, Node | null, number];

function pointsOf(selection: Selection | null): Points {
  return selection
    ? [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset]
    : [null, 0, null, 0];
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
