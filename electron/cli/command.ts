import type { Arguments } from './arguments.ts';
import type { CliIo, ExitCode } from './io.ts';
import type { Language, Words } from './words.ts';

/** What every command gets. */
export interface CommandCall {
  io: CliIo;
  args: Arguments;
  json: boolean;
  language: () => Promise<Language>;
  words: () => Promise<Words>;
}

export type Command = (call: CommandCall) => Promise<ExitCode>;
