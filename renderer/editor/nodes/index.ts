import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import type { Klass, LexicalNode } from 'lexical';
import { PageBreakNode } from './page-break-node.ts';
import { RunObjectNode } from './run-object-node.ts';
import { SectionNode } from './section-node.ts';

/** Nodes beside the library's own text, paragraph, line break and tab. */
export const letterNodes: Klass<LexicalNode>[] = [
  SectionNode,
  RunObjectNode,
  PageBreakNode,
  TableNode,
  TableRowNode,
  TableCellNode,
];
