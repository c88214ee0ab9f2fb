import type {
  Block,
  ReplyDocument,
  Run,
  RunObject,
  Section,
  Table,
  TableCell,
  TableRow,
} from '#shared/document/schema.ts';
import type { Change, Moved } from '#shared/document/revision-marks.ts';
import type { HeadData } from '../api.ts';

/**
 * Our data on the library's nodes, declared once: the converters of `convert/` read these tables, and `state.ts` makes
 * of them what the running editor reads and writes. No library here, so that the converters stay pure functions.
 *
 * A node holds strings and numbers only, because runs merge where their states are `===`: a flag is '1', everything
 * that is no plain value is JSON. What a node does not have is '' or 0 and not written.
 */
export type NodeState = TextState | NumberState | FlagState | JsonState<unknown>;
export interface TextState<Value extends string = string> {
  of: 'text';
  key: string;
  /** The texts there are, where not any text will do. */
  values?: readonly Value[];
  /** Belongs to this one node: a copy begins without it. */
  isOwn?: boolean;
}
export interface NumberState {
  of: 'number';
  key: string;
}
export interface FlagState {
  of: 'flag';
  key: string;
  isOwn?: boolean;
}
export interface JsonState<Value> {
  of: 'json';
  key: string;
  /** Never set: it only says what the JSON is of. */
  type?: Value;
  isOwn?: boolean;
}

export type ValueOf<State> =
  State extends TextState<infer Value>
    ? Value
    : State extends NumberState
      ? number
      : State extends FlagState
        ? true
        : State extends JsonState<infer Value>
          ? Value
          : never;

const text = <Value extends string = string>(key: string, values?: readonly Value[]): TextState<Value> =>
  values ? { of: 'text', key, values } : { of: 'text', key };
const ownText = (key: string): TextState => ({ of: 'text', key, isOwn: true });
const number = (key: string): NumberState => ({ of: 'number', key });
const flag = (key: string): FlagState => ({ of: 'flag', key });
const json = <Value>(key: string): JsonState<Value> => ({ of: 'json', key });
const ownJson = <Value>(key: string): JsonState<Value> => ({ of: 'json', key, isOwn: true });

/** States by the names the properties have in the model; an unknown property of the model travels in `rest`. */
type StatesOf<Model> = { [Key in keyof Model as string extends Key ? never : Key]?: NodeState };

const ins = text('ins');
const del = json<string[]>('del');
const changes = json<Change[]>('changes');
const moves = ownJson<NonNullable<Moved['moves']>>('moves');

/** Text, tab, line break, field and picture alike; a run's text, format and object are the node's own. */
export const runStates = {
  ins,
  del,
  changes,
  threads: json<NonNullable<Run['threads']>>('threads'),
} satisfies StatesOf<Run>;

/** Formats the library does not know. */
export const formatStates = {
  /** Text after a run-in heading. */
  body: flag('body'),
  /** Text that the public version of the letter leaves out. */
  redact: flag('redact'),
} satisfies StatesOf<NonNullable<Run['format']>>;

export const blockStates = {
  id: ownText('bid'),
  level: number('level'),
  props: json<NonNullable<Block['props']>>('props'),
  mark: json<NonNullable<Block['mark']>>('mark'),
  changes,
  moves,
} satisfies StatesOf<Block>;

export const tableStates = {
  headerRows: number('headerRows'),
  columns: json<Table['columns']>('columns'),
} satisfies StatesOf<Table>;
export const rowStates = { id: ownText('rid'), ins, del } satisfies StatesOf<TableRow>;
export const cellStates = { id: ownText('cid'), changes } satisfies StatesOf<TableCell>;

export const sectionStates = {
  id: text('sid'),
  role: text<Section['role']>('role'),
  attachment: json<NonNullable<Section['attachment']>>('attachment'),
  ins,
  del,
  changes,
  moves,
} satisfies StatesOf<Section>;

/** On the root: everything of the letter that is not running text, so that it shares the history. */
export const letterStates = {
  schema: text<ReplyDocument['schema']>('schema'),
  id: text('id'),
  head: json<HeadData>('head'),
  tail: json<ReplyDocument['tail']>('tail'),
  revisions: json<ReplyDocument['revisions']>('revisions'),
  decided: json<NonNullable<ReplyDocument['decided']>>('decided'),
  threads: json<ReplyDocument['threads']>('threads'),
} satisfies StatesOf<ReplyDocument>;

/** What only the editor has, or has in another shape than the model. */
export const editorStates = {
  /** '' for a paragraph; tables and page breaks are node types of their own. */
  kind: text('kind', ['heading', 'list-item']),
  /** 'heading' on the first block of a section that is the section's own heading. */
  slot: ownText('slot'),
  /** On the paragraph that keeps the caret in an empty section and is no block yet. */
  filler: { of: 'flag', key: 'filler', isOwn: true } satisfies FlagState,
  /** Runs of a line that the editor would merge or drop (`convert/lines.ts`). */
  runs: json<Run[]>('runs'),
  /** Properties this version does not know; those of a table itself beside those of its block. */
  rest: json<Record<string, unknown>>('x'),
  tableRest: json<Record<string, unknown>>('tableX'),
  /** The part a section node is. */
  part: text('part', ['title', 'salutation', 'section']),
  /** The state of every section that must exist, in order. */
  frame: json<Record<string, string | number>[]>('frame'),
  /** Of a field or picture: its object, what it prints, and the bits of its format. */
  object: json<RunObject>('object'),
  objectText: text('text'),
  objectFormat: number('f'),
  /**
   * The places moved blocks or sections left: the editor shows none, they ride on what stands behind them, or before
   * them at the end of a list, or on their section where nothing else is in it.
   */
  placesBefore: ownJson<(Block | Section)[]>('placesBefore'),
  placesAfter: ownJson<(Block | Section)[]>('placesAfter'),
  placesIn: ownJson<Block[]>('placesIn'),
  /** Which step of the history with something beside the letter was done last (`write/history.ts`); never stored. */
  turn: text('turn'),
};
