import { editorStates, type NodeState, type ValueOf } from '../nodes/node-states.ts';

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

type States = Record<string, NodeState>;
type Values<Table extends States> = { [Key in keyof Table]?: ValueOf<Table[Key]> | undefined };

/** What a node has of one state; undefined when it has none. */
export function get<State extends NodeState>(node: SerializedNode, state: State): ValueOf<State> | undefined {
  return read(node, state) as ValueOf<State> | undefined;
}

function read(node: SerializedNode, state: NodeState): unknown {
  const stored = node.$?.[state.key];
  if (state.of === 'number') return typeof stored === 'number' && stored !== 0 ? stored : undefined;
  if (typeof stored !== 'string' || stored === '') return undefined;
  if (state.of === 'json') return JSON.parse(stored) as unknown;
  return state.of === 'flag' ? true : stored;
}

/** Gives a node one state; an absent value none. */
export function put<State extends NodeState>(data: NodeData, state: State, value: ValueOf<State> | undefined): void {
  if (value === undefined) return;
  data[state.key] =
    state.of === 'json' ? JSON.stringify(value) : state.of === 'flag' ? '1' : (value as string | number);
}

/** The properties a node has of a table, by their names in the model. */
export function getAll<Table extends States>(node: SerializedNode, states: Table): Partial<Stored<Table>> {
  const values: Record<string, unknown> = {};
  // Thousands of runs of a letter come by here: no lists are made of the names.
  for (const name in states) {
    const value = read(node, states[name]!);
    if (value !== undefined) values[name] = value;
  }
  return values as Partial<Stored<Table>>;
}
type Stored<Table extends States> = { [Key in keyof Table]: ValueOf<Table[Key]> };

/** Gives a node the properties of a table; returns those the table does not have. */
export function putAll<Table extends States, Model extends Values<Table>>(
  data: NodeData,
  states: Table,
  model: Model,
): Omit<Model, keyof Table> {
  for (const name in states) put(data, states[name]!, model[name] as never);
  const others: [string, unknown][] = [];
  for (const name in model) {
    if (!Object.hasOwn(states, name) && model[name] !== undefined) others.push([name, model[name]]);
  }
  return (others.length === 0 ? {} : Object.fromEntries(others)) as Omit<Model, keyof Table>;
}

/** Properties that no table has, which this version does not know. */
export function putRest(data: NodeData, rest: object): void {
  if (Object.keys(rest).length > 0) put(data, editorStates.rest, rest as Record<string, unknown>);
}

export function restOf(node: SerializedNode): Record<string, unknown> {
  return get(node, editorStates.rest) ?? {};
}
