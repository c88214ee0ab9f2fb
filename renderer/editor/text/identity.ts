import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import {
  $getNodeByKey,
  $getState,
  $setState,
  mergeRegister,
  ParagraphNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type StateConfig,
} from 'lexical';
import { newId } from '#shared/lib/ids.ts';
import { PageBreakNode } from '../nodes/page-break-node.ts';
import { blockIdState, cellIdState, fillerState, rowIdState } from '../nodes/state.ts';
import { $isLinePart, $nodesWithIds } from './block-tree.ts';

/**
 * Keeps ids present and unique (law 5). Splitting, inserting and pasting make nodes without an id or, from the
 * clipboard, with one that is taken; the node that was there before the update keeps its id.
 */
export function registerIdentity(editor: LexicalEditor): () => void {
  // Ids taken in the running update, made when the first new node asks; forgotten at its commit.
  let owners: Map<string, NodeKey> | null = null;

  const $isNew = (node: LexicalNode) => !editor.getEditorState()._nodeMap.has(node.getKey());

  const $owners = () => {
    if (owners) return owners;
    owners = new Map();
    for (const { node, state } of $nodesWithIds()) {
      const id = $getState(node, state);
      if (id === '') continue;
      const owner = owners.get(id);
      const ownerNode = owner === undefined ? null : $getNodeByKey(owner);
      if (!ownerNode || ($isNew(ownerNode) && !$isNew(node))) owners.set(id, node.getKey());
    }
    return owners;
  };

  const $keepId = (node: LexicalNode, state: StateConfig<string, string>) => {
    if (!node.isAttached()) return;
    const id = $getState(node, state);
    if (id !== '' && !$isNew(node)) return;
    const taken = $owners();
    const owner = taken.get(id);
    const free = owner === undefined || owner === node.getKey() || !$getNodeByKey(owner)?.isAttached();
    const kept = id !== '' && free ? id : newId();
    if (kept !== id) $setState(node, state, kept);
    taken.set(kept, node.getKey());
  };

  return mergeRegister(
    editor.registerNodeTransform(ParagraphNode, (node) => {
      if (!$isLinePart(node) && $getState(node, fillerState) === '') $keepId(node, blockIdState);
    }),
    editor.registerNodeTransform(PageBreakNode, (node) => $keepId(node, blockIdState)),
    editor.registerNodeTransform(TableNode, (node) => $keepId(node, blockIdState)),
    editor.registerNodeTransform(TableRowNode, (node) => $keepId(node, rowIdState)),
    editor.registerNodeTransform(TableCellNode, (node) => $keepId(node, cellIdState)),
    editor.registerUpdateListener(() => {
      owners = null;
    }),
  );
}
