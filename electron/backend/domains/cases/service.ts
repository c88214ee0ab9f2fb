import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { CommandContext, Environment } from '#backend/context.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { orderKey } from '#backend/domains/sort-keys.ts';
import { needlesOf, searchKey } from '#backend/drafts/search-key.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { membersText } from '#shared/document/fields.ts';
import { emptyCaseFacts, sessionText, type CaseFacts } from '#shared/domain/case.ts';
import { withDueDate } from '#shared/domain/deadline.ts';
import {
  countCases,
  deleteCase,
  findCase,
  insertCase,
  listCases,
  listLetters,
  listTexts,
  updateCase,
  updateSortKeys,
} from './queries.ts';
import { caseFactsToRow, rowToCaseFacts, type CaseKeys } from './rows.ts';

export interface CasesService {
  list(db: ReadDb, input: Input<'cases.list'>): Output<'cases.list'>;
  /** @throws DafuError NOT_FOUND */
  getCase(db: ReadDb, caseId: string): CaseFacts;
  /** Ids of its letters, those in the trash included. */
  letters(db: ReadDb, caseId: string): Output<'cases.get'>['letters'];
  /** Stores a new case, with the due date `withDueDate` fills in. Returns its id. */
  create(context: CommandContext, facts: CaseFacts): string;
  /**
   * Stores what is now known of a case, with the due date `withDueDate` fills in. Returns what is stored.
   *
   * @throws DafuError NOT_FOUND
   */
  save(context: CommandContext, caseId: string, facts: CaseFacts): CaseFacts;
  /** @throws DafuError FORBIDDEN for a case that has letters, NOT_FOUND */
  remove(context: CommandContext, caseId: string): void;
  /** To be told when a letter of the case is gone: a case nothing is known of goes with its last one. */
  letterGone(context: CommandContext, caseId: string): void;
  renewSortKeys(db: WriteDb): void;
}

export function createCasesService({ clock, ids }: Environment, settings: SettingsService): CasesService {
  function getCase(db: ReadDb, caseId: string): CaseFacts {
    const row = findCase(db, caseId);
    if (row === undefined) throw new DafuError('NOT_FOUND', { what: 'case', id: caseId });
    return rowToCaseFacts(row);
  }
  const changed = ({ emit }: CommandContext, caseId: string) => emit('cases.changed', { caseIds: [caseId] });

  return {
    list(db, { search, kind, sort, direction, page }) {
      const filter = { kind: kind === 'all' ? null : kind, needles: needlesOf(search), sort, direction, page };
      const cases = listCases(db, filter).map((row) => ({
        id: row.id,
        caseFacts: rowToCaseFacts(row),
        letters: row.letters,
        updatedAt: row.updated_at,
      }));
      return { cases, total: countCases(db, filter) };
    },
    getCase,
    letters: (db, caseId) =>
      listLetters(db, caseId).map((row) => ({
        documentId: row.id,
        title: row.title,
        state: row.state,
        trashedAt: row.trashed_at,
      })),
    create(context, facts) {
      const id = ids();
      const stored = withDueDate(facts, undefined, settings.unit(context.db));
      insertCase(context.db, { ...caseFactsToRow(stored), ...keysOf(stored), id, now: clock() });
      changed(context, id);
      return id;
    },
    save(context, caseId, facts) {
      const earlier = getCase(context.db, caseId);
      const stored = withDueDate(facts, earlier, settings.unit(context.db));
      updateCase(context.db, { ...caseFactsToRow(stored), ...keysOf(stored), id: caseId, now: clock() });
      changed(context, caseId);
      return stored;
    },
    remove(context, caseId) {
      getCase(context.db, caseId);
      if (deleteCase(context.db, caseId) === 0) throw new DafuError('FORBIDDEN', { rule: 'cases.remove' });
      changed(context, caseId);
    },
    letterGone(context, caseId) {
      const { kind, role, ...known } = getCase(context.db, caseId);
      const nothing = { ...emptyCaseFacts(), kind, role };
      if (JSON.stringify({ ...nothing, ...known }) === JSON.stringify(nothing)) deleteCase(context.db, caseId);
      changed(context, caseId);
    },
    renewSortKeys(db) {
      for (const { id, number, title } of listTexts(db)) {
        updateSortKeys(db, { id, number_key: orderKey(number), title_key: orderKey(title) });
      }
    },
  };
}

function keysOf(facts: CaseFacts): CaseKeys {
  const parts = [facts.number, facts.title, sessionText(facts), membersText(facts), ...facts.coUnits, facts.hostUnit];
  return {
    number_key: orderKey(facts.number),
    title_key: orderKey(facts.title),
    search_text: searchKey(parts.join('\n')),
  };
}
