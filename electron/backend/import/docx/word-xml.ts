import type { SourceDocument } from '../source.ts';
import type { Archive } from '#backend/word/read/archive.ts';
import { BlockReader } from './blocks.ts';
import { Numbering } from './numbering.ts';
import { noteMargin, noteOf } from './notes.ts';
import { readPackage } from './read-docx.ts';
import { refusal } from '#backend/word/read/refuse.ts';
import { newStory } from './story.ts';
import { Styles } from './styles.ts';
import { parseXml, xmlEncoding, type XmlElement } from '#backend/word/read/xml.ts';

/** Word files of one XML text: of Word 2003 (WordprocessingML), and a package of parts laid flat. */
export type WordXml = 'word-2003' | 'flat-package';

export function wordXmlKind(bytes: Uint8Array): WordXml | null {
  // Without the zero bytes UTF-16 reads like any other.
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replaceAll('\0', '');
  if (/<(?:\w+:)?wordDocument\b[^>]*schemas\.microsoft\.com\/office\/word\/2003\/wordml/.test(head)) return 'word-2003';
  if (/<(?:\w+:)?package\b[^>]*schemas\.microsoft\.com\/office\/2006\/xmlPackage/.test(head)) return 'flat-package';
  return null;
}

/** Throws as `readDocx` does. */
export function readWordXml(bytes: Uint8Array, name: string, kind: WordXml): SourceDocument {
  return kind === 'flat-package' ? readPackage(flatArchive(bytes, name)) : readWord2003(bytes, name);
}

/** Elements that only hold the blocks of a text together. */
const holders = new Set(['w:body', 'wx:sect', 'wx:sub-section', 'wx:pBdrGroup', 'w:cfChunk']);

function readWord2003(bytes: Uint8Array, name: string): SourceDocument {
  const notes = new Map<string, string>();
  const story = newStory(name, {
    styles: new Styles(),
    numbering: new Numbering(),
    noteText: (_kind, id) => notes.get(id) ?? '',
  });
  const reader = new BlockReader(story);
  const root = parseXml(bytes, name, {
    onElement(element, parent) {
      // The root says for all of the text that its blanks count.
      if (element.name === 'w:t') element.attributes['xml:space'] = 'preserve';
      if (element.name === 'w:styles') story.styles = new Styles(element);
      if ((element.name === 'w:hdr' || element.name === 'w:ftr') && parent.name === 'w:sectPr') {
        noteMargin(element, story);
        return true;
      }
      // A note stands where later files have its mark.
      if (element.name === 'w:footnote' || element.name === 'w:endnote')
        becomeReference(element, notes, noteOf(element, story));
      if (!holders.has(parent.name) || holders.has(element.name)) return false;
      reader.read(element);
      return true;
    },
  });
  if (root.name !== 'w:wordDocument') throw refusal(name, 'xml');
  if (root.attributes['w:macrosPresent'] === 'yes') throw refusal(name, 'macro');
  const blocks = reader.finish();
  return { name, format: 'docx', encoding: xmlEncoding(bytes, name), blocks, warnings: story.findings.warnings() };
}

function becomeReference(note: XmlElement, notes: Map<string, string>, text: string): void {
  const id = String(notes.size);
  notes.set(id, text);
  note.name += 'Reference';
  note.attributes = { 'w:id': id };
  note.children = [];
}

/** The parts of a flat package as if they were zipped. Each declares its own namespaces. */
function flatArchive(bytes: Uint8Array, name: string): Archive {
  const text = new TextDecoder(xmlEncoding(bytes, name)).decode(bytes);
  const parts = new Map<string, string>();
  const types: string[] = [];
  for (let start = text.indexOf('<pkg:part '); start >= 0; start = text.indexOf('<pkg:part ', start + 1)) {
    const head = text.slice(start, text.indexOf('>', start));
    const path = /\bpkg:name="\/?([^"]{1,1000})"/.exec(head)?.[1]?.toLowerCase();
    const type = /\bpkg:contentType="([^"]{1,1000})"/.exec(head)?.[1] ?? '';
    const end = text.indexOf('</pkg:part>', start);
    const data = text.indexOf('<pkg:xmlData', start);
    if (path === undefined || end < 0) throw refusal(name, 'damaged');
    if (parts.has(path)) throw refusal(name, 'duplicate-part');
    if (/vbaproject\.bin$/.test(path)) throw refusal(name, 'macro');
    types.push(`<Override ContentType="${type}"/>`);
    if (data < 0 || data > end) continue;
    const body = text.slice(text.indexOf('>', data) + 1, text.lastIndexOf('</pkg:xmlData>', end));
    parts.set(path, body);
  }
  parts.set('[content_types].xml', `<Types>${types.join('')}</Types>`);
  return {
    name,
    has: (path) => parts.has(path.toLowerCase()),
    read(path) {
      const part = parts.get(path.toLowerCase());
      return part === undefined ? null : Buffer.from(part);
    },
  };
}
