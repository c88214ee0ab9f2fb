import type { CellLevel, DrawnWords, RowLevel, WordBlock, WordInline } from './model.ts';
import { deepText } from './xml.ts';

export type WordNode = WordBlock | RowLevel | CellLevel | WordInline | DrawnWords;

/** What is directly inside, in the order of the file; both versions where there are two. */
export function childrenOfNode(node: WordNode): readonly WordNode[] {
  switch (node.kind) {
    case 'paragraph':
    case 'table':
    case 'row':
    case 'cell':
    case 'run':
    case 'revised':
    case 'control':
    case 'group':
    case 'simple-field':
    case 'hyperlink':
      return node.content;
    case 'alternate':
      return [...node.choices.flatMap((choice): readonly WordNode[] => choice.content), ...(node.fallback ?? [])];
    case 'ruby':
      return [...node.reading, ...node.base];
    case 'drawing':
      return node.words;
    case 'box':
      return node.blocks;
    default:
      return [];
  }
}

/** Calls `enter` for every node before what is inside it, and `leave` after. */
export function walk(
  nodes: readonly WordNode[],
  enter: (node: WordNode) => void,
  leave?: (node: WordNode) => void,
): void {
  for (const node of nodes) {
    enter(node);
    walk(childrenOfNode(node), enter, leave);
    leave?.(node);
  }
}

/** All text as stored: deleted text and codes of fields included, deleted codes not. */
export function storedText(nodes: readonly WordNode[]): string {
  let text = '';
  walk(nodes, (node) => {
    if (node.kind === 'text' || (node.kind === 'instruction' && !node.isDeleted)) text += node.text;
    else if (node.kind === 'formula' || node.kind === 'other') text += deepText(node.xml);
  });
  return text;
}
