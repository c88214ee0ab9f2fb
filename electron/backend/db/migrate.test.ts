import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder } from '#backend/testing/backend.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { copyDatabaseHere } from './copy-database.ts';
import { openDatabase, type RawDatabase } from './driver.ts';
import { APPLICATION_ID, databaseVersion, migrate } from './migrate.ts';
import { assertOrder, DATABASE_VERSION, migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { storePaths } from './paths.ts';
import { openStore } from './store.ts';

function emptyDatabase(): RawDatabase {
  return openDatabase(join(temporaryFolder(), 'dafu.db'), { readonly: false, busyTimeoutMs: 0 });
}

const noBackup = () => expect.unreachable('a new database needs no backup');

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return expect.unreachable('nothing was thrown');
}

/** Tables and indexes with the SQL that made them. */
function schemaOf(database: RawDatabase): unknown[] {
  return database.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all();
}

const addColumn: Migration = {
  version: DATABASE_VERSION + 1,
  name: 'add-column',
  up: 'ALTER TABLE documents ADD COLUMN extra TEXT',
};

describe('the migrations', () => {
  it('make the schema that is written down', async () => {
    const database = emptyDatabase();
    migrate(database, migrations, noBackup);
    const statements = database
      .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
      .pluck()
      .all();
    await expect(`${statements.join(';\n\n')};\n`).toMatchFileSnapshot('golden/schema.sql');
    expect(databaseVersion(database)).toBe(DATABASE_VERSION);
    expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    database.close();
  });

  it('only make strict tables', () => {
    const database = emptyDatabase();
    migrate(database, migrations, noBackup);
    const loose = (database.pragma('table_list') as { name: string; strict: number; type: string }[]).filter(
      ({ name, strict }) => strict === 0 && !name.startsWith('sqlite_'),
    );
    expect(loose).toEqual([]);
    database.close();
  });

  it('stand in order', () => {
    expect(() => assertOrder([migrations[0]!, addColumn])).toThrow('add-column');
    expect(() => assertOrder([addColumn])).toThrow('add-column');
  });

  it('are all or nothing, after a backup', () => {
    const database = emptyDatabase();
    migrate(database, migrations, noBackup);
    const before = schemaOf(database);
    const steps: string[] = [];
    const broken = {
      version: DATABASE_VERSION + 2,
      name: 'broken',
      up: 'CREATE TABLE half (a TEXT) STRICT; SELECT no_such_function();',
    };
    const error = thrownBy(() => migrate(database, [...migrations, addColumn, broken], () => steps.push('backup')));
    expect(error).toMatchObject({ code: 'MIGRATION_FAILED', details: { version: DATABASE_VERSION + 2 } });
    expect(steps).toEqual(['backup']);
    expect(schemaOf(database)).toEqual(before);
    expect(databaseVersion(database)).toBe(DATABASE_VERSION);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);

    migrate(database, [...migrations, addColumn], () => {});
    expect(databaseVersion(database)).toBe(DATABASE_VERSION + 1);
    database.close();
  });

  it('do not begin when the backup fails', () => {
    const database = emptyDatabase();
    migrate(database, migrations, noBackup);
    const error = thrownBy(() =>
      migrate(database, [...migrations, addColumn], () => {
        throw new Error('no room');
      }),
    );
    expect(error).toMatchObject({ message: 'no room' });
    expect(databaseVersion(database)).toBe(DATABASE_VERSION);
    database.close();
  });

  it('are not kept when rows end up pointing to nothing', () => {
    const database = emptyDatabase();
    migrate(database, migrations, noBackup);
    const stray = {
      version: DATABASE_VERSION + 1,
      name: 'stray',
      up: "INSERT INTO import_reports (document_id, report) VALUES ('nobody', '{}')",
    };
    expect(thrownBy(() => migrate(database, [...migrations, stray], () => {}))).toMatchObject({
      code: 'MIGRATION_FAILED',
    });
    expect(database.prepare('SELECT * FROM import_reports').all()).toEqual([]);
    database.close();
  });

  it('of a store that is opened leave a verified backup named with the old version', async () => {
    const first = startBackend();
    await first.stop();
    const paths = storePaths(first.dataFolder);
    const copies: number[] = [];
    const store = openStore({
      paths,
      access: 'own',
      create: 'never',
      migrations: [...migrations, addColumn],
      backUpBeforeMigration: (database, version) => {
        const target = join(first.dataFolder, 'copy.db');
        copyDatabaseHere(database, target);
        const copy = openDatabase(target, { readonly: true, busyTimeoutMs: 0 });
        copies.push(version, databaseVersion(copy));
        copy.close();
      },
    });
    expect(copies).toEqual([DATABASE_VERSION, DATABASE_VERSION]);
    store.close();
  });
});

