import { zipReason } from '#backend/files/file-kind.ts';
import type { Archive } from './archive.ts';
import { refusal } from './refuse.ts';
import { parseXml } from './xml.ts';

export interface Relationship {
  /** Last word of its type, such as `styles`: strict and transitional files differ only before it. */
  kind: string;
  /** Path inside the archive, or the address of something outside. */
  target: string;
  isExternal: boolean;
}

export interface Part {
  path: string;
  bytes: Uint8Array;
}

/** The main document and what it points to. Parts are found by relationship, not by name. */
export interface WordParts {
  document: Part;
  /** What `owner` (a path; '' for the package) points to, by kind. Each part once. */
  of(owner: string, kind: string): Part[];
  /** Relationships of a part by id; of the package for ''. */
  relationships(owner: string): ReadonlyMap<string, Relationship>;
}

/** Throws IMPORT_UNSUPPORTED: `macro`, `no-document`, `damaged`, `dtd`. */
export function findParts(archive: Archive): WordParts {
  const { name } = archive;
  const types = archive.read('[Content_Types].xml');
  if (!types) throw refusal(name, otherKind(archive));
  for (const entry of parseXml(types, name).children) {
    if (/macroEnabled/i.test(entry.attributes['ContentType'] ?? '')) throw refusal(name, 'macro');
  }
  const known = new Map<string, Map<string, Relationship>>();
  const relationships = (owner: string): Map<string, Relationship> => {
    const found = known.get(owner) ?? relationshipsOf(archive, owner);
    known.set(owner, found);
    return found;
  };
  const main = [...relationships('').values()].find(({ kind }) => kind === 'officeDocument');
  const document = main && !main.isExternal ? archive.read(main.target) : null;
  if (!main || !document) throw refusal(name, otherKind(archive));
  return {
    document: { path: main.target, bytes: document },
    relationships,
    of(owner, kind) {
      const targets = [...relationships(owner).values()].flatMap((one) =>
        one.kind === kind && !one.isExternal ? [one.target] : [],
      );
      return [...new Set(targets)].flatMap((path) => {
        const bytes = archive.read(path);
        return bytes ? [{ path, bytes }] : [];
      });
    },
  };
}

/** What a zip is that holds no Word document. */
export function otherKind(archive: Archive): string {
  const mimetype = archive.has('mimetype') ? archive.read('mimetype') : null;
  return zipReason((path) => archive.has(path), Buffer.from(mimetype ?? []).toString('latin1'));
}

function relationshipsOf(archive: Archive, owner: string): Map<string, Relationship> {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
  const bytes = archive.read(`${folder}_rels/${owner.slice(folder.length)}.rels`);
  const found = new Map<string, Relationship>();
  if (!bytes) return found;
  for (const { attributes } of parseXml(bytes, archive.name).children) {
    const isExternal = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    found.set(attributes['Id'] ?? '', {
      kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolve(folder, target),
      isExternal,
    });
  }
  return found;
}

/** `..` cannot leave the archive: it is only a key into its directory. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of decodePercent(target).replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decodePercent(target: string): string {
  // A stray % is no escape; the target is then meant as it stands.
  return /%(?![0-9a-f]{2})/i.test(target) ? target : Buffer.from(unescapeBytes(target)).toString('utf8');
}

function unescapeBytes(target: string): number[] {
  const bytes: number[] = [];
  for (const piece of target.split(/(%[0-9a-f]{2})/i)) {
    if (/^%[0-9a-f]{2}$/i.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 16));
    else bytes.push(...Buffer.from(piece, 'utf8'));
  }
  return bytes;
}
