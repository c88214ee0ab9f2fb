import { app, type Session } from 'electron';
import { isAllowedRequest } from './allowed-request.ts';

/** Offline by construction: whatever a page, a style or Chromium itself asks for, only our own scheme is answered. */
export function cancelForeignRequests(
  session: Session,
  devServerUrl: string | null,
  onCancelled: (url: string) => void,
) {
  session.webRequest.onBeforeRequest((details, callback) => {
    const allowed = isAllowedRequest(details.url, devServerUrl);
    if (!allowed) onCancelled(details.url);
    callback({ cancel: !allowed });
  });
}

/** Must run before `app` is ready. Below the session: no name is ever resolved, nothing is fetched for later. */
export function keepChromiumOffline(devServerUrl: string | null): void {
  const devHost = devServerUrl === null ? undefined : URL.parse(devServerUrl)?.hostname;
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${devHost ? `, EXCLUDE ${devHost}` : ''}`);
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('dns-prefetch-disable');
  app.commandLine.appendSwitch('no-pings');
}

/** Must run before `app` is ready. Takes back what a command line asked Chromium to open for debuggers. */
export function closeDebuggingDoors(): void {
  for (const door of ['remote-debugging-port', 'remote-debugging-address', 'remote-debugging-pipe']) {
    app.commandLine.removeSwitch(door);
  }
}
