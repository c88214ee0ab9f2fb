import type { DomainHandlers } from '#backend/context.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import type { caseProcedures } from '#shared/contract/cases.ts';
import { createCasesService, type CasesService } from './service.ts';

export function createCasesDomain(
  { clock, ids }: Ground,
  { settings, documents }: { settings: SettingsService; documents: () => DocumentsService },
): Domain<keyof typeof caseProcedures, CasesService> {
  const cases = createCasesService({ clock, ids }, settings);
  const handlers: DomainHandlers<keyof typeof caseProcedures> = {
    'cases.list': (input, { db }) => cases.list(db, input),
    'cases.get': ({ caseId }, { db }) => ({
      caseFacts: cases.getCase(db, caseId),
      letters: cases.letters(db, caseId),
    }),
    'cases.create': ({ caseFacts }, context) => ({ caseId: cases.create(context, caseFacts) }),
    'cases.save': ({ documentId, caseFacts }, context) => ({
      caseFacts: documents().saveCase(context, documentId, caseFacts),
    }),
    'cases.remove'({ caseId }, context) {
      cases.remove(context, caseId);
      return {};
    },
  };
  return { service: cases, handlers };
}
