import { COMMAND_PRIORITY_HIGH, mergeRegister, type LexicalEditor } from 'lexical';
import { fieldText, fieldValue } from '#shared/document/fields.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { LetterPart, LetterSession, OpenLetterOptions } from '../api.ts';
import { PASTE_REFUSED_COMMAND, PICTURES_DROPPED_COMMAND } from '../clipboard/paste.ts';
import { createFindController } from '../find/find-controller.ts';
import { registerKeys } from '../text/keys.ts';
import { noPlaceholders, registerPaint, type Placeholders } from '../text/paint.ts';
import { kindOf } from '../write/kinds.ts';
import { write } from '../write/write.ts';
import { createAnnouncer } from './announce.ts';
import { $applyFields } from './apply-fields.ts';
import { createAttachmentCommands } from './attachment-commands.ts';
import { createLetterTextEditor } from './create-editor.ts';
import { createFormChanges } from './form-changes.ts';
import { createCommands } from './letter-commands.ts';
import { createLetterInEditor } from './letter-in-editor.ts';
import { $moveHeading } from './move-heading.ts';
import { createNavigation, type Navigation } from './navigation.ts';
import { $replaceLetter } from './replace-letter.ts';
import { createViewState } from './view-state.ts';

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
  const opened = parseReplyDocument(options.documentJson);
  // The history reports itself while the editor is being made, before there is anything to show.
  let onHistory = () => {};
  const { editor, history, unregister } = createLetterTextEditor(
    (error) => {
      // An error inside an update leaves the text as it was; the window's error screen must hear of it.
      reportError(error);
    },
    () => onHistory(),
  );
  editor.setEditable(!(options.readOnly ?? false));
  const letter = createLetterInEditor(editor, history, opened);
  const { getDocument } = letter;
  const view = createViewState(editor, history, getDocument);
  onHistory = view.refreshSelection;
  const forms = createFormChanges(editor);
  const navigation = createNavigation(editor);
  const find = createFindController(editor, navigation);
  const commands = createCommands(editor, history, navigation.focus);
  let placeholders: Placeholders = noPlaceholders;
  const paint = registerPaint(editor, () => placeholders);
  const announcer = createAnnouncer(editor);
  const unlisten = mergeRegister(
    paint.unregister,
    editor.registerUpdateListener((update) => {
      const kind = kindOf(update.tags);
      // `load` refreshes everything itself.
      if (kind === 'load') return;
      const isChanged = update.dirtyElements.size > 0 || update.dirtyLeaves.size > 0;
      if (isChanged) letter.setChanged();
      if (isChanged && kind !== 'form') forms.endStep();
      view.onUpdate(update);
      if (isChanged) announcer.change();
    }),
    editor.registerEditableListener(view.refreshSelection),
    editor.registerRootListener((root) => {
      if (root) view.refresh();
    }),
    registerKeys(editor, commands, () => navigation.focusPart('tail')),
    registerReports(editor, options),
  );
  const load = (next: ReplyDocument) => {
    letter.load(next);
    view.refresh();
  };

  const session: LetterSession = {
    getDocument,
    getDocumentJson: () => stringifyReplyDocument(getDocument()),
    onChange: announcer.onChange,
    replaceDocument: async (next, { undoable, onTurn }) => {
      await announcer.settled();
      if (!undoable) {
        load(next);
        return;
      }
      write(editor, 'letter', () => {
        $replaceLetter(next);
        if (onTurn) history.$turnsWith(onTurn);
      });
    },
    applyFields: async (facts, unit, { reword, onTurn } = {}) => {
      await announcer.settled();
      const changed = write(editor, 'fields', () => {
        const count = $applyFields((object) => fieldText(object, fieldValue(object.field, facts, unit)), reword);
        if (count > 0 && onTurn) history.$turnsWith(onTurn);
        return count;
      });
      return changed ?? 0;
    },
    setReadOnly: (value) => editor.setEditable(!value),
    isComposing: () => editor.isComposing(),
    settled: announcer.settled,
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
    changeHead: forms.changeHead,
    changeTail: forms.changeTail,
    moveOutlineEntry: (blockId, target) => write(editor, 'order', () => $moveHeading(blockId, target)) ?? false,
    dispose: () => {
      view.dispose();
      find.dispose();
      unlisten();
      announcer.unregister();
      unregister();
      editor.setRootElement(null);
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
  load(opened);
  return session;
}

/** What the clipboard brought and the letter did not take. */
function registerReports(editor: LexicalEditor, { onPasteRefused, onPicturesDropped }: OpenLetterOptions): () => void {
  return mergeRegister(
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
}
