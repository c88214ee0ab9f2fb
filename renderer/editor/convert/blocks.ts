import type { Block, BlockProps, BlockType, Run, Table, TableCell, TableRow } from '#shared/document/schema.ts';
import { lineToRuns, runsToLine } from './lines.ts';
import {
  elementNode,
  jsonOf,
  numberOf,
  putJson,
  putRest,
  restOf,
  textOf,
  type NodeData,
  type SerializedNode,
} from './serialized.ts';

/** Width of the type area, 156 mm, in CSS px: what the column shares of a table are spread over. */
const TABLE_WIDTH = (156 / 25.4) * 96;

const HEADER_ROW = 1;
const NO_HEADER = 0;

export function blockToNode(block: Block): SerializedNode {
  const { id, type, level, props, runs, mark, was, table, ...unknown } = block;
  const data: NodeData = { bid: id };
  const rest: Record<string, unknown> = { ...unknown };
  if (type === 'heading' || type === 'list-item') data['kind'] = type;
  if (level !== undefined) data['level'] = level;
  putJson(data, 'props', props);
  putJson(data, 'mark', mark);
  putJson(data, 'was', was);
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
  const level = numberOf(node, 'level');
  const props = jsonOf<BlockProps>(node, 'props');
  const mark = jsonOf<NonNullable<Block['mark']>>(node, 'mark');
  const was = jsonOf<NonNullable<Block['was']>>(node, 'was');
  return {
    ...unknown,
    id: textOf(node, 'bid'),
    type: blockType(node),
    ...(level > 0 && { level }),
    ...(props && { props }),
    runs: node.type === 'paragraph' ? lineToRuns(node) : ((hiddenRuns as Run[] | undefined) ?? []),
    ...(mark && { mark }),
    ...(was && { was }),
    ...(node.type === 'table' && { table: nodeToTable(node) }),
  };
}

function blockType(node: SerializedNode): BlockType {
  if (node.type === 'table' || node.type === 'page-break') return node.type;
  if (node.type !== 'paragraph') throw new Error(`no block can be made of a ${node.type}`);
  const kind = textOf(node, 'kind');
  return kind === 'heading' || kind === 'list-item' ? kind : 'paragraph';
}

function tableToNode(table: Table, data: NodeData): SerializedNode {
  const { headerRows, columns, rows, ...unknown } = table;
  if (headerRows > 0) data['headerRows'] = headerRows;
  putJson(data, 'columns', columns);
  if (Object.keys(unknown).length > 0) putJson(data, 'tableX', unknown);
  const children = rows.map((row, index) => rowToNode(row, index < headerRows ? HEADER_ROW : NO_HEADER));
  return { ...elementNode('table', data, children), colWidths: columnWidths(columns) };
}

function columnWidths(columns: number[]): number[] {
  const sum = columns.reduce((total, share) => total + share, 0);
  return columns.map((share) => (share / sum) * TABLE_WIDTH);
}

/** The stored shares while the widths on screen are still theirs, otherwise the widths themselves (px, rounded). */
function columnShares(node: SerializedNode): number[] {
  const widths = Array.isArray(node['colWidths']) ? (node['colWidths'] as number[]) : [];
  const stored = jsonOf<number[]>(node, 'columns');
  if (stored) {
    const before = columnWidths(stored);
    if (before.length === widths.length && before.every((width, index) => width === widths[index])) return stored;
  }
  return widths.length > 0 ? widths.map((width) => Math.max(1, Math.round(width * 100) / 100)) : (stored ?? [1]);
}

function rowToNode(row: TableRow, headerState: number): SerializedNode {
  const { id, cells, ins, del, ...unknown } = row;
  const data: NodeData = { rid: id };
  if (ins !== undefined) data['ins'] = ins;
  if (del !== undefined) data['del'] = del;
  putRest(data, unknown);
  return elementNode(
    'tablerow',
    data,
    cells.map((cell) => cellToNode(cell, headerState)),
  );
}

function cellToNode(cell: TableCell, headerState: number): SerializedNode {
  const { id, colSpan, rowSpan, blocks, ...unknown } = cell;
  const data: NodeData = { cid: id };
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
    ...jsonOf<Record<string, unknown>>(node, 'tableX'),
    headerRows: numberOf(node, 'headerRows'),
    columns: columnShares(node),
    rows: (node.children ?? []).map(nodeToRow),
  };
}

function nodeToRow(node: SerializedNode): TableRow {
  const ins = textOf(node, 'ins');
  const del = textOf(node, 'del');
  return {
    ...restOf(node),
    id: textOf(node, 'rid'),
    cells: (node.children ?? []).map(nodeToCell),
    ...(ins !== '' && { ins }),
    ...(del !== '' && { del }),
  };
}

function nodeToCell(node: SerializedNode): TableCell {
  const colSpan = typeof node['colSpan'] === 'number' ? node['colSpan'] : 1;
  const rowSpan = typeof node['rowSpan'] === 'number' ? node['rowSpan'] : 1;
  return {
    ...restOf(node),
    id: textOf(node, 'cid'),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    blocks: (node.children ?? []).map(nodeToBlock),
  };
}
