import type { WriteDb } from '#backend/db/driver.ts';
import { readSortKeys, writeSortKeys } from '#backend/db/store-state.ts';
import { sortKey } from '#shared/lib/sort-key.ts';

/** Names the order keys of this process are made with: the way they are made, and the data of the collation. */
const MAKER = `1/${process.versions['icu'] ?? ''}`;

/** Null for no text: what has no value stands last. */
export function orderKey(text: string): string | null {
  return text === '' ? null : sortKey(text);
}

/** Keys of another maker do not stand in one order with those of this process: then all are made anew. */
export function keepSortKeys(db: WriteDb, owners: readonly { renewSortKeys(db: WriteDb): void }[]): void {
  if (readSortKeys(db) === MAKER) return;
  for (const owner of owners) owner.renewSortKeys(db);
  writeSortKeys(db, MAKER);
}

/** A page of a list sorted in SQL. Absent: the whole list. */
export interface Page {
  offset: number;
  limit: number;
}

export const pageParameters = (page: Page | undefined) => ({ limit: page?.limit ?? -1, offset: page?.offset ?? 0 });

/** What has no value stands last in both directions; equals in the order they were made, or the other way round. */
export function orderBy(column: string, table: string, direction: 'asc' | 'desc'): string {
  const way = direction === 'asc' ? 'ASC' : 'DESC';
  return `ORDER BY ${column} ${way} NULLS LAST, ${table}.rowid ${way} LIMIT :limit OFFSET :offset`;
}
