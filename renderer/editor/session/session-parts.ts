import { COMMAND_PRIORITY_HIGH, mergeRegister, type LexicalEditor } from 'lexical';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { OpenLetterOptions } from '../api.ts';
import { PASTE_REFUSED_COMMAND, PICTURES_DROPPED_COMMAND } from '../clipboard/paste.ts';
import { createFindController } from '../find/find-controller.ts';
import { registerKeys } from '../text/keys.ts';
import { noPlaceholders, registerPaint, type Placeholders } from '../text/paint.ts';
import { kindOf } from '../write/kinds.ts';
import { createAnnouncer } from './announce.ts';
import { createLetterTextEditor } from './create-editor.ts';
import { createFormChanges } from './form-changes.ts';
import { createCommands } from './letter-commands.ts';
import { createLetterInEditor } from './letter-in-editor.ts';
import { createNavigation } from './navigation.ts';
import { createViewState } from './view-state.ts';

export type SessionParts = ReturnType<typeof createSessionParts>;

/**
 * The parts of an open letter, each of which hears of what concerns it.
 *
 * @throws DafuError DOCUMENT_INVALID, DOCUMENT_FROM_FUTURE
 */
export function createSessionParts(options: OpenLetterOptions) {
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
  const view = createViewState(editor, history, letter.getDocument);
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
  const load = (document: ReplyDocument) => {
    letter.load(document);
    view.refresh();
  };
  load(opened);
  return {
    editor,
    history,
    getDocument: letter.getDocument,
    load,
    view,
    forms,
    navigation,
    find,
    commands,
    announcer,
    setPlaceholders: (next: Placeholders) => {
      placeholders = next;
      paint.repaint();
    },
    dispose: () => {
      view.dispose();
      find.dispose();
      unlisten();
      announcer.unregister();
      unregister();
      editor.setRootElement(null);
    },
  };
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
