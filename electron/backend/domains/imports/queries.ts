import type { ReadDb, WriteDb } from '#backend/db/driver.ts';

export function findReport(db: ReadDb, documentId: string): string | undefined {
  return db.get<{ report: string }>('SELECT report FROM import_reports WHERE document_id = :documentId', { documentId })
    ?.report;
}

export function putReport(db: WriteDb, documentId: string, report: string): void {
  db.run(
    `INSERT INTO import_reports (document_id, report) VALUES (:documentId, :report)
     ON CONFLICT (document_id) DO UPDATE SET report = excluded.report`,
    { documentId, report },
  );
}
