import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { LetterFacts } from '#shared/document/facts.ts';

export interface InventedLetter {
  /** Which convention of reply letters it shows. */
  name: string;
  text: string;
  expect: Partial<LetterFacts>;
}

const folder = new URL('./invented-letters/', import.meta.url);

/**
 * The letters of the folder beside this file: each a text as it comes in and the facts in it. Places, offices and
 * people do not exist.
 */
export const inventedLetters: InventedLetter[] = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .toSorted()
  .map((file) => {
    const { about, facts } = JSON.parse(readFileSync(new URL(`${basename(file, '.txt')}.json`, folder), 'utf8')) as {
      about: string;
      facts: Partial<LetterFacts>;
    };
    return { name: about, text: readFileSync(new URL(file, folder), 'utf8'), expect: facts };
  });
