import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DafuShell, ShellCalls, ShellNotices } from '#shared/contract/shell.ts';

/**
 * The only bridge into the sandboxed window: a counted list of calls, never a generic send or on. The IPC event is
 * not passed on, because it carries `sender`.
 */
async function call<C extends keyof ShellCalls>(channel: C, ...args: ShellCalls[C]): Promise<void> {
  await ipcRenderer.invoke(channel, ...args);
}

const closeListeners = new Set<() => void>();
const filesListeners = new Set<() => void>();
const menuListeners = new Set<(commandId: string) => void>();

function subscribe<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function on<N extends keyof ShellNotices>(channel: N, listener: (...args: ShellNotices[N]) => void): void {
  ipcRenderer.on(channel, (_event, ...args) => listener(...(args as ShellNotices[N])));
}

// A port cannot cross the context bridge; `window` is the one way to hand it to the page, and to no other origin.
ipcRenderer.on('shell:port' satisfies keyof ShellNotices, (event) => {
  window.postMessage({ dafuPort: true }, location.origin, [...event.ports]);
});
on('shell:closeRequested', () => {
  void call('shell:closeHeard');
  // A page that never came up has nothing to save and must not keep the window open.
  if (closeListeners.size === 0) void call('shell:confirmClose');
  for (const listener of closeListeners) listener();
});
on('shell:menuCommand', (commandId) => {
  for (const listener of menuListeners) listener(commandId);
});
on('shell:filesOpened', () => {
  for (const listener of filesListeners) listener();
});

const shell: DafuShell = {
  connect: () => call('shell:connect'),
  restartBackend: () => call('shell:restartBackend'),
  tokenForFile: (file) => ipcRenderer.invoke('shell:tokenForFile', webUtils.getPathForFile(file as File)),
  takeOpenedFiles: () => ipcRenderer.invoke('shell:takeOpenedFiles'),
  onFilesOpened: (listener) => subscribe(filesListeners, listener),
  setTitle: (title) => call('shell:setTitle', title),
  setColorScheme: (scheme) => call('shell:setColorScheme', scheme),
  setLanguage: (language) => call('shell:setLanguage', language),
  setFullScreen: (on) => call('shell:setFullScreen', on),
  edit: (action) => call('shell:edit', action),
  print: () => ipcRenderer.invoke('shell:print'),
  confirmClose: () => call('shell:confirmClose'),
  requestClose: () => call('shell:requestClose'),
  onCloseRequested: (listener) => subscribe(closeListeners, listener),
  onMenuCommand: (listener) => subscribe(menuListeners, listener),
};
contextBridge.exposeInMainWorld('dafu', shell);
