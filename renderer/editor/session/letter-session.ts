import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $getState,
  $isRangeSelection,
  $nodesOfType,
  $parseSerializedNode,
  $setState,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type SerializedLexicalNode,
} from 'lexical';
import { fieldText, fieldValue } from '#shared/document/fields.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { countCharacters, countWords } from '#shared/document/plain-text.ts';
import type { ReplyDocument, Tail } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type {
  Counts,
  HeadAndTail,
  HeadData,
  LetterPart,
  LetterSession,
  OpenLetterOptions,
  OutlineEntry,
  SelectionState,
} from '../api.ts';
import { lexicalToModel, modelToLexical } from '../convert/document.ts';
import { createFindController } from '../find/find-controller.ts';
import { $isRunObjectNode, objectTextState, RunObjectNode } from '../nodes/run-object-node.ts';
import { frameState, headState, letterRestState, tailState } from '../nodes/state.ts';
import { createStore, type WritableStore } from '../store.ts';
import { $readLetterTree, type LetterTree } from '../text/letter-tree.ts';
import { noPlaceholders, paintLabels, registerPaint, type Placeholders } from '../text/paint.ts';
import { registerKeys } from '../text/keys.ts';
import { createLetterTextEditor } from './create-editor.ts';
import { createCommands } from './letter-commands.ts';
import { $moveHeading } from './move-heading.ts';
import { createNavigation, type Navigation } from './navigation.ts';
import { outlineOf } from './outline.ts';
import { $readSelection, noSelection } from './selection-state.ts';

const COUNT_DELAY = 200;
/** Changes of one input within this many ms are one undo step. */
const FORM_STEP_DELAY = 2_000;
const LOAD_TAG = 'dafu-load';

/** What the components of the editor need of a session beside its public face. */
export interface SessionInternals {
  editor: LexicalEditor;
  navigation: Navigation;
  setPlaceholders: (placeholders: Placeholders) => void;
  /** Which form beside the text has the focus; null when the text has it. */
  setFormPart: (part: Extract<LetterPart, 'head' | 'tail'> | null) => void;
}
const internals = new WeakMap<LetterSession, SessionInternals>();

export function internalsOf(session: LetterSession): SessionInternals {
  const found = internals.get(session);
  if (!found) throw new Error('not a session of this editor');
  return found;
}

/**
 * Opens a letter for editing. Loading is no undo step, and until the first change the document given is the document
 * given back, byte for byte (law 1).
 *
 * @throws DafuError DOCUMENT_INVALID, DOCUMENT_FROM_FUTURE
 */
