/**
 * Content security policy of every page. Nothing is allowed but the app's own files. Styles: the UI library writes
 * `<style>` elements at run time, which carry the nonce of the page; `style="…"` in markup stays forbidden (styles set
 * from script, as React does, are not markup). No `connect-src`: data goes through a MessagePort, not the network.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
