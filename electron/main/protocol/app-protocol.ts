import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { protocol, type ProtocolRequest, type ProtocolResponse, type Session } from 'electron';
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

/** `net::ERR_FAILED`. */
const failed = -2;

/**
 * Serves the built window from `rendererFolder` (absolute), read-only, with the security headers on every answer.
 * `onError` hears of files that are there and cannot be read.
 */
export function serveAppScheme(session: Session, rendererFolder: string, onError: (error: unknown) => void): void {
  // `protocol.handle`, its successor, builds every request and answer as those of `fetch`: loading what that takes is
  // a tenth of the time to the first letter on the screen (docs/decisions/0008).
  const respond = async (request: ProtocolRequest, callback: (response: ProtocolResponse) => void) => {
    try {
      callback(await answer(request, rendererFolder));
    } catch (error) {
      onError(error);
      callback({ error: failed });
    }
  };
  session.protocol.registerBufferProtocol(appScheme, (request, callback) => void respond(request, callback));
}

async function answer(
  request: Pick<ProtocolRequest, 'method' | 'url'>,
  rendererFolder: string,
): Promise<ProtocolResponse> {
  const resolved = await resolveFile(request, rendererFolder);
  const nonce = randomBytes(18).toString('base64');
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  };
  if (resolved.status !== 200 || !(await stat(resolved.file)).isFile()) {
    return { statusCode: resolved.status === 200 ? 404 : resolved.status, headers, data: Buffer.alloc(0) };
  }
  const bytes = await readFile(resolved.file);
  const [mimeType = '', charset = ''] = resolved.contentType.split('; charset=');
  const isPage = mimeType === 'text/html';
  const data = isPage ? Buffer.from(bytes.toString('utf8').replaceAll(cspNoncePlaceholder, nonce)) : bytes;
  return { statusCode: 200, headers, mimeType, ...(charset !== '' && { charset }), data };
}
