import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { VersionRow } from './rows.ts';

/** Newest first, without bodies. */
export function listVersions(db: ReadDb, documentId: string): VersionRow[] {
  return db.all<VersionRow>(
    `SELECT version, created_at, author, kind, name, characters
     FROM versions WHERE document_id = :documentId ORDER BY version DESC`,
    { documentId },
  );
}

export function findBody(db: ReadDb, documentId: string, version: number): string | undefined {
  return db.get<{ body: string }>('SELECT body FROM versions WHERE document_id = :documentId AND version = :version', {
    documentId,
    version,
  })?.body;
}

export function insertVersion(
  db: WriteDb,
  row: {
    documentId: string;
    version: number;
    createdAt: number;
    author: string;
    authorId: string;
    kind: VersionRow['kind'];
    characters: number;
    body: string;
  },
): void {
  db.run(
    `INSERT INTO versions (document_id, version, created_at, author, author_id, kind, name, characters, body)
     VALUES (:documentId, :version, :createdAt, :author, :authorId, :kind, '', :characters, :body)`,
    row,
  );
}

/** An `edit` becomes `named`; what a version was made by otherwise stays visible. */
export function nameVersion(
  db: WriteDb,
  row: { documentId: string; version: number; name: string },
): VersionRow | undefined {
  return db.get<VersionRow>(
    `UPDATE versions SET name = :name, kind = CASE kind WHEN 'edit' THEN 'named' ELSE kind END
     WHERE document_id = :documentId AND version = :version
     RETURNING version, created_at, author, kind, name, characters`,
    row,
  );
}

export function deleteVersion(db: WriteDb, documentId: string, version: number): void {
  db.run('DELETE FROM versions WHERE document_id = :documentId AND version = :version', { documentId, version });
}
