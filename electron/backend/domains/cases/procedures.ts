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
  const handlers: DomainHandlers<keyof typeof caseProcedures> = {
    'cases.save': ({ documentId, caseFacts }, context) => ({
      caseFacts: documents().saveCase(context, documentId, caseFacts),
    }),
  };
  return { service: createCasesService({ clock, ids }, settings), handlers };
}
