import type { Block, BlockType, Run, Table, TableCell, TableColumn, TableRow } from '#shared/document/schema.ts';
import { lineToRuns, runsToLine } from './lines.ts';
import { blockStates, cellStates, editorStates, rowStates, tableStates } from '../nodes/node-states.ts';
import {
  elementNode,
  get,
  getAll,
  put,
  putAll,
  putRest,
  restOf,
  type NodeData,
  type SerializedNode,
} from './serialized.ts';

/** Width of the type area, 156 mm, in CSS px: what the column shares of a table are spread over. */
const TABLE_WIDTH = (156 / 25.4) * 96;

const HEADER_ROW = 1;
const NO_HEADER = 0;

export function blockToNode(block: Block): SerializedNode {
  const { type, runs, table, ...others } = block;
  const data: NodeData = {};
  const rest: Record<string, unknown> = putAll(data, blockStates, others);
  if (type === 'heading' || type === 'list-item') put(data, editorStates.kind, type);
  if (type === 'table' || type === 'page-break') {
    if (runs.length > 0) rest['runs'] = runs;
    putRest(data, rest);
    return table ? tableToNode(table, data) : { type: 'page-break', version: 1, $: data };
  }
  putRest(data, rest);
  return runsToLine(runs, data);
}

export function nodeToBlock(node: SerializedNode): Block {
  const { runs: hiddenRuns, ...unknown } = restOf(node);
  return {
    ...unknown,
    // What is copied may have none.
    id: '',
    ...getAll(node, blockStates),
    type: blockType(node),
    runs: node.type === 'paragraph' ? lineToRuns(node) : ((hiddenRuns as Run[] | undefined) ?? []),
    ...(node.type === 'table' && { table: nodeToTable(node) }),
  };
}

function blockType(node: SerializedNode): BlockType {
  if (node.type === 'table' || node.type === 'page-break') return node.type;
  if (node.type !== 'paragraph') throw new Error(`no block can be made of a ${node.type}`);
  return get(node, editorStates.kind) ?? 'paragraph';
}

function tableToNode(table: Table, data: NodeData): SerializedNode {
  const { rows, ...others } = table;
  const { headerRows, columns } = table;
  const unknown = putAll(data, tableStates, others);
  if (Object.keys(unknown).length > 0) put(data, editorStates.tableRest, unknown);
  const children = rows.map((row, index) => rowToNode(row, index < headerRows ? HEADER_ROW : NO_HEADER));
  return { ...elementNode('table', data, children), colWidths: columnWidths(columns) };
}

function columnWidths(columns: TableColumn[]): number[] {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  return columns.map(({ width }) => (width / sum) * TABLE_WIDTH);
}

/** The stored columns while the widths on screen are still theirs, otherwise with the widths themselves (px, rounded). */
function storedColumns(node: SerializedNode): TableColumn[] {
  const widths = Array.isArray(node['colWidths']) ? (node['colWidths'] as number[]) : [];
  const stored = get(node, tableStates.columns);
  if (stored) {
    const before = columnWidths(stored);
    if (before.length === widths.length && before.every((width, index) => width === widths[index])) return stored;
  }
  if (widths.length === 0) return stored ?? [{ width: 1 }];
  const marks = stored?.length === widths.length ? stored : [];
  return widths.map((width, index) => ({ ...marks[index], width: Math.max(1, Math.round(width * 100) / 100) }));
}

function rowToNode(row: TableRow, headerState: number): SerializedNode {
  const { cells, ...others } = row;
  const data: NodeData = {};
  putRest(data, putAll(data, rowStates, others));
  return elementNode(
    'tablerow',
    data,
    cells.map((cell) => cellToNode(cell, headerState)),
  );
}

function cellToNode(cell: TableCell, headerState: number): SerializedNode {
  const { colSpan, rowSpan, blocks, ...others } = cell;
  const data: NodeData = {};
  const unknown = putAll(data, cellStates, others);
  // A span of 1 that is written out is not the same bytes as an absent one.
  putRest(data, { ...unknown, ...(colSpan === 1 && { colSpan }), ...(rowSpan === 1 && { rowSpan }) });
  return {
    ...elementNode('tablecell', data, blocks.map(blockToNode)),
    colSpan: colSpan ?? 1,
    rowSpan: rowSpan ?? 1,
    headerState,
    backgroundColor: null,
  };
}

function nodeToTable(node: SerializedNode): Table {
  return {
    ...get(node, editorStates.tableRest),
    headerRows: get(node, tableStates.headerRows) ?? 0,
    columns: storedColumns(node),
    rows: (node.children ?? []).map(nodeToRow),
  };
}

function nodeToRow(node: SerializedNode): TableRow {
  return { ...restOf(node), id: '', ...getAll(node, rowStates), cells: (node.children ?? []).map(nodeToCell) };
}

function nodeToCell(node: SerializedNode): TableCell {
  const colSpan = typeof node['colSpan'] === 'number' ? node['colSpan'] : 1;
  const rowSpan = typeof node['rowSpan'] === 'number' ? node['rowSpan'] : 1;
  return {
    ...restOf(node),
    id: '',
    ...getAll(node, cellStates),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    blocks: (node.children ?? []).map(nodeToBlock),
  };
}
