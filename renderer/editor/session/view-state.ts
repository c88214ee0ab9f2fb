import {
  $getRoot,
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalEditor,
  type UpdateListenerPayload,
} from 'lexical';
import { countCharacters, countWords } from '#shared/document/plain-text.ts';
import type { ReplyDocument, Tail } from '#shared/document/schema.ts';
import type {
  AttachmentTextState,
  Caret,
  Counts,
  HeadAndTail,
  HeadData,
  LetterPart,
  OutlineEntry,
  ReadableStore,
  SelectionState,
} from '../api.ts';
import { $isRunObjectNode } from '../nodes/run-object-node.ts';
import { headState, kindState, tailState } from '../nodes/state.ts';
import { createStore } from '../store.ts';
import { $readLetterTree, type LetterTree } from '../text/letter-tree.ts';
import { paintLabels } from '../text/paint.ts';
import type { LetterHistory } from '../write/history.ts';
import { kindOf } from '../write/kinds.ts';
import { outlineOf } from './outline.ts';
import { $readCaret, $readSelection, noSelection } from './selection-state.ts';

const COUNT_DELAY = 200;

export interface ViewState {
  selection: ReadableStore<SelectionState>;
  caret: ReadableStore<Caret | null>;
  outline: ReadableStore<OutlineEntry[]>;
  counts: ReadableStore<Counts>;
  headAndTail: ReadableStore<HeadAndTail>;
  attachmentTexts: ReadableStore<AttachmentTextState[]>;
  /** Everything anew: after loading, and when the text gets its element. */
  refresh: () => void;
  refreshSelection: () => void;
  onUpdate: (update: UpdateListenerPayload) => void;
  setFormPart: (part: Extract<LetterPart, 'head' | 'tail'> | null) => void;
  dispose: () => void;
}

/**
 * What tool bar, outline and status bar show of the text, kept in stores of their own so that a keystroke renders none
 * of them unless something they show has changed. Typing inside a paragraph does not walk the letter.
 */
export function createViewState(
  editor: LexicalEditor,
  history: Pick<LetterHistory, 'canUndo' | 'canRedo'>,
  getDocument: () => ReplyDocument,
): ViewState {
  let tree: LetterTree = { sections: [], labels: new Map() };
  let formPart: LetterPart | null = null;
  let outlineOfTree: LetterTree | null = null;
  let outlinePlace = '';
  let rootData = '';
  let marked: HTMLElement[] = [];
  let currentSection: HTMLElement | null = null;
  let countTimer: ReturnType<typeof setTimeout> | undefined;

  const selection = createStore<SelectionState>(
    { ...noSelection, canUndo: false, canRedo: false, readOnly: !editor.isEditable() },
    { deep: true },
  );
  const caret = createStore<Caret | null>(null, { deep: true });
  const outline = createStore<OutlineEntry[]>([], { deep: true });
  const counts = createStore<Counts>({ characters: 0, selected: 0 }, { deep: true });
  const attachmentTexts = createStore<AttachmentTextState[]>([], { deep: true });
  const headAndTail = createStore<HeadAndTail>({
    head: {},
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
  });

  const refreshSelection = () => {
    const text = editor.getEditorState().read($readSelection);
    markSelectedObjects();
    markCurrentSection(formPart ? null : text.sectionId);
    selection.set({
      ...(formPart ? { ...noSelection, part: formPart } : text),
      canUndo: history.canUndo(),
      canRedo: history.canRedo(),
      readOnly: !editor.isEditable(),
    });
    caret.set(formPart ? { part: formPart, blockId: null, offset: 0 } : editor.getEditorState().read($readCaret));
    const place = `${text.sectionId} ${text.blockId}`;
    if (tree === outlineOfTree && place === outlinePlace) return;
    outlineOfTree = tree;
    outlinePlace = place;
    outline.set(outlineOf(tree, text.sectionId, text.blockId));
  };

  const markSelectedObjects = () => {
    for (const element of marked) delete element.dataset['selected'];
    marked = [];
    if (!editor.getRootElement()) return;
    const keys = editor.getEditorState().read(() => {
      const current = $getSelection();
      const nodes = $isRangeSelection(current) && !current.isCollapsed() ? current.getNodes() : [];
      return nodes.filter($isRunObjectNode).map((node) => node.getKey());
    });
    marked = keys.map((key) => editor.getElementByKey(key)).filter((element) => element !== null);
    for (const element of marked) element.dataset['selected'] = 'true';
  };

  const markCurrentSection = (sectionId: string | null) => {
    const key = tree.sections.find(({ id }) => id === sectionId)?.key;
    const element = key === undefined ? null : editor.getElementByKey(key);
    if (element === currentSection) return;
    delete currentSection?.dataset['current'];
    currentSection = element;
    if (element) element.dataset['current'] = 'true';
  };

  const refreshTree = () => {
    const next = editor.getEditorState().read($readLetterTree);
    if (editor.getRootElement()) paintLabels(editor, next.labels, tree.labels);
    tree = next;
    attachmentTexts.set(
      next.sections.flatMap(({ id, attachment }) =>
        attachment ? [{ sectionId: id, itemId: attachment.itemId, isLandscape: attachment.isLandscape }] : [],
      ),
    );
  };

  const refreshHeadAndTail = () => {
    const [head, tail] = editor.getEditorState().read(() => {
      const root = $getRoot();
      return [$getState(root, headState), $getState(root, tailState)] as const;
    });
    if (head === '' || tail === '' || rootData === head + tail) return;
    rootData = head + tail;
    headAndTail.set({ head: JSON.parse(head) as HeadData, tail: JSON.parse(tail) as Tail });
    // The outline names attachments by the list.
    if (tree.sections.some(({ attachment }) => attachment)) refreshTree();
  };

  const refreshCounts = () => {
    const selected = editor.getEditorState().read(() => $getSelection()?.getTextContent() ?? '');
    counts.set({ characters: countCharacters(getDocument()), selected: countWords(selected) });
  };
  const refreshCountsSoon = () => {
    clearTimeout(countTimer);
    countTimer = setTimeout(refreshCounts, COUNT_DELAY);
  };

  return {
    selection,
    caret,
    outline,
    counts,
    headAndTail,
    attachmentTexts,
    refresh: () => {
      refreshTree();
      refreshHeadAndTail();
      refreshSelection();
      refreshCounts();
    },
    refreshSelection,
    onUpdate: (update) => {
      if (touchesTree(update)) refreshTree();
      if (update.dirtyElements.size > 0) refreshHeadAndTail();
      refreshSelection();
      refreshCountsSoon();
    },
    setFormPart: (part) => {
      formPart = part;
      refreshSelection();
    },
    dispose: () => clearTimeout(countTimer),
  };
}

/**
 * Whether an update changed numbers, outline or emptiness: any element made, removed or rewritten (the root always
 * counts as dirty and is left out), or text inside a heading or list item.
 */
function touchesTree({ dirtyElements, editorState, prevEditorState, tags }: UpdateListenerPayload): boolean {
  if (kindOf(tags) === 'undo') return true;
  return editorState.read(() => {
    for (const key of dirtyElements.keys()) {
      if (key === 'root') continue;
      const node = editorState._nodeMap.get(key);
      if (!node || node !== prevEditorState._nodeMap.get(key)) return true;
      if ($isParagraphNode(node) && $getState(node, kindState) !== '') return true;
    }
    return false;
  });
}
