/** What a command talks to; tests pass their own. */
export interface CliIo {
  out(text: string): void;
  err(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
  /** Relative paths on the command line start here. */
  cwd: string;
  /** Progress is only shown to a person. */
  isTerminal: boolean;
}

export const exitCodes = { done: 0, failed: 1, usage: 2, refused: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
