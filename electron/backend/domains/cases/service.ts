import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { Environment } from '#backend/context.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { withDueDate } from '#shared/domain/deadline.ts';
import { findCase, putCase } from './queries.ts';
import { caseFactsToRow, rowToCaseFacts } from './rows.ts';

export interface CasesService {
  /** @throws DafuError NOT_FOUND */
  getCase(db: ReadDb, documentId: string): CaseFacts;
  /**
   * Stores the case of a draft, with the due date `withDueDate` fills in. Returns what is stored.
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
      const stored = withDueDate(facts, earlier && { receivedOn: earlier.received_on }, settings.unit(db));
      putCase(db, documentId, caseFactsToRow(stored), clock());
      return stored;
    },
  };
}
