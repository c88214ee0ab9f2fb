import type { ReadDb, WriteDb } from '#backend/db/driver.ts';

export function findReport(db: ReadDb, documentId: string): string | undefined {
  return db.get<{ report: string }>('SELECT report FROM import_reports WHERE document_id = :documentId', { documentId })
    ?.report;
}

/** Other drafts outside the trash that were read from the same file, newest first. */
export function findSameFile(db: ReadDb, documentId: string): { id: string; title: string; created_at: number }[] {
  return db.all<{ id: string; title: string; created_at: number }>(
    `SELECT d.id, d.title, d.created_at
     FROM import_reports own
       JOIN import_reports other
         ON other.digest = own.digest
       JOIN documents d ON d.id = other.document_id
     WHERE own.document_id = :documentId AND other.document_id <> :documentId AND d.trashed_at IS NULL
     ORDER BY d.created_at DESC, d.rowid DESC`,
    { documentId },
  );
}

export function putReport(db: WriteDb, documentId: string, report: string): void {
  db.run(
    `INSERT INTO import_reports (document_id, report) VALUES (:documentId, :report)
     ON CONFLICT (document_id) DO UPDATE SET report = excluded.report`,
    { documentId, report },
  );
}
