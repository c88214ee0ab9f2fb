import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { cspNoncePlaceholder } from '#shared/contract/shell.ts';
import { appScheme } from './app-origin.ts';
import { contentSecurityPolicy } from './csp.ts';
import { resolveFile } from './resolve-file.ts';

/** Must run before `app` is ready. No `supportFetchAPI`, no `bypassCSP`: pages load parts, they do not fetch. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: false, stream: true, codeCache: true },
    },
  ]);
}

/** Serves the built window from `rendererFolder` (absolute), read-only, with the security headers on every answer. */
export function serveAppScheme(session: Session, rendererFolder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const resolved = await resolveFile(request, rendererFolder);
    const nonce = randomBytes(18).toString('base64');
    const headers = new Headers({
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
    });
    if (resolved.status !== 200 || !(await stat(resolved.file)).isFile()) {
      return new Response(null, { status: resolved.status === 200 ? 404 : resolved.status, headers });
    }
    headers.set('Content-Type', resolved.contentType);
    const bytes = await readFile(resolved.file);
    const isPage = resolved.contentType.startsWith('text/html');
    const body = isPage ? bytes.toString('utf8').replaceAll(cspNoncePlaceholder, nonce) : new Uint8Array(bytes);
    return new Response(body, { headers });
  });
}
