import type { Migration } from './migration.ts';

/**
 * What the store says of itself. `changes` counts the changes of its content and only grows, over restores too, so that
 * of two copies the newer one is told without trusting a clock or a file name. `restore_id` is that of the restore the
 * content came from.
 */
export const storeState: Migration = {
  version: 4,
  name: 'store-state',
  up: `
    CREATE TABLE store_state (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      changes INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      restore_id TEXT
    ) STRICT;
    INSERT INTO store_state VALUES (1, 0, (SELECT coalesce(max(updated_at), 0) FROM documents), NULL);
  `,
};
