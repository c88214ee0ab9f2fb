import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { RevisionRow } from './rows.ts';

/** Newest first, without bodies. */
export function listRevisions(db: ReadDb, documentId: string): RevisionRow[] {
  return db.all<RevisionRow>(
    `SELECT revision, created_at, author, kind, name, characters
     FROM revisions WHERE document_id = :documentId ORDER BY revision DESC`,
    { documentId },
  );
}

export function findBody(db: ReadDb, documentId: string, revision: number): string | undefined {
  return db.get<{ body: string }>(
    'SELECT body FROM revisions WHERE document_id = :documentId AND revision = :revision',
    { documentId, revision },
  )?.body;
}

export function insertRevision(
  db: WriteDb,
  row: {
    documentId: string;
    revision: number;
    createdAt: number;
    author: string;
    authorId: string;
    kind: RevisionRow['kind'];
    characters: number;
    body: string;
  },
): void {
  db.run(
    `INSERT INTO revisions (document_id, revision, created_at, author, author_id, kind, name, characters, body)
     VALUES (:documentId, :revision, :createdAt, :author, :authorId, :kind, '', :characters, :body)`,
    row,
  );
}

/** An `edit` becomes `named`; what a revision was made by otherwise stays visible. */
export function nameRevision(db: WriteDb, row: { documentId: string; revision: number; name: string }): number {
  return db.run(
    `UPDATE revisions SET name = :name, kind = CASE kind WHEN 'edit' THEN 'named' ELSE kind END
     WHERE document_id = :documentId AND revision = :revision`,
    row,
  );
}

export function deleteRevision(db: WriteDb, documentId: string, revision: number): void {
  db.run('DELETE FROM revisions WHERE document_id = :documentId AND revision = :revision', { documentId, revision });
}
