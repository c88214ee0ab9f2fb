import type { WordDocument } from '#backend/word/read/document.ts';
import type { NoteKind } from '#backend/word/read/model.ts';
import { NumberCounter } from '#backend/word/read/number-counter.ts';
import { readWord } from '#backend/word/read/read-word.ts';
import { storedText } from '#backend/word/read/walk.ts';
import { Findings } from '../findings.ts';
import type { SourceDocument } from '../source.ts';
import { BlockFlattener } from './blocks.ts';
import { Fields } from './fields.ts';
import { noteMargin, noteOf } from './notes.ts';
import type { Story } from './story.ts';
import { StyleHints } from './style-hints.ts';

/**
 * Lines of a Word file (Office Open XML, transitional and strict). Throws as `readWord` does, and IMPORT_TOO_LARGE
 * (`lineCharacters`).
 */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  return flatten(readWord(bytes, name));
}

/**
 * A Word file as the lines of a page: text, headings by style, tables, automatic numbers as computed labels. Tracked
 * changes are taken as accepted; comments, pictures, objects, hidden text and prompts are left out; a warning tells of
 * each, headers and footers included. The Word file itself has all of it still.
 */
export function flatten(word: WordDocument): SourceDocument {
  const story = newStory(word);
  const { findings } = story;
  for (const { blocks } of word.comments()) {
    findings.add('comments.present', 'a comment was left out', storedText(blocks));
  }
  for (const { blocks } of word.margins()) noteMargin(blocks, story);
  const flattener = new BlockFlattener(story);
  word.eachBlock((block) => {
    flattener.add(block);
  });
  const blocks = flattener.finish();
  return { name: word.name, format: 'docx', encoding: word.encoding, blocks, warnings: findings.warnings() };
}

function newStory(word: WordDocument): Story {
  const findings = new Findings(word.name);
  const notesByKind = new Map<NoteKind, Map<string, string>>();
  const story: Story = {
    fileName: word.name,
    styles: new StyleHints(word.styles()),
    numbering: word.numbering(),
    counter: new NumberCounter(word.numbering()),
    findings,
    fields: new Fields(findings),
    prompts: [],
    noteText(kind, id) {
      const known = notesByKind.get(kind) ?? readNotes(word, kind, story);
      notesByKind.set(kind, known);
      return known.get(id) ?? '';
    },
  };
  return story;
}

/** Plain text of each note by id; separators and the like have a type and are no notes. */
function readNotes(word: WordDocument, kind: NoteKind, story: Story): Map<string, string> {
  const notes = word.notes(kind).filter(({ type }) => type === 'normal');
  return new Map(notes.map(({ id, blocks }) => [id, noteOf(blocks, story)]));
}
