import type { LexicalEditor } from 'lexical';
import type { AttachmentCommands } from '../api.ts';
import {
  $addAttachmentText,
  $moveAttachment,
  $removeAttachment,
  $removeAttachmentText,
  $setLandscape,
  $textOfItem,
} from '../text/attachments.ts';
import { write } from '../write/write.ts';
import type { Navigation } from './navigation.ts';

export function createAttachmentCommands(
  editor: LexicalEditor,
  navigation: Pick<Navigation, 'focus' | 'reveal'>,
): AttachmentCommands {
  const step = ($change: () => void) => write(editor, 'attachments', $change);
  return {
    addText: (itemId) => {
      step(() => $addAttachmentText(itemId));
      const key = editor.getEditorState().read(() => $textOfItem(itemId)?.getKey());
      if (key === undefined) return;
      navigation.focus();
      // Its first line in the middle: mark and title are drawn above it.
      navigation.reveal(editor.getElementByKey(key)?.firstElementChild ?? null);
    },
    removeText: (itemId) => step(() => $removeAttachmentText(itemId)),
    setLandscape: (itemId, isLandscape) => step(() => $setLandscape(itemId, isLandscape)),
    remove: (itemId) => step(() => $removeAttachment(itemId)),
    move: (itemId, by) => step(() => $moveAttachment(itemId, by)),
  };
}
