import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { Environment } from '#backend/context.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { defaultDueDate } from '#shared/domain/deadline.ts';
import { findCase, putCase } from './queries.ts';
import { caseFactsToRow, rowToCaseFacts } from './rows.ts';

export interface CasesService {
  /** @throws DafuError NOT_FOUND */
  getCase(db: ReadDb, documentId: string): CaseFacts;
  /**
   * Stores the case of a draft. A due date that is not given follows from the day of receipt, but only when that day
   * is new: a due date the person emptied stays empty.
   */
  saveCase(db: WriteDb, documentId: string, facts: CaseFacts): CaseFacts;
}

export function createCasesService({ clock }: Environment, settings: SettingsService): CasesService {
  return {
    getCase(db, documentId) {
      const row = findCase(db, documentId);
      if (row === undefined) throw new DafuError('NOT_FOUND', { what: 'case', id: documentId });
      return rowToCaseFacts(row);
    },
    saveCase(db, documentId, facts) {
      const earlier = findCase(db, documentId);
      const isNewReceipt = facts.receivedOn !== (earlier?.received_on ?? null);
      const dueOn = facts.dueOn ?? (isNewReceipt ? defaultDueDate(facts, settings.unit(db)) : null);
      const stored = { ...facts, dueOn };
      putCase(db, documentId, caseFactsToRow(stored), clock());
      return stored;
    },
  };
}
