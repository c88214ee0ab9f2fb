import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** A command line that makes no sense. `key` names the words for it, `command` whose help explains it. */
export class UsageError extends Error {
  readonly key: string;
  readonly values: Record<string, string>;
  readonly command: CommandName | undefined;
  constructor(key: string, values: Record<string, string> = {}, command?: CommandName) {
    super(`${key} ${JSON.stringify(values)}`);
    this.key = key;
    this.values = values;
    this.command = command;
  }
}

const common = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/** Options of each command besides the common ones, and how many operands it takes. */
export const commandShapes = {
  facts: { options: {}, operands: [1, 1] },
  import: { options: { apart: { type: 'boolean' } }, operands: [1, Infinity] },
  list: { options: { state: { type: 'string' }, search: { type: 'string' } }, operands: [0, 0] },
  compare: {
    options: { as: { type: 'string' }, review: { type: 'string' }, ignore: { type: 'string' } },
    operands: [2, 2],
  },
  show: { options: { as: { type: 'string' }, review: { type: 'string' } }, operands: [1, 1] },
  review: { options: {}, operands: [1, 1] },
  decide: {
    options: {
      accept: { type: 'string', multiple: true },
      reject: { type: 'string', multiple: true },
      author: { type: 'string' },
      reason: { type: 'string' },
    },
    operands: [1, Infinity],
  },
  export: {
    options: {
      to: { type: 'string' },
      out: { type: 'string' },
      name: { type: 'string' },
      force: { type: 'boolean' },
      apart: { type: 'boolean' },
      'pdf-a': { type: 'boolean' },
      form: { type: 'string' },
      review: { type: 'string' },
      strict: { type: 'boolean' },
      public: { type: 'boolean' },
      keep: { type: 'string', multiple: true },
      without: { type: 'string' },
    },
    operands: [1, Infinity],
  },
  sheet: {
    options: {
      list: { type: 'boolean' },
      to: { type: 'string' },
      out: { type: 'string' },
      name: { type: 'string' },
      force: { type: 'boolean' },
      'labels-used': { type: 'string' },
      preprinted: { type: 'boolean' },
    },
    operands: [0, Infinity],
  },
  unit: { options: { force: { type: 'boolean' } }, operands: [1, 2] },
  backup: { options: { list: { type: 'boolean' } }, operands: [0, 0] },
  restore: { options: { list: { type: 'boolean' }, empty: { type: 'boolean' } }, operands: [0, 1] },
  doctor: { options: {}, operands: [0, 0] },
} as const satisfies Record<string, { options: ParseArgsOptionsConfig; operands: readonly [number, number] }>;

export type CommandName = keyof typeof commandShapes;

export interface Arguments {
  operands: string[];
  text(option: string): string | undefined;
  /** Of an option that may be given several times. */
  texts(option: string): string[];
  flag(option: string): boolean;
}

export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commandShapes, name);
}

/** @throws UsageError */
export function parseArguments(command: CommandName, args: string[]): Arguments {
  const { options, operands: allowed } = commandShapes[command];
  let parsed;
  try {
    parsed = parseArgs({ args, options: { ...common, ...options }, allowPositionals: true, strict: true });
  } catch (error) {
    throw optionError(error, command) ?? error;
  }
  const { positionals: operands } = parsed;
  const values = parsed.values as Record<string, string | boolean | string[] | undefined>;
  if (operands.length < allowed[0] && values['help'] !== true)
    throw new UsageError(`usage.tooFew_${command}`, {}, command);
  if (operands.length > allowed[1]) throw new UsageError('usage.tooMany', { command }, command);
  return {
    operands,
    text(option) {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    texts(option) {
      const value = values[option];
      return Array.isArray(value) ? value : [];
    },
    flag: (option) => values[option] === true,
  };
}

/** What `parseArgs` has to say, which it says in English only. Undefined for other errors. */
function optionError(error: unknown, command: CommandName): UsageError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const option = /--?[^\s'=]+/.exec(error.message)?.[0] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new UsageError('usage.unknownOption', { option, command }, command);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': {
      const isMissing = !error.message.includes('does not take');
      return new UsageError(isMissing ? 'usage.valueMissing' : 'usage.valueNotTaken', { option }, command);
    }
    default:
      return undefined;
  }
}

/** One of a closed list of words. @throws UsageError */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if (!allowed.includes(value as T)) {
    throw new UsageError('usage.badValue', { option, value, allowed: allowed.join(' ') });
  }
  return value as T;
}
