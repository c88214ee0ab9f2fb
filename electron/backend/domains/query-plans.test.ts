import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHandle, openDatabase, type RawDatabase, type SqlParameters, type WriteDb } from '#backend/db/driver.ts';
import { migrate } from '#backend/db/migrate.ts';
import { migrations } from '#backend/db/migrations/index.ts';
import { findAppliedCommand } from '#backend/commands/queries.ts';
import { casesSql, deleteCase, findCase, listLetters, type CaseFilter } from './cases/queries.ts';
import { deleteDocument, findDocument, summariesSql, type SummaryFilter } from './documents/queries.ts';
import { findReport, findSameFile } from './imports/queries.ts';
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

const desk: SummaryFilter = {
  trashed: false,
  state: null,
  needles: [],
  alsoIds: [],
  sort: 'updatedAt',
  direction: 'desc',
};
const register: CaseFilter = { kind: null, needles: [], sort: 'updatedAt', direction: 'desc' };
const directions = ['asc', 'desc'] as const;
const page = { limit: 50, offset: 0 };

describe.each(directions)('the desk, %s', (direction) => {
  it.each([
    ['updatedAt', 'SCAN d USING INDEX documents_live', 'SEARCH c USING INDEX sqlite_autoindex_cases_1 (id=?)'],
    ['title', 'SCAN d USING INDEX documents_live_by_title', 'SEARCH c USING INDEX sqlite_autoindex_cases_1 (id=?)'],
    ['dueOn', 'SCAN c USING INDEX cases_by_due_date', 'SEARCH d USING INDEX documents_by_case (case_id=?)'],
    ['caseNumber', 'SCAN c USING INDEX cases_by_number', 'SEARCH d USING INDEX documents_by_case (case_id=?)'],
  ] as const)('comes in the order of %s from an index, without sorting', (sort, ...plan) => {
    expect(planOf(summariesSql({ ...desk, sort, direction }), page)).toEqual(plan);
  });

  it('finds the drafts of a state by an index', () => {
    const plan = planOf(summariesSql({ ...desk, state: 'finished', direction }), { ...page, state: 'finished' });
    expect(plan[0]).toBe('SEARCH d USING INDEX documents_live_by_state (state=?)');
    expect(plan.join()).not.toContain('TEMP B-TREE');
  });

  it('shows the trash from an index of its own', () => {
    const plan = planOf(summariesSql({ ...desk, trashed: true, direction }), page);
    expect(plan[0]).toBe('SEARCH d USING INDEX documents_trashed (trashed_at>?)');
    expect(plan.join()).not.toContain('TEMP B-TREE');
  });

  it('looks up the text of each draft by id when searching', () => {
    const filter = { ...desk, direction, needles: ['a', 'b'] };
    const plan = planOf(summariesSql(filter), { ...page, alsoIds: '[]', needle0: 'a', needle1: 'b' });
    expect(plan[0]).toBe('SCAN d USING INDEX documents_live');
    expect(plan.filter((step) => /SEARCH s .*document_id=\?/.test(step))).toHaveLength(1);
    expect(plan.join()).not.toContain('TEMP B-TREE');
  });
});

describe.each(directions)('the register of cases, %s', (direction) => {
  it.each([
    ['updatedAt', 'cases_by_change'],
    ['receivedOn', 'cases_by_receipt'],
    ['dueOn', 'cases_by_due_date'],
    ['number', 'cases_by_number'],
    ['title', 'cases_by_title'],
  ] as const)('comes in the order of %s from an index, without sorting', (sort, index) => {
    expect(planOf(casesSql({ ...register, sort, direction }), page)).toEqual([
      `SCAN c USING INDEX ${index}`,
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH d USING COVERING INDEX documents_by_case (case_id=?)',
    ]);
  });

  it('finds the cases of a kind by an index', () => {
    const plan = planOf(casesSql({ ...register, kind: 'proposal', direction }), { ...page, kind: 'proposal' });
    expect(plan[0]).toBe('SEARCH c USING INDEX cases_by_kind (kind=?)');
    expect(plan.join()).not.toContain('TEMP B-TREE');
  });
});

describe('single things', () => {
  it.each<[string, (db: WriteDb) => unknown]>([
    ['a draft', (db) => findDocument(db, 'x')],
    ['a case', (db) => findCase(db, 'x')],
    ['its letters', (db) => listLetters(db, 'x')],
    ['removing it', (db) => deleteCase(db, 'x')],
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

  it('and so are the other drafts of the same file, which are few and sorted', () => {
    expect(plansOf((db) => findSameFile(db, 'x'))).toEqual([
      'SEARCH own USING INDEX sqlite_autoindex_import_reports_1 (document_id=?)',
      'SEARCH other USING INDEX import_reports_by_digest (digest=?)',
      'SEARCH d USING INDEX sqlite_autoindex_documents_1 (id=?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ]);
  });

  it('but the few templates are simply read', () => {
    expect(plansOf(listTemplates)).toEqual(['SCAN templates', 'USE TEMP B-TREE FOR ORDER BY']);
  });
});
