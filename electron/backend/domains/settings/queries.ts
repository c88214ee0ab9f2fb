import type { ReadDb, WriteDb } from '#backend/db/driver.ts';

/** The JSON text of a setting. */
export function findSetting(db: ReadDb, key: string): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM settings WHERE key = :key', { key })?.value;
}

export function putSetting(db: WriteDb, setting: { key: string; value: string; updatedAt: number }): void {
  db.run(
    `INSERT INTO settings (key, value, updated_at) VALUES (:key, :value, :updatedAt)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    setting,
  );
}
