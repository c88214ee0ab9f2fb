import { openArchive, type Archive } from './archive.ts';
import { readBlock } from './blocks.ts';
import type { WordDocument } from './document.ts';
import type { NoteKind, WordBlock, WordBuildingBlock, WordComment, WordMargin, WordNote } from './model.ts';
import { Numbering } from './numbering.ts';
import { findParts, otherKind, type Part, type WordParts } from './parts.ts';
import { readCustomProperties, readNamedTexts } from './properties.ts';
import { refusal } from './refuse.ts';
import { readSettings } from './settings.ts';
import { Caps, commentOf, PartReading } from './part-reading.ts';
import { Styles } from './styles.ts';
import { readThreads } from './threads.ts';
import { child, childrenOf, childValue, parseXml, xmlEncoding, type XmlElement } from './xml.ts';

/**
 * A Word file (Office Open XML, transitional and strict). Nothing outside the file is ever read.
 *
 * Throws IMPORT_UNSUPPORTED (`encrypted`, `doc`, `not-a-zip`, `damaged`, `duplicate-part`, `macro`, `dtd`, `zip-bomb`,
 * `no-document`) or IMPORT_TOO_LARGE (`bytes`, `nesting`, `paragraphs`, `characters`).
 */
export function readWord(bytes: Uint8Array, name: string): WordDocument {
  return readPackage(openArchive(bytes, name));
}

/** The same of parts that were already told apart. */
export function readPackage(archive: Archive): WordDocument {
  const parts = findParts(archive);
  const file = new PackageFile(archive, parts);
  const { document } = parts;
  const styles = once(() => new Styles(file.root('styles')));
  const numbering = once(() => new Numbering(file.root('numbering')));
  const margins = once(() => file.margins());
  const footnotes = once(() => file.notes('footnote'));
  const endnotes = once(() => file.notes('endnote'));
  const comments = once(() => file.comments());
  const buildingBlocks = once(() => file.buildingBlocks());
  const settings = once(() => readSettings(file.root('settings')));
  const properties = once(() => file.properties());
  const body = once(() => file.body());
  const threads = once(() => {
    const notes = [...footnotes(), ...endnotes()];
    const details = {
      extended: file.root('commentsExtended'),
      ids: file.root('commentsIds'),
      extensible: file.root('commentsExtensible'),
    };
    return readThreads(comments(), details, [body(), ...[...margins(), ...notes].map(({ blocks }) => blocks)]);
  });
  return {
    name: archive.name,
    encoding: xmlEncoding(document.bytes, archive.name),
    body,
    eachBlock: (visit) => {
      file.eachBlock(visit);
    },
    styles,
    numbering,
    margins,
    notes: (kind) => (kind === 'footnote' ? footnotes() : endnotes()),
    comments,
    threads,
    buildingBlocks,
    settings,
    properties,
    target: (part, relationship) => parts.relationships(part).get(relationship),
    bytesOf: (path) => archive.read(path),
  };
}

/** A value made when first asked for. What fails is tried anew. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

class PackageFile {
  readonly #archive: Archive;
  readonly #parts: WordParts;
  /** Of everything beside the body. */
  readonly #caps: Caps;

  constructor(archive: Archive, parts: WordParts) {
    this.#archive = archive;
    this.#parts = parts;
    this.#caps = new Caps(archive.name);
  }

  /** The root of the first part of a kind that the main document points to. */
  root(kind: string): XmlElement | undefined {
    const part = this.#of(kind)[0];
    return part && this.#parse(part);
  }

  body(): WordBlock[] {
    const blocks: WordBlock[] = [];
    this.eachBlock((block) => blocks.push(block));
    return blocks;
  }

  eachBlock(visit: (block: WordBlock) => void): void {
    const { path, bytes } = this.#parts.document;
    // The body may be read twice, and is counted by itself each time.
    const reading = new PartReading(path, new Caps(this.#archive.name));
    const root = parseXml(bytes, this.#archive.name, {
      onElement(element, parent) {
        if (parent.name !== 'w:body') return false;
        visit(readBlock(element, reading));
        return true;
      },
    });
    if (root.name !== 'w:document') throw refusal(this.#archive.name, otherKind(this.#archive));
  }

  margins(): WordMargin[] {
    return (['header', 'footer'] as const).flatMap((kind) =>
      this.#of(kind).map((part) => ({ kind, part: part.path, blocks: this.#blocks(part) })),
    );
  }

  notes(kind: NoteKind): WordNote[] {
    return this.#of(`${kind}s`).flatMap((part) => {
      const reading = new PartReading(part.path, this.#caps);
      return childrenOf(this.#parse(part), `w:${kind}`).map((note) => ({
        kind,
        id: note.attributes['w:id'] ?? '',
        type: note.attributes['w:type'] ?? 'normal',
        blocks: reading.readBlocks(note),
      }));
    });
  }

  comments(): WordComment[] {
    return this.#of('comments').flatMap((part) => {
      const reading = new PartReading(part.path, this.#caps);
      return childrenOf(this.#parse(part), 'w:comment').map((comment) =>
        commentOf(comment, reading.readBlocks(comment)),
      );
    });
  }

  buildingBlocks(): WordBuildingBlock[] {
    return this.#of('glossaryDocument').flatMap((part) => {
      const reading = new PartReading(part.path, this.#caps);
      return childrenOf(child(this.#parse(part), 'w:docParts'), 'w:docPart').map((block) => {
        const body = child(block, 'w:docPartBody');
        const name = childValue(child(block, 'w:docPartPr'), 'w:name') ?? '';
        return { name, blocks: body ? reading.readBlocks(body) : [] };
      });
    });
  }

  properties(): ReturnType<WordDocument['properties']> {
    const root = (kind: string): XmlElement | undefined => {
      const part = this.#parts.of('', kind)[0];
      return part && parseXml(part.bytes, this.#archive.name, { keepsAllText: true });
    };
    return {
      core: readNamedTexts(root('core-properties')),
      extended: readNamedTexts(root('extended-properties')),
      custom: readCustomProperties(root('custom-properties')),
    };
  }

  #of(kind: string): Part[] {
    return this.#parts.of(this.#parts.document.path, kind);
  }

  #parse(part: Part): XmlElement {
    return parseXml(part.bytes, this.#archive.name);
  }

  #blocks(part: Part): WordBlock[] {
    return new PartReading(part.path, this.#caps).readBlocks(this.#parse(part));
  }
}
