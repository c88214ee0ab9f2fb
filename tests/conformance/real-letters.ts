import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importBytes } from '#backend/import/index.ts';
import type { ConformanceLetter } from './letters.ts';

/** Published letters beside the repository, where they are present; none of their text is kept in it. */
export const realLettersFolder = join(import.meta.dirname, '../../../shared/corpus/letters');

/** The letters as imported, named by the number their file begins with. Empty where the folder is absent. */
export function realLetters(): ConformanceLetter[] {
  if (!existsSync(realLettersFolder)) return [];
  return readdirSync(realLettersFolder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => ({
      id: `real-${/^\d+/.exec(file)?.[0] ?? file}`,
      about: 'a published letter',
      document: importBytes({ name: file, bytes: readFileSync(join(realLettersFolder, file)) }).document,
    }));
}
