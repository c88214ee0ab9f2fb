import { $getState, $setState, createState, type LexicalNode, type StateConfig } from 'lexical';
import type { Block, BlockProps } from '#shared/document/schema.ts';
import {
  blockStates,
  cellStates,
  editorStates,
  formatStates,
  letterStates,
  rowStates,
  runStates,
  sectionStates,
  tableStates,
  type FlagState,
  type JsonState,
  type NodeState,
  type NumberState,
  type TextState,
} from './node-states.ts';

/**
 * The states of `node-states.ts` as the running editor reads and writes them. Core nodes only carry state, never a
 * subclass: at the end of a composition the library replaces a subclassed text node by a plain one and its data is gone.
 */
type TextConfig<Value extends string = string> = StateConfig<string, Value>;

/** The library wants one and the same for each key of a node. */
const made = new Map<NodeState, TextConfig | StateConfig<string, number>>();

function stateOf<Value extends string>(state: TextState<Value>): TextConfig<Value | ''>;
function stateOf(state: TextState | FlagState | JsonState<unknown>): TextConfig;
function stateOf(state: NumberState): StateConfig<string, number>;
function stateOf(state: NodeState): TextConfig | StateConfig<string, number> {
  const config = made.get(state) ?? makeState(state);
  made.set(state, config);
  return config;
}

function makeState(state: NodeState): TextConfig | StateConfig<string, number> {
  if (state.of === 'number') {
    return createState(state.key, { parse: (value): number => (typeof value === 'number' ? value : 0) });
  }
  const values: readonly string[] | undefined = state.of === 'text' ? state.values : undefined;
  return createState(state.key, {
    parse: (value): string => (typeof value === 'string' && (values?.includes(value) ?? true) ? value : ''),
    resetOnCopyNode: 'isOwn' in state && state.isOwn === true,
  });
}

// Blocks
export const blockIdState = stateOf(blockStates.id);
export const kindState = stateOf(editorStates.kind);
export const levelState = stateOf(blockStates.level);
export const propsState = stateOf(blockStates.props);
export const markState = stateOf(blockStates.mark);
export const slotState = stateOf(editorStates.slot);
export const fillerState = stateOf(editorStates.filler);

// Tables
export const rowIdState = stateOf(rowStates.id);
export const cellIdState = stateOf(cellStates.id);
export const headerRowsState = stateOf(tableStates.headerRows);
export const columnsState = stateOf(tableStates.columns);

// Sections
export const partState = stateOf(editorStates.part);
export const sectionIdState = stateOf(sectionStates.id);
export const roleState = stateOf(sectionStates.role);
export const attachmentState = stateOf(sectionStates.attachment);
/** All that a section has beside its blocks. */
export const stateOfSection = [
  editorStates.part,
  ...Object.values(sectionStates),
  editorStates.placesBefore,
  editorStates.placesAfter,
  editorStates.placesIn,
  editorStates.rest,
].map((state) => stateOf(state));

// Runs
export const insState = stateOf(runStates.ins);
export const delState = stateOf(runStates.del);
/** All that a run carries beside its text, format and object. */
export const stateOfRun = Object.values(runStates).map((state) => stateOf(state));
export const bodyState = stateOf(formatStates.body);
export const redactState = stateOf(formatStates.redact);
export const objectState = stateOf(editorStates.object);
export const objectTextState = stateOf(editorStates.objectText);
export const objectFormatState = stateOf(editorStates.objectFormat);

// The letter as a whole, on the root
export const headState = stateOf(letterStates.head);
export const tailState = stateOf(letterStates.tail);
export const frameState = stateOf(editorStates.frame);
export const turnState = stateOf(editorStates.turn);
/** All of the letter that is not running text. */
export const stateOfLetter = [...Object.values(letterStates), editorStates.frame, editorStates.rest].map((state) =>
  stateOf(state),
);

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
