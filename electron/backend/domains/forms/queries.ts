import type { ReadDb, WriteDb } from '#backend/db/driver.ts';

export interface FormRow {
  id: string;
  name: string;
  form: string;
  updated_at: number;
}

/** Newest first. */
export function listForms(db: ReadDb): Omit<FormRow, 'form'>[] {
  return db.all<Omit<FormRow, 'form'>>('SELECT id, name, updated_at FROM forms ORDER BY updated_at DESC, id');
}

export function findForm(db: ReadDb, id: string): FormRow | undefined {
  return db.get<FormRow>('SELECT id, name, form, updated_at FROM forms WHERE id = :id', { id });
}

export function putForm(db: WriteDb, row: { id: string; name: string; form: string; updatedAt: number }): void {
  db.run(
    `INSERT INTO forms (id, name, form, updated_at) VALUES (:id, :name, :form, :updatedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, form = excluded.form, updated_at = excluded.updated_at`,
    row,
  );
}

export function removeForm(db: WriteDb, id: string): number {
  return db.run('DELETE FROM forms WHERE id = :id', { id });
}
