import { realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { appHost, appScheme } from './app-origin.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff2': 'font/woff2',
};

export type Resolved = { status: 200; file: string; contentType: string } | { status: 400 | 404 | 405 };

/**
 * The file behind a request, or why there is none. Served are only regular names below `root` (absolute), of the types
 * listed; containment is judged on the resolved real paths, so that a link inside the folder leads nowhere outside it.
 */
export async function resolveFile(request: { method: string; url: string }, root: string): Promise<Resolved> {
  if (request.method !== 'GET') return { status: 405 };
  const url = URL.parse(request.url);
  if (url === null || url.protocol !== `${appScheme}:` || url.host !== appHost || url.username !== '') {
    return { status: 404 };
  }
  const segments = decodeSegments(url.pathname);
  if (segments === null) return { status: 400 };
  const path = segments.length === 0 ? 'index.html' : join(...segments);
  const contentType = contentTypes[extname(path).toLowerCase()];
  if (contentType === undefined) return { status: 404 };
  const file = await realPathWithin(join(root, path), root);
  return file === null ? { status: 404 } : { status: 200, file, contentType };
}

/** Path segments decoded once, or null when one of them could mean anything but a plain name. */
function decodeSegments(pathname: string): string[] | null {
  const encoded = pathname.split('/').filter((segment) => segment !== '');
  const segments: string[] = [];
  for (const part of encoded) {
    if (/%(?![0-9a-f]{2})/i.test(part) || !isUtf8(part)) return null;
    const segment = decodeURIComponent(part);
    if (segment === '.' || segment === '..' || /[/\\:\u0000-\u001f]/.test(segment)) return null;
    segments.push(segment);
  }
  return segments;
}

function isUtf8(percentEncoded: string): boolean {
  const bytes = Buffer.from(
    percentEncoded.replace(/%([0-9a-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  return bytes.toString('utf8').includes('\ufffd') === false;
}

async function realPathWithin(path: string, root: string): Promise<string | null> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(path)]);
    const inside = relative(realRoot, realFile);
    const escapes = inside === '' || isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`);
    return escapes ? null : realFile;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return null;
    throw error;
  }
}
