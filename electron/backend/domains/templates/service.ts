import type { ReadDb } from '#backend/db/driver.ts';
import type { CommandContext, Environment } from '#backend/context.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { Input } from '#shared/contract/index.ts';
import type { TemplateSummary } from '#shared/contract/templates.ts';
import { checkReplyDocument } from '#shared/document/parse.ts';
import { withFreshIds } from '#shared/document/walk.ts';
import { TEMPLATE_SCHEMA, type Template } from '#shared/domain/template.ts';
import { findTemplate, listTemplates, putTemplate, removeDeletedTemplates, updateDeletedAt } from './queries.ts';
import { rowToTemplateSummary } from './rows.ts';
import type { ShippedTemplates } from '#backend/formats/shipped-templates.ts';
import { parseTemplate, stringifyTemplate } from '#backend/formats/template-file.ts';

export type NewTemplate = Pick<Template, 'name' | 'description' | 'kind' | 'document'>;

export interface TemplatesService {
  /** Own templates, newest first, then the shipped ones. */
  list(db: ReadDb): TemplateSummary[];
  /** @throws DafuError NOT_FOUND */
  get(db: ReadDb, templateId: string): Template;
  isShipped(templateId: string): boolean;
  copy(context: CommandContext, templateId: string, name: string): string;
  /** @throws DafuError FORBIDDEN for a shipped one, NOT_FOUND for one that is not there (any more) */
  save(context: CommandContext, template: Template): TemplateSummary;
  saveFromDocument(
    context: CommandContext,
    documents: DocumentsService,
    input: Input<'templates.saveFromDocument'>,
  ): string;
  /** Stores a template that came from outside under a fresh id. */
  add(context: CommandContext, template: NewTemplate): string;
  setDeleted(context: CommandContext, templateId: string, deleted: boolean): void;
  /** Deleted templates can be put back until the store is opened the next time. */
  forgetDeleted(context: CommandContext): void;
}

export function createTemplatesService({ clock, ids }: Environment, shipped: ShippedTemplates): TemplatesService {
  function get(db: ReadDb, templateId: string): Template {
    const row = findTemplate(db, templateId);
    if (row !== undefined && row.deleted_at === null) return parseTemplate(row.template, templateId);
    const template = shipped.find(templateId);
    if (template === undefined) throw new DafuError('NOT_FOUND', { what: 'template', id: templateId });
    return template;
  }

  function put({ db, emit }: CommandContext, template: Template): TemplateSummary {
    const { id, name, description, kind } = template;
    checkReplyDocument(template.document);
    const updatedAt = clock();
    putTemplate(db, { id, name, description, kind, template: stringifyTemplate(template), updatedAt });
    emit('templates.changed', { templateIds: [id] });
    return { id, name, description, kind, shipped: false, updatedAt };
  }

  function add(context: CommandContext, template: NewTemplate): string {
    const id = ids();
    const document = { ...withFreshIds(template.document), id };
    put(context, { ...template, schema: TEMPLATE_SCHEMA, id, document });
    return id;
  }

  function refuseShipped(templateId: string): void {
    if (shipped.find(templateId) !== undefined) throw new DafuError('FORBIDDEN', { rule: 'template.shipped' });
  }

  return {
    list(db) {
      const own = listTemplates(db).map(rowToTemplateSummary);
      const others = shipped.all().map(({ id, name, description, kind }) => {
        return { id, name, description, kind, shipped: true, updatedAt: 0 };
      });
      return [...own, ...others];
    },
    get,
    isShipped: (templateId) => shipped.find(templateId) !== undefined,
    copy: (context, templateId, name) => add(context, { ...get(context.db, templateId), name }),
    save(context, template) {
      refuseShipped(template.id);
      get(context.db, template.id);
      return put(context, template);
    },
    saveFromDocument(context, documents, { documentId, name, description, kind }) {
      const { document } = documents.read(context.db, documentId);
      return add(context, { name, description, kind, document });
    },
    add,
    setDeleted({ db, emit }, templateId, deleted) {
      refuseShipped(templateId);
      const changed = updateDeletedAt(db, { id: templateId, deletedAt: deleted ? clock() : null });
      if (changed === 0) throw new DafuError('NOT_FOUND', { what: 'template', id: templateId });
      emit('templates.changed', { templateIds: [templateId] });
    },
    forgetDeleted: ({ db }) => removeDeletedTemplates(db),
  };
}
