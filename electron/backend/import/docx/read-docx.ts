import type { SourceBlock, SourceDocument } from '../source.ts';
import { openArchive } from './archive.ts';
import { BlockReader, readBlocks } from './blocks.ts';
import { Fields } from './fields.ts';
import { Numbering } from './numbering.ts';
import { findParts, otherKind, type WordParts } from './parts.ts';
import { refusal } from './refuse.ts';
import { Findings, type Story } from './story.ts';
import { Styles } from './styles.ts';
import { childrenOf, deepText, parseXml, type XmlElement } from './xml.ts';

/**
 * Lines of a Word file (Office Open XML, transitional and strict): text, headings by style, tables, automatic numbers as
 * computed labels. Tracked changes are taken as accepted; comments, pictures, objects, hidden text and prompts are
 * left out; a warning tells of each, headers and footers included. Nothing outside the file is ever read.
 *
 * Throws IMPORT_UNSUPPORTED (`encrypted`, `doc`, `not-a-zip`, `damaged`, `duplicate-part`, `macro`, `dtd`, `zip-bomb`,
 * `no-document`) or IMPORT_TOO_LARGE (`bytes`, `nesting`, `paragraphs`, `characters`, `lineCharacters`).
 */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  const archive = openArchive(bytes, name);
  const parts = findParts(archive);
  const parsed = (kind: string): XmlElement | undefined => {
    const part = parts.part(kind);
    return part ? parseXml(part, name) : undefined;
  };
  const findings = new Findings(name);
  const story: Story = {
    fileName: name,
    styles: new Styles(parsed('styles')),
    numbering: new Numbering(parsed('numbering')),
    findings,
    fields: new Fields(findings),
    openPrompts: 0,
    noteText: (kind, id) => notes(kind).get(id) ?? '',
  };
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
    onElement: {
      depth: 2,
      take(element, parent) {
        if (parent.name !== 'w:body') return;
        hasBody = true;
        reader.read(element);
      },
    },
  });
  if (root.name !== 'w:document') throw refusal(name, otherKind(archive));
  const blocks = reader.finish();
  return { name, format: 'docx', encoding: 'utf-8', blocks: hasBody ? blocks : [], warnings: findings.warnings() };
}

/** Nothing but the number of a page, as — 1 — or 第 1 页 共 3 页. */
const pageNumber = /^[\s\d\-—–―－_·•.~/|第页共总]*$/;

/** Headers and footers are printed on each page; what they say is told, for somebody may miss it. */
function noteMargin(margin: XmlElement, story: Story): void {
  const blocks = readBlocks(margin, innerStory(story));
  const lines = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.lines) : block.kind === 'line' ? [block] : [],
  );
  for (const { text } of lines) {
    if (!pageNumber.test(text)) story.findings.add('margins.dropped', 'a header or footer was left out', text);
  }
}

/** A story beside the main one. A note that refers to a note is not followed: it could refer to itself. */
function innerStory(story: Story): Story {
  return { ...story, fields: new Fields(story.findings), openPrompts: 0, noteText: () => '' };
}

/** Plain text of each note by id; separators and the like have a type and are no notes. */
function readNotes(parts: WordParts, kind: 'footnote' | 'endnote', story: Story): Map<string, string> {
  const part = parts.part(`${kind}s`);
  const notes = new Map<string, string>();
  if (!part) return notes;
  const inner = innerStory(story);
  for (const note of childrenOf(parseXml(part, story.fileName), `w:${kind}`)) {
    const type = note.attributes['w:type'] ?? 'normal';
    if (type !== 'normal') continue;
    notes.set(note.attributes['w:id'] ?? '', noteText(readBlocks(note, inner)));
  }
  return notes;
}

function noteText(blocks: SourceBlock[]): string {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.text.trim()] : []));
  return lines.filter((line) => line !== '').join(' ');
}
