import { DafuError } from '#shared/contract/errors.ts';
import { checkLimit } from '#backend/files/input-limits.ts';

/** One part of a MIME message (RFC 2045): a page, a picture, or parts again. Bodies are bytes as Latin-1 characters. */
export interface Entity {
  /** In lower case, such as `text/html`. */
  type: string;
  parameters: ReadonlyMap<string, string>;
  headers: ReadonlyMap<string, string>;
  body: string;
}

const longestHead = 64 * 1024;

/** Splits head and body. Throws IMPORT_UNSUPPORTED (`damaged`) when there is no head. */
export function readEntity(raw: string, name: string): Entity {
  const blank = /\r?\n\r?\n/.exec(raw.slice(0, longestHead));
  const startsWithBlank = /^\r?\n/.exec(raw);
  if (!blank && !startsWithBlank) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'damaged' });
  // A part may have no head at all; it is plain text then.
  const head = startsWithBlank ? '' : raw.slice(0, blank?.index);
  const body = raw.slice(startsWithBlank ? startsWithBlank[0].length : (blank?.index ?? 0) + (blank?.[0].length ?? 0));
  const headers = readHeaders(head);
  const [type = 'text/plain', ...parameters] = splitParameters(headers.get('content-type') ?? 'text/plain');
  return { type: type.trim().toLowerCase(), parameters: new Map(parameters.map(readParameter)), headers, body };
}

function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  // A line that starts with a blank continues the one before.
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (key !== '' && !headers.has(key)) headers.set(key, line.slice(colon + 1).trim());
  }
  return headers;
}

function splitParameters(value: string): string[] {
  return value.match(/(?:"[^"]*"|[^;"])+/g) ?? [];
}

function readParameter(text: string): [string, string] {
  const equals = text.indexOf('=');
  const value = text.slice(equals + 1).trim();
  return [text.slice(0, Math.max(equals, 0)).trim().toLowerCase(), value.replace(/^"([^"]*)"$/, '$1')];
}

/** The parts of a `multipart/…`; [] when it names no boundary. Throws IMPORT_TOO_LARGE (`parts`). */
export function partsOf(entity: Entity, name: string): Entity[] {
  const boundary = entity.parameters.get('boundary') ?? '';
  if (boundary === '') return [];
  const parts: Entity[] = [];
  let start = -1;
  for (let at = nextBoundary(entity.body, boundary, 0); at !== null; at = nextBoundary(entity.body, boundary, at.end)) {
    if (start >= 0) parts.push(readEntity(entity.body.slice(start, at.start), name));
    checkLimit(name, 'parts', parts.length);
    start = at.end;
    if (at.isLast) return parts;
  }
  // Cut off on the way: what arrived is read.
  if (start >= 0 && start < entity.body.length) parts.push(readEntity(entity.body.slice(start), name));
  return parts;
}

/** A boundary stands alone on its line; the line end before it belongs to it (RFC 2046, §5.1.1). */
function nextBoundary(
  body: string,
  boundary: string,
  from: number,
): { start: number; end: number; isLast: boolean } | null {
  const mark = `--${boundary}`;
  for (let at = body.indexOf(mark, from); at >= 0; at = body.indexOf(mark, at + 1)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const line = /^(--)?[ \t]*(?:\r?\n|$)/.exec(body.slice(at + mark.length, at + mark.length + 200));
    if (!line) continue;
    const start = body[at - 1] === '\n' ? (body[at - 2] === '\r' ? at - 2 : at - 1) : at;
    return { start, end: at + mark.length + line[0].length, isLast: line[1] !== undefined };
  }
  return null;
}

/** Bytes of a body, its transfer encoding undone. Throws IMPORT_UNSUPPORTED (`damaged`) for an unknown one. */
export function bodyBytes({ headers, body }: Entity, name: string): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').trim().toLowerCase();
  switch (encoding) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return quotedPrintable(body);
    case '7bit':
    case '8bit':
    case 'binary':
      return Buffer.from(body, 'latin1');
    default:
      throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'damaged' });
  }
}

function quotedPrintable(body: string): Uint8Array {
  // Blanks at the end of a line were added on the way; = at its end joins it to the next.
  const joined = body.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
