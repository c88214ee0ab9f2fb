import { basename, join } from 'node:path';
import type { DomainHandlers } from '#backend/context.ts';
import { createShippedTemplates } from '#backend/formats/shipped-templates.ts';
import type { templateProcedures } from '#shared/contract/templates.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import { safeFileName } from '#backend/files/file-name.ts';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { readCapped } from '#backend/files/read-capped.ts';
import { writeWhole } from '#backend/files/write-whole.ts';
import { createTemplatesService, type TemplatesService } from './service.ts';
import {
  MAX_TEMPLATE_BYTES,
  parseTemplate,
  stringifyTemplate,
  TEMPLATE_EXTENSION,
} from '#backend/formats/template-file.ts';

export function createTemplatesDomain(
  { host, paths, clock, ids }: Ground,
  { documents }: { documents: () => DocumentsService },
): Domain<keyof typeof templateProcedures, TemplatesService> {
  const shipped = createShippedTemplates(join(paths.resources, 'templates'));
  const templates = createTemplatesService({ clock, ids }, shipped);
  const handlers: DomainHandlers<keyof typeof templateProcedures> = {
    'templates.list': (_input, { db }) => templates.list(db),
    'templates.get': ({ templateId }, { db }) => templates.get(db, templateId),
    'templates.copy': ({ templateId, name }, context) => ({ templateId: templates.copy(context, templateId, name) }),
    'templates.save': ({ template }, context) => templates.save(context, template),
    'templates.saveFromDocument': (input, context) => ({
      templateId: templates.saveFromDocument(context, documents(), input),
    }),
    'templates.delete'({ templateId }, context) {
      templates.setDeleted(context, templateId, true);
      return {};
    },
    'templates.restore'({ templateId }, context) {
      templates.setDeleted(context, templateId, false);
      return {};
    },
    async 'templates.import'(_input, context) {
      const [path] = await host.pickFiles({
        purpose: 'template',
        extensions: [TEMPLATE_EXTENSION, 'json'],
        multiple: false,
      });
      if (path === undefined) return { imported: null };
      const json = new TextDecoder().decode(readCapped(path, MAX_TEMPLATE_BYTES));
      const template = parseTemplate(json, basename(path));
      return { imported: context.write((command) => templates.add(command, template)) };
    },
    async 'templates.export'({ templateId }, { db }) {
      const template = templates.get(db, templateId);
      const suggestedName = safeFileName(template.name);
      const path = await host.pickSaveFile({
        purpose: 'template',
        suggestedName,
        extension: TEMPLATE_EXTENSION,
        startAt: null,
      });
      if (path === null) return { saved: false };
      const bytes = new TextEncoder().encode(stringifyTemplate(template));
      withFileErrors(path, 'user', () => writeWhole(path, bytes, ids()));
      return { saved: true };
    },
  };
  return { service: templates, handlers, prepare: (context) => templates.forgetDeleted(context) };
}
