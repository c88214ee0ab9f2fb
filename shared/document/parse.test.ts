import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import { replyDocumentArbitrary } from '../../tests/support/reply-arbitrary.ts';
import { emptyReplyDocument, paragraph, section, table } from './create.ts';
import { parseReplyDocument } from './parse.ts';
import { stringifyReplyDocument } from './stringify.ts';

function refusal(json: string): unknown {
  try {
    parseReplyDocument(json);
  } catch (error) {
    return error instanceof DafuError ? error.code : error;
  }
  return 'accepted';
}

it('gives the same bytes back after loading without an edit, unknown properties included (law 1)', () => {
  const document = {
    ...emptyReplyDocument(),
    futureFeature: { b: 1, a: [2, { z: true }] },
    sections: [section('opening', [{ ...paragraph('正文'), colour: 'red' }, table([['甲']])])],
  };
  const bytes = stringifyReplyDocument(document);
  expect(stringifyReplyDocument(parseReplyDocument(bytes))).toBe(bytes);
  expect(bytes).toContain('"colour":"red"');
});

it('does so with everything a letter can hold (law 1)', () => {
  fc.assert(
    fc.property(replyDocumentArbitrary, (letter) => {
      const bytes = stringifyReplyDocument(letter);
      expect(stringifyReplyDocument(parseReplyDocument(bytes))).toBe(bytes);
    }),
    { numRuns: 200 },
  );
});

it('writes the same bytes whatever order the properties were set in', () => {
  const document = emptyReplyDocument();
  const reversed = Object.fromEntries(Object.entries(document).toReversed()) as typeof document;
  expect(stringifyReplyDocument(reversed)).toBe(stringifyReplyDocument(document));
});

it('refuses what is no document, and says so', () => {
  expect(refusal('不是 JSON')).toBe('DOCUMENT_INVALID');
  expect(refusal('[]')).toBe('DOCUMENT_INVALID');
  expect(refusal('null')).toBe('DOCUMENT_INVALID');
  expect(refusal(JSON.stringify({ ...emptyReplyDocument(), sections: [] }))).toBe('DOCUMENT_INVALID');
  const nested = JSON.stringify(emptyReplyDocument()).replace(
    /^\{/,
    `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)},`,
  );
  expect(refusal(nested)).toBe('DOCUMENT_INVALID');
  expect(refusal(JSON.stringify({ ...emptyReplyDocument(), schema: 'dafu.reply/x' }))).toBe('DOCUMENT_INVALID');
  const tableless = section('opening', [{ id: 'b', type: 'table', runs: [] }]);
  expect(refusal(JSON.stringify({ ...emptyReplyDocument(), sections: [tableless] }))).toBe('DOCUMENT_INVALID');
});

it('refuses a document of a newer program instead of losing what it does not know', () => {
  expect(refusal(JSON.stringify({ ...emptyReplyDocument(), schema: 'dafu.reply/3' }))).toBe('DOCUMENT_FROM_FUTURE');
});
