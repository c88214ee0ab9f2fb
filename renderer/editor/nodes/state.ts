import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { Block, BlockProps } from '#shared/document/schema.ts';

/**
 * Our data on the library's nodes. Core nodes only carry state, never a subclass: at the end of a composition the
 * library replaces a subclassed text node by a plain one and its data is gone. All values are strings or numbers,
 * because runs merge only when their states are `===`.
 */
const parseText = (value: unknown) => (typeof value === 'string' ? value : '');
const parseNumber = (value: unknown) => (typeof value === 'number' ? value : 0);

// Blocks
export const blockIdState = createState('bid', { parse: parseText, resetOnCopyNode: true });
/** '' for a paragraph; tables and page breaks are node types of their own. */
export const kindState = createState('kind', {
  parse: (value): '' | 'heading' | 'list-item' => (value === 'heading' || value === 'list-item' ? value : ''),
});
export const levelState = createState('level', { parse: parseNumber });
/** JSON of `BlockProps`, '' when the block has none. */
export const propsState = createState('props', { parse: parseText });
export const markState = createState('mark', { parse: parseText });
/** 'heading' on the first block of a section that is the section's own heading. */
export const slotState = createState('slot', { parse: parseText, resetOnCopyNode: true });
/** '1' on the paragraph that keeps the caret in an empty section and is no block yet. */
export const fillerState = createState('filler', { parse: parseText, resetOnCopyNode: true });
/** JSON of properties this version does not know. */
export const restState = createState('x', { parse: parseText });

// Tables
export const rowIdState = createState('rid', { parse: parseText, resetOnCopyNode: true });
export const cellIdState = createState('cid', { parse: parseText, resetOnCopyNode: true });
export const headerRowsState = createState('headerRows', { parse: parseNumber });
export const columnsState = createState('columns', { parse: parseText });

// Runs
export const insState = createState('ins', { parse: parseText });
export const delState = createState('del', { parse: parseText });
export const formatWasState = createState('formatWas', { parse: parseText });
export const threadsState = createState('threads', { parse: parseText });
/** '1' on text after a run-in heading. */
export const bodyState = createState('body', { parse: parseText });

/** '1' on text that the public version of the letter leaves out. */
export const redactState = createState('redact', { parse: parseText });

// The letter as a whole, on the root
export const headState = createState('head', { parse: parseText });
export const tailState = createState('tail', { parse: parseText });
/** Which step of the history with something beside the letter was done last (`write/history.ts`); never stored. */
export const turnState = createState('turn', { parse: parseText });
/** JSON of the state of every section that must exist, in order. */
export const frameState = createState('frame', { parse: parseText });

export function $blockProps(node: LexicalNode): BlockProps {
  const json = $getState(node, propsState);
  return json === '' ? {} : (JSON.parse(json) as BlockProps);
}

export function $setBlockProps(node: LexicalNode, props: BlockProps): void {
  const kept = Object.entries(props).filter(([, value]) => value !== undefined);
  $setState(node, propsState, kept.length > 0 ? JSON.stringify(Object.fromEntries(kept)) : '');
}

export function $setKind(node: LexicalNode, type: Block['type'], level: number): void {
  $setState(node, kindState, type === 'heading' || type === 'list-item' ? type : '');
  $setState(node, levelState, level);
}

/** JSON of the letter without head, sections and tail. */
export const letterRestState = createState('rest', { parse: parseText });
