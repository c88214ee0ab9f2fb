import type { CommandContext, Environment } from '#backend/context.ts';
import type { ReadDb } from '#backend/db/driver.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { checkForm, parseForm, type ShippedForms } from '#backend/formats/forms.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { FormSummary } from '#shared/contract/forms.ts';
import { isShippedForm, shippedFormIds, type Form, type FormId } from '#shared/domain/form.ts';
import { findForm, listForms, putForm, removeForm } from './queries.ts';

export interface FormsService {
  list(db: ReadDb): FormSummary[];
  /** @throws DafuError NOT_FOUND, FORM_INVALID */
  get(db: ReadDb, formId: FormId): Form;
  copy(context: CommandContext, formId: FormId, name: string): FormId;
  /** @throws DafuError FORM_INVALID with the places, FORBIDDEN for a shipped one, NOT_FOUND */
  save(context: CommandContext, form: unknown): Form;
  /** Stores a form that came from outside under a fresh id. */
  add(context: CommandContext, form: Form): FormId;
  /** @throws DafuError FORBIDDEN for a shipped one and for the one the unit uses, NOT_FOUND */
  remove(context: CommandContext, formId: FormId): void;
  /** @throws DafuError FORBIDDEN for a shipped one */
  restore(context: CommandContext, form: Form): void;
}

export function createFormsService(
  { clock, ids }: Environment,
  { shipped, settings }: { shipped: ShippedForms; settings: Pick<SettingsService, 'unit'> },
): FormsService {
  function get(db: ReadDb, formId: FormId): Form {
    if (isShippedForm(formId)) return shipped.get(formId);
    const row = findForm(db, formId);
    if (row === undefined) throw new DafuError('NOT_FOUND', { what: 'form', id: formId });
    return parseForm(row.form, row.name);
  }

  function put({ db, emit }: CommandContext, form: Form): void {
    putForm(db, { id: form.id, name: form.name, form: JSON.stringify(form), updatedAt: clock() });
    emit('forms.changed', { formIds: [form.id] });
  }

  function add(context: CommandContext, form: Form): FormId {
    const id = ids();
    put(context, { ...form, id });
    return id;
  }

  function refuseShipped(formId: FormId): void {
    if (isShippedForm(formId)) throw new DafuError('FORBIDDEN', { rule: 'form.shipped' });
  }

  return {
    list(db) {
      const used = settings.unit(db).form;
      const own = listForms(db).map(({ id, name, updated_at: updatedAt }) => ({ id, name, updatedAt, shipped: false }));
      const others = shippedFormIds.map((id) => ({ id, name: shipped.get(id).name, updatedAt: 0, shipped: true }));
      return [...own, ...others].map((form) => ({ ...form, isUsed: form.id === used }));
    },
    get,
    copy: (context, formId, name) => add(context, { ...get(context.db, formId), name }),
    save(context, value) {
      const form = checkForm(value, nameOf(value));
      refuseShipped(form.id);
      get(context.db, form.id);
      put(context, form);
      return get(context.db, form.id);
    },
    add,
    remove({ db, emit }, formId) {
      refuseShipped(formId);
      if (settings.unit(db).form === formId) throw new DafuError('FORBIDDEN', { rule: 'form.used' });
      if (removeForm(db, formId) === 0) throw new DafuError('NOT_FOUND', { what: 'form', id: formId });
      emit('forms.changed', { formIds: [formId] });
    },
    restore(context, form) {
      refuseShipped(form.id);
      put(context, form);
    },
  };
}

/** What a form that is not one yet calls itself, for the error. */
function nameOf(value: unknown): string {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
  return typeof name === 'string' ? name.slice(0, 50) : '';
}
