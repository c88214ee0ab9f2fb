import type { Migration } from './migration.ts';

/**
 * The search text may be behind the letter (see domains/documents/search.ts), so it tells of which revision it is. The
 * number stands before the long text: behind it, reading it would mean reading all of that.
 */
export const searchTextBehind: Migration = {
  version: 2,
  name: 'search-text-behind',
  up: `
    CREATE TABLE document_search_2 (
      document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      letter_text TEXT NOT NULL,
      case_text TEXT NOT NULL
    ) STRICT;
    INSERT INTO document_search_2 (document_id, revision, letter_text, case_text)
      SELECT s.document_id, d.revision, s.letter_text, s.case_text
      FROM document_search s JOIN documents d ON d.id = s.document_id;
    DROP TABLE document_search;
    ALTER TABLE document_search_2 RENAME TO document_search;
  `,
};
