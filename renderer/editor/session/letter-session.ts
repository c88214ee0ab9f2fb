import type { LexicalEditor } from 'lexical';
import { fieldText, fieldValue } from '#shared/document/fields.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { LetterPart, LetterSession, OpenLetterOptions } from '../api.ts';
import type { Placeholders } from '../text/paint.ts';
import { write } from '../write/write.ts';
import { $applyFields } from './apply-fields.ts';
import { createAttachmentCommands } from './attachment-commands.ts';
import { $moveHeading } from './move-heading.ts';
import type { Navigation } from './navigation.ts';
import { $replaceLetter } from './replace-letter.ts';
import { createSessionParts, type SessionParts } from './session-parts.ts';

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
  const parts = createSessionParts(options);
  const { editor, view, forms, navigation, announcer, getDocument } = parts;
  const session: LetterSession = {
    getDocument,
    getDocumentJson: () => stringifyReplyDocument(getDocument()),
    onChange: announcer.onChange,
    ...changesOfTheWhole(parts),
    setReadOnly: (value) => editor.setEditable(!value),
    isComposing: () => editor.isComposing(),
    settled: announcer.settled,
    commands: parts.commands,
    selection: view.selection,
    caret: view.caret,
    outline: view.outline,
    counts: view.counts,
    headAndTail: view.headAndTail,
    attachmentTexts: view.attachmentTexts,
    attachments: createAttachmentCommands(editor, navigation),
    find: parts.find,
    focusBlock: navigation.focusBlock,
    focusPart: navigation.focusPart,
    scrollToBlock: navigation.scrollToBlock,
    flashBlocks: navigation.flashBlocks,
    flashParts: navigation.flashParts,
    focus: navigation.focus,
    changeHead: forms.changeHead,
    changeTail: forms.changeTail,
    moveOutlineEntry: (blockId, target) => write(editor, 'order', () => $moveHeading(blockId, target)) ?? false,
    dispose: parts.dispose,
  };
  internals.set(session, {
    editor,
    navigation,
    setPlaceholders: parts.setPlaceholders,
    setFormPart: view.setFormPart,
  });
  return session;
}

/** Changes that come from beside the letter; an input method that composes is waited for. */
function changesOfTheWhole({
  editor,
  history,
  announcer,
  load,
}: SessionParts): Pick<LetterSession, 'replaceDocument' | 'applyFields'> {
  return {
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
  };
}
