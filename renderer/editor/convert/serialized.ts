/**
 * The part of the editor library's JSON that the converters write and read. Written here by hand so that the
 * converters stay pure functions without the library.
 */
export interface SerializedNode {
  type: string;
  version: number;
  /** Node state: our own data on the library's core nodes. Strings and numbers only, so that equality is `===`. */
  $?: Record<string, unknown>;
  children?: SerializedNode[];
  [property: string]: unknown;
}
export interface SerializedEditor {
  root: SerializedNode;
}

export type NodeData = Record<string, string | number>;

export function elementNode(type: string, data: NodeData, children: SerializedNode[]): SerializedNode {
  return { type, version: 1, children, direction: null, format: '', indent: 0, $: data };
}

export function textOf(node: SerializedNode, key: string): string {
  const value = node.$?.[key];
  return typeof value === 'string' ? value : '';
}

export function numberOf(node: SerializedNode, key: string): number {
  const value = node.$?.[key];
  return typeof value === 'number' ? value : 0;
}

/** Value of a JSON-valued state, undefined when it is not set. */
export function jsonOf<T>(node: SerializedNode, key: string): T | undefined {
  const text = textOf(node, key);
  return text === '' ? undefined : (JSON.parse(text) as T);
}

/** Sets a JSON-valued state; an absent value sets none. */
export function putJson(data: NodeData, key: string, value: unknown): void {
  if (value !== undefined) data[key] = JSON.stringify(value);
}

/** Properties this version does not know: kept as one JSON string under `x`. */
export function putRest(data: NodeData, rest: Record<string, unknown>): void {
  if (Object.keys(rest).length > 0) data['x'] = JSON.stringify(rest);
}

export function restOf(node: SerializedNode): Record<string, unknown> {
  return jsonOf<Record<string, unknown>>(node, 'x') ?? {};
}
