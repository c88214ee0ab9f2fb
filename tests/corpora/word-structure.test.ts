import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import type { WordDocument } from '#backend/word/read/document.ts';
import { readWord } from '#backend/word/read/read-word.ts';
import { walk, type WordNode } from '#backend/word/read/walk.ts';
import { deepText } from '#backend/word/read/xml.ts';

/**
 * Between the zip and the structure nothing gets lost. The other side of the comparison is a second, far simpler reader
 * that knows no paragraphs: the parser with its own namespaces, and the text of every text element in a row.
 */
const corpus = join(import.meta.dirname, '../../../shared/corpus/docx');
const isPresent = existsSync(corpus);
if (!isPresent) console.warn(`Word corpus tests skipped: ${corpus} not found`);

const textElements = new Set(['t', 'delText', 'instrText', 'delInstrText']);
const mainNamespace = /wordprocessingml\/(?:2006\/)?main$|\/2006\/wordml$/;
const isTextElement = ({ uri, local }: SaxesTagNS): boolean =>
  (mainNamespace.test(uri) && textElements.has(local)) || (/\/math$/.test(uri) && local === 't');

/** The text of every text element of a part in a row. */
function textOfPart(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const parser = new SaxesParser({ xmlns: true });
  const open: boolean[] = [];
  let text = '';
  parser.on('opentag', (tag) => {
    open.push(isTextElement(tag));
  });
  parser.on('text', (piece) => {
    if (open.at(-1)) text += piece;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes)).close();
  return text;
}

/** The same of what was read. */
function textOf(nodes: readonly WordNode[]): string {
  let text = '';
  walk(nodes, (node) => {
    if (node.kind === 'text' || node.kind === 'instruction') text += node.text;
    if (node.kind === 'formula' || node.kind === 'other') text += deepText(node.xml);
  });
  return text;
}

const partsOf = (word: WordDocument): (readonly WordNode[])[] => [
  word.body(),
  ...word.margins().map(({ blocks }) => blocks),
  ...(['footnote', 'endnote'] as const).map((kind) => word.notes(kind).flatMap(({ blocks }) => blocks)),
  word.comments().flatMap(({ blocks }) => blocks),
  word.buildingBlocks().flatMap(({ blocks }) => blocks),
];
const storiesOf = (word: WordDocument): string[] => partsOf(word).map(textOf);

/** What the structure calls an element of the main namespace. */
const kinds: Record<string, string> = {
  p: 'paragraph',
  tbl: 'table',
  tr: 'row',
  tc: 'cell',
  r: 'run',
  sdt: 'control',
  fldChar: 'field',
  fldSimple: 'simple-field',
  hyperlink: 'hyperlink',
  footnoteReference: 'note-reference',
  endnoteReference: 'note-reference',
  commentReference: 'comment-reference',
  sym: 'symbol',
  ruby: 'ruby',
  br: 'break',
  cr: 'break',
  ...Object.fromEntries(
    [
      'bookmark',
      'commentRange',
      'perm',
      'moveFromRange',
      'moveToRange',
      'customXmlInsRange',
      'customXmlDelRange',
    ].flatMap((range) => [
      [`${range}Start`, 'range'],
      [`${range}End`, 'range'],
    ]),
  ),
};

const isElement = (value: unknown): value is { children: unknown[] } =>
  typeof value === 'object' && value !== null && 'children' in value;

/** How many there are of what, and who tracked what. */
class Census {
  readonly elements = new Map<string, number>();
  /** Author, date and id of each. */
  readonly revisions: string[] = [];

  add(what: string): void {
    this.elements.set(what, (this.elements.get(what) ?? 0) + 1);
  }

  /** Everything in any value of the structure: nodes by their kind, elements kept as stored by their name. */
  count(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.count(item);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
    const { kind, name, attributes, author, date, id } = value as Partial<Record<string, string>>;
    if (typeof kind === 'string') this.add(kind);
    else if (typeof author === 'string') this.revisions.push(`${author} ${date} ${id}`);
    else if (typeof attributes === 'object') this.#countElement(name ?? '', attributes);
    const isChange = 'before' in value && 'revision' in value;
    for (const inner of Object.values(value)) {
      // The change itself stands for what was before in a table or section; it is counted as the revision it is.
      this.count(isChange && isElement(inner) ? inner.children : inner);
    }
  }

