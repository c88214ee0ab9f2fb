import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { importBytes } from '#backend/import/index.ts';
import { writeDocx } from '#backend/export/docx/index.ts';
import { letterOptions } from '../support/letters.ts';

/** Published letters: imported as text, written as Word, imported again. Nothing they say may change on the way. */
const corpus = join(import.meta.dirname, '../../../shared/corpus/letters');
const files = existsSync(corpus) ? readdirSync(corpus).filter((file) => file.endsWith('.txt')) : [];
if (files.length === 0) console.warn(`letters through Word skipped: ${corpus} not found`);

/** Without the findings about the text file, and 签发人, which the printed form of a reply does not hold. */
function saidBy(imported: ReturnType<typeof importBytes>): Omit<LetterFacts, 'junkLines' | 'warnings' | 'signer'> {
  const { junkLines: _junkLines, warnings: _warnings, signer: _signer, ...said } = letterFacts(imported);
  return said;
}

describe.skipIf(files.length === 0)('letters through Word', () => {
  it.each(files)('%s', (file) => {
    const first = importBytes({ name: file, bytes: readFileSync(join(corpus, file)) });
    const docx = writeDocx(first.document, letterOptions);
    expect(saidBy(importBytes({ name: '函.docx', bytes: docx }))).toEqual(saidBy(first));
  });
});