describe('migration 2', () => {
  it('takes the search texts along as those of the newest revision', () => {
    const database = emptyDatabase();
    migrate(database, migrations.slice(0, 1), noBackup);
    database.exec(`
      INSERT INTO documents VALUES ('a', 'drafting', 't', 1, 7, 0, 0, '', NULL), ('b', 'finished', 't', 1, 1, 0, 0, '', 5);
      INSERT INTO document_search VALUES ('a', '信', '案'), ('b', '函', '');
    `);
    migrate(database, migrations.slice(0, 2), () => {});
    expect(database.prepare('SELECT * FROM document_search ORDER BY document_id').all()).toEqual([
      { document_id: 'a', revision: 7, letter_text: '信', case_text: '案' },
      { document_id: 'b', revision: 1, letter_text: '函', case_text: '' },
    ]);
    database.exec("DELETE FROM documents WHERE id = 'a'");
    expect(database.prepare('SELECT count(*) AS rows FROM document_search').get()).toEqual({ rows: 1 });
    database.close();
  });
});

describe('a database from the future', () => {
  it('is not opened and not changed by one byte', async () => {
    const first = startBackend();
    await first.stop();
    const { database: path } = storePaths(first.dataFolder);
    const database = openDatabase(path, { readonly: false, busyTimeoutMs: 0 });
    database.pragma('user_version = 99');
    database.close();
    const before = readFileSync(path);

    const { client, stop } = startBackend({ dataFolder: first.dataFolder });
    const problem = {
      code: 'DATABASE_FROM_FUTURE',
      details: { path, databaseVersion: 99, appVersion: DATABASE_VERSION },
    };
    expect(await client.call('app.status', {})).toMatchObject({ state: 'needsAttention', problem });
    await expect(client.call('settings.get', {})).rejects.toMatchObject(problem);
    await stop();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is recognised when its version is only in the write-ahead log', async () => {
    const first = startBackend();
    await first.stop();
    const { database: path } = storePaths(first.dataFolder);
    const writer = openDatabase(path, { readonly: false, busyTimeoutMs: 0 });
    const reader = openDatabase(path, { readonly: true, busyTimeoutMs: 0 });
    writer.pragma('user_version = 99');
    const folder = temporaryFolder();
    for (const file of ['dafu.db', 'dafu.db-wal']) copyFileSync(join(path, '..', file), join(folder, file));
    reader.close();
    writer.close();

    const { client } = startBackend({ dataFolder: folder });
    expect(await client.call('app.status', {})).toMatchObject({ problem: { code: 'DATABASE_FROM_FUTURE' } });
  });
});

describe('golden databases', () => {
  it.each([1, 2, 3, 4, 6])('of schema %i open, and everything in them works', async (version) => {
    const dataFolder = temporaryFolder();
    copyFileSync(join(import.meta.dirname, `golden/schema-${version}.db`), join(dataFolder, 'dafu.db'));
    const { client } = startBackend({ dataFolder });
    expect(await client.call('app.status', {})).toMatchObject({ state: 'ready', problem: null });

    const summaries = await client.call('documents.list', {
      search: '停车',
      state: 'all',
      sort: 'dueOn',
      direction: 'asc',
    });
    expect(summaries).toMatchObject([{ caseNumber: '0529', dueOn: '2026-06-02', updatedBy: '张三' }]);
    const migrated = await client.call('backups.list', {});
    expect(migrated.map(({ reason, documents }) => [reason, documents])).toEqual(
      version === DATABASE_VERSION ? [] : [['migration', 1]],
    );
    const documentId = summaries[0]!.id;
    const draft = await client.call('documents.get', { documentId });
    expect(plainText(parseReplyDocument(draft.body))).toContain('已增设车位160个。');
    expect(draft.importReport).not.toBeNull();
    const versions = await client.call('versions.list', { documentId });
    expect(versions).toMatchObject([{ kind: 'named', name: '送审稿' }, { kind: 'imported' }]);
    expect((await client.call('templates.list', {})).filter(({ shipped }) => !shipped)).toMatchObject([
      { name: '本单位模板' },
    ]);
    const { formId } = await client.call('forms.copy', { formId: 'letter', name: '本单位信函' });
    expect(await client.call('forms.get', { formId })).toMatchObject({ name: '本单位信函' });
    const body = draft.body.replace('160个', '200个');
    await client.call('documents.save', { documentId, baseVersion: draft.version, body });
    expect((await client.call('documents.get', { documentId })).body).toBe(body);
  });
});

