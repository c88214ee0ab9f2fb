CREATE TABLE applied_commands (
      command_id TEXT PRIMARY KEY,
      procedure TEXT NOT NULL,
      result TEXT NOT NULL CHECK (json_valid(result)),
      applied_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX applied_commands_by_time ON applied_commands (applied_at);

CREATE TABLE "cases" (
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

CREATE INDEX cases_by_change ON cases (updated_at);

CREATE INDEX cases_by_due_date ON cases (due_on);

CREATE INDEX cases_by_kind ON cases (kind, updated_at);

CREATE INDEX cases_by_number ON cases (number_key);

CREATE INDEX cases_by_receipt ON cases (received_on);

CREATE INDEX cases_by_title ON cases (title_key);

CREATE TABLE "document_search" (
      document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      letter_text TEXT NOT NULL) STRICT;

CREATE TABLE "documents" (
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

CREATE INDEX documents_by_case ON documents (case_id);

CREATE INDEX documents_live ON documents (updated_at) WHERE trashed_at IS NULL;

CREATE INDEX documents_live_by_state ON documents (state, updated_at) WHERE trashed_at IS NULL;

CREATE INDEX documents_live_by_title ON documents (title_key) WHERE trashed_at IS NULL;

CREATE INDEX documents_trashed ON documents (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE forms (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      form TEXT NOT NULL CHECK (json_valid(form)),
      updated_at INTEGER NOT NULL
    ) STRICT;

CREATE TABLE import_reports (
      document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
      report TEXT NOT NULL CHECK (json_valid(report))
    , digest TEXT AS (json_extract(report, '$.source.digest')) VIRTUAL) STRICT;

CREATE INDEX import_reports_by_digest ON import_reports (digest) WHERE digest IS NOT NULL;

CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value)),
      updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE store_state (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      changes INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      restore_id TEXT
    , sort_keys TEXT) STRICT;

CREATE TABLE templates (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      description TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('proposal', 'suggestion', 'opinion', 'collective', 'short')),
      template TEXT NOT NULL CHECK (json_valid(template)),
      updated_at INTEGER NOT NULL,
      deleted_at INTEGER
    ) STRICT;

CREATE TABLE "versions" (
      document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      author TEXT NOT NULL,
      author_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('created', 'imported', 'edit', 'named', 'restore', 'fields')),
      name TEXT NOT NULL,
      characters INTEGER NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      PRIMARY KEY (document_id, version)
    ) STRICT;
