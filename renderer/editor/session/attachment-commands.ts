import { $getSelection, $setSelection, HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG, type LexicalEditor } from 'lexical';
import type { AttachmentCommands } from '../api.ts';
import {
  $addAttachmentText,
  $moveAttachment,
  $removeAttachment,
  $removeAttachmentText,
  $setLandscape,
  $textOfItem,
} from '../text/attachments.ts';
import type { Navigation } from './navigation.ts';

export function createAttachmentCommands(
  editor: LexicalEditor,
  navigation: Pick<Navigation, 'focus' | 'reveal'>,
): AttachmentCommands {
  const step = (change: () => void) => {
    if (!editor.isEditable() || editor.isComposing()) return;
    const selection = editor.getEditorState().read(() => $getSelection()?.clone() ?? null);
    editor.update(
      () => {
        // The focus is in the list: without this the update would read a selection that is not the text's.
        $setSelection(selection);
        change();
      },
      { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
    );
  };
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
