import type { ReadDb, WriteDb } from './driver.ts';

export interface StoreState {
  /** Grows with every change of the content; see migration 4. */
  changes: number;
  changedAt: number;
  restoreId: string | null;
}

export function readStoreState(db: ReadDb): StoreState {
  return db.get<StoreState>(
    'SELECT changes, changed_at AS changedAt, restore_id AS restoreId FROM store_state WHERE only_row = 1',
  )!;
}

/** To be called in the transaction of the change itself. */
export function countChange(db: WriteDb, now: number): void {
  db.run('UPDATE store_state SET changes = changes + 1, changed_at = :now WHERE only_row = 1', { now });
}

/** Content that was put in place of another counts on from where all copies known so far have come to. */
export function countOnFrom(db: WriteDb, changes: number, restoreId: string | null): void {
  db.run('UPDATE store_state SET changes = :changes, restore_id = :restoreId WHERE only_row = 1', {
    changes,
    restoreId,
  });
}

/** Who made the keys texts are sorted by; null when they are still to be made. */
export function readSortKeys(db: ReadDb): string | null {
  return db.get<{ sort_keys: string | null }>('SELECT sort_keys FROM store_state WHERE only_row = 1')!.sort_keys;
}

export function writeSortKeys(db: WriteDb, maker: string): void {
  db.run('UPDATE store_state SET sort_keys = :maker WHERE only_row = 1', { maker });
}
