import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importBytes } from '#backend/import/index.ts';
import { compareLetters } from '#shared/document/compare/compare-letters.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { project } from '#shared/document/projection.ts';
import type { Block, ReplyDocument } from '#shared/document/schema.ts';
import { everyRun } from '#shared/document/walk.ts';

/** Published letters beside edited copies of themselves. */
const corpus = join(import.meta.dirname, '../../../shared/corpus/letters');
const files = existsSync(corpus) ? readdirSync(corpus).filter((file) => file.endsWith('.txt')) : [];
if (files.length === 0) console.warn(`comparing of letters skipped: ${corpus} not found`);

const revision = { author: '比较', authorId: 'compare', at: 0 };

/** A copy in which the blocks of the part with most of them went through `edit`. */
function edited(letter: ReplyDocument, edit: (blocks: readonly Block[]) => Block[]): ReplyDocument {
  const longest = letter.sections.reduce((one, other) => (other.blocks.length > one.blocks.length ? other : one));
  const sections = letter.sections.map((part) => (part === longest ? { ...part, blocks: edit(part.blocks) } : part));
  return { ...letter, sections };
}

function longText({ runs, type }: Block): string {
  const text = runs.map((run) => run.text).join('');
  return type !== 'table' && runs.length === 1 && text.length > 60 ? text : '';
}

const isLong = (block: Block) => longText(block) !== '';

function split(blocks: readonly Block[]): Block[] {
  const chosen = blocks.find(isLong);
  return blocks.flatMap((block) => {
    if (block !== chosen) return [block];
    const text = longText(block);
    const at = Math.floor(text.length / 2);
    const [run] = block.runs;
    return [
      { ...block, id: `${block.id}-1`.slice(0, 64), runs: [{ ...run!, text: text.slice(0, at) }] },
      { ...block, runs: [{ ...run!, text: text.slice(at) }] },
    ];
  });
}

function moved(blocks: readonly Block[]): Block[] {
  const chosen = blocks.find(isLong);
  return chosen ? [...blocks.filter((block) => block !== chosen), chosen] : [...blocks];
}

function reworded(blocks: readonly Block[]): Block[] {
  const words = (text: string) => text.replaceAll('应当', '可以').replaceAll('全部', '部分').replaceAll('推进', '推动');
  return blocks.map((block) => ({ ...block, runs: block.runs.map((run) => ({ ...run, text: words(run.text) })) }));
}

describe.skipIf(files.length === 0)('published letters and edited copies of them', () => {
  it.each(files)('%s', (file) => {
    const a = importBytes({ name: file, bytes: readFileSync(join(corpus, file)) }).document;
    const kinds = (b: ReplyDocument) => {
      const { letter, changes } = compareLetters(a, b, { revision });
      expect(plainText(project(letter, 'rejected'))).toBe(plainText(a));
      expect(plainText(project(letter, 'accepted'))).toBe(plainText(b));
      const struckAndInserted = [...everyRun(letter)].filter(({ ins, del }) => ins !== undefined || del !== undefined);
      return { kinds: new Set(changes.map(({ kind }) => kind)), marked: struckAndInserted.length };
    };
    expect(kinds(structuredClone(a))).toEqual({ kinds: new Set(), marked: 0 });
    const afterSplit = kinds(edited(a, split));
    expect([...afterSplit.kinds].every((kind) => kind === 'split')).toBe(true);
    expect(afterSplit.marked).toBe(0);
    const afterMove = kinds(edited(a, moved));
    expect([...afterMove.kinds].every((kind) => kind === 'moved')).toBe(true);
    expect([...kinds(edited(a, reworded)).kinds].every((kind) => kind === 'replaced')).toBe(true);
    kinds(edited(a, (blocks) => reworded(moved(split(blocks)))));
  });

  it('has the texts of any two of them', () => {
    for (const [index, file] of files.slice(0, -1).entries()) {
      const [a, b] = [file, files[index + 1]!].map(
        (name) => importBytes({ name, bytes: readFileSync(join(corpus, name)) }).document,
      );
      const { letter } = compareLetters(a!, b!, { revision });
      expect(plainText(project(letter, 'rejected'))).toBe(plainText(a!));
      expect(plainText(project(letter, 'accepted'))).toBe(plainText(b!));
    }
  });
});
