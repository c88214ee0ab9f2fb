import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import { orderBy, pageParameters, type Page } from '#backend/domains/sort-keys.ts';
import type { CaseKind } from '#shared/domain/case.ts';
import type { CaseKeys, CaseRow, ListedCaseRow } from './rows.ts';

const FACTS = 'kind, body, session, number, title, members, role, co_units, host_unit, received_on, due_on';

export function findCase(db: ReadDb, id: string): CaseRow | undefined {
  return db.get<CaseRow>(`SELECT ${FACTS} FROM cases WHERE id = :id`, { id });
}

export interface CaseFilter {
  kind: CaseKind | null;
  /** All must occur, in the form `searchKey` gives them. */
  needles: readonly string[];
  sort: CaseSort;
  direction: 'asc' | 'desc';
  page?: Page | undefined;
}

const sortColumns = {
  updatedAt: 'c.updated_at',
  receivedOn: 'c.received_on',
  dueOn: 'c.due_on',
  number: 'c.number_key',
  title: 'c.title_key',
};
export type CaseSort = keyof typeof sortColumns;

export function listCases(db: ReadDb, filter: CaseFilter): ListedCaseRow[] {
  return db.all<ListedCaseRow>(casesSql(filter), { ...filterParameters(filter), ...pageParameters(filter.page) });
}

export function countCases(db: ReadDb, filter: CaseFilter): number {
  const sql = `SELECT count(*) AS count FROM cases c ${where(filter)}`;
  return db.get<{ count: number }>(sql, filterParameters(filter))!.count;
}

export function casesSql(filter: CaseFilter): string {
  return `SELECT c.id, c.updated_at, ${FACTS},
      (SELECT count(*) FROM documents d WHERE d.case_id = c.id) AS letters
    FROM cases c ${where(filter)}
    ${orderBy(sortColumns[filter.sort], 'c', filter.direction)}`;
}

function where({ kind, needles }: CaseFilter): string {
  const conditions = [
    ...(kind === null ? [] : ['c.kind = :kind']),
    ...needles.map((_needle, index) => `instr(c.search_text, :needle${index}) > 0`),
  ];
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function filterParameters({ kind, needles }: CaseFilter): Record<string, string> {
  return {
    ...(kind === null ? {} : { kind }),
    ...Object.fromEntries(needles.map((needle, index) => [`needle${index}`, needle])),
  };
}

/** Letters of a case, those in the trash included, in the order they were made. */
export function listLetters(
  db: ReadDb,
  caseId: string,
): { id: string; title: string; state: 'drafting' | 'finished'; trashed_at: number | null }[] {
  return db.all('SELECT id, title, state, trashed_at FROM documents WHERE case_id = :caseId ORDER BY rowid', {
    caseId,
  });
}

export function insertCase(db: WriteDb, row: CaseRow & CaseKeys & { id: string; now: number }): void {
  db.run(
    `INSERT INTO cases (id, ${FACTS}, number_key, title_key, search_text, created_at, updated_at)
     VALUES (:id, :kind, :body, :session, :number, :title, :members, :role, :co_units, :host_unit, :received_on,
       :due_on, :number_key, :title_key, :search_text, :now, :now)`,
    { ...row },
  );
}

export function updateCase(db: WriteDb, row: CaseRow & CaseKeys & { id: string; now: number }): number {
  return db.run(
    `UPDATE cases SET
       kind = :kind, body = :body, session = :session, number = :number, title = :title, members = :members,
       role = :role, co_units = :co_units, host_unit = :host_unit, received_on = :received_on, due_on = :due_on,
       number_key = :number_key, title_key = :title_key, search_text = :search_text, updated_at = :now
     WHERE id = :id`,
    { ...row },
  );
}

/** Only a case without letters. */
export function deleteCase(db: WriteDb, id: string): number {
  return db.run('DELETE FROM cases WHERE id = :id AND NOT EXISTS (SELECT 1 FROM documents WHERE case_id = :id)', {
    id,
  });
}

export function listTexts(db: ReadDb): { id: string; number: string; title: string }[] {
  return db.all('SELECT id, number, title FROM cases');
}

export function updateSortKeys(
  db: WriteDb,
  row: { id: string; number_key: string | null; title_key: string | null },
): void {
  db.run('UPDATE cases SET number_key = :number_key, title_key = :title_key WHERE id = :id', row);
}