export function openLetter({ documentJson, readOnly = false }: OpenLetterOptions): LetterSession {
  let unchanged: ReplyDocument | null = parseReplyDocument(documentJson);
  let placeholders: Placeholders = noPlaceholders;
  let tree: LetterTree = { sections: [], labels: new Map() };
  let formPart: LetterPart | null = null;
  // The history reports itself while the editor is being made, before the stores exist.
  let ready = false;
  let changePending = false;
  let converted: { state: unknown; document: ReplyDocument } | null = null;
  let lastFormChange = { group: '', at: 0 };
  const changeListeners = new Set<() => void>();
  let settleWaiters: (() => void)[] = [];

  const { editor, history, unregister } = createLetterTextEditor(
    (error) => {
      // An error inside an update leaves the text as it was; the window's error screen must hear of it.
      reportError(error);
    },
    () => refreshSelection(),
  );
  editor.setEditable(!readOnly);

  const selection = createStore<SelectionState>(
    { ...noSelection, canUndo: false, canRedo: false, readOnly },
    { deep: true },
  );
  const outline: WritableStore<OutlineEntry[]> = createStore<OutlineEntry[]>([], { deep: true });
  const counts = createStore<Counts>({ characters: 0, selected: 0 }, { deep: true });
  const headAndTail = createStore<HeadAndTail>(
    { head: {}, tail: { attachments: [], units: [], contacts: [], copyTo: [] } },
    { deep: true },
  );

  const getDocument = (): ReplyDocument => {
    if (unchanged) return unchanged;
    const state = editor.getEditorState();
    if (converted?.state !== state) {
      converted = { state, document: lexicalToModel(state.toJSON()) };
    }
    return converted.document;
  };

  function refreshSelection(): void {
    if (!ready) return;
    const text = editor.getEditorState().read($readSelection);
    if (editor.getRootElement()) markSelected();
    selection.set({
      ...(formPart ? { ...noSelection, part: formPart } : text),
      canUndo: history.undoStack.length > 0,
      canRedo: history.redoStack.length > 0,
      readOnly: !editor.isEditable(),
    });
    outline.set(outlineOf(tree, text.sectionId, text.blockId));
  }

  let marked: HTMLElement[] = [];
  function markSelected(): void {
    for (const element of marked) delete element.dataset['selected'];
    const keys = editor.getEditorState().read(() => {
      const current = $getSelection();
      const nodes = $isRangeSelection(current) && !current.isCollapsed() ? current.getNodes() : [];
      return nodes.filter($isRunObjectNode).map((node) => node.getKey());
    });
    marked = keys.map((key) => editor.getElementByKey(key)).filter((element) => element !== null);
    for (const element of marked) element.dataset['selected'] = 'true';
  }

  function refreshTree(): void {
    const next = editor.getEditorState().read($readLetterTree);
    if (editor.getRootElement()) paintLabels(editor, next.labels, tree.labels);
    tree = next;
  }

  function refreshHeadAndTail(): void {
    const [head, tail] = editor.getEditorState().read(() => {
      const root = $getRoot();
      return [$getState(root, headState), $getState(root, tailState)];
    });
    if (head === '' || tail === '') return;
    headAndTail.set({ head: JSON.parse(head) as HeadData, tail: JSON.parse(tail) as Tail });
  }

  let countTimer: ReturnType<typeof setTimeout> | undefined;
  function refreshCountsSoon(): void {
    clearTimeout(countTimer);
    countTimer = setTimeout(refreshCounts, COUNT_DELAY);
  }
  function refreshCounts(): void {
    const selected = editor.getEditorState().read(() => $getSelection()?.getTextContent() ?? '');
    counts.set({ characters: countCharacters(getDocument()), selected: countWords(selected) });
  }

  function announceChange(): void {
    changePending = false;
    for (const listener of changeListeners) listener();
  }

  function load(document: ReplyDocument): void {
    unchanged = document;
    converted = null;
    const state = editor.parseEditorState(modelToLexical(document));
    editor.setEditorState(state, { tag: LOAD_TAG });
    history.undoStack.length = 0;
    history.redoStack.length = 0;
    // Without a current entry the first change after loading could not be undone.
    history.current = { editor, editorState: editor.getEditorState() };
    refreshAll();
  }

  function refreshAll(): void {
    refreshTree();
    refreshHeadAndTail();
    refreshSelection();
    refreshCounts();
  }

  const settled = async (): Promise<void> => {
    if (!editor.isComposing()) return;
    await new Promise<void>((resolve) => settleWaiters.push(resolve));
  };

  function afterComposition(): void {
    if (editor.isComposing()) return;
    const waiters = settleWaiters;
    settleWaiters = [];
    for (const resolve of waiters) resolve();
    if (changePending) announceChange();
  }

  const paint = registerPaint(editor, () => placeholders);
  const unlisten = [
    paint.unregister,
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      const dirty = dirtyElements.size > 0 || dirtyLeaves.size > 0;
      if (!dirty || tags.has(LOAD_TAG)) {
        refreshSelection();
        refreshCountsSoon();
        return;
      }
      unchanged = null;
      refreshTree();
      refreshHeadAndTail();
      refreshSelection();
      refreshCountsSoon();
      changePending = true;
      if (!editor.isComposing()) announceChange();
    }),
    editor.registerEditableListener(() => refreshSelection()),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('compositionend', endOfComposition);
      root?.addEventListener('compositionend', endOfComposition);
      if (root) refreshTree();
    }),
  ];
  function endOfComposition(): void {
    // The library finishes the composition after this event.
    setTimeout(afterComposition);
  }

  const changeForm = (
    state: typeof headState | typeof tailState,
    group: string | undefined,
    change: (json: string) => string,
  ) => {
    if (!editor.isEditable()) return;
    const now = Date.now();
    const continues =
      group !== undefined && lastFormChange.group === group && now - lastFormChange.at < FORM_STEP_DELAY;
    lastFormChange = { group: group ?? '', at: now };
    editor.update(
      () => {
        $addUpdateTag(continues ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG);
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
        const root = $getRoot();
        $setState(root, state, change($getState(root, state)));
      },
      { discrete: true },
    );
  };

  const navigation = createNavigation(editor);
  const find = createFindController(editor, navigation);
  const commands = createCommands(editor);
  unlisten.push(registerKeys(editor, commands));

  const session: LetterSession = {
    getDocument,
    getDocumentJson: () => stringifyReplyDocument(getDocument()),
    onChange: (listener) => {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    replaceDocument: async (document, { undoable }) => {
      await settled();
      if (!undoable) {
        load(document);
        return;
      }
      editor.update(() => $replaceLetter(document), {
        discrete: true,
        tag: [HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
      });
    },
    applyFields: async (facts, unit) => {
      await settled();
      let changed = 0;
      editor.update(
        () => {
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          for (const node of $nodesOfType(RunObjectNode)) {
            const object = node.getObject();
            if (object.type !== 'field') continue;
            const text = fieldText(object, fieldValue(object.field, facts, unit));
            if (text === $getState(node, objectTextState)) continue;
            $setState(node, objectTextState, text);
            changed += 1;
          }
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      return changed;
    },
    setReadOnly: (value) => editor.setEditable(!value),
    isComposing: () => editor.isComposing(),
    settled,
    commands,
    selection,
    outline,
    counts,
    headAndTail,
    find,
    focusBlock: navigation.focusBlock,
    focusPart: navigation.focusPart,
    scrollToBlock: navigation.scrollToBlock,
    flashBlocks: navigation.flashBlocks,
    focus: navigation.focus,
    changeHead: (change, group) =>
      changeForm(headState, group && `head ${group}`, (json) => JSON.stringify(change(JSON.parse(json) as HeadData))),
    changeTail: (change, group) =>
      changeForm(tailState, group && `tail ${group}`, (json) => JSON.stringify(change(JSON.parse(json) as Tail))),
    moveOutlineEntry: (blockId, target) => {
      let moved = false;
      if (!editor.isEditable() || editor.isComposing()) return false;
      editor.update(
        () => {
          moved = $moveHeading(blockId, target);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      return moved;
    },
    dispose: () => {
      clearTimeout(countTimer);
      find.dispose();
      for (const off of unlisten) off();
      unregister();
      editor.setRootElement(null);
      changeListeners.clear();
    },
  };
  internals.set(session, {
    editor,
    navigation,
    setPlaceholders: (next) => {
      placeholders = next;
      paint.repaint();
    },
    setFormPart: (part) => {
      formPart = part;
      refreshSelection();
    },
  });
  ready = true;
  load(unchanged);
  return session;
}

function $replaceLetter(document: ReplyDocument): void {
  const root = $getRoot();
  const { root: serialized } = modelToLexical(document);
  root.clear();
  for (const state of [headState, tailState, frameState, letterRestState]) {
    const value = serialized.$?.[state.key];
    $setState(root, state, typeof value === 'string' ? value : '');
  }
  const children = (serialized.children ?? []) as unknown as SerializedLexicalNode[];
  root.append(...children.map((child) => $parseSerializedNode(child)));
  $getRoot().selectStart();
}
