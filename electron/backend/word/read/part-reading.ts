import { checkLimit } from '#backend/files/input-limits.ts';
import { readBlocks } from './blocks.ts';
import type { Reading } from './inline.ts';
import type { NoteKind, WordBlock, WordComment, WordNote } from './model.ts';
import { child, type XmlElement } from './xml.ts';

/** Counts paragraphs and characters against the caps. */
export class Caps {
  readonly #fileName: string;
  #paragraphs = 0;
  #characters = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  countParagraph(): void {
    this.#paragraphs += 1;
    checkLimit(this.#fileName, 'paragraphs', this.#paragraphs);
  }

  countText(length: number): void {
    this.#characters += length;
    checkLimit(this.#fileName, 'characters', this.#characters);
  }
}

/** The reading of one part: its paragraphs are counted from 0, and what stands in the text itself is gathered. */
export class PartReading implements Reading {
  readonly part: string;
  readonly keepsSpace: boolean;
  /** Notes and comments that stand in the text itself (Word 2003). */
  readonly notes: WordNote[] = [];
  readonly comments: WordComment[] = [];
  readonly #caps: Caps;
  #paragraphs = 0;

  constructor(part: string, caps: Caps, keepsSpace = false) {
    this.part = part;
    this.keepsSpace = keepsSpace;
    this.#caps = caps;
  }

  nextParagraph(): number {
    this.#caps.countParagraph();
    this.#paragraphs += 1;
    return this.#paragraphs - 1;
  }

  countText(length: number): void {
    this.#caps.countText(length);
  }

  addNote(kind: NoteKind, note: XmlElement): string {
    const id = String(this.notes.length);
    const added: WordNote = { kind, id, type: note.attributes['w:type'] ?? 'normal', blocks: [] };
    // Added before it is read, so that a note within a note gets an id of its own.
    this.notes.push(added);
    added.blocks = this.readBlocks(note);
    return id;
  }

  addComment(annotation: XmlElement): string {
    const content = child(annotation, 'aml:content');
    const comment = commentOf(annotation, content ? this.readBlocks(content) : []);
    this.comments.push(comment);
    return comment.id;
  }

  readonly readBlocks = (parent: XmlElement): WordBlock[] => readBlocks(parent, this);
}

/** A comment by the attributes of its element, of Word 2003 too. */
export function commentOf({ attributes }: XmlElement, blocks: WordBlock[]): WordComment {
  return {
    id: attributes['w:id'] ?? attributes['aml:id'] ?? '',
    author: attributes['w:author'] ?? attributes['aml:author'],
    initials: attributes['w:initials'],
    date: attributes['w:date'] ?? attributes['aml:createdate'],
    blocks,
  };
}