/** What a person wrote or chose, read without any code that may change with the schema. */
function wordsOf(path: string) {
  const database = openDatabase(path, { readonly: true, busyTimeoutMs: 0 });
  const all = (sql: string) => database.prepare<[], Record<string, unknown>>(sql).all();
  const version = databaseVersion(database);
  const facts =
    'c.kind, c.body, c.session, c.number, c.title, c.members, c.role, c.co_units, c.host_unit, c.received_on, c.due_on, c.updated_at';
  const [table, number] = version < 5 ? ['revisions', 'revision'] : ['versions', 'version'];
  const words = {
    versions: all(
      `SELECT document_id, ${number} AS version, created_at, author, author_id, kind, name, characters, body FROM ${table}`,
    ),
    cases: all(
      version < 6
        ? `SELECT c.document_id, ${facts} FROM cases c ORDER BY document_id`
        : `SELECT d.id AS document_id, ${facts} FROM documents d JOIN cases c ON c.id = d.case_id ORDER BY d.id`,
    ),
    drafts: all(
      `SELECT id, state, title, characters, ${number} AS version, created_at, updated_at, updated_by, trashed_at
       FROM documents ORDER BY rowid`,
    ),
    reports: all('SELECT document_id, report FROM import_reports'),
    templates: all('SELECT * FROM templates WHERE deleted_at IS NULL'),
    forms: all('SELECT * FROM forms'),
    settings: all("SELECT key, value FROM settings WHERE key <> 'workspace'"),
  };
  database.close();
  return words;
}

describe('a used desk made by an earlier version', () => {
  const golden = join(import.meta.dirname, 'golden/desk-4.db');

  it('opens with every draft, and loses no character', async () => {
    const dataFolder = temporaryFolder();
    copyFileSync(golden, join(dataFolder, 'dafu.db'));
    const { client, stop } = startBackend({ dataFolder });
    const list = (state: 'all' | 'trash') =>
      client.call('documents.list', { search: '', state, sort: 'updatedAt', direction: 'desc' });
    const drafts = [...(await list('all')), ...(await list('trash'))];
    expect(drafts).toHaveLength(83);
    for (const { id: documentId } of drafts) {
      const { body, caseFacts } = await client.call('documents.get', { documentId });
      expect(parseReplyDocument(body).id).toBe(documentId);
      expect(caseFacts.kind).toMatch(/proposal|suggestion/);
    }
    await stop();
    expect(wordsOf(join(dataFolder, 'dafu.db'))).toEqual(wordsOf(golden));
  });

  it('gets cases with ids of their own, found and sorted as before', async () => {
    const dataFolder = temporaryFolder();
    copyFileSync(golden, join(dataFolder, 'dafu.db'));
    const { client } = startBackend({ dataFolder });
    const { cases, total } = await client.call('cases.list', {
      search: '',
      kind: 'all',
      sort: 'number',
      direction: 'asc',
      page: { offset: 0, limit: 1000 },
    });
    expect(total).toBe(83);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(83);
    expect(
      cases.every(
        ({ id, letters }) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-/.test(id) && letters === 1,
      ),
    ).toBe(true);
    const number = new Intl.Collator('zh-CN', { numeric: true });
    const numbers = cases.map(({ caseFacts }) => caseFacts.number).filter((one) => one !== '');
    expect(numbers).toEqual(numbers.toSorted((a, b) => number.compare(a, b)));
    expect(numbers.length).toBeGreaterThan(30);
    const desk = { search: '云岭老街', state: 'all', sort: 'title', direction: 'asc' } as const;
    expect((await client.call('documents.list', desk)).length).toBeGreaterThan(0);
  });

  it('tells of the file that was imported twice', async () => {
    const dataFolder = temporaryFolder();
    copyFileSync(golden, join(dataFolder, 'dafu.db'));
    const { client } = startBackend({ dataFolder });
    const all = await client.call('documents.list', { search: '', state: 'all', sort: 'updatedAt', direction: 'asc' });
    const same = await Promise.all(all.map(({ id }) => client.call('imports.sameFile', { documentId: id })));
    expect(same.filter(({ drafts }) => drafts.length > 0)).toHaveLength(2);
  });
});
