import { app } from 'electron';
import { isOwnUrl } from '../protocol/app-origin.ts';

/**
 * A window shows its one page for life. Every way to show another is refused for every web contents that ever comes to
 * be, in any window: links, scripts, redirects, frames, new windows, webviews, downloads.
 */
export function forbidNavigation(devServerUrl: string | null, onRefused: (what: string, url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    // A reload of the own page is a navigation too, and the only one allowed.
    contents.on('will-navigate', (event) => {
      if (isOwnUrl(event.url, devServerUrl) && samePage(event.url, contents.getURL())) return;
      event.preventDefault();
      onRefused('navigate', event.url);
    });
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame) return;
      event.preventDefault();
      onRefused('frame', event.url);
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
      onRefused('redirect', event.url);
    });
    contents.setWindowOpenHandler(({ url }) => {
      onRefused('open', url);
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      onRefused('webview', '');
    });
    contents.session.removeAllListeners('will-download').on('will-download', (event, item) => {
      event.preventDefault();
      onRefused('download', item.getURL());
    });
    // The one peer-to-peer path that no request filter sees.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

function samePage(target: string, current: string): boolean {
  const [a, b] = [URL.parse(target), URL.parse(current)];
  return a !== null && b !== null && a.host === b.host && a.pathname === b.pathname;
}
