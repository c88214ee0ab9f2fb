import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import { orderBy, pageParameters, type Page } from '#backend/domains/sort-keys.ts';
import type { DocumentRow, SummaryRow } from './rows.ts';

export interface SummaryFilter {
  trashed: boolean;
  state: DocumentRow['state'] | null;
  /** All must occur, in the form `searchKey` gives them. */
  needles: readonly string[];
  /** Drafts whose search text is behind and whose text holds the needles. */
  alsoIds: readonly string[];
  sort: 'updatedAt' | 'dueOn' | 'caseNumber' | 'title';
  direction: 'asc' | 'desc';
  page?: Page | undefined;
}

/** The desk. A sorted list comes from an index; the trash is short, and its texts are sorted when asked for. */
export function listSummaries(db: ReadDb, filter: SummaryFilter): SummaryRow[] {
  const { state, needles, alsoIds, page } = filter;
  return db.all<SummaryRow>(summariesSql(filter), {
    ...pageParameters(page),
    ...(state === null ? {} : { state }),
    ...(needles.length === 0 ? {} : { alsoIds: JSON.stringify(alsoIds) }),
    ...Object.fromEntries(needles.map((needle, index) => [`needle${index}`, needle])),
  });
}

export function summariesSql({ trashed, state, needles, sort, direction }: SummaryFilter): string {
  const matches = needles.map(
    (_needle, index) => `(instr(s.letter_text, :needle${index}) > 0 OR instr(c.search_text, :needle${index}) > 0)`,
  );
  const column = {
    updatedAt: trashed ? 'd.trashed_at' : 'd.updated_at',
    title: 'd.title_key',
    caseNumber: 'c.number_key',
    dueOn: 'c.due_on',
  }[sort];
  // The table that has the order leads, so that nothing is sorted and a page ends the search.
  const leader = column.startsWith('c.') ? 'c' : 'd';
  const tables =
    leader === 'c'
      ? 'cases c CROSS JOIN documents d ON d.case_id = c.id'
      : 'documents d CROSS JOIN cases c ON c.id = d.case_id';
  return `SELECT d.id, d.case_id, d.state, d.title, d.characters, d.version, d.updated_at, d.updated_by, d.trashed_at,
       c.number AS case_number, c.title AS case_title, c.members, c.due_on
     FROM ${tables} ${needles.length === 0 ? '' : 'CROSS JOIN document_search s ON s.document_id = d.id'}
     WHERE d.trashed_at IS ${trashed ? 'NOT NULL' : 'NULL'}
       ${state === null ? '' : 'AND d.state = :state'}
       ${needles.length === 0 ? '' : `AND (d.id IN (SELECT value FROM json_each(:alsoIds)) OR (s.version = d.version AND ${matches.join(' AND ')}))`}
     ${orderBy(column, leader, direction)}`;
}

export function findDocument(db: ReadDb, id: string): DocumentRow | undefined {
  return db.get<DocumentRow>(
    `SELECT id, case_id, state, title, characters, version, updated_at, updated_by, trashed_at
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
    caseId: string;
    title: string;
    titleKey: string | null;
    characters: number;
    version: number;
    createdAt: number;
    updatedBy: string;
  },
): void {
  db.run(
    `INSERT INTO documents
       (id, case_id, state, title, title_key, characters, version, created_at, updated_at, updated_by, trashed_at)
     VALUES (:id, :caseId, 'drafting', :title, :titleKey, :characters, :version, :createdAt, :createdAt, :updatedBy, NULL)`,
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
    titleKey: string | null;
    characters: number;
    updatedAt: number;
    updatedBy: string;
  },
): number {
  return db.run(
    `UPDATE documents
     SET version = :version, title = :title, title_key = :titleKey, characters = :characters,
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

/** Versions, search text and import report go with it; its case stays. */
export function deleteDocument(db: WriteDb, id: string): number {
  return db.run('DELETE FROM documents WHERE id = :id AND trashed_at IS NOT NULL', { id });
}

export function insertSearchText(db: WriteDb, row: { documentId: string; version: number; letterText: string }): void {
  db.run(
    `INSERT INTO document_search (document_id, version, letter_text)
     VALUES (:documentId, :version, :letterText)`,
    row,
  );
}

export function updateLetterText(db: WriteDb, row: { documentId: string; version: number; letterText: string }): void {
  db.run(
    `UPDATE document_search SET version = :version, letter_text = :letterText WHERE document_id = :documentId`,
    row,
  );
}

export function findCaseText(db: ReadDb, documentId: string): string | undefined {
  return db.get<{ search_text: string }>(
    'SELECT c.search_text FROM documents d JOIN cases c ON c.id = d.case_id WHERE d.id = :documentId',
    { documentId },
  )?.search_text;
}

/** Drafts whose search text is behind their text. */
export function listStale(db: ReadDb): { id: string; version: number }[] {
  return db.all<{ id: string; version: number }>(
    `SELECT d.id, d.version FROM documents d JOIN document_search s ON s.document_id = d.id
     WHERE s.version <> d.version`,
  );
}

export function listTitles(db: ReadDb): { id: string; title: string }[] {
  return db.all('SELECT id, title FROM documents');
}

export function updateTitleKey(db: WriteDb, row: { id: string; titleKey: string | null }): void {
  db.run('UPDATE documents SET title_key = :titleKey WHERE id = :id', row);
}
