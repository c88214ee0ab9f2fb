import type { DomainHandlers } from '#backend/context.ts';
import type { CasesService } from '#backend/domains/cases/service.ts';
import type { VersionsService } from '#backend/domains/versions/service.ts';
import type { documentProcedures } from '#shared/contract/documents.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { ImportReportsService } from '#backend/domains/imports/reports.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { keepSortKeys } from '#backend/domains/sort-keys.ts';
import type { TemplatesService } from '#backend/domains/templates/service.ts';
import { draftFromTemplate } from '#shared/document/from-template.ts';
import { createDocumentSearch } from './search.ts';
import { createDocumentsService, type DocumentsService } from './service.ts';

export function createDocumentsDomain(
  { clock, ids }: Ground,
  services: {
    settings: SettingsService;
    cases: CasesService;
    versions: VersionsService;
    importReports: ImportReportsService;
    templates: TemplatesService;
  },
): Domain<keyof typeof documentProcedures, DocumentsService> {
  const { templates, settings, cases } = services;
  const search = createDocumentSearch(services.versions);
  const documents = createDocumentsService({ clock, ids }, { ...services, search });
  const handlers: DomainHandlers<keyof typeof documentProcedures> = {
    'documents.list': (input, { db }) => documents.list(db, input),
    'documents.get': ({ documentId }, { db }) => documents.open(db, documentId),
    'documents.facts': ({ documentId }, { db }) => documents.facts(db, documentId),
    'documents.create'({ templateId, ...ofCase }, context) {
      const caseId = 'caseId' in ofCase ? ofCase.caseId : cases.create(context, ofCase.caseFacts);
      const caseFacts = cases.getCase(context.db, caseId);
      const template = templates.get(context.db, templateId);
      const document = draftFromTemplate(template.document, caseFacts, settings.unit(context.db), {
        letter: template.kind,
        keepsWords: !templates.isShipped(templateId),
      });
      return { documentId: documents.add(context, { document, caseFacts }, caseId) };
    },
    'documents.duplicate': ({ documentId }, context) => ({ documentId: documents.duplicate(context, documentId) }),
    'documents.save': (input, context) => documents.save(context, input),
    'documents.setState'(input, context) {
      documents.setState(context, input);
      return { state: input.state };
    },
    'documents.trash'({ documentIds }, context) {
      documents.setTrashed(context, documentIds, true);
      return {};
    },
    'documents.untrash'({ documentIds }, context) {
      documents.setTrashed(context, documentIds, false);
      return {};
    },
    'documents.purge'({ documentIds }, context) {
      documents.purge(context, documentIds);
      return {};
    },
  };
  return {
    service: documents,
    handlers,
    prepare({ db }) {
      keepSortKeys(db, [cases, documents]);
      search.catchUp(db);
    },
  };
}
