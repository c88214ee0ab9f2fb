import {
  $createRangeSelection,
  $getEditor,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
} from 'lexical';

/**
 * What the system replaces (dictation, correction, a candidate chosen again) takes the place of the words its range
 * names, which need not be those selected.
 */
export function registerReplacements(editor: LexicalEditor): () => void {
  return editor.registerCommand(BEFORE_INPUT_COMMAND, $replace, COMMAND_PRIORITY_CRITICAL);

  function $replace(event: InputEvent): boolean {
    const [range] = event.inputType === 'insertReplacementText' ? event.getTargetRanges() : [];
    if (!range) return false;
    const current = $getSelection();
    const selection = $isRangeSelection(current) ? current : $createRangeSelection();
    $setSelection(selection);
    selection.applyDOMRange(range);
    const start = selection.anchor.getNode();
    if ($isTextNode(start)) selection.format = start.getFormat();
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    // Lines are pasted by the handler of all that comes with a transfer.
    if (text === '' || text.includes('\n')) return false;
    event.preventDefault();
    return $getEditor().dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text);
  }
}
