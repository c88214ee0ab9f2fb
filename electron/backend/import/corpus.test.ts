import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { importText } from './index.ts';
import { fold } from './letter/fold.ts';
import { widenPunctuation } from './letter/widen.ts';

const folder = new URL('../../../../shared/corpus/', import.meta.url);
const present = existsSync(folder);

interface Letter {
  name: string;
  text: string;
  gold: Record<string, unknown>;
}

function readLetters(): Letter[] {
  return readdirSync(new URL('gold/', folder))
    .filter((name) => name.endsWith('.json'))
    .map((file) => {
      const name = file.replace(/\.json$/, '');
      return {
        name,
        text: readFileSync(new URL(`letters/${name}.txt`, folder), 'utf8'),
        gold: JSON.parse(readFileSync(new URL(`gold/${file}`, folder), 'utf8')) as Record<string, unknown>,
      };
    });
}

const scalars = [
  'title',
  'docNumber',
  'category',
  'disclosure',
  'signer',
  'salutation',
  'kind',
  'caseTitle',
  'caseNumber',
  'session',
  'closing',
  'date',
  'bodyParagraphs',
] as const;
const lists = ['coUnits', 'signatureUnits', 'attachments', 'copyTo', 'junkLines', 'headings', 'contacts'] as const;

const normal = (value: unknown): string =>
  fold(String(value))
    .normalize('NFKC')
    .replace(/[\s《》〈〉"“”'‘’]/g, '')
    .replace(/[:：。.,，;；]+$/, '')
    .replace(/[—–－]/g, '-');

function items(facts: Record<string, unknown>, field: string): string[] {
  const value = facts[field];
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return [normal(value)];
  return value.map((item: unknown) => {
    if (typeof item === 'string') return normal(item);
    const { level, text, name, phones } = item as Record<string, unknown>;
    return text === undefined
      ? `${normal(name)} ${(phones as string[]).map(normal).sort().join()}`
      : `${String(level)} ${normal(text)}`;
  });
}

/** F1 over all letters by field, and over all fields. */
function score(
  letters: readonly Letter[],
  read: (text: string) => LetterFacts,
  except: readonly string[],
): Map<string, number> {
  const tally = new Map<string, { hit: number; miss: number }>();
  for (const { text, gold } of letters) {
    const facts = read(text) as unknown as Record<string, unknown>;
    for (const field of [...scalars, ...lists].filter((name) => !except.includes(name))) {
      const wanted = items(gold, field);
      const found = items(facts, field);
      let hit = 0;
      for (const item of found) {
        const index = wanted.indexOf(item);
        if (index < 0) continue;
        wanted.splice(index, 1);
        hit++;
      }
      for (const name of [field, 'all']) {
        const count = tally.get(name) ?? { hit: 0, miss: 0 };
        tally.set(name, { hit: count.hit + hit, miss: count.miss + wanted.length + found.length - hit });
      }
    }
  }
  return new Map([...tally].map(([field, { hit, miss }]) => [field, hit === 0 ? 0 : (2 * hit) / (2 * hit + miss)]));
}

const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
const plainLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Hard wrapped as an e-mail or a page of fixed width does it, with an indent at each paragraph. */
function wrapped(text: string): string {
  const lines = plainLines(text).flatMap((line) => {
    const bare = line.trim();
    if (bare.length <= 40) return [line];
    const out: string[] = [];
    for (let start = 0; start < bare.length;) {
      let end = Math.min(start + 35, bare.length);
      while (end < bare.length && /[，。、；：！？）》”,.;:!?)]/.test(bare.charAt(end))) end++;
      out.push((start === 0 ? '　　' : '') + bare.slice(start, end));
      start = end;
    }
    return out;
  });
  return lines.join('\n');
}

const disguises: {
  name: string;
  change: (text: string) => string;
  least: number;
  /** Fields the disguise itself changes. */
  except?: string[];
}[] = [
  { name: 'as it is', change: (text) => text, least: 0.97 },
  { name: 'full-width punctuation', change: (text) => text.split('\n').map(widenPunctuation).join('\n'), least: 0.97 },
  { name: 'half-width punctuation', change: narrow, least: 0.97 },
  { name: 'no blank lines', change: (text) => plainLines(text).join('\n'), least: 0.97 },
  { name: 'blank lines everywhere', change: (text) => text.replaceAll('\n', '\n\n'), least: 0.97 },
  { name: 'hard wrapped', change: wrapped, least: 0.97, except: ['junkLines'] },
];

describe.skipIf(!present)('the letters of the corpus (skipped where ../shared/corpus is absent)', () => {
  it.each(disguises)('$name', ({ change, least, except = [] }) => {
    const scores = score(readLetters(), (text) => letterFacts(importText(change(text))), except);
    expect(scores.get('all')).toBeGreaterThanOrEqual(least);
    for (const field of [
      'title',
      'salutation',
      'kind',
      'caseTitle',
      'caseNumber',
      'session',
      'headings',
      'signatureUnits',
      'date',
      'contacts',
    ]) {
      expect.soft(scores.get(field), field).toBeGreaterThanOrEqual(0.9);
    }
  });
});
