import type { Migration } from './migration.ts';

/**
 * A UUIDv7 of the time of a draft (RFC 9562, 5.7): 48 bits of ms, version, 12 bits of chance, variant, 62 bits of
 * chance.
 */
const uuid7OfDraft = `printf('%08x-%04x-7%03x-%04x-%012x', created_at >> 16, created_at & 65535, random() & 4095,
  32768 | (random() & 16383), random() & 281474976710655)`;

/**
 * A case stands on its own: it has an id, drafts refer to it, and it stays when they go. What it is found by stands with
 * it, once. Keys to sort by are made when the store is opened (`sort_keys` tells by whom, see `domains/sort-keys.ts`).
 * The file an import came from is found by an index.
 */
export const cases: Migration = {
  version: 6,
  name: 'cases',
  up: `
    CREATE TABLE cases_6 (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('proposal', 'suggestion')),
      body TEXT NOT NULL,
      session TEXT NOT NULL,
      number TEXT NOT NULL,
      number_key TEXT,
      title TEXT NOT NULL,
      title_key TEXT,
      members TEXT NOT NULL CHECK (json_type(members) = 'array'),
      role TEXT NOT NULL CHECK (role IN ('sole', 'host', 'co', 'part')),
      co_units TEXT NOT NULL CHECK (json_type(co_units) = 'array'),
      host_unit TEXT NOT NULL,
      received_on TEXT,
      due_on TEXT,
      search_text TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE documents_6 (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES cases (id),
      state TEXT NOT NULL CHECK (state IN ('drafting', 'finished')),
      title TEXT NOT NULL,
      title_key TEXT,
      characters INTEGER NOT NULL,
      version INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      updated_by TEXT NOT NULL,
      trashed_at INTEGER
    ) STRICT;
    INSERT INTO documents_6
        (id, case_id, state, title, characters, version, created_at, updated_at, updated_by, trashed_at)
      SELECT id, ${uuid7OfDraft}, state, title, characters, version, created_at, updated_at, updated_by, trashed_at
      FROM documents ORDER BY rowid;
    INSERT INTO cases_6
        (id, kind, body, session, number, title, members, role, co_units, host_unit, received_on, due_on, search_text,
         created_at, updated_at)
      SELECT d.case_id, c.kind, c.body, c.session, c.number, c.title, c.members, c.role, c.co_units, c.host_unit,
        c.received_on, c.due_on, s.case_text, d.created_at, c.updated_at
      FROM documents_6 d
        JOIN cases c ON c.document_id = d.id
        JOIN document_search s ON s.document_id = d.id
      ORDER BY d.rowid;
    DROP TABLE cases;
    DROP TABLE documents;
    ALTER TABLE cases_6 RENAME TO cases;
    ALTER TABLE documents_6 RENAME TO documents;
    ALTER TABLE document_search DROP COLUMN case_text;

    CREATE INDEX documents_live ON documents (updated_at) WHERE trashed_at IS NULL;
    CREATE INDEX documents_live_by_state ON documents (state, updated_at) WHERE trashed_at IS NULL;
    CREATE INDEX documents_live_by_title ON documents (title_key) WHERE trashed_at IS NULL;
    CREATE INDEX documents_trashed ON documents (trashed_at) WHERE trashed_at IS NOT NULL;
    CREATE INDEX documents_by_case ON documents (case_id);
    CREATE INDEX cases_by_change ON cases (updated_at);
    CREATE INDEX cases_by_kind ON cases (kind, updated_at);
    CREATE INDEX cases_by_number ON cases (number_key);
    CREATE INDEX cases_by_title ON cases (title_key);
    CREATE INDEX cases_by_receipt ON cases (received_on);
    CREATE INDEX cases_by_due_date ON cases (due_on);

    ALTER TABLE import_reports ADD COLUMN digest TEXT AS (json_extract(report, '$.source.digest')) VIRTUAL;
    CREATE INDEX import_reports_by_digest ON import_reports (digest) WHERE digest IS NOT NULL;

    ALTER TABLE store_state ADD COLUMN sort_keys TEXT;
  `,
};
