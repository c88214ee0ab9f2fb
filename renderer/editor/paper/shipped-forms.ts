import type { Form, FormId } from '#shared/domain/form.ts';

const files = import.meta.glob<Form>('../../../resources/forms/*.json', { eager: true, import: 'default' });
const shippedForms = new Map(Object.values(files).map((form) => [form.id, form]));

/** A shipped form, without asking the backend; undefined for a unit's own. */
export function shippedForm(id: FormId): Form | undefined {
  return shippedForms.get(id);
}

/** Where the form of the unit cannot be had: a paper without a head, on which everything can be written. */
export const plainForm: Form = {
  schema: 'dafu.form/1',
  id: 'plain',
  name: '',
  head: null,
  isPreprinted: false,
  footRule: null,
  isFirstPageNumbered: true,
  colophon: { hasRules: true, hasImprint: false },
};
