import { createHash } from 'node:crypto';
import { prepareDraft, type PreparedDraft } from '#backend/drafts/prepared-draft.ts';
import {
  importBytes,
  importHtml,
  importText,
  readCaseText,
  takeLettersApart,
  type ImportResult,
} from '#backend/import/index.ts';
import { newId } from '#shared/lib/ids.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { OwnUnit } from '#backend/import/letter/notice-role.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { ImportReport } from '#shared/domain/import-report.ts';

/** What a letter is read from. `name` is the file name without folder, '' for what was pasted. */
export type LetterSource =
  | { kind: 'file'; name: string; bytes: Uint8Array }
  | { kind: 'text'; name: ''; text: string }
  | { kind: 'html'; name: ''; html: string };

/** A draft an import made, as it is stored. */
export interface ImportedDraft {
  kind: 'draft';
  /** Of the file it came from. */
  name: string;
  body: string;
  report: ImportReport;
}

/** Everything the import worker does; each answers with plain data. */
export interface ImportTasks {
  /** The draft a source makes, under this document id, ready for the store. */
  draft(input: { documentId: string; source: LetterSource }): PreparedDraft;
  /** A draft for each letter of an imported draft that holds several; none of one that holds one. */
  letters(input: { source: ImportedDraft }): PreparedDraft[];
  /** The case a text tells of, with the part of the own unit in it. */
  caseFacts(input: { source: LetterSource; own: OwnUnit }): CaseFacts;
}

/** @throws DafuError IMPORT_UNSUPPORTED, IMPORT_TOO_LARGE, DOCUMENT_FROM_FUTURE */
export const importTasks: ImportTasks = {
  draft: ({ documentId, source }) => prepareDraft(documentId, readSource(source)),
  letters: ({ source: { body, report } }) =>
    takeLettersApart(parseReplyDocument(body), report).map((letter) => prepareDraft(newId(), letter)),
  caseFacts: ({ source, own }) =>
    source.kind === 'text' ? readCaseText(source.text, own) : readSource(source).caseFacts,
};

function readSource(source: LetterSource): ImportResult {
  switch (source.kind) {
    case 'file':
      return withDigest(importBytes(source), source.bytes);
    case 'text':
      return importText(source.text);
    case 'html':
      return importHtml(source.html);
  }
}

function withDigest(result: ImportResult, bytes: Uint8Array): ImportResult {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { ...result, report: { ...result.report, source: { ...result.report.source, digest } } };
}
