import { $getSelection, $getState, $setSelection, type LexicalEditor } from 'lexical';
import type { LetterPart } from '../api.ts';
import { $isPageBreakNode } from '../nodes/page-break-node.ts';
import { $blockById, $nodesWithIds, $sections } from '../text/block-tree.ts';
import { $putCaret } from '../text/caret-place.ts';
import { write } from '../write/write.ts';

const FLASH_TIME = 2_500;

export interface Navigation {
  focus: () => void;
  /** Brings an element of the letter into view. */
  reveal: (element: Element | null) => void;
  focusBlock: (blockId: string, place?: 'start' | 'end' | number) => boolean;
  focusPart: (part: LetterPart, field?: string) => boolean;
  scrollToBlock: (blockId: string) => boolean;
  flashBlocks: (blockIds: string[], ms?: number) => void;
  flashParts: (parts: LetterPart[], ms?: number) => void;
  /** The forms around the text, set by the component. */
  setForms: (forms: { head: HTMLElement | null; tail: HTMLElement | null }) => void;
}

export function createNavigation(editor: LexicalEditor): Navigation {
  let forms: { head: HTMLElement | null; tail: HTMLElement | null } = { head: null, tail: null };

  const elementOf = (blockId: string): HTMLElement | null => {
    const key = editor.getEditorState().read(() => $blockById(blockId)?.getKey());
    return key === undefined ? null : editor.getElementByKey(key);
  };
  const focus = () => {
    const root = editor.getRootElement();
    if (!root || document.activeElement === root) return;
    const selection = editor.getEditorState().read(() => $getSelection()?.clone() ?? null);
    // The browser begins at the start of the letter, and an update reads its selection: the text's own goes on top.
    root.focus({ preventScroll: true });
    if (selection) write(editor, 'caret', () => $setSelection(selection));
  };
  const reveal = (element: Element | null) => element?.scrollIntoView({ block: 'center', behavior: 'auto' });

  const focusBlock: Navigation['focusBlock'] = (blockId, place = 'start') => {
    const isFound = write(editor, 'caret', () => {
      const node = $blockById(blockId);
      if (!node || $isPageBreakNode(node)) return false;
      if (typeof place === 'number') $putCaret({ line: blockId, offset: place });
      else if (place === 'end') node.selectEnd();
      else node.selectStart();
      return true;
    });
    if (!isFound) return false;
    focus();
    reveal(elementOf(blockId));
    return true;
  };

  const focusPart: Navigation['focusPart'] = (part, field) => {
    if (part === 'head' || part === 'tail') {
      const named = field === undefined ? null : forms[part]?.querySelector(`[data-form-field="${CSS.escape(field)}"]`);
      const control = (named ?? forms[part]?.querySelector('input, button, select, textarea')) as HTMLElement | null;
      control?.focus();
      return control != null;
    }
    const key = write(editor, 'caret', () => {
      const wanted = part === 'body' ? 'section' : part;
      const section = $sections().find((candidate) => candidate.getPart() === wanted);
      section?.selectEnd();
      if (part === 'body') section?.selectStart();
      return section?.getKey();
    });
    focus();
    if (key !== undefined) reveal(editor.getElementByKey(key));
    return key !== undefined;
  };

  const flash = (element: HTMLElement | null, ms: number) => {
    if (!element) return;
    element.dataset['flash'] = 'true';
    setTimeout(() => delete element.dataset['flash'], ms);
  };
  const elementOfPart = (part: LetterPart): HTMLElement | null => {
    if (part === 'head' || part === 'tail') return forms[part];
    const key = editor.getEditorState().read(() =>
      $sections()
        .find((candidate) => candidate.getPart() === part)
        ?.getKey(),
    );
    return key === undefined ? null : editor.getElementByKey(key);
  };

  return {
    focus,
    reveal,
    focusBlock,
    focusPart,
    scrollToBlock: (blockId) => {
      const element = elementOf(blockId);
      reveal(element);
      return element !== null;
    },
    flashBlocks: (blockIds, ms = FLASH_TIME) => {
      const wanted = new Set(blockIds);
      const keys = editor
        .getEditorState()
        .read(() =>
          [...$nodesWithIds()]
            .filter(({ node, state }) => wanted.has($getState(node, state)))
            .map(({ node }) => node.getKey()),
        );
      for (const key of keys) flash(editor.getElementByKey(key), ms);
    },
    flashParts: (parts, ms = FLASH_TIME) => {
      for (const part of parts) flash(elementOfPart(part), ms);
    },
    setForms: (next) => {
      forms = next;
    },
  };
}
