import { appScheme } from '../protocol/app-origin.ts';

/** Schemes that stay inside the window. `devtools:` and the development server only where there is one. */
const innerSchemes: readonly string[] = [`${appScheme}:`, 'data:', 'blob:'];

export function isAllowedRequest(url: string, devServerUrl: string | null): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  if (innerSchemes.includes(parsed.protocol)) return true;
  const devServer = devServerUrl === null ? null : URL.parse(devServerUrl);
  if (devServer === null) return false;
  return (
    parsed.protocol === 'devtools:' || (['http:', 'ws:'].includes(parsed.protocol) && parsed.host === devServer.host)
  );
}
