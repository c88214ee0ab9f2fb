import type { SourceDocument } from '../source.ts';
import { openArchive, type Archive } from '#backend/word/read/archive.ts';
import { BlockReader } from './blocks.ts';
import { Numbering } from './numbering.ts';
import { noteMargin, noteOf } from './notes.ts';
import { findParts, otherKind, type WordParts } from '#backend/word/read/parts.ts';
import { refusal } from '#backend/word/read/refuse.ts';
import { newStory, type Story } from './story.ts';
import { Styles } from './styles.ts';
import { childrenOf, deepText, parseXml, type XmlElement } from '#backend/word/read/xml.ts';

/**
 * Lines of a Word file (Office Open XML, transitional and strict): text, headings by style, tables, automatic numbers as
 * computed labels. Tracked changes are taken as accepted; comments, pictures, objects, hidden text and prompts are
 * left out; a warning tells of each, headers and footers included. Nothing outside the file is ever read.
 *
 * Throws IMPORT_UNSUPPORTED (`encrypted`, `doc`, `not-a-zip`, `damaged`, `duplicate-part`, `macro`, `dtd`, `zip-bomb`,
 * `no-document`) or IMPORT_TOO_LARGE (`bytes`, `nesting`, `paragraphs`, `characters`, `lineCharacters`).
 */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  return readPackage(openArchive(bytes, name));
}

/** The same of parts that were already told apart. */
export function readPackage(archive: Archive): SourceDocument {
  const { name } = archive;
  const parts = findParts(archive);
  const parsed = (kind: string): XmlElement | undefined => {
    const part = parts.part(kind);
    return part ? parseXml(part, name) : undefined;
  };
  const story = newStory(name, {
    styles: new Styles(parsed('styles')),
    numbering: new Numbering(parsed('numbering')),
    noteText: (kind, id) => notes(kind).get(id) ?? '',
  });
  const { findings } = story;
  const notesByKind = new Map<string, Map<string, string>>();
  const notes = (kind: 'footnote' | 'endnote'): Map<string, string> => {
    const known = notesByKind.get(kind) ?? readNotes(parts, kind, story);
    notesByKind.set(kind, known);
    return known;
  };
  const comments = childrenOf(parsed('comments'), 'w:comment');
  for (const comment of comments) findings.add('comments.present', 'a comment was left out', deepText(comment));
  for (const part of [...parts.partsOf('header'), ...parts.partsOf('footer')]) noteMargin(parseXml(part, name), story);
  const reader = new BlockReader(story);
  let hasBody = false;
  const root = parseXml(parts.document, name, {
    onElement(element, parent) {
      if (parent.name !== 'w:body') return false;
      hasBody = true;
      reader.read(element);
      return true;
    },
  });
  if (root.name !== 'w:document') throw refusal(name, otherKind(archive));
  const blocks = reader.finish();
  return { name, format: 'docx', encoding: 'utf-8', blocks: hasBody ? blocks : [], warnings: findings.warnings() };
}

/** Plain text of each note by id; separators and the like have a type and are no notes. */
function readNotes(parts: WordParts, kind: 'footnote' | 'endnote', story: Story): Map<string, string> {
  const part = parts.part(`${kind}s`);
  const notes = new Map<string, string>();
  if (!part) return notes;
  for (const note of childrenOf(parseXml(part, story.fileName), `w:${kind}`)) {
    const type = note.attributes['w:type'] ?? 'normal';
    if (type !== 'normal') continue;
    notes.set(note.attributes['w:id'] ?? '', noteOf(note, story));
  }
  return notes;
}
