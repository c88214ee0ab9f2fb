import { join } from 'node:path';
import { app, dialog, Menu, session } from 'electron';
import { startApp } from './app.ts';
import { chooseBackendVariant } from './backend-host/start-backend-process.ts';
import { openLog } from './log.ts';
import { setWordsLanguage, words } from './native/words.ts';
import { findPlaces } from './places.ts';
import { declareAppScheme, serveAppScheme } from './protocol/app-protocol.ts';
import { cancelForeignRequests, closeDebuggingDoors, keepChromiumOffline } from './security/network.ts';
import { forbidNavigation } from './security/navigation.ts';
import { denyPermissions } from './security/permissions.ts';
import { readShellState } from './windows/shell-state.ts';

/** Entry of the main process: what must stand before `ready`, in order, and then the app. */
const places = findPlaces();
app.setPath('userData', places.profileFolder);
const log = openLog(join(places.profileFolder, 'logs/main.log'));
const stateFile = join(places.profileFolder, 'window.json');
const state = readShellState(stateFile, (reason) => log.error('shellState.unreadable', { reason }));

function fail(error: unknown): void {
  log.error('main.failed', { message: String(error), stack: error instanceof Error ? error.stack : undefined });
  dialog.showErrorBox(words('start.failedTitle'), String(error));
  app.exit(1);
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

// Only root on Linux is started with this switch (Chromium refuses to run otherwise). `enableSandbox` would take it
// away from the helper processes alone, and none of them would start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// An installed app lets nobody look into its window or steer it from outside; development and tests do.
if (app.isPackaged) closeDebuggingDoors();
app.commandLine.appendSwitch('lang', state.language);
keepChromiumOffline(places.devServerUrl);
declareAppScheme();
// Otherwise Electron makes a menu of its own, which ours replaces as soon as the window is on its way.
Menu.setApplicationMenu(null);
forbidNavigation(places.devServerUrl, (what, url) => log.error('security.refused', { what, url }));
await setWordsLanguage(state.language);

// The profile follows the data folder, so this lock is one per data folder: two apps never write one store.
if (!app.requestSingleInstanceLock()) app.exit(0);
// Not awaited: Electron holds `ready` back until this module has run to its end.
else void app.whenReady().then(whenReady);

function whenReady(): void {
  const variant = chooseBackendVariant({
    externalNode: process.env['DAFU_BACKEND_NODE'],
    packaged: app.isPackaged,
    ownNodeVersion: process.versions.node,
  });
  if (variant.kind === 'nodeTooOld') {
    dialog.showErrorBox(
      words('start.nodeTooOldTitle'),
      words('start.nodeTooOldDetail', { version: process.versions.node }),
    );
    app.exit(1);
    return;
  }
  denyPermissions(session.defaultSession);
  // Off for every window already; off here, Chromium does not even look for a dictionary.
  session.defaultSession.setSpellCheckerEnabled(false);
  cancelForeignRequests(session.defaultSession, places.devServerUrl, (url) =>
    log.error('security.requestCancelled', { url }),
  );
  serveAppScheme(session.defaultSession, places.rendererFolder, (error) =>
    log.error('protocol.unreadable', { message: String(error) }),
  );
  startApp({ places, log, stateFile, state, variant });
}
