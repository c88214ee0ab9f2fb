import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { FormId } from '#shared/domain/form.ts';
import { letterOf } from '../../../../tests/bench/letters.ts';
import { fullLetter, longLetter, optionsOfForm } from '../../../../tests/support/letters.ts';
import { candidateFamilies, resolveTypefaces } from '../fonts/resolve.ts';
import { letterElements } from '../letter/elements.ts';
import { LetterCompiler } from './compiler.ts';
import { letterData, type LetterData } from './letter-data.ts';

const resources = fileURLToPath(new URL('../../../../resources/', import.meta.url));
const compiler = new LetterCompiler(resources, []);
const typefaces = resolveTypefaces(compiler.installedFamilies(candidateFamilies));
const facts = { title: '答复', isoDate: '2026-04-07', isDateNeeded: false };

const letters = { full: fullLetter(), long: longLetter(4), headings: letterOf(3000) };

function dataOf(letter: ReplyDocument, form: FormId): LetterData {
  const options = optionsOfForm(form);
  return letterData(letterElements(letter, options), facts, typefaces, options.form);
}

describe('marks for the preview', () => {
  for (const form of ['plain', 'letter', 'red-head'] as const) {
    for (const [name, letter] of Object.entries(letters)) {
      it(`move nothing: ${name}, ${form}`, () => {
        const data = dataOf(letter, form);
        const without = compiler.svg(JSON.stringify(data));
        const marked = compiler.svg(JSON.stringify({ ...data, marks: true }));
        expect(without.marks).toEqual([]);
        expect(marked.marks.length).toBeGreaterThan(2);
        // Not `toBe`: a difference would print a megabyte.
        expect(marked.svg === without.svg).toBe(true);
      });
    }
  }
});
