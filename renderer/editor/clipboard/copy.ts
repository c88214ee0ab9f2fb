import { $getLexicalContent } from '@lexical/clipboard';
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import type { SerializedNode } from '../convert/serialized.ts';
import { $readLetterTree } from '../text/letter-tree.ts';
import { htmlOfBlocks, textOfBlocks, type LabelOf } from './blocks-out.ts';
import { blocksOfOwnNodes } from './own-blocks.ts';
import { OWN_TYPE } from './paste.ts';

/** Copies the numbers of headings and lists with their text, which is all Word, WPS or a chat window can get of them. */
export function registerCopy(editor: LexicalEditor): () => void {
  const $copy = (event: unknown): boolean => {
    const selection = $getSelection();
    if (!(event instanceof ClipboardEvent) || !event.clipboardData) return false;
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
    const own = $getLexicalContent(editor);
    if (own === null) return false;
    event.preventDefault();
    const blocks = blocksOfOwnNodes((JSON.parse(own) as { nodes: SerializedNode[] }).nodes);
    const labels = $labelsById();
    // A part of one line is words, not the heading they stand in.
    const labelOf: LabelOf = (block) => (blocks.length === 1 ? '' : (labels.get(block.id) ?? ''));
    event.clipboardData.setData(OWN_TYPE, own);
    event.clipboardData.setData('text/plain', textOfBlocks(blocks, labelOf));
    event.clipboardData.setData('text/html', htmlOfBlocks(blocks, labelOf));
    return true;
  };
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, $copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!editor.isEditable() || !$copy(event)) return false;
        const selection = $getSelection();
        $addUpdateTag(CUT_TAG);
        if ($isRangeSelection(selection)) selection.removeText();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function $labelsById(): Map<string, string> {
  const { sections, labels } = $readLetterTree();
  return new Map(
    sections.flatMap(({ blocks }) => blocks.map((block): [string, string] => [block.id, labels.get(block.key) ?? ''])),
  );
}
