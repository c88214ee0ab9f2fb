import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHandle, openDatabase, type RawDatabase, type SqlParameters, type WriteDb } from '#backend/db/driver.ts';
import { migrate } from '#backend/db/migrate.ts';
import { migrations } from '#backend/db/migrations/index.ts';
import { findAppliedCommand } from '#backend/commands/queries.ts';
import { findCase } from './cases/queries.ts';
import { deleteDocument, findDocument, summariesSql } from './documents/queries.ts';
import { findReport } from './imports/queries.ts';
import { findBody, listVersions } from './versions/queries.ts';
import { listTemplates } from './templates/queries.ts';

/**
 * How SQLite finds the rows of the queries that run while somebody waits. A plan that begins to SCAN what was searched
 * by an index grows with the store, and no other test would notice.
 */
let folder: string;
let database: RawDatabase;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-plans-'));
  database = openDatabase(join(folder, 'dafu.db'), { readonly: false, busyTimeoutMs: 0 });
  migrate(database, migrations, () => {});
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function planOf(sql: string, parameters: SqlParameters = {}): string[] {
  const rows = database.prepare<[SqlParameters], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(parameters);
  return rows.map(({ detail }) => detail);
}

/** The plans of whatever SQL a query function runs. */
function plansOf(query: (db: WriteDb) => unknown): string[] {
  const plans: string[] = [];
  const note = (sql: string, parameters?: SqlParameters) => plans.push(...planOf(sql, parameters));
  const handle = createHandle(database);
  const spy = {
    all: (sql: string, parameters?: SqlParameters) => (note(sql, parameters), handle.all(sql, parameters)),
    get: (sql: string, parameters?: SqlParameters) => (note(sql, parameters), handle.get(sql, parameters)),
    run: (sql: string, parameters?: SqlParameters) => (note(sql, parameters), handle.run(sql, parameters)),
  } as WriteDb;
  query(spy);
  return plans;
}

describe('the desk', () => {
  it('comes in order of change from its index, without sorting', () => {
    expect(planOf(summariesSql(false, 0), { state: null })).toEqual([
      'SCAN d USING INDEX documents_live',
      'SEARCH s USING INDEX sqlite_autoindex_document_search_1 (document_id=?)',
      'SEARCH c USING INDEX sqlite_autoindex_cases_1 (document_id=?)',
    ]);
  });

  it('shows the trash from an index of its own', () => {
    const plan = planOf(summariesSql(true, 0), { state: null });
    expect(plan[0]).toBe('SEARCH d USING INDEX documents_trashed (trashed_at>?)');
    expect(plan.join()).not.toContain('TEMP B-TREE');
  });

  it('looks up the text of each draft by id when searching', () => {
    const plan = planOf(summariesSql(false, 2), { state: null, needle0: 'a', needle1: 'b' });
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN d USING INDEX documents_live']);
    expect(plan.filter((step) => /SEARCH s .*document_id=\?/.test(step))).toHaveLength(1);
  });
});

describe('single things', () => {
  it.each<[string, (db: WriteDb) => unknown]>([
    ['a draft', (db) => findDocument(db, 'x')],
    ['its case', (db) => findCase(db, 'x')],
    ['its versions', (db) => listVersions(db, 'x')],
    ['the body of a version', (db) => findBody(db, 'x', 1)],
    ['its import report', (db) => findReport(db, 'x')],
    ['purging it', (db) => deleteDocument(db, 'x')],
    ['an applied command', (db) => findAppliedCommand(db, 'x')],
  ])('are found by key: %s', (_name, query) => {
    const plan = plansOf(query);
    expect(plan.length).toBeGreaterThan(0);
    expect(plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE'))).toEqual([]);
  });

  it('but the few templates are simply read', () => {
    expect(plansOf(listTemplates)).toEqual(['SCAN templates', 'USE TEMP B-TREE FOR ORDER BY']);
  });
});
