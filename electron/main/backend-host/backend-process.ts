import type { MessagePortMain } from 'electron';
import type { BackendToMain, MainToBackend } from '#shared/rpc/host.ts';

/** What a port carries is not main's business; it goes through the two process variants below. */
export type ControlToBackend = Exclude<MainToBackend, { type: 'connect' | 'port' | 'portClosed' }>;
export type ControlToMain = Exclude<BackendToMain, { type: 'port' | 'portClosed' }>;

export interface BackendExit {
  code: number | null;
  signal: string | null;
}

/** One running backend, whichever kind of process it lives in. */
export interface BackendProcess {
  readonly pid: number | undefined;
  post(message: ControlToBackend): void;
  /** Gives one end of a channel to the backend. When the backend is gone, the other end fires `close`. */
  connect(port: MessagePortMain): void;
  /** At once and without saving. */
  kill(): void;
}

export interface BackendProcessEvents {
  onMessage: (message: ControlToMain) => void;
  /** Lines the backend printed. */
  onOutput: (line: string) => void;
  /** Once, always, also when the process could not be started. */
  onExit: (exit: BackendExit) => void;
}

/**
 * The environment of the backend: what finding folders, fonts and time zones needs, and nothing that changes how Node
 * runs (NODE_OPTIONS, LD_PRELOAD …) or that is none of its business.
 */
const inheritedVariables: readonly string[] = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'SYSTEMROOT',
  'WINDIR',
  'TEMP',
  'TMP',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_DATA_DIRS',
  'FONTCONFIG_PATH',
  'FONTCONFIG_FILE',
];

export function backendEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && inheritedVariables.includes(entry[0].toUpperCase()),
  );
  return Object.fromEntries(entries);
}

/** Cuts a stream of text into lines. */
export function lineSplitter(onLine: (line: string) => void): (chunk: Buffer | string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk.toString()).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
  };
}
