import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
} from 'lexical';
import type { FindController, FindState, Replaced } from '../api.ts';
import type { Navigation } from '../session/navigation.ts';
import { createStore } from '../store.ts';
import { isOpen, write } from '../write/write.ts';
import { $changeFormText } from './form-lines.ts';
import { clearHighlights, formOf, rangeOf, showHighlights } from './highlights.ts';
import { $readLines, coveredPieces, findMatches, type Line, type Match } from './matches.ts';

const closed: FindState = {
  open: false,
  replacing: false,
  query: '',
  replacement: '',
  matchCase: false,
  total: 0,
  current: 0,
};

const nothingReplaced: Replaced = { replaced: 0, inFields: 0, inNumberOrDate: 0 };

/** A match this near to the edge of the view, in px, is brought to its middle. */
const MARGIN = 40;

/** What is visible of the letter: the box of the nearest scrolling ancestor. */
function scrollerOf(element: HTMLElement | null): { top: number; bottom: number } {
  for (let node = element?.parentElement; node; node = node.parentElement) {
    if (node.scrollHeight > node.clientHeight && getComputedStyle(node).overflowY !== 'visible') {
      return node.getBoundingClientRect();
    }
  }
  return { top: 0, bottom: innerHeight };
}

export function createFindController(
  editor: LexicalEditor,
  navigation: Navigation,
): FindController & { dispose: () => void } {
  const store = createStore<FindState>(closed, { deep: true });
  let lines: Line[] = [];
  let matches: Match[] = [];
  let current = -1;

  const publish = (change: Partial<FindState> = {}) => {
    const state = { ...store.get(), ...change };
    if (state.open && editor.getRootElement()) showHighlights(editor, lines, matches, current);
    else if (editor.getRootElement()) clearHighlights(editor);
    store.set({ ...state, total: state.open ? matches.length : 0, current: state.open ? current + 1 : 0 });
  };

  /** Finds anew; the current match becomes the first one not before `place`. */
  const search = (place: { line: number; offset: number }, change: Partial<FindState> = {}) => {
    const { query, matchCase } = { ...store.get(), ...change };
    lines = editor.getEditorState().read($readLines);
    matches = findMatches(lines, query, matchCase);
    const index = matches.findIndex(
      (match) => match.line > place.line || (match.line === place.line && match.from >= place.offset),
    );
    current = matches.length === 0 ? -1 : Math.max(0, index);
    publish(change);
  };

  const currentPlace = () => {
    const match = matches[current];
    return match ? { line: match.line, offset: match.from } : { line: 0, offset: 0 };
  };

  const caretPlace = () => {
    lines = editor.getEditorState().read($readLines);
    const point = editor.getEditorState().read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return null;
      const start = selection.isBackward() ? selection.focus : selection.anchor;
      return { key: start.key, offset: start.offset };
    });
    if (point) {
      for (const [line, { pieces }] of lines.entries()) {
        const piece = pieces.find((candidate) => candidate.key === point.key);
        if (piece) return { line, offset: piece.from + point.offset };
      }
    }
    return { line: 0, offset: 0 };
  };

  const reveal = () => {
    const match = matches[current];
    const range = match && rangeOf(editor, lines, match);
    const element = range?.startContainer.parentElement ?? (match && formOf(editor, lines, match));
    if (!element) return;
    const box = (range ?? element).getBoundingClientRect();
    const view = scrollerOf(editor.getRootElement());
    const visible = box.top >= view.top + MARGIN && box.bottom <= view.bottom - MARGIN;
    if (!visible) element.scrollIntoView({ block: 'center' });
  };

  const step = (by: 1 | -1) => {
    if (matches.length === 0) return;
    current = (current + by + matches.length) % matches.length;
    publish();
    reveal();
  };

  const $replaceMatch = (match: Match, replacement: string): keyof Replaced => {
    const line = lines[match.line];
    if (line?.form) {
      if (!line.form.path) return 'inNumberOrDate';
      $changeFormText(line.form.path, (text) => text.slice(0, match.from) + replacement + text.slice(match.to));
      return 'replaced';
    }
    const covered = line ? coveredPieces(line, match) : [];
    if (covered.some(({ piece }) => piece.fixed)) return 'inFields';
    for (const [index, { piece, from, to }] of [...covered.entries()].reverse()) {
      const node = $getNodeByKey(piece.key);
      if ($isTextNode(node)) node.spliceText(from, to - from, index === 0 ? replacement : '');
    }
    return 'replaced';
  };

  const canReplace = () => store.get().open && isOpen(editor, 'replacement');

  const off = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (!store.get().open || editor.isComposing()) return;
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) search(currentPlace());
  });

  return {
    get: store.get,
    subscribe: store.subscribe,
    open: (options = {}) => {
      const selected = editor.getEditorState().read(() => $getSelection()?.getTextContent() ?? '');
      const query = selected !== '' && !selected.includes('\n') ? selected : store.get().query;
      search(caretPlace(), { open: true, replacing: options.replace ?? store.get().replacing, query });
      reveal();
    },
    close: () => {
      const match = matches[current];
      const line = match && lines[match.line];
      const covered = line ? coveredPieces(line, match) : [];
      const first = covered[0];
      const last = covered.at(-1);
      const form = match && formOf(editor, lines, match);
      publish({ open: false });
      if (form) {
        form.focus();
        return;
      }
      if (first && last && !first.piece.fixed && !last.piece.fixed) {
        write(editor, 'caret', () => {
          const selection = $createRangeSelection();
          selection.anchor.set(first.piece.key, first.from, 'text');
          selection.focus.set(last.piece.key, last.to, 'text');
          $setSelection(selection);
        });
      }
      navigation.focus();
    },
    setQuery: (query) => {
      search(matches[current] ? currentPlace() : caretPlace(), { query });
      reveal();
    },
    setReplacement: (replacement) => publish({ replacement }),
    setMatchCase: (matchCase) => search(currentPlace(), { matchCase }),
    next: () => step(1),
    previous: () => step(-1),
    replace: () => {
      const match = matches[current];
      const outcome = { ...nothingReplaced };
      if (!match || !canReplace()) return outcome;
      const { replacement } = store.get();
      write(editor, 'replacement', () => {
        outcome[$replaceMatch(match, replacement)] += 1;
      });
      search({ line: match.line, offset: outcome.replaced > 0 ? match.from + replacement.length : match.to });
      reveal();
      return outcome;
    },
    replaceAll: () => {
      const outcome = { ...nothingReplaced };
      if (!canReplace()) return outcome;
      const { replacement } = store.get();
      write(editor, 'replacement', () => {
        for (const match of [...matches].reverse()) outcome[$replaceMatch(match, replacement)] += 1;
      });
      return outcome;
    },
    dispose: () => {
      off();
      clearHighlights(editor);
    },
  };
}
