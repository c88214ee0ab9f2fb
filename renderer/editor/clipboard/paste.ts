import {
  $isElementNode,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  $getEditor,
  createCommand,
  mergeRegister,
  PASTE_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { REPLY_SCHEMA, type Block } from '#shared/document/schema.ts';
import type { RefusedPaste } from '../api.ts';
import type { SerializedNode } from '../convert/serialized.ts';
import { blocksOfHtml } from './html/read-html.ts';
import { $insertBlocks, forTheGrid } from './insert-blocks.ts';
import { blocksOfOwnNodes } from './own-blocks.ts';
import { tooManyBlocks, tooMuchText, unreadable } from './refused-paste.ts';
import { numberPastedLines } from '../text/typed-numbers.ts';
import { blocksOfText } from './text-blocks.ts';
import { $writesAs } from '../write/write.ts';

export const OWN_TYPE = 'application/x-lexical-editor';
/** With the version of what the nodes carry: what an older program copied is read from its HTML. */
export const NAMESPACE = `dafu-letter ${REPLY_SCHEMA}`;

/** More than a letter can be was pasted, or nothing that can be read; nothing of it was taken. */
export const PASTE_REFUSED_COMMAND: LexicalCommand<RefusedPaste> = createCommand('PASTE_REFUSED');

/** Pictures were pasted, which a letter cannot hold; how many. */
export const PICTURES_DROPPED_COMMAND: LexicalCommand<number> = createCommand('PICTURES_DROPPED');

/** Everything that comes from a clipboard or a drop goes through the blocks of the model: what fits, and only that. */
export function registerPaste(editor: LexicalEditor): () => void {
  const $insert = (data: DataTransfer): boolean => {
    const tooMuch = tooMuchText(data);
    const blocks = tooMuch ? [] : blocksOfTransfer(data);
    const refused = tooMuch ?? tooManyBlocks(blocks) ?? unreadable(data);
    if (refused) return $getEditor().dispatchCommand(PASTE_REFUSED_COMMAND, refused);
    const pictures = picturesIn(data);
    if (pictures > 0) $getEditor().dispatchCommand(PICTURES_DROPPED_COMMAND, pictures);
    if (blocks.length === 0) return false;
    $writesAs('paste');
    $insertBlocks(blocks);
    const typed = blocks.filter(({ type }) => type === 'paragraph').map(({ id }) => id);
    if (!ownNodes(data)) $onUpdate(() => numberPastedLines(editor, typed));
    return true;
  };
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data =
          'clipboardData' in event ? event.clipboardData : 'dataTransfer' in event ? event.dataTransfer : null;
        if (!data) return false;
        event.preventDefault();
        $insert(data);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Replacements by the system (dictation, spelling) and drops from elsewhere.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (payload) => typeof payload !== 'string' && payload.dataTransfer !== null && $insert(payload.dataTransfer),
      COMMAND_PRIORITY_HIGH,
    ),
    // Text dragged within the letter.
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes }) => {
        if (forTheGrid.has(nodes)) return false;
        $insertBlocks(blocksOfOwnNodes(nodes.map($serialize)));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** A picture beside text is that text once more: Excel and Word draw what they copy. */
function picturesIn(data: DataTransfer): number {
  const html = data.getData('text/html');
  if (html !== '') return html.match(/<img\b(?![^>]*\b(?:width|height)=["']?1["'\s>])/gi)?.length ?? 0;
  if (data.getData('text/plain') !== '') return 0;
  return [...data.files].filter(({ type }) => type.startsWith('image/')).length;
}

function $serialize(node: LexicalNode): SerializedNode {
  const json = node.exportJSON() as unknown as SerializedNode;
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($serialize) } : json;
}

export function blocksOfTransfer(data: DataTransfer): Block[] {
  const own = ownNodes(data);
  if (own) return blocksOfOwnNodes(own);
  const html = data.getData('text/html');
  const fromHtml = html === '' ? [] : blocksOfHtml(html);
  return fromHtml.length > 0 ? fromHtml : blocksOfText(data.getData('text/plain'));
}

/** Null for what another program put there, or another editor of this kind. */
function ownNodes(data: DataTransfer): SerializedNode[] | null {
  const own = data.getData(OWN_TYPE);
  if (own === '') return null;
  const { namespace, nodes } = JSON.parse(own) as { namespace?: string; nodes?: SerializedNode[] };
  return namespace === NAMESPACE && Array.isArray(nodes) ? nodes : null;
}
