import type { DomainHandlers, Environment } from '#backend/context.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import type { LetterWriters } from '#backend/domains/exports/writers.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { createPreviewService } from './service.ts';

export type PreviewProcedure = 'preview.render' | 'preview.pictures';

export function previewHandlers(
  { ids }: Environment,
  services: { documents: DocumentsService; settings: SettingsService; writers: LetterWriters },
): DomainHandlers<PreviewProcedure> {
  const { documents, settings, writers } = services;
  const preview = createPreviewService(ids);
  return {
    async 'preview.render'(input, { db }) {
      const { documentId, body } = input;
      const stored =
        documentId !== undefined && (body === undefined || input.caseFacts === undefined)
          ? documents.read(db, documentId)
          : undefined;
      const document = body === undefined ? stored?.document : parseReplyDocument(body);
      if (document === undefined) throw new Error('the contract asks for documentId or body');
      const unit = input.unit ?? settings.unit(db);
      const letter = {
        document,
        caseFacts: input.caseFacts ?? stored?.caseFacts ?? emptyCaseFacts(),
        unit: typeof input.form === 'string' ? { ...unit, form: input.form } : unit,
        ...(typeof input.form === 'object' && { form: input.form }),
      };
      const drawn = await writers.draw(letter, input.tryTighter);
      return preview.pages(drawn, input);
    },
    'preview.pictures': (input) => preview.pictures(input),
  };
}
