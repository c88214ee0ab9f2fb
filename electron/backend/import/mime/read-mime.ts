import { DafuError } from '#shared/contract/errors.ts';
import type { ImportWarning } from '#shared/domain/import-report.ts';
import { decodeText, type Decoded } from '../decode.ts';
import { bodyBytes, partsOf, readEntity, type Entity } from './entity.ts';

export interface MimePage extends Decoded {
  isHtml: boolean;
  warnings: ImportWarning[];
}

const deepest = 10;

/** A web page saved as one file (.mht, .mhtml), which Word and WPS also name .doc, or a stored mail (.eml). */
export function isMime(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replace(/^\s+/, '');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head.slice(0, end);
  return /^[\w-]{1,40}:/.test(lines) && /^MIME-Version:/im.test(lines) && /^Content-Type:/im.test(lines);
}

/**
 * The page of a MIME message, decoded; pictures and style sheets beside it are left out. Throws IMPORT_UNSUPPORTED
 * (`empty`, `damaged`, or what `decodeText` says of the page) or IMPORT_TOO_LARGE.
 */
export function readMime(bytes: Uint8Array, name: string): MimePage {
  const raw = Buffer.from(bytes).toString('latin1').replace(/^\s+/, '');
  const leaves: Entity[] = [];
  const page = pageOf(readEntity(raw, name), { name, depth: 0, leaves });
  if (!page) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'empty' });
  const decoded = decodeText(bodyBytes(page, name), name, page.parameters.get('charset'));
  const attached = leaves.filter((leaf) => /^attachment/i.test(leaf.headers.get('content-disposition') ?? ''));
  const warnings = attached.map(({ parameters }): ImportWarning => {
    return { code: 'objects.dropped', message: 'an attached file was left out', quote: parameters.get('name') ?? '' };
  });
  return { ...decoded, isHtml: page.type !== 'text/plain', warnings };
}

interface Search {
  name: string;
  depth: number;
  /** All parts that are no parts again, in order. */
  leaves: Entity[];
}

const isText = ({ type }: Entity): boolean => ['text/html', 'application/xhtml+xml', 'text/plain'].includes(type);

function pageOf(entity: Entity, search: Search): Entity | null {
  if (!entity.type.startsWith('multipart/')) {
    search.leaves.push(entity);
    return isText(entity) ? entity : null;
  }
  if (search.depth >= deepest) {
    const { name } = search;
    throw new DafuError('IMPORT_TOO_LARGE', { name, limit: 'nesting', actual: deepest + 1, allowed: deepest });
  }
  const parts = partsOf(entity, search.name);
  const pages = parts.flatMap((part) => pageOf(part, { ...search, depth: search.depth + 1 }) ?? []);
  const start = entity.parameters.get('start');
  const named = start === undefined ? undefined : pages.find(({ headers }) => headers.get('content-id') === start);
  return named ?? pages.find(({ type }) => type !== 'text/plain') ?? pages[0] ?? null;
}
