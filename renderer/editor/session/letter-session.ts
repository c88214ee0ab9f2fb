import {
  $addUpdateTag,
  $getRoot,
  $getState,
  $setState,
  COMMAND_PRIORITY_HIGH,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import { fieldText, fieldValue } from '#shared/document/fields.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { ReplyDocument, Tail } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { HeadData, LetterPart, LetterSession, OpenLetterOptions } from '../api.ts';
import { PASTE_REFUSED_COMMAND, PICTURES_DROPPED_COMMAND } from '../clipboard/paste.ts';
import { lexicalToModel, modelToLexical } from '../convert/document.ts';
import { $applyFields } from './apply-fields.ts';
import { createFindController } from '../find/find-controller.ts';
import { headState, tailState } from '../nodes/state.ts';
import { noPlaceholders, registerPaint, type Placeholders } from '../text/paint.ts';
import { registerKeys } from '../text/keys.ts';
import { createLetterTextEditor } from './create-editor.ts';
import { createCommands } from './letter-commands.ts';
import { createAttachmentCommands } from './attachment-commands.ts';
import { $moveHeading } from './move-heading.ts';
import { createNavigation, type Navigation } from './navigation.ts';
import { $replaceLetter } from './replace-letter.ts';
import { createViewState } from './view-state.ts';

/** Changes of one input within this many ms are one undo step. */
const FORM_STEP_DELAY = 2_000;
const LOAD_TAG = 'dafu-load';
const FORM_TAG = 'dafu-form';

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
export function openLetter(options: OpenLetterOptions): LetterSession {
  const { documentJson, readOnly = false, onPasteRefused, onPicturesDropped } = options;
  let unchanged: ReplyDocument | null = parseReplyDocument(documentJson);
  let placeholders: Placeholders = noPlaceholders;
  let changePending = false;
  let converted: { state: unknown; document: ReplyDocument } | null = null;
  let lastFormChange = { group: '', at: 0 };
  const changeListeners = new Set<() => void>();
  let settleWaiters: (() => void)[] = [];

  // The history reports itself while the editor is being made, before there is anything to show.
  let onHistory = () => {};
  const { editor, history, unregister } = createLetterTextEditor(
    (error) => {
      // An error inside an update leaves the text as it was; the window's error screen must hear of it.
      reportError(error);
    },
    () => onHistory(),
  );
  editor.setEditable(!readOnly);

  const getDocument = (): ReplyDocument => {
    if (unchanged) return unchanged;
    const state = editor.getEditorState();
    if (converted?.state !== state) {
      converted = { state, document: lexicalToModel(state.toJSON()) };
    }
    return converted.document;
  };

  const view = createViewState(editor, history, getDocument);
  onHistory = view.refreshSelection;

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
    view.refresh();
  }

  const settled = async (): Promise<void> => {
    if (!editor.isComposing()) return;
    await new Promise<void>((resolve) => settleWaiters.push(resolve));
  };

  function afterComposition(): void {
    // Without its element the text hears of no end: whoever waits must not wait for ever.
    if (editor.isComposing() && editor.getRootElement()) return;
    const waiters = settleWaiters;
    settleWaiters = [];
    for (const resolve of waiters) resolve();
    if (changePending) announceChange();
  }

  const paint = registerPaint(editor, () => placeholders);
  const unlisten = [
    paint.unregister,
    editor.registerUpdateListener((update) => {
      const changed = update.dirtyElements.size > 0 || update.dirtyLeaves.size > 0;
      // `load` refreshes everything itself.
      if (update.tags.has(LOAD_TAG)) return;
      if (changed) unchanged = null;
      if (changed && !update.tags.has(FORM_TAG)) lastFormChange = { group: '', at: 0 };
      view.onUpdate(update);
      if (!changed) return;
      changePending = true;
      if (!editor.isComposing()) announceChange();
    }),
    editor.registerEditableListener(view.refreshSelection),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('compositionend', endOfComposition);
      root?.addEventListener('compositionend', endOfComposition);
      if (root) view.refresh();
      else afterComposition();
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
        $addUpdateTag(FORM_TAG);
        const root = $getRoot();
        const before = $getState(root, state);
        const after = change(before);
        if (after !== before) $setState(root, state, after);
      },
      { discrete: true },
    );
  };

  const navigation = createNavigation(editor);
  const find = createFindController(editor, navigation);
  const commands = createCommands(editor, navigation.focus);
  unlisten.push(registerKeys(editor, commands, () => navigation.focusPart('tail')));
  unlisten.push(
    editor.registerCommand(
      PASTE_REFUSED_COMMAND,
      (refused) => {
        onPasteRefused?.(refused);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PICTURES_DROPPED_COMMAND,
      (count) => {
        onPicturesDropped?.(count);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );

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
        tag: [HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG, SKIP_DOM_SELECTION_TAG],
      });
    },
    applyFields: async (facts, unit, reword) => {
      await settled();
      let changed = 0;
      editor.update(
        () => {
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          changed = $applyFields((object) => fieldText(object, fieldValue(object.field, facts, unit)), reword);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      return changed;
    },
    setReadOnly: (value) => editor.setEditable(!value),
    isComposing: () => editor.isComposing(),
    settled,
    commands,
    selection: view.selection,
    caret: view.caret,
    outline: view.outline,
    counts: view.counts,
    headAndTail: view.headAndTail,
    attachmentTexts: view.attachmentTexts,
    attachments: createAttachmentCommands(editor, navigation),
    find,
    focusBlock: navigation.focusBlock,
    focusPart: navigation.focusPart,
    scrollToBlock: navigation.scrollToBlock,
    flashBlocks: navigation.flashBlocks,
    flashParts: navigation.flashParts,
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
      view.dispose();
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
    setFormPart: view.setFormPart,
  });
  load(unchanged);
  return session;
}
