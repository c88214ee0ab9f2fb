import { $getLexicalContent } from '@lexical/clipboard';
import { $isTableSelection } from '@lexical/table';
import {
  $getNodeByKey,
  $getSelection,
  $getState,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { get, type SerializedNode } from '../convert/serialized.ts';
import { editorStates } from '../nodes/node-states.ts';
import type { SectionPart } from '../nodes/section-node.ts';
import { blockIdState } from '../nodes/state.ts';
import { $sectionOf } from '../text/block-tree.ts';
import { $readLetterTree } from '../text/letter-tree.ts';
import { $writesAs } from '../write/write.ts';
import { htmlOfParts, htmlOfPhrase } from './copied/html-out.ts';
import { textOfParts, type CopiedPart, type LabelOf } from './copied/text-out.ts';
import { blocksOfOwnNodes } from './own-blocks.ts';
import { OWN_TYPE } from './paste.ts';

/** Copies lines with their numbers and looks, which is all Word, WPS or a chat window can get of them. */
export function registerCopy(editor: LexicalEditor): () => void {
  const $copy = (event: unknown): boolean => {
    const selection = $getSelection();
    if (!(event instanceof ClipboardEvent) || !event.clipboardData) return false;
    const isLines = $isRangeSelection(selection) && !selection.isCollapsed();
    if (!isLines && !$isTableSelection(selection)) return false;
    const own = $getLexicalContent(editor);
    if (own === null) return false;
    event.preventDefault();
    const part = $sectionOf(selection.anchor.getNode())?.getPart() ?? 'section';
    const { text, html } = $written((JSON.parse(own) as { nodes: SerializedNode[] }).nodes, part);
    event.clipboardData.setData(OWN_TYPE, own);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    return true;
  };
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, $copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        const selection = $getSelection();
        // The table package empties the cells it cuts.
        if (!editor.isEditable() || !$isRangeSelection(selection) || !$copy(event)) return false;
        $writesAs('cut');
        selection.removeText();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** `part` is where the selection begins: a selection within one part is not wrapped in it. */
function $written(nodes: SerializedNode[], part: SectionPart): { text: string; html: string } {
  const parts = partsOf(nodes, part);
  const [only, ...others] = parts.flatMap(({ blocks }) => blocks);
  // A part of one line is words, not the heading they stand in.
  if (only && others.length === 0 && only.type !== 'table' && only.type !== 'page-break') {
    return { text: textOfParts(parts, () => ''), html: htmlOfPhrase(only, part) };
  }
  const labels = $labelsById();
  const labelOf: LabelOf = (block) => labels.get(block.id) ?? '';
  return { text: textOfParts(parts, labelOf), html: htmlOfParts(parts, labelOf) };
}

function partsOf(nodes: SerializedNode[], part: SectionPart): CopiedPart[] {
  const parts: CopiedPart[] = [];
  let loose: SerializedNode[] = [];
  const endPart = () => {
    if (loose.length > 0) parts.push({ part, blocks: blocksOfOwnNodes(loose) });
    loose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'section') {
      loose.push(node);
      continue;
    }
    endPart();
    parts.push({ part: get(node, editorStates.part) as SectionPart, blocks: blocksOfOwnNodes([node]) });
  }
  endPart();
  return parts;
}

function $labelsById(): Map<string, string> {
  const { labels } = $readLetterTree();
  return new Map(
    [...labels].flatMap(([key, label]): [string, string][] => {
      const node = $getNodeByKey(key);
      return node ? [[$getState(node, blockIdState), label]] : [];
    }),
  );
}
