/**
 * What the sandboxed preload hands to the window besides the RPC port: the complete list, tested. Everything with
 * data goes through the port; these calls concern the window itself.
 */
export interface DafuShell {
  /**
   * Asks main for a backend port; it arrives as a `message` event on `window` with `{ dafuPort: true }` and the port
   * in `event.ports[0]`. Waits while the backend starts or restarts; rejects when it cannot be started. The port
   * fires `close` when the backend is lost: call `connect()` again for a new one. No port comes unasked.
   */
  connect(): Promise<void>;
  /** Ends a backend that answers nothing any more, by force, and starts it anew; its ports close. */
  restartBackend(): Promise<void>;
  /** One-use token for a dropped file (a DOM `File`). */
  tokenForFile(file: object): Promise<string>;
  /**
   * One-use tokens for the files the system asked the app to open (a second start hands its own over too), each file
   * once.
   */
  takeOpenedFiles(): Promise<string[]>;
  /** Called when there are such files. Those from before wait. Returns an unsubscribe. */
  onFilesOpened(listener: () => void): () => void;
  /** The window title. */
  setTitle(title: string): Promise<void>;
  /** Native theme follows the app's setting, for title bar and dialogs. */
  setColorScheme(scheme: 'light' | 'dark' | 'auto'): Promise<void>;
  /** Native menu and dialogs follow the app's language. */
  setLanguage(language: 'zh-CN' | 'en'): Promise<void>;
  /** Full screen for focus mode. */
  setFullScreen(on: boolean): Promise<void>;
  /** Cuts, copies or pastes in the focused element, as the native menu does: a page may not read the clipboard. */
  edit(action: EditAction): Promise<void>;
  /** Prints what the page shows for printing, by way of the system's dialog. Settles when that is closed. */
  print(): Promise<PrintOutcome>;
  /** The window answers a close request of main: all is saved, or the person chose to close anyway. */
  confirmClose(): Promise<void>;
  /** Closes the window by the person's wish (menu, shortcut). */
  requestClose(): Promise<void>;
  /** Called when main wants to close the window: flush, then `confirmClose()`. Returns an unsubscribe. */
  onCloseRequested(listener: () => void): () => void;
  /** A native menu item was chosen; its id is a command id of the window. */
  onMenuCommand(listener: (commandId: string) => void): () => void;
}

export const editActions = ['cut', 'copy', 'paste', 'pastePlain'] as const;
export type EditAction = (typeof editActions)[number];

/** `cancelled`: the person closed the dialog. `message` is the system's own. */
export type PrintOutcome = { outcome: 'printed' | 'cancelled' | 'no-printer' } | { outcome: 'failed'; message: string };

/** Stands in `index.html` as `<meta property="csp-nonce" nonce="…">`; main puts a fresh nonce there on every load. */
export const cspNoncePlaceholder = '__DAFU_CSP_NONCE__';

/** The window's calls to main, channel by channel; main accepts no other. Arguments are checked on arrival. */
export interface ShellCalls {
  'shell:connect': [];
  'shell:restartBackend': [];
  /** The path behind a `File`, which only the preload can read. */
  'shell:tokenForFile': [path: string];
  'shell:takeOpenedFiles': [];
  'shell:setTitle': [title: string];
  'shell:setColorScheme': [scheme: 'light' | 'dark' | 'auto'];
  'shell:setLanguage': [language: 'zh-CN' | 'en'];
  'shell:setFullScreen': [on: boolean];
  'shell:edit': [action: EditAction];
  'shell:print': [];
  /** The preload got the close request: the page is alive, its answer may take a while. */
  'shell:closeHeard': [];
  'shell:confirmClose': [];
  'shell:requestClose': [];
}

/** What main tells the window. `shell:port` carries the backend port. */
export interface ShellNotices {
  'shell:port': [];
  'shell:closeRequested': [];
  'shell:menuCommand': [commandId: string];
  'shell:filesOpened': [];
}
