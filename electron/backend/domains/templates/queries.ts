import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { TemplateRow, TemplateSummaryRow } from './rows.ts';

export function listTemplates(db: ReadDb): TemplateSummaryRow[] {
  return db.all<TemplateSummaryRow>(
    `SELECT id, name, description, kind, updated_at
     FROM templates WHERE deleted_at IS NULL ORDER BY updated_at DESC, id`,
  );
}

/** Deleted ones included. */
export function findTemplate(db: ReadDb, id: string): TemplateRow | undefined {
  return db.get<TemplateRow>('SELECT id, template, deleted_at FROM templates WHERE id = :id', { id });
}

export function putTemplate(
  db: WriteDb,
  row: { id: string; name: string; description: string; kind: string; template: string; updatedAt: number },
): void {
  db.run(
    `INSERT INTO templates (id, name, description, kind, template, updated_at, deleted_at)
     VALUES (:id, :name, :description, :kind, :template, :updatedAt, NULL)
     ON CONFLICT (id) DO UPDATE SET
       name = excluded.name, description = excluded.description, kind = excluded.kind,
       template = excluded.template, updated_at = excluded.updated_at`,
    row,
  );
}

export function updateDeletedAt(db: WriteDb, row: { id: string; deletedAt: number | null }): number {
  return db.run('UPDATE templates SET deleted_at = :deletedAt WHERE id = :id', row);
}

export function removeDeletedTemplates(db: WriteDb): void {
  db.run('DELETE FROM templates WHERE deleted_at IS NOT NULL');
}
