import { app, Menu, MessageChannelMain, nativeTheme, powerMonitor, type WebContents } from 'electron';
import { BackendHost } from './backend-host/backend-host.ts';
import { startBackendProcess, type BackendVariant } from './backend-host/start-backend-process.ts';
import { handleShellCalls, type ShellHandlers } from './ipc/validated-handle.ts';
import type { Log } from './log.ts';
import { DroppedFiles } from './native/dropped-files.ts';
import { createHostServices } from './native/host-services.ts';
import { buildMenu, showEditMenuOnRightClick, editContents } from './native/menu.ts';
import { OpenedFiles } from './native/opened-files.ts';
import { printContents } from './native/print.ts';
import { setWordsLanguage } from './native/words.ts';
import type { Places } from './places.ts';
import { appOrigin, isOwnUrl } from './protocol/app-origin.ts';
import { openAppWindow, type AppWindow } from './windows/app-window.ts';
import { writeShellState, type ShellState } from './windows/shell-state.ts';

/** The running app: one backend, one window, the calls between them. `app` is ready and the locks are held. */
export function startApp(options: {
  places: Places;
  log: Log;
  stateFile: string;
  state: ShellState;
  variant: Exclude<BackendVariant, { kind: 'nodeTooOld' }>;
}): void {
  const { places, log, variant } = options;
  let state = options.state;
  let current: AppWindow | null = null;

  const keep = (change: Partial<ShellState>) => {
    state = { ...state, ...change };
    try {
      writeShellState(options.stateFile, state);
    } catch (error) {
      // Where the window stood is not worth the text in it: on a full disk the app goes on.
      log.error('shellState.unwritable', { reason: String(error) });
    }
  };
  const window = () => current?.window ?? null;

  const droppedFiles = new DroppedFiles();
  const openedFiles = new OpenedFiles();
  openedFiles.addCommandLine(process.argv, process.cwd());
  const announceFiles = (isAny: boolean) => {
    if (isAny) current?.window.webContents.send('shell:filesOpened');
  };
  const backend = new BackendHost({
    startProcess: (events) => startBackendProcess(variant, places, events),
    init: {
      dataFolder: places.dataFolder,
      resourcesFolder: places.resourcesFolder,
      appVersion: app.getVersion(),
      fontFolders: places.fontFolders,
      locale: state.language,
      isDev: !app.isPackaged,
    },
    services: createHostServices(window, droppedFiles),
    log,
  });

  const rebuildMenu = () =>
    Menu.setApplicationMenu(
      buildMenu({ withDevTools: !app.isPackaged, target: window, quit: () => current?.window.close() }),
    );

  const connect = async (sender: WebContents) => {
    const { port1, port2 } = new MessageChannelMain();
    try {
      await backend.connect(port1);
    } catch (error) {
      port2.close();
      throw error;
    }
    if (sender.isDestroyed()) port2.close();
    else sender.postMessage('shell:port', null, [port2]);
  };

  const handlers: ShellHandlers = {
    'shell:connect': connect,
    'shell:restartBackend': () => backend.restart(),
    'shell:tokenForFile': (_sender, path) => droppedFiles.issue(path),
    'shell:takeOpenedFiles': () => openedFiles.take().map((path) => droppedFiles.issue(path)),
    'shell:setTitle': (_sender, title) => current?.window.setTitle(title),
    'shell:setColorScheme': (_sender, colorScheme) => {
      nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme;
      keep({ colorScheme });
    },
    'shell:setLanguage': async (_sender, language) => {
      await setWordsLanguage(language);
      rebuildMenu();
      keep({ language });
    },
    'shell:setFullScreen': (_sender, on) => current?.window.setFullScreen(on),
    'shell:edit': (sender, action) => editContents(sender, action),
    'shell:print': printContents,
    'shell:closeHeard': () => current?.closeFlow.heard(),
    'shell:confirmClose': () => current?.closeFlow.confirm(),
    'shell:requestClose': () => current?.window.close(),
  };

  app.on('second-instance', (_event, argv, workingDirectory) => {
    const isAny = openedFiles.addCommandLine(argv, workingDirectory);
    if (current === null) {
      // The window is gone and the store is being closed: come back when that is done.
      app.relaunch({ args: openedFiles.argumentsToStartAnew(process.argv) });
      return;
    }
    if (current.window.isMinimized()) current.window.restore();
    current.window.show();
    current.window.focus();
    announceFiles(isAny);
  });
  // macOS names files in an event of its own.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    announceFiles(openedFiles.add([path]));
  });
  app.on('window-all-closed', () => app.quit());
  // Linux and macOS wait with switching off until the app is gone, if asked to by an event the types do not mention.
  const onSystemShutdown = (event: Electron.Event) => {
    event.preventDefault();
    app.quit();
  };
  powerMonitor.on('shutdown', onSystemShutdown as () => void);
  app.on('will-quit', (event) => {
    if (backend.state === 'stopped') return;
    event.preventDefault();
    void backend.stop().then(() => app.quit());
  });

  backend.start();
  const isOwn = (url: string) => isOwnUrl(url, places.devServerUrl);
  handleShellCalls(handlers, isOwn);
  nativeTheme.themeSource = state.colorScheme === 'auto' ? 'system' : state.colorScheme;
  current = openAppWindow({
    preload: places.preloadFile,
    pageUrl: places.devServerUrl ?? `${appOrigin}/index.html`,
    isOwnUrl: isOwn,
    state,
    dataFolder: places.dataFolder,
    log,
    onMoved: keep,
  });
  rebuildMenu();
  current.window.on('page-title-updated', (event) => event.preventDefault());
  current.window.on('closed', () => {
    current = null;
  });
  showEditMenuOnRightClick(current.window);
}
