import type { DomainHandlers } from '#backend/context.ts';
import type { previewProcedures } from '#shared/contract/preview.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import type { LetterWriters } from '#backend/export/writers.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { createPreviewThread } from '#backend/threads/preview/preview-thread.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';

export function createPreviewDomain(
  { paths, fontFolders }: Ground,
  services: { documents: DocumentsService; settings: SettingsService; writers: Pick<LetterWriters, 'form'> },
): Domain<keyof typeof previewProcedures> {
  const { documents, settings, writers } = services;
  const thread = createPreviewThread({ resourcesFolder: paths.resources, fontFolders });
  const handlers: DomainHandlers<keyof typeof previewProcedures> = {
    async 'preview.render'({ documentId, body, caseFacts, unit: given, form, ...wish }, { db }) {
      const stored =
        documentId !== undefined && (body === undefined || caseFacts === undefined)
          ? documents.read(db, documentId)
          : undefined;
      const document = body ?? stored?.document;
      if (document === undefined) throw new Error('the contract asks for documentId or body');
      const unit = given ?? settings.unit(db);
      const letter = {
        document,
        caseFacts: caseFacts ?? stored?.caseFacts ?? emptyCaseFacts(),
        unit,
        form: typeof form === 'object' ? form : writers.form(form ?? unit.form),
      };
      return thread.run('render', { letter, wish });
    },
    'preview.pictures': (input) => thread.run('pictures', input),
  };
  return { service: null, handlers, stop: () => thread.close() };
}
