import { z } from 'zod';
import type { WireError } from '#shared/contract/errors.ts';
import type { ClientMessage, ServerMessage } from './messages.ts';

/**
 * The control line between main and the backend process. It is one line in both variants:
 *
 * - Electron utilityProcess: `process.parentPort`; a window's port arrives as `event.ports[0]` of its `connect`.
 * - Node child process (`DAFU_BACKEND_NODE`): `process.send` / `process.on('message')`, serialization 'advanced'. A
 *   MessagePort cannot cross to a child process, so `connect` comes without one, and what the port would carry
 *   travels as `port` messages framed with the `portId`.
 *
 * Order: main sends `init` once, first. The backend answers `ready` as soon as it answers calls, which it does even
 * when the store cannot be opened (`app.status` says why). Ports come after `ready`.
 */

/** What the backend is told at start. All paths are absolute. */
export interface BackendInit {
  /** The one folder that holds everything of the user: database, backups, logs. May not exist yet. */
  dataFolder: string;
  /** Shipped data: templates, typst, samples, locales. */
  resourcesFolder: string;
  appVersion: string;
  /** Folders searched for bundled fallback fonts (*.ttf, not recursive), in order. */
  fontFolders: string[];
  /** Language of the system, for a store that has no setting yet. */
  locale: 'zh-CN' | 'en';
  /** Development and tests: output is validated too, errors carry stacks. */
  isDev: boolean;
}

export type MainToBackend =
  | { type: 'init'; init: BackendInit }
  /** A window wants to talk. Answer with `hello` on the port. */
  | { type: 'connect'; portId: number }
  /** Child process only. */
  | { type: 'port'; portId: number; message: ClientMessage }
  /** Child process only: the window went away; its running jobs may be cancelled. */
  | { type: 'portClosed'; portId: number }
  | HostResult
  /** Settle or cancel running work, back up, close the store, answer `shutdownDone`, exit 0. */
  | { type: 'shutdown' };

export type BackendToMain =
  | { type: 'ready' }
  /** Child process only. */
  | { type: 'port'; portId: number; message: ServerMessage }
  /** Child process only: the backend hangs up on this window. */
  | { type: 'portClosed'; portId: number }
  | { type: 'hostCall'; id: number; call: HostCall }
  | { type: 'shutdownDone' };

export type HostResult =
  | { type: 'hostResult'; id: number; ok: true; value: unknown }
  | { type: 'hostResult'; id: number; ok: false; error: WireError };

/** What a native dialog is for; main has the words for it in both languages. */
const openPurpose = z.enum(['import', 'template', 'package', 'unit', 'form']);
const savePurpose = z.enum(['rescue', 'template', 'package', 'unit', 'form', 'export']);
/** Without the dot, lower case, such as `docx` or `dafu-template`. */
const extension = z.string().regex(/^[a-z0-9-]{1,20}$/);
const path = z.string().min(1).max(32_768);

/**
 * Everything the backend may ask of main, checked on arrival: the backend reads hostile files, and these calls touch
 * the desktop.
 */
export const hostCalls = {
  /** Asks for files to read. Empty when the person cancelled. */
  pickFiles: {
    input: z.object({ purpose: openPurpose, extensions: z.array(extension).min(1), multiple: z.boolean() }),
    output: z.array(z.string()),
  },
  /** Asks for a folder to write to, starting at `startAt`. Null when cancelled. */
  pickFolder: { input: z.object({ startAt: path.nullable() }), output: z.string().nullable() },
  /** Asks where to save. The system asks about overwriting. Null when cancelled. */
  pickSaveFile: {
    input: z.object({ purpose: savePurpose, suggestedName: z.string().max(255), extension, startAt: path.nullable() }),
    output: z.string().nullable(),
  },
  /**
   * Opens a file the backend has written in the program the system has for it. FORBIDDEN for anything but a document
   * the app makes (rule `host.openPath`), PATH_UNAVAILABLE when there is no such file or no program.
   */
  openPath: { input: z.object({ path }), output: z.null() },
  /** Shows a file the backend has written in its folder. */
  revealFile: { input: z.object({ path }), output: z.null() },
  /** Shows a folder (data folder, export folder). */
  openFolder: { input: z.object({ path }), output: z.null() },
  /** The path behind a token of `DafuShell.tokenForFile`. A token works once; NOT_FOUND afterwards. */
  takeDroppedFile: { input: z.object({ token: z.string().max(100) }), output: z.string() },
} as const;

export type HostCalls = typeof hostCalls;
export type HostCallName = keyof HostCalls;
export type HostInput<N extends HostCallName> = z.infer<HostCalls[N]['input']>;
export type HostOutput<N extends HostCallName> = z.infer<HostCalls[N]['output']>;
export type HostCall = { [N in HostCallName]: { name: N; input: HostInput<N> } }[HostCallName];

/** The host as the backend sees it. The CLI and tests pass their own; failures are `DafuError`s. */
export type HostServices = { [N in HostCallName]: (input: HostInput<N>) => Promise<HostOutput<N>> };
