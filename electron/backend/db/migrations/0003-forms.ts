import type { Migration } from './migration.ts';

/** A unit's own forms of the printed letter. The shipped ones are files. */
export const forms: Migration = {
  version: 3,
  name: 'forms',
  up: `
    CREATE TABLE forms (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      form TEXT NOT NULL CHECK (json_valid(form)),
      updated_at INTEGER NOT NULL
    ) STRICT;
  `,
};
