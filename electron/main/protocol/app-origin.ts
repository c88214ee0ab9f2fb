/** The one origin of the app's own pages. `dafu` is a fixed, made-up host; nothing is looked up on a network. */
export const appScheme = 'app';
export const appHost = 'dafu';
export const appOrigin = `${appScheme}://${appHost}`;

/**
 * Whether a URL is a page of ours. Parsed, never compared as text: `app://dafu.evil`, `app://dafu@evil` and
 * `https://evil/?app://dafu` all start or contain the right words.
 */
export function isOwnUrl(url: string, devServerUrl: string | null): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false;
  if (parsed.protocol === `${appScheme}:`) return parsed.host === appHost;
  // Node gives every non-web scheme the origin "null", so origins are compared for web schemes only.
  return devServerUrl !== null && parsed.protocol === 'http:' && parsed.origin === URL.parse(devServerUrl)?.origin;
}
