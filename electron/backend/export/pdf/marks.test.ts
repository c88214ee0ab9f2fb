import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { FormId } from '#shared/domain/form.ts';
import { letterOf } from '../../../../tests/bench/letters.ts';
import { fullLetter, longLetter, optionsOfForm } from '../../../../tests/support/letters.ts';
import { candidateFamilies, resolveTypefaces } from '../fonts/resolve.ts';
import { describeLetter } from '../letter/describe.ts';
import { layPage } from '../letter/page-layout.ts';
import { LetterCompiler } from './compiler.ts';
import { letterData, type LetterData } from './letter-data.ts';

const resources = fileURLToPath(new URL('../../../../resources/', import.meta.url));
const compiler = new LetterCompiler(resources, []);
const typefaces = resolveTypefaces(compiler.installedFamilies(candidateFamilies));
const facts = { title: '答复', isoDate: '2026-04-07', isDateNeeded: false };

const letters = { full: fullLetter(), long: longLetter(4), headings: letterOf(3000) };

function dataOf(letter: ReplyDocument, form: FormId): LetterData {
  const options = optionsOfForm(form);
  return letterData(describeLetter(letter, options).elements, facts, typefaces, {
    form: options.form,
    page: layPage(options),
  });
}

/** What is drawn and where, whatever groups it is drawn in: a mark in a line parts its text into two. */
function drawn(svg: string): string[] {
  const things: string[] = [];
  const origins: [number, number][] = [[0, 0]];
  for (const [tag, name = '', attributes = ''] of svg.matchAll(/<(\/?\w+)([^>]*)>/g)) {
    const at = /matrix\(1 0 0 -?1 ([-\d.e]+) ([-\d.e]+)\)/.exec(attributes);
    const [x = 0, y = 0] = origins.at(-1) ?? [];
    const origin: [number, number] = [x + Number(at?.[1] ?? 0), y + Number(at?.[2] ?? 0)];
    if (name === '/g') origins.pop();
    else if (name === 'g' && !tag.endsWith('/>')) origins.push(origin);
    else if (name === 'use' || name === 'path') {
      const inside = Number(/ x="([-\d.e]+)"/.exec(attributes)?.[1] ?? 0);
      const what = attributes.replace(/ (x|transform)="[^"]*"/g, '');
      things.push(`${what} ${(origin[0] + inside).toFixed(2)} ${origin[1].toFixed(2)}`);
    }
  }
  return things;
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
        // Not `toEqual`: a difference would print a megabyte.
        expect(drawn(marked.svg).join() === drawn(without.svg).join()).toBe(true);
      });
    }
  }
});
