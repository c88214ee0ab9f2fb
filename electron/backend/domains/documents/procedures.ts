import type { DomainHandlers } from '#backend/context.ts';
import type { ImportReportsService } from '#backend/domains/imports/reports.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import type { TemplatesService } from '#backend/domains/templates/service.ts';
import { draftFromTemplate } from '#shared/document/from-template.ts';
import type { DocumentsService } from './service.ts';

export type DocumentsProcedure =
  | 'documents.list'
  | 'documents.get'
  | 'documents.create'
  | 'documents.duplicate'
  | 'documents.save'
  | 'documents.setState'
  | 'documents.trash'
  | 'documents.untrash'
  | 'documents.purge'
  | 'cases.save'
  | 'imports.markUndone'
  | 'imports.markChecked'
  | 'imports.sameFile';

export function documentsHandlers(services: {
  documents: DocumentsService;
  templates: TemplatesService;
  settings: SettingsService;
  importReports: ImportReportsService;
}): DomainHandlers<DocumentsProcedure> {
  const { documents, templates, settings, importReports } = services;
  return {
    'documents.list': (input, { db }) => documents.list(db, input),
    'documents.get': ({ documentId }, { db }) => documents.open(db, documentId),
    'documents.create'({ templateId, caseFacts }, context) {
      const template = templates.get(context.db, templateId);
      const document = draftFromTemplate(template.document, caseFacts, settings.unit(context.db), {
        letter: template.kind,
        keepsWords: !templates.isShipped(templateId),
      });
      return { documentId: documents.add(context, { document, caseFacts }) };
    },
    'documents.duplicate': ({ documentId }, context) => ({ documentId: documents.duplicate(context, documentId) }),
    'documents.save': (input, context) => documents.save(context, input),
    'documents.setState'(input, context) {
      documents.setState(context, input);
      return {};
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
    'cases.save'({ documentId, caseFacts }, context) {
      documents.saveCase(context, documentId, caseFacts);
      return {};
    },
    'imports.sameFile': ({ documentId }, { db }) => ({ drafts: importReports.sameFile(db, documentId) }),
    'imports.markChecked'({ documentId, warning, isChecked }, context) {
      importReports.markChecked(context.db, documentId, warning, isChecked);
      context.emit('documents.changed', { documentIds: [documentId] });
      return {};
    },
    'imports.markUndone'({ documentId, changeIds, isUndone }, context) {
      importReports.markUndone(context.db, documentId, changeIds, isUndone);
      context.emit('documents.changed', { documentIds: [documentId] });
      return {};
    },
  };
}
