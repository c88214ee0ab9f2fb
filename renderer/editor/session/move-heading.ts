import { $getState, $setState, type LexicalNode } from 'lexical';
import { blockIdState, kindState, levelState, slotState } from '../nodes/state.ts';
import { $blockById, $sections } from '../text/block-tree.ts';
import { $isSectionNode } from '../nodes/section-node.ts';

/** A heading and everything under it, up to the next heading of its level or above, within its section. */
export function $headingStretch(heading: LexicalNode): LexicalNode[] {
  const level = $headingLevel(heading);
  if (level === null) return [];
  const stretch = [heading];
  for (const next of heading.getNextSiblings()) {
    const nextLevel = $headingLevel(next);
    if (nextLevel !== null && nextLevel <= level) break;
    stretch.push(next);
  }
  return stretch;
}

function $headingLevel(node: LexicalNode): number | null {
  return $getState(node, kindState) === 'heading' ? $getState(node, levelState) || 1 : null;
}

/** False when there is nothing to move, or the target lies inside what is moved. */
export function $moveHeading(blockId: string, target: { sectionId: string; before: string | null }): boolean {
  const heading = $blockById(blockId);
  const section = $sections().find((candidate) => candidate.getSectionId() === target.sectionId);
  if (!heading || !section || !$isSectionNode(heading.getParent())) return false;
  const stretch = $headingStretch(heading);
  if (stretch.length === 0) return false;
  if (target.before === null) {
    for (const node of stretch) section.append(node);
  } else {
    const before = section.getChildren().find((child) => $getState(child, blockIdState) === target.before);
    if (!before || stretch.some((node) => node.is(before))) return false;
    for (const node of stretch) before.insertBefore(node);
  }
  // Moved, it is a heading among the blocks and no longer its old section's own.
  $setState(heading, slotState, '');
  return true;
}
