import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { CaseRow } from './rows.ts';

export function findCase(db: ReadDb, documentId: string): CaseRow | undefined {
  return db.get<CaseRow>(
    `SELECT kind, body, session, number, title, members, role, co_units, host_unit, received_on, due_on
     FROM cases WHERE document_id = :documentId`,
    { documentId },
  );
}

export function putCase(db: WriteDb, documentId: string, row: CaseRow, updatedAt: number): void {
  db.run(
    `INSERT INTO cases
       (document_id, kind, body, session, number, title, members, role, co_units, host_unit,
        received_on, due_on, updated_at)
     VALUES
       (:documentId, :kind, :body, :session, :number, :title, :members, :role, :co_units, :host_unit,
        :received_on, :due_on, :updatedAt)
     ON CONFLICT (document_id) DO UPDATE SET
       kind = excluded.kind, body = excluded.body, session = excluded.session, number = excluded.number,
       title = excluded.title, members = excluded.members, role = excluded.role, co_units = excluded.co_units,
       host_unit = excluded.host_unit, received_on = excluded.received_on, due_on = excluded.due_on,
       updated_at = excluded.updated_at`,
    { ...row, documentId, updatedAt },
  );
}
