import type { Migration } from './migration.ts';

/**
 * A stored state of a letter is a version; a revision is a tracked change in its text. The kind `fields` was never
 * written; the check of the table still names it, because changing that would mean writing every letter anew.
 */
export const versions: Migration = {
  version: 5,
  name: 'versions',
  up: `
    ALTER TABLE revisions RENAME TO versions;
    ALTER TABLE versions RENAME COLUMN revision TO version;
    UPDATE versions SET kind = 'edit' WHERE kind = 'fields';
    ALTER TABLE documents RENAME COLUMN revision TO version;
    ALTER TABLE document_search RENAME COLUMN revision TO version;
  `,
};