  #countElement(name: string, attributes: Record<string, string>): void {
    const kind = name.startsWith('w:') ? kinds[name.slice(2)] : undefined;
    if (kind !== undefined) this.add(kind);
    const { 'w:author': author, 'w:date': date, 'w:id': id } = attributes;
    if (author !== undefined) this.revisions.push(`${author} ${date} ${id}`);
  }
}

/** The same of a part that holds text, by the parser alone. */
function countPart(bytes: Uint8Array, census: Census): void {
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const parser = new SaxesParser({ xmlns: true });
  let isText: boolean | undefined;
  parser.on('opentag', ({ local, uri, attributes }) => {
    isText ??= /^(?:document|hdr|ftr|footnotes|endnotes|comments|glossaryDocument)$/.test(local);
    if (!isText || !mainNamespace.test(uri)) return;
    const kind = Object.hasOwn(kinds, local) ? kinds[local] : undefined;
    if (kind !== undefined) census.add(kind);
    const value = (name: string): string | undefined =>
      Object.values(attributes).find((attribute) => attribute.local === name && mainNamespace.test(attribute.uri))
        ?.value;
    const author = value('author');
    if (author !== undefined && local !== 'comment') census.revisions.push(`${author} ${value('date')} ${value('id')}`);
  });
  parser.write(new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes)).close();
}

/** Null for a file that is refused by a typed error. */
function read(path: string): WordDocument | null {
  try {
    const word = readWord(readFileSync(path), basename(path));
    word.body();
    return word;
  } catch (error) {
    if (error instanceof DafuError) return null;
    throw new Error(`uncaught in ${path}`, { cause: error });
  }
}

describe.skipIf(!isPresent)('the structure of a Word file', () => {
  const files = isPresent
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:docx|docm|dotx)$/.test(file))
    : [];

  it('has every character of every part, in order', { timeout: 120_000 }, () => {
    let readable = 0;
    let characters = 0;
    const lost: string[] = [];
    for (const file of files) {
      const word = read(join(corpus, file));
      if (!word) continue;
      readable += 1;
      const stories = storiesOf(word);
      for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(corpus, file))))) {
        if (!/\.xml$/i.test(path)) continue;
        const text = textOfPart(bytes);
        if (text === '') continue;
        characters += text.length;
        const found = stories.indexOf(text);
        if (found < 0) lost.push(`${file}: ${path}`);
        else stories.splice(found, 1);
      }
    }
    expect(lost).toEqual([]);
    expect(readable).toBe(566);
    expect(characters).toBeGreaterThan(2_000_000);
  });

  it(
    'has every tracked change with author and date, every range, table, note, field and drawing',
    { timeout: 120_000 },
    () => {
      const different: string[] = [];
      let revisions = 0;
      for (const file of files) {
        const word = read(join(corpus, file));
        if (!word) continue;
        const actual = new Census();
        for (const nodes of partsOf(word)) actual.count(nodes);
        const expected = new Census();
        for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(corpus, file))))) {
          // Headers and note separators of the building blocks hold no text.
          if (/\.xml$/i.test(path) && !/glossary\/(?!document)/.test(path)) countPart(bytes, expected);
        }
        revisions += expected.revisions.length;
        for (const [what, count] of expected.elements) {
          const found = actual.elements.get(what) ?? 0;
          if (found !== count) different.push(`${file}: ${found} of ${count} ${what}`);
        }
        if (actual.revisions.toSorted().join('\n') !== expected.revisions.toSorted().join('\n')) {
          different.push(`${file}: ${actual.revisions.length} of ${expected.revisions.length} revisions`);
        }
      }
      expect(different).toEqual([]);
      expect(revisions).toBeGreaterThan(1000);
    },
  );
});
