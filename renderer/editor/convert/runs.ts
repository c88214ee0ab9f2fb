import type { Format, Run } from '#shared/document/schema.ts';
import { editorStates, formatStates, runStates } from '../nodes/node-states.ts';
import { get, getAll, put, putAll, putRest, restOf, type NodeData, type SerializedNode } from './serialized.ts';

/** Bits of the library's text format. */
const BOLD = 1;
const ITALIC = 2;
const UNDERLINE = 8;

/**
 * Without halves of surrogate pairs. Some input methods send a rare character in two halves, one event each, so the
 * editor must let the first one stand; the letter takes it with the second.
 */
export function wellFormed(text: string): string {
  if (text.isWellFormed()) return text;
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

/** A character the library puts before composed text; it never belongs to the letter. */
const ZERO_WIDTH_SPACE = '\u200b';

export function runToNode(run: Run): SerializedNode {
  const { text, format, object, ...others } = run;
  const data: NodeData = {};
  const rest: Record<string, unknown> = putAll(data, runStates, others);
  const bits = writeFormat(format, data, rest);

  if (object?.type === 'field' || object?.type === 'image') {
    put(data, editorStates.objectText, text);
    put(data, editorStates.object, object);
    if (bits !== 0) put(data, editorStates.objectFormat, bits);
    putRest(data, rest);
    return { type: 'run-object', version: 1, $: data };
  }
  if (object) {
    const { type, ...unknownOfObject } = object;
    const usual = type === 'break' ? '\n' : '\t';
    if (text !== usual) rest['text'] = text;
    if (Object.keys(unknownOfObject).length > 0) rest['object'] = unknownOfObject;
    if (type === 'break') {
      if (bits !== 0) put(data, editorStates.objectFormat, bits);
      putRest(data, rest);
      return { type: 'linebreak', version: 1, $: data };
    }
    putRest(data, rest);
    return textNode('tab', '\t', bits, data);
  }
  putRest(data, rest);
  return textNode('text', text, bits, data);
}

function textNode(type: 'text' | 'tab', text: string, format: number, data: NodeData): SerializedNode {
  const detail = type === 'tab' ? 2 : 0;
  return { type, version: 1, text, format, detail, mode: 'normal', style: '', $: data };
}

function writeFormat(format: Format | undefined, data: NodeData, rest: Record<string, unknown>): number {
  if (!format) return 0;
  const { bold, italic, underline, ...others } = format;
  const unknown = putAll(data, formatStates, others);
  const bits = (bold ? BOLD : 0) | (italic ? ITALIC : 0) | (underline ? UNDERLINE : 0);
  // An empty format object is not the same document as an absent one.
  if (Object.keys(unknown).length > 0 || Object.keys(format).length === 0) rest['format'] = unknown;
  return bits;
}

/** Null for a node that holds nothing of the letter (a composition's helper character). */
export function nodeToRun(node: SerializedNode): Run | null {
  const rest = restOf(node);
  const format = readFormat(node, rest);
  const shared: Partial<Run> = { ...getAll(node, runStates), ...(format && { format }) };
  const { format: _format, object: unknownOfObject, text: textOverride, ...unknown } = rest;

  switch (node.type) {
    case 'text': {
      const stored = typeof node['text'] === 'string' ? node['text'] : '';
      const text = wellFormed(stored.replaceAll(ZERO_WIDTH_SPACE, ''));
      return text === '' && stored !== '' ? null : { ...unknown, ...shared, text };
    }
    case 'tab':
    case 'linebreak': {
      const text = typeof textOverride === 'string' ? textOverride : node.type === 'tab' ? '\t' : '\n';
      const type = node.type === 'tab' ? ('tab' as const) : ('break' as const);
      return { ...unknown, ...shared, text, object: { type, ...(unknownOfObject as object | undefined) } };
    }
    case 'run-object': {
      const object = get(node, editorStates.object);
      if (!object) throw new Error('a run object without its object');
      return { ...unknown, ...shared, text: get(node, editorStates.objectText) ?? '', object };
    }
    default:
      throw new Error(`no run can be made of a ${node.type}`);
  }
}

function readFormat(node: SerializedNode, rest: Record<string, unknown>): Format | undefined {
  const bits = typeof node['format'] === 'number' ? node['format'] : (get(node, editorStates.objectFormat) ?? 0);
  const format: Format = {
    ...(bits & BOLD && { bold: true as const }),
    ...(bits & ITALIC && { italic: true as const }),
    ...(bits & UNDERLINE && { underline: true as const }),
    ...getAll(node, formatStates),
    ...(rest['format'] as object | undefined),
  };
  return Object.keys(format).length > 0 || rest['format'] !== undefined ? format : undefined;
}
