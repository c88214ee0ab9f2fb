import { parseReplyDocument } from '#shared/document/parse.ts';
import { countCharacters, titleText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { ImportReport } from '#shared/domain/import-report.ts';
import { letterKey } from './search-key.ts';

export interface NewDraft {
  document: ReplyDocument;
  caseFacts: CaseFacts;
  report?: ImportReport;
}

/**
 * A new draft as the store takes it. Making one costs seconds for a very long letter, storing it costs little; so an
 * import makes it in its own thread.
 */
export interface PreparedDraft {
  documentId: string;
  /** Canonical JSON, checked against the schema. */
  body: string;
  title: string;
  characters: number;
  letterText: string;
  caseFacts: CaseFacts;
  /** JSON of the import report; null for a draft that was not imported. */
  report: string | null;
}

/** @throws DafuError DOCUMENT_INVALID */
export function prepareDraft(documentId: string, { document, caseFacts, report }: NewDraft): PreparedDraft {
  const stored = { ...document, id: documentId };
  const body = stringifyReplyDocument(stored);
  // Whatever made it, a document that does not fit the schema must not get in: it could never be opened again.
  parseReplyDocument(body);
  return {
    documentId,
    body,
    ...derive(stored),
    letterText: letterKey(stored),
    caseFacts,
    report: report === undefined ? null : JSON.stringify(report),
  };
}

/** What the desk shows of a letter. */
export function derive(document: ReplyDocument): { title: string; characters: number } {
  return {
    title: titleText(document),
    characters: countCharacters(document),
  };
}
