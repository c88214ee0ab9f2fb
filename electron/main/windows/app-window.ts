import { dialog, nativeTheme, screen, type BrowserWindow } from 'electron';
import type { Log } from '../log.ts';
import { words } from '../native/words.ts';
import { RestartBudget } from '../restart-budget.ts';
import { CloseFlow } from './close-flow.ts';
import { fitBounds, type ShellState } from './shell-state.ts';
import { createWindow } from './window-factory.ts';

export interface AppWindow {
  window: BrowserWindow;
  closeFlow: CloseFlow;
}

/** Opens the window where it stood last and keeps it alive: a page that crashed is loaded again, a few times. */
export function openAppWindow(options: {
  preload: string;
  pageUrl: string;
  state: ShellState;
  isOwnUrl: (url: string) => boolean;
  dataFolder: string;
  log: Log;
  onMoved: (place: Pick<ShellState, 'bounds' | 'maximized'>) => void;
}): AppWindow {
  const { log, state } = options;
  const bounds = fitBounds(
    state.bounds,
    [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea),
  );
  const window = createWindow(options.preload, bounds, nativeTheme.shouldUseDarkColors);
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  const closeFlow = new CloseFlow(window);
  const remember = () => options.onMoved({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  for (const event of ['resized', 'moved', 'maximize', 'unmaximize', 'close'] as const) {
    window.on(event as 'close', remember);
  }

  const reloads = new RestartBudget({ limit: 3, windowMs: 60_000 });
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    log.error('window.crashed', { reason: details.reason, exitCode: details.exitCode });
    const pauseMs = reloads.spend();
    if (pauseMs === null) void offerRestart(window, options.dataFolder, options.pageUrl);
    else setTimeout(() => void load(window, options.pageUrl, log), pauseMs);
  });
  // `about:blank` is the one address Chromium goes to without asking; whoever brought the page there, it comes back.
  window.webContents.on('did-navigate', (_event, url) => {
    if (options.isOwnUrl(url)) return;
    log.error('security.wentAstray', { url });
    void load(window, options.pageUrl, log);
  });
  window.webContents.on('unresponsive', () => log.error('window.unresponsive'));
  window.webContents.on('preload-error', (_event, _path, error) =>
    log.error('window.preloadFailed', { message: String(error) }),
  );
  // Errors only, and cut short: a message may quote what it stumbled over.
  window.webContents.on('console-message', ({ level, message, sourceId, lineNumber }) => {
    if (level === 'error')
      log.error('window.console', { message: message.slice(0, 300), at: `${sourceId}:${lineNumber}` });
  });
  void load(window, options.pageUrl, log);
  return { window, closeFlow };
}

async function load(window: BrowserWindow, url: string, log: Log): Promise<void> {
  if (window.isDestroyed()) return;
  try {
    await window.loadURL(url);
  } catch (error) {
    // Closing the window or a crash while it loads ends here too; the crash has its own handler.
    log.error('window.loadFailed', { url, message: String(error) });
  }
}

async function offerRestart(window: BrowserWindow, dataFolder: string, pageUrl: string): Promise<void> {
  const answer = await dialog.showMessageBox(window, {
    type: 'error',
    message: words('crash.title'),
    detail: words('crash.detail', { folder: dataFolder }),
    buttons: [words('crash.restart'), words('crash.quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (answer.response === 0) await window.loadURL(pageUrl);
  else window.destroy();
}
