import { BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle } from 'electron';
import { smallest } from './shell-state.ts';

/** The page colours of `renderer/ui/tokens.css`, so that nothing flashes before the page is painted. */
const backgroundColors = { light: '#eceef1', dark: '#15171a' } as const;

/** Every window of the app, without exception: sandboxed, isolated, no Node, no webview, one preload. */
export function windowOptions(preload: string, bounds: Rectangle, dark: boolean): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: dark ? backgroundColors.dark : backgroundColors.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      // Chromium would fetch its dictionaries from the network.
      spellcheck: false,
      // A letter must go on saving while its window is covered by another.
      backgroundThrottling: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      disableBlinkFeatures: 'Auxclick',
    },
  };
}

/** The only place that makes a window. */
export function createWindow(preload: string, bounds: Rectangle, dark: boolean): BrowserWindow {
  return new BrowserWindow(windowOptions(preload, bounds, dark));
}
