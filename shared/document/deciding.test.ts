import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyDocumentArbitrary } from '../../tests/support/reply-arbitrary.ts';
import { revisionIds } from '../../tests/support/review-arbitrary.ts';
import { checkReplyDocument } from './parse.ts';
import { plainText } from './plain-text.ts';
import { suggest, suggestionArbitrary } from '../../tests/support/suggestions.ts';
import { decide, project } from './projection.ts';
import { reviewMarks } from './review-marks.ts';
import type { Decision } from './revision-marks.ts';
import type { ReplyDocument } from './schema.ts';
import { stringifyReplyDocument } from './stringify.ts';
import { allBlockIds, withFreshIds } from './walk.ts';

const decision = fc.constantFrom<Decision>('accepted', 'rejected');
const decisions = fc
  .tuple(
    fc.shuffledSubarray([...revisionIds], { minLength: revisionIds.length }),
    fc.array(decision, { minLength: revisionIds.length, maxLength: revisionIds.length }),
  )
  .map(([ids, verdicts]) => ids.map((id, index): [string, Decision] => [id, verdicts[index]!]));

const oneByOne = (letter: ReplyDocument, all: [string, Decision][]) =>
  all.reduce((document, one) => decide(document, new Map([one])), letter);

/** Thousands of random letters, on a machine that may be busy. */
const PATIENCE = 120_000;

describe('suggesting', () => {
  it(
    'leaves the letter as it was when everything is refused, whatever was suggested (law 3)',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, fc.array(suggestionArbitrary, { maxLength: 8 }), (letter, all) => {
          const base = project(letter, 'accepted');
          const before = stringifyReplyDocument(base);
          let suggested = base;
          for (const one of all) {
            suggested = suggest(suggested, one);
            expect(stringifyReplyDocument(project(suggested, 'rejected')), one.does).toBe(before);
          }
          checkReplyDocument(suggested);
          checkReplyDocument(project(suggested, 'accepted'));
        }),
        { numRuns: 500 },
      );
    },
    PATIENCE,
  );
});

describe('a copy under new ids', () => {
  it(
    'reads the same with all changes accepted and rejected, and keeps no id (law 5)',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, decision, (letter, how) => {
          const copy = withFreshIds(letter);
          checkReplyDocument(copy);
          expect(plainText(project(copy, how))).toBe(plainText(project(letter, how)));
          const [before, after] = [allBlockIds(letter), allBlockIds(copy)];
          expect(new Set([...before, ...after]).size).toBe(before.length + after.length);
        }),
        { numRuns: 200 },
      );
    },
    PATIENCE,
  );
});

describe('deciding', () => {
  it(
    'ends in the same letter one by one in any order and all at once (law 6)',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, decisions, (letter, all) => {
          const atOnce = decide(letter, new Map(all));
          expect(stringifyReplyDocument(oneByOne(letter, all))).toBe(stringifyReplyDocument(atOnce));
          expect([...reviewMarks(atOnce)]).toEqual([]);
          expect(atOnce).toMatchObject({ revisions: {} });
          checkReplyDocument(atOnce);
        }),
        { numRuns: 500 },
      );
    },
    PATIENCE,
  );

  it(
    'accepts and rejects all as the projections do, before and after some were decided',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, decision, fc.subarray([...revisionIds]), (letter, how, first) => {
          const all = new Map(revisionIds.map((id) => [id, how]));
          const some = new Map(first.map((id) => [id, how]));
          const projected = stringifyReplyDocument(project(letter, how));
          expect(stringifyReplyDocument(decide(letter, all))).toBe(projected);
          expect(stringifyReplyDocument(project(decide(letter, some), how))).toBe(projected);
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE,
  );
});
