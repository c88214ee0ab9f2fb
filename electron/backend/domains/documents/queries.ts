import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { DocumentRow, SummaryRow } from './rows.ts';

export interface SummaryFilter {
  trashed: boolean;
  state: DocumentRow['state'] | null;
  /** All must occur, in the form `searchKey` gives them. */
  needles: readonly string[];
}

/**
 * The desk, newest change first. Drafts whose search text is behind (`is_stale`) come whether they match or not, for
 * the caller to look at. `state` is compared row by row: there are only two.
 */
export function listSummaries(db: ReadDb, { trashed, state, needles }: SummaryFilter): SummaryRow[] {
  return db.all<SummaryRow>(summariesSql(trashed, needles.length), {
    state,
    ...Object.fromEntries(needles.map((needle, index) => [`needle${index}`, needle])),
  });
}

export function summariesSql(trashed: boolean, needles: number): string {
  const matches = Array.from(
    { length: needles },
    (_, index) => `(instr(s.letter_text, :needle${index}) > 0 OR instr(s.case_text, :needle${index}) > 0)`,
  );
  return `SELECT d.id, d.state, d.title, d.characters, d.version, d.updated_at, d.updated_by, d.trashed_at,
       c.number AS case_number, c.title AS case_title, c.members, c.due_on, s.version <> d.version AS is_stale
     FROM documents d
       JOIN cases c ON c.document_id = d.id
       JOIN document_search s ON s.document_id = d.id
     WHERE d.trashed_at IS ${trashed ? 'NOT NULL' : 'NULL'}
       AND (:state IS NULL OR d.state = :state)
       ${needles === 0 ? '' : `AND (s.version <> d.version OR (${matches.join(' AND ')}))`}
     ORDER BY ${trashed ? 'd.trashed_at' : 'd.updated_at'} DESC, d.rowid DESC`;
}

export function findDocument(db: ReadDb, id: string): DocumentRow | undefined {
  return db.get<DocumentRow>(
    `SELECT id, state, title, characters, version, updated_at, updated_by, trashed_at
     FROM documents WHERE id = :id`,
    { id },
  );
}

export function countDocuments(db: ReadDb): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM documents WHERE trashed_at IS NULL')!.count;
}

export function insertDocument(
  db: WriteDb,
  row: {
    id: string;
    title: string;
    characters: number;
    version: number;
    createdAt: number;
    updatedBy: string;
  },
): void {
  db.run(
    `INSERT INTO documents (id, state, title, characters, version, created_at, updated_at, updated_by, trashed_at)
     VALUES (:id, 'drafting', :title, :characters, :version, :createdAt, :createdAt, :updatedBy, NULL)`,
    row,
  );
}

/** Compare-and-set on the version: 0 rows changed when it is not `baseVersion`. */
export function updateDocument(
  db: WriteDb,
  row: {
    id: string;
    baseVersion: number;
    version: number;
    title: string;
    characters: number;
    updatedAt: number;
    updatedBy: string;
  },
): number {
  return db.run(
    `UPDATE documents
     SET version = :version, title = :title, characters = :characters,
         updated_at = :updatedAt, updated_by = :updatedBy
     WHERE id = :id AND version = :baseVersion`,
    row,
  );
}

export function touchDocument(db: WriteDb, row: { id: string; updatedAt: number; updatedBy: string }): number {
  return db.run('UPDATE documents SET updated_at = :updatedAt, updated_by = :updatedBy WHERE id = :id', row);
}

export function updateState(db: WriteDb, row: { id: string; state: string }): number {
  return db.run('UPDATE documents SET state = :state WHERE id = :id', row);
}

export function updateTrashedAt(db: WriteDb, row: { id: string; trashedAt: number | null }): number {
  return db.run('UPDATE documents SET trashed_at = :trashedAt WHERE id = :id', row);
}

/** Case, versions, search text and import report go with it. */
export function deleteDocument(db: WriteDb, id: string): number {
  return db.run('DELETE FROM documents WHERE id = :id AND trashed_at IS NOT NULL', { id });
}

export function insertSearchText(
  db: WriteDb,
  row: { documentId: string; version: number; letterText: string; caseText: string },
): void {
  db.run(
    `INSERT INTO document_search (document_id, version, letter_text, case_text)
     VALUES (:documentId, :version, :letterText, :caseText)`,
    row,
  );
}

export function updateLetterText(db: WriteDb, row: { documentId: string; version: number; letterText: string }): void {
  db.run(
    `UPDATE document_search SET version = :version, letter_text = :letterText WHERE document_id = :documentId`,
    row,
  );
}

export function updateCaseText(db: WriteDb, row: { documentId: string; caseText: string }): void {
  db.run('UPDATE document_search SET case_text = :caseText WHERE document_id = :documentId', row);
}

export function findCaseText(db: ReadDb, documentId: string): string | undefined {
  return db.get<{ case_text: string }>('SELECT case_text FROM document_search WHERE document_id = :documentId', {
    documentId,
  })?.case_text;
}

/** Drafts whose search text is behind their text. */
export function listStale(db: ReadDb): { id: string; version: number }[] {
  return db.all<{ id: string; version: number }>(
    `SELECT d.id, d.version FROM documents d JOIN document_search s ON s.document_id = d.id
     WHERE s.version <> d.version`,
  );
}
